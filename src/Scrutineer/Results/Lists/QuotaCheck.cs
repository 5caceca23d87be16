using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Numerics;
using Scrutineer.Registry;

namespace Scrutineer.Results.Lists;

/// <summary>Whether the groups of a quota, taken together, are the share of a list that the law asks for.</summary>
internal static class QuotaCheck
{
    public static IEnumerable<Finding> Of(ListFile list, ListContext context)
    {
        if (context.Contest.Nomination?.Quota is not { } quota)
        {
            yield break;
        }

        var persons = ListCheck.PersonsOf(list);
        var day = list.Submitted ?? context.PollingDay;
        var answers = list.Persons.Select(p => Counts(p, quota, day)).ToList();
        var least = list.Persons.Count > 0 ? answers.Count(a => a == Answer.Yes) : list.Numbers!.Quota;
        var most = list.Persons.Count > 0 ? answers.Count(a => a != Answer.No) : list.Numbers!.Quota;
        if (
            least is not { } low
            || most is not { } high
            || quota.Share.IsMetBy(low, persons) != quota.Share.IsMetBy(high, persons)
        )
        {
            yield return ListCheck.Finding(
                "quota-untold",
                Severity.Notice,
                $"Whether the quota is met cannot be told: {quota.Share} of {persons} persons are needed"
                    + (least is null ? "." : $", and {least} to {most} are counted."),
                quota.Cite,
                list,
                list.At
            );
        }
        else if (quota.Share.IsMetBy(low, persons))
        {
            yield return ListCheck.Finding(
                "quota-met",
                Severity.Info,
                $"The quota is met: {(low == high ? $"{low}" : $"{low} to {high}")} of {persons} persons ({Shown.Percent(new Allocation.Rational(low, persons), 1)}), and {quota.Share} are needed.",
                quota.Cite,
                list,
                list.At
            );
        }
        else
        {
            yield return ListCheck.Finding(
                "quota-not-met",
                Severity.Error,
                $"The quota is not met: {(low == high ? $"{high}" : $"at most {high}")} of {persons} persons ({Shown.Percent(new Allocation.Rational(high, persons), 1)}), and {quota.Share} are needed.",
                quota.Cite,
                list,
                list.At
            );
        }
    }

    /// <summary>Whether a person belongs to one group of the quota or more.</summary>
    private static Answer Counts(ListedPerson person, GroupQuota quota, DateOnly? day)
    {
        var answers = quota
            .Groups.Select(g =>
                g switch
                {
                    QuotaGroup.Women => person.Sex is null ? Answer.NotSure
                    : person.Sex == Sex.Female ? Answer.Yes
                    : Answer.No,
                    QuotaGroup.Young => day is { } on && quota.Young is { } young
                        ? Ages.Meet(person.Born, on, young)
                        : Answer.NotSure,
                    _ => person.Disabled ?? Answer.NotSure,
                }
            )
            .ToList();
        return answers.Contains(Answer.Yes) ? Answer.Yes
            : answers.Contains(Answer.NotSure) ? Answer.NotSure
            : Answer.No;
    }
}
