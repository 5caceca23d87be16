using Scrutineer.Allocation;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Numerics;
using Scrutineer.Registry;

namespace Scrutineer.Results.Lists;

/// <summary>Whether each person of a list may stand, and stands once.</summary>
internal static class PersonCheck
{
    public static IEnumerable<Finding> Of(ListFile list, ListContext context)
    {
        foreach (var twice in list.Persons.GroupBy(p => IdentityRegister.Key(p.Name)).Where(g => g.Count() > 1))
        {
            yield return ListCheck.Finding(
                "person-twice",
                Severity.Error,
                $"{twice.First().Name} stands on the list {twice.Count()} times (first in line {twice.First().At.Line}).",
                context.Contest.Cite,
                list,
                twice.Last().At
            );
        }

        if (context.Contest.Eligibility is not { } eligibility)
        {
            yield break;
        }

        foreach (var (says, test) in Conditions(list, context, eligibility))
        {
            var untold = 0;
            foreach (var person in list.Persons)
            {
                switch (test(person))
                {
                    case Answer.NotSure:
                        untold++;
                        break;
                    case Answer.No:
                        yield return ListCheck.Finding(
                            "person-not-eligible",
                            Severity.Error,
                            $"{person.Name} may not stand: {says} is required.",
                            eligibility.Cite,
                            list,
                            person.At
                        );
                        break;
                    default:
                        break;
                }
            }

            if (untold > 0 || list.Persons.Count == 0)
            {
                yield return ListCheck.Finding(
                    "eligibility-untold",
                    Severity.Notice,
                    $"{says} is required; for {(list.Persons.Count == 0 ? "nobody of the list can it" : $"{untold} of {Shown.Of(list.Persons.Count, "person it cannot", "persons it cannot")}")} be told.",
                    eligibility.Cite,
                    list,
                    list.At
                );
            }
        }
    }

    private static IEnumerable<(string Says, Func<ListedPerson, Answer> Test)> Conditions(
        ListFile list,
        ListContext context,
        Eligibility eligibility
    )
    {
        if (eligibility.Age is { } age)
        {
            yield return (
                $"an age of {age} years on polling day",
                p => context.PollingDay is { } day ? Ages.Meet(p.Born, day, age) : Answer.NotSure
            );
        }

        if (eligibility.Residence is { } residence)
        {
            yield return (
                $"residence of {residence} years",
                p => context.PollingDay is { } day ? Ages.Meet(p.ResidentSince, day, residence) : Answer.NotSure
            );
        }

        if (eligibility.Service is { } service)
        {
            yield return (
                $"public service of {service} years",
                p =>
                    p.Service is not { } years ? Answer.NotSure
                    : service.IsMetBy(new Rational(years)) ? Answer.Yes
                    : Answer.No
            );
        }

        foreach (var condition in eligibility.Requires)
        {
            yield return (
                StandingWords.Word(condition),
                p =>
                    condition switch
                    {
                        EligibilityCondition.Citizenship => p.Citizen ?? Answer.NotSure,
                        EligibilityCondition.NoUnspentConviction => Not(p.UnspentConviction),
                        EligibilityCondition.NoCorruptionCrime => Not(p.CorruptionCrime),
                        EligibilityCondition.PartyMembership => p.Party is null ? Answer.NotSure
                        : p.Party == list.List ? Answer.Yes
                        : Answer.No,
                        _ => p.HigherEducation ?? Answer.NotSure,
                    }
            );
        }
    }

    private static Answer Not(Answer? answer) =>
        answer switch
        {
            Answer.Yes => Answer.No,
            Answer.No => Answer.Yes,
            _ => Answer.NotSure,
        };
}
