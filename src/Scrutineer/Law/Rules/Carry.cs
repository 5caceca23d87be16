using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>
/// Carries what the constituencies left over up to the whole: seats and unused votes are summed, the seats shared out by a
/// quota and largest remainders, and brought back to the constituencies in the order of the remainders there.
/// </summary>
public sealed record Carry : Rule
{
    /// <summary>From where.</summary>
    [Field("from", "The level in whose places seats and votes were left over by a division.", Required = true)]
    public string From { get; init; } = "";

    /// <summary>The quota.</summary>
    [Field("quota", "The quota of the unused votes for the seats carried up.", Required = true)]
    public QuotaName Quota { get; init; }

    /// <summary>How a tie is broken.</summary>
    [Field("tie", "How equal remainders are decided, tried in this order.")]
    public IReadOnlyList<TieRule> Tie { get; init; } = [];

    /// <inheritdoc/>
    public override bool IsBetweenTiers => true;

    /// <inheritdoc/>
    protected override string Words() =>
        $"The seats left in each {From} are filled together: the unused votes of each list are summed and divided by the {QuotaNames.InWords(Quota)} quota (their sum {QuotaNames.Formula(Quota)}), the seats left then going to the largest remainders; each list's seats come to the places where its remainder is the largest part of the quota and a seat is free{TieWords.After(Tie)}.";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        if (SeatWords.Waits(standing, entry) is { } waits)
        {
            return waits;
        }

        var places = Tiers.Reached(standing, From).Where(p => p.Quota is not null).ToList();
        var room = places.ConvertAll(p => p.SeatsLeft);
        var left = room.Sum();
        if (left <= 0)
        {
            return standing.With(entry, () => "No seat is left in any place.");
        }

        var unused = Enumerable
            .Range(0, standing.Seats.Length)
            .Select(i =>
                places.Aggregate(
                    Rational.Zero,
                    (sum, p) => p.Admitted[i] ? sum + (p.Quotients[i].Fraction() * p.Quota!.Value) : sum
                )
            )
            .ToList();
        var total = unused.Aggregate(Rational.Zero, (sum, u) => sum + u);
        if (QuotaNames.Value(Quota, total, left) is not { } quota)
        {
            const string None = "There are no unused votes by which the seats left could be shared out.";
            return standing.With(entry, () => None).End(Outcome.NoDistribution, None);
        }

        var given = unused.Select((u, i) => standing.Admitted[i] ? (int)(u / quota).Floor() : 0).ToArray();
        var choice = Choice.Of(
            standing,
            entry.Id,
            standing.AdmittedIndices,
            i => (unused[i] / quota).Fraction(),
            left - given.Sum(),
            Tie
        );
        if (choice.Tie is { } tie)
        {
            var open =
                $"{Shown.Seats(tie.Seats)} stays open between {Shown.Row(tie.Names)}, whose unused votes are equal: {tie.Because}.";
            return (standing with { Tie = tie }).With(entry, () => open).End(Outcome.Tied, open);
        }

        foreach (var index in choice.Chosen)
        {
            given[index]++;
        }

        var byPlace = PlaceByRemainder(places, room, given, out var equal);
        if (equal is not null)
        {
            return standing.With(entry, () => equal).End(Outcome.Tied, equal);
        }

        var rows = places
            .Select((p, k) => (p.Place, Row: byPlace[k]))
            .ToDictionary(p => p.Place, p => p.Row, StringComparer.Ordinal);
        var after = Put(standing, rows, entry);
        return after.With(
            entry,
            () =>
                $"{Shown.Whole(total.Floor())} unused votes for {Shown.Seats(left)}, quota {Shown.Decimal(quota)}: {SeatWords.Row(after, given)}.",
            () =>
                new StepTable(
                    ["unused votes", "seats"],
                    [
                        .. after.AdmittedIndices.Select(i => new StepRow(
                            after.Id(i),
                            [Shown.Decimal(unused[i]), Shown.Whole(given[i])]
                        )),
                    ]
                )
        );
    }

    private static int[][] PlaceByRemainder(List<Standing> places, List<int> room, int[] given, out string? equal)
    {
        equal = null;
        int[] open = [.. given];
        int[][] rows = [.. places.Select(_ => new int[open.Length])];
        var claims = (
            from place in Enumerable.Range(0, places.Count)
            from list in Enumerable.Range(0, open.Length)
            where places[place].Admitted[list]
            orderby places[place].Quotients[list].Fraction() descending
            select (Place: place, List: list, Remainder: places[place].Quotients[list].Fraction())
        ).ToList();
        while (open.Sum() > 0 && claims.Exists(c => open[c.List] > 0 && room[c.Place] > 0))
        {
            foreach (var claim in claims)
            {
                if (open[claim.List] == 0 || room[claim.Place] == 0)
                {
                    continue;
                }

                if (
                    claims.Exists(c =>
                        c.Remainder == claim.Remainder
                        && c != claim
                        && open[c.List] > 0
                        && room[c.Place] > 0
                        && (
                            (c.List == claim.List && open[c.List] == 1)
                            || (c.Place == claim.Place && room[c.Place] == 1)
                        )
                    )
                )
                {
                    equal =
                        $"Where a carried seat comes to is open: remainders in {places[claim.Place].Place} are equal to others.";
                    return rows;
                }

                rows[claim.Place][claim.List]++;
                open[claim.List]--;
                room[claim.Place]--;
            }
        }

        return rows;
    }

    private Standing Put(Standing standing, Dictionary<string, int[]> rows, RuleEntry entry) =>
        standing.Tally.Level == From
            ? rows.TryGetValue(standing.Place, out var row)
                ? standing with
                {
                    Seats = [.. standing.Seats.Select((s, i) => s + row[i])],
                    SeatsBy = standing.SeatsBy.SetItem(entry.Id, [.. row]),
                }
                : standing
            : standing.WithPlaces(standing.Places.Select(p => Put(p, rows, entry)));
}
