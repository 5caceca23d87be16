using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>By what the seats left after the whole quotas are given.</summary>
public enum RemainderMeasure
{
    /// <summary>One each in the order of the fractions left.</summary>
    LargestRemainder,

    /// <summary>All to the list with most votes.</summary>
    AllToFirst,

    /// <summary>One by one to the largest average: votes over the seats held and one more.</summary>
    HighestAverage,

    /// <summary>One each in the order of votes, and round again.</summary>
    InTurn,
}

/// <summary>The second distribution: the seats that the whole quotas left over.</summary>
public sealed record Remainders : Rule
{
    /// <summary>By what.</summary>
    [Field("by", "By what the seats left are given.", Required = true)]
    public RemainderMeasure By { get; init; }

    /// <summary>Who competes.</summary>
    [Field("quota-share", "The part of the quota that a list's votes must reach to compete, such as 'at least 3/4'.")]
    public Bound? QuotaShare { get; init; }

    /// <summary>How many each list can get.</summary>
    [Field("each-at-most", "How many seats a list can hold by this rule.")]
    public int? EachAtMost { get; init; }

    /// <summary>Who does not compete.</summary>
    [Field("except", "An earlier rule; lists to which it gave seats do not compete.")]
    public string? Except { get; init; }

    /// <summary>How a tie is broken.</summary>
    [Field("tie", "How equal remainders are decided, tried in this order.")]
    public IReadOnlyList<TieRule> Tie { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<string> SeatReferences => Except is { } rule ? [rule] : [];

    /// <inheritdoc/>
    protected override string Words() =>
        Giving
        + (QuotaShare is { } share ? $"; only lists with {share} of the quota compete" : "")
        + (EachAtMost is { } most ? $"; a list gets at most {most} in this way" : "")
        + (Except is { } rule ? $"; lists that got seats by '{rule}' do not compete" : "")
        + TieWords.After(Tie)
        + ".";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        if (standing.Quotients.IsEmpty)
        {
            return standing.With(entry, () => "No division took place, so nothing is left over from one.");
        }

        if (standing.SeatsLeft <= 0)
        {
            return standing.With(entry, () => "No seat is left.");
        }

        if (standing.AdmittedCount == 0)
        {
            const string Nobody = "No list takes part, so nobody gets the seats left.";
            return standing.With(entry, () => Nobody).End(Outcome.NoDistribution, Nobody);
        }

        return By switch
        {
            RemainderMeasure.AllToFirst => AllToFirst(standing, entry),
            RemainderMeasure.LargestRemainder => LargestRemainder(standing, entry),
            RemainderMeasure.InTurn => RemainderSteps.InTurn(this, standing, entry),
            _ => RemainderSteps.HighestAverage(this, standing, entry),
        };
    }

    private string Giving =>
        By switch
        {
            RemainderMeasure.LargestRemainder => "The seats left go one each to the lists with the largest remainders",
            RemainderMeasure.AllToFirst => "The seats left all go to the list with most votes",
            RemainderMeasure.HighestAverage =>
                "The seats left go one by one to the list with the largest average, its votes over the seats it holds and one more",
            _ => "The seats left go one each to the lists in the order of their votes, and round again",
        };

    /// <summary>Who competes for a further seat by this rule.</summary>
    internal IEnumerable<int> Competing(Standing standing, RuleEntry entry) =>
        standing.AdmittedIndices.Where(i =>
            standing.HasRoom(i)
            && (By != RemainderMeasure.HighestAverage || standing.Votes(i).Value > 0)
            && (
                QuotaShare is null
                || QuotaShare.IsMetBy(new Rational(standing.Votes(i).Value!.Value, 1) / standing.Quota!.Value)
            )
            && (EachAtMost is not { } most || standing.Awards.Count(a => a.Contender == i && a.Rule == entry.Id) < most)
            && (Except is not { } rule || (standing.SeatsFrom(rule)?[i] ?? 0) <= 0)
        );

    private Standing AllToFirst(Standing standing, RuleEntry entry)
    {
        var choice = Choice.Of(
            standing,
            entry.Id,
            standing.AdmittedIndices,
            i => standing.Votes(i).Value!.Value,
            1,
            Tie
        );
        if (choice.Tie is { } tie)
        {
            var open = tie with { Seats = standing.SeatsLeft };
            return (standing with { Tie = open }).With(
                entry,
                () => $"{Shown.Row(tie.Names)} have equal votes: {tie.Because}."
            );
        }

        var left = standing.SeatsLeft;
        var first = choice.Chosen[0];
        var after = standing with { Seats = standing.Seats.SetItem(first, standing.Seats[first] + left) };
        return after.With(entry, () => $"{standing.Name(first)} gets all {Shown.Seats(left)} that were left.");
    }

    /// <summary>
    /// One seat each in the order of remainders. Where more seats are left than lists, which a factor on a quotient can
    /// bring about, every list gets one and a further round follows.
    /// </summary>
    private Standing LargestRemainder(Standing standing, RuleEntry entry)
    {
        var after = standing;
        var winners = new List<int>();
        var settled = "";
        while (after.SeatsLeft > 0 && after.Tie is null)
        {
            var current = after;
            var competing = Competing(current, entry).ToList();
            if (competing.Count == 0)
            {
                break;
            }

            var choice = Choice.Of(
                current,
                entry.Id,
                competing,
                i => current.Quotients[i].Fraction(),
                current.SeatsLeft,
                Tie
            );
            var seats = current.Seats.ToBuilder();
            foreach (var index in choice.Chosen)
            {
                seats[index]++;
            }

            winners.AddRange(choice.Chosen);
            settled = choice.Settled;
            after = current with
            {
                Seats = seats.ToImmutable(),
                Tie = choice.Tie,
                ByRemainder = true,
                Awards = current.Awards.AddRange(
                    choice.Chosen.Select(i => new Award(i, entry.Id, current.Quotients[i].Fraction()))
                ),
                LotsUsed = current.LotsUsed.AddRange(choice.LotsUsed),
            };
        }

        var final = after;
        return final.With(entry, () => Statement(standing, final, winners, settled), () => Table(final, winners));
    }

    private static string Statement(Standing before, Standing after, List<int> winners, string settled)
    {
        var each = winners
            .GroupBy(i => i)
            .Select(g =>
                $"{after.Name(g.Key)} ({Shown.Decimal(after.Quotients[g.Key].Fraction())}{(g.Count() > 1 ? $", {g.Count()} seats" : "")})"
            );
        var statement =
            winners.Count == 0
                ? (after.SeatsLeft > 0 ? "No list competes; the seats stay unassigned." : "")
                : $"{Shown.Seats(winners.Count)} by largest remainder: {Shown.Row(each)}.";
        if (settled.Length > 0)
        {
            statement += $" {char.ToUpperInvariant(settled[0])}{settled[1..]}.";
        }

        return after.Tie is { } tie
            ? $"{statement} {Shown.Seats(tie.Seats)} of {before.SeatsLeft} stays open between {Shown.Row(tie.Names)}, whose remainders are equal: {tie.Because}.".TrimStart()
            : statement;
    }

    private static StepTable Table(Standing after, List<int> winners) =>
        new(
            ["remainder", "exactly", "seats by remainder", "seats"],
            [
                .. after
                    .AdmittedIndices.OrderByDescending(i => after.Quotients[i].Fraction())
                    .ThenBy(i => i)
                    .Select(i => new StepRow(
                        after.Id(i),
                        [
                            Shown.Decimal(after.Quotients[i].Fraction()),
                            after.Quotients[i].Fraction().ToString(),
                            Shown.Whole(winners.Count(w => w == i)),
                            Shown.Whole(after.Seats[i]),
                        ]
                    )),
            ]
        );
}
