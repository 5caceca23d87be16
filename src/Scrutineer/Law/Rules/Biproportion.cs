using System.Collections.Immutable;
using Scrutineer.Allocation;
using Scrutineer.Allocation.Biproportional;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>
/// Places the seats of the lists in the territories so that both have their seats: the votes of a list in a place are
/// divided by a divisor of the place and one of the list, and rounded.
/// </summary>
public sealed record Biproportion : Rule
{
    /// <summary>Where.</summary>
    [Field("to", "The level whose places have their seats beforehand.", Required = true)]
    public string To { get; init; } = "";

    /// <summary>The seats of the lists.</summary>
    [Field("lists", "The earlier rule that computed the seats of each list.", Required = true)]
    public string Lists { get; init; } = "";

    /// <summary>The rounding.</summary>
    [Field("series", "The divisor series by which quotients are rounded.", Required = true)]
    public Series Series { get; init; } = null!;

    /// <summary>Whether the strongest list of a place has a seat there.</summary>
    [Field("strongest-at-least", "How many seats the strongest list of a place gets there at the least; 0 or 1.")]
    public int StrongestAtLeast { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> SeatReferences => [Lists];

    /// <inheritdoc/>
    public override bool IsBetweenTiers => true;

    /// <inheritdoc/>
    public override bool AwardsSeats => true;

    /// <inheritdoc/>
    protected override string Words() =>
        $"The seats that each list has by '{Lists}' are placed in each {To.Replace('-', ' ')} so that it, too, has its seats: the votes of a list there are divided by a divisor of the place and a divisor of the list and rounded by the divisors {Series.InWords()}"
        + (StrongestAtLeast > 0 ? $"; the strongest list of a place gets at least {StrongestAtLeast}" : "")
        + ".";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        if ((SeatWords.Unknown(standing, entry) ?? SeatWords.Waits(standing, entry)) is { } stopped)
        {
            return stopped;
        }

        var places = Tiers.Reached(standing, To).ToList();
        var count = standing.Seats.Length;
        var votes = new Table<long>(places.Count, count, [.. places.SelectMany(SeatWords.VotesOfAdmitted)]);
        ImmutableArray<int> rows = [.. places.Select(p => p.ContestSeats)];
        ImmutableArray<int> columns = standing.SeatsFrom(Lists) ?? [.. new int[count]];
        var result = new BiproportionalMethod(Series.Method).Apportion(
            votes,
            rows,
            columns,
            StrongestAtLeast > 0 ? WinnerTakesOne.Of(votes, rows).Minimum : null
        );
        if (!result.Succeeded)
        {
            var none = Named(result.Problem, places, standing);
            return standing.With(entry, () => none).End(Outcome.NoDistribution, none);
        }

        var share = result.Apportionment;
        if (share.Tie is { } equal)
        {
            var tie = new Evaluation.Tie(
                [.. equal.Cells.Select(c => $"{standing.Id(c.Column)} in {places[c.Row].Place}")],
                equal.Seats,
                entry.Id,
                "the quotients stand on a border of rounding in both directions"
            );
            var open = $"{Shown.Seats(tie.Seats)} stays open between {Shown.Row(tie.Among)}: {tie.Because}.";
            return (standing with { Tie = tie }).With(entry, () => open).End(Outcome.Tied, open);
        }

        var seats = places
            .Index()
            .ToDictionary(p => p.Item.Place, p => share.Seats.Row(p.Index), StringComparer.Ordinal);
        var after = Filled(standing, seats);
        return after.With(
            entry,
            () =>
                $"{Shown.Seats(columns.Sum())} in {Shown.Of(places.Count, "place", "places")}. Divisors of the places: {Row(places.Select(p => p.Place), share.Certificate.RowDivisors)}; of the lists: {Row(Enumerable.Range(0, count).Select(standing.Id), share.Certificate.ColumnDivisors)}."
        );
    }

    private static string Row(IEnumerable<string> names, ImmutableArray<Rational?> divisors) =>
        Shown.Row(names.Zip(divisors).Where(d => d.Second is not null).Select(d => $"{d.First} {d.Second}"));

    private Standing Filled(Standing standing, Dictionary<string, ImmutableArray<int>> seats) =>
        standing.Tally.Level == To
            ? standing with
            {
                Seats = [.. standing.Seats.Select((s, i) => s + seats[standing.Place][i])],
            }
            : standing.WithPlaces(standing.Places.Select(p => Filled(p, seats)));

    private static string Named(BiproportionalProblem problem, List<Standing> places, Standing standing) =>
        problem.Columns.IsDefaultOrEmpty
            ? problem.Message
            : $"No placing exists: {Shown.Row(problem.Columns.Select(standing.Name))} would need {Shown.Seats((int)problem.Needed)} from {Shown.Row(problem.Rows.Select(r => places[r].Place))}, which can give them {problem.Available}.";
}
