using Scrutineer.Files;
using Scrutineer.Numerics;

namespace Scrutineer.Law;

/// <summary>Who may stand, and what a list needs, in words.</summary>
internal static class StandingWords
{
    public static IEnumerable<Provision> Of(string contest, Contest of)
    {
        if (of.Eligibility is { } eligibility)
        {
            yield return new Provision(
                $"{contest}.eligibility",
                Sentence(eligibility),
                eligibility.Cite,
                eligibility.Checked,
                null,
                [],
                eligibility.Note
            );
        }

        if (of.Nomination is { } nomination)
        {
            yield return new Provision(
                $"{contest}.nomination",
                Sentence(nomination),
                string.Join(
                    "; ",
                    new[] { nomination.Cite, nomination.Quota?.Cite, nomination.Fee?.Cite }.OfType<string>().Distinct()
                ),
                new[]
                {
                    nomination.Checked,
                    nomination.Quota?.Checked ?? default,
                    nomination.Fee?.Checked ?? default,
                }.Max(),
                null,
                [],
                nomination.Note
            );
        }
    }

    /// <summary>A condition in words.</summary>
    public static string Word(EligibilityCondition condition) => ScalarType.Word(condition).Replace('-', ' ');

    private static string Sentence(Eligibility eligibility)
    {
        var parts = new List<string>();
        if (eligibility.Age is { } age)
        {
            parts.Add($"age {age} years");
        }

        if (eligibility.Residence is { } residence)
        {
            parts.Add($"residence {residence} years");
        }

        if (eligibility.Service is { } service)
        {
            parts.Add($"public service {service} years");
        }

        parts.AddRange(eligibility.Requires.Select(Word));
        return $"Whoever stands needs: {string.Join("; ", parts)}.";
    }

    private static string Sentence(Nomination nomination)
    {
        var parts = new List<string>();
        if (nomination.Self is { } self)
        {
            parts.Add(self == Allowed.Yes ? "a person may nominate himself" : "nobody may nominate himself");
        }

        if (nomination.Approval is { } approval)
        {
            parts.Add($"{approval} of the whole membership of the party's highest body votes for the list");
        }

        if (nomination.Size is { } size)
        {
            parts.Add($"a list names {size} of the number of seats");
        }

        if (nomination.Quota is { } quota)
        {
            var groups = quota.Groups.Select(g =>
                g switch
                {
                    QuotaGroup.Women => "women",
                    QuotaGroup.Young => $"persons aged {quota.Young} years",
                    _ => "persons with disabilities",
                }
            );
            parts.Add($"{Shown.Row(groups)}, taken together, are {quota.Share} of a list");
        }

        if (nomination.Fee is { } fee)
        {
            parts.Add(
                $"the fee is {fee.Wages} minimum wages for each person"
                    + (
                        fee.Exempt is { } exempt
                            ? $"; lists with {exempt} of the votes in the previous election pay nothing"
                            : ""
                    )
            );
        }

        if (nomination.BallotOrder is { } order)
        {
            parts.Add($"the order on the ballot is found by {order}");
        }

        return $"For registration: {string.Join("; ", parts)}.";
    }
}
