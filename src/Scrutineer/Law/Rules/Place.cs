using System.Collections.Immutable;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>By what the seats of a tier come down to its places.</summary>
public enum PlaceMeasure
{
    /// <summary>
    /// Over all lists together: the votes of a list in a place over the divisor for the seats it holds there, divided by
    /// the average number of votes for a seat of that place.
    /// </summary>
    QuotientOverAverage,

    /// <summary>
    /// One by one in the order in which the lists earn them: to the place where the list's share of the votes over the
    /// divisor for the seats it holds there is largest.
    /// </summary>
    ShareQuotient,

    /// <summary>Each list's seats by itself: to the largest quotients of its votes in the places and the series.</summary>
    WithinList,

    /// <summary>
    /// Over all lists together: the votes of a list in a place over the divisor for the seats it holds there; a place or a
    /// list that has its number is passed over.
    /// </summary>
    LargestQuotient,
}

/// <summary>Brings the seats that the lists hold in the whole down to constituencies.</summary>
public sealed record Place : Rule
{
    /// <summary>Where to.</summary>
    [Field("to", "The level whose places get the seats.", Required = true)]
    public string To { get; init; } = "";

    /// <summary>By what.</summary>
    [Field("by", "By what the seats are placed.", Required = true)]
    public PlaceMeasure By { get; init; }

    /// <summary>The series.</summary>
    [Field("series", "The divisor series that belongs to it.", Required = true)]
    public Series Series { get; init; } = null!;

    /// <summary>How many for each place.</summary>
    [Field("each-place", "How many of these seats each place gets; the published numbers where nothing is said.")]
    public int? EachPlace { get; init; }

    /// <summary>A least number.</summary>
    [Field("at-least", "An earlier rule or contest whose seats each list gets in each place at the least.")]
    public string? AtLeast { get; init; }

    /// <summary>How a tie is broken.</summary>
    [Field("tie", "How equal claims are decided, tried in this order.")]
    public IReadOnlyList<TieRule> Tie { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<string> SeatReferences => AtLeast is { } reference ? [reference] : [];

    /// <inheritdoc/>
    public override bool IsBetweenTiers => true;

    private string Level => To.Replace('-', ' ');

    /// <inheritdoc/>
    protected override string Words() =>
        By switch
        {
            PlaceMeasure.QuotientOverAverage =>
                $"The seats that the lists got in the whole are placed in the {Level} where the votes of the list, over the divisors {Series.InWords()} for the seats it holds there, are most in proportion to the average votes for a seat there; the largest of all goes first{Each}",
            PlaceMeasure.ShareQuotient =>
                $"The seats that the lists got in the whole are placed one by one, in the order in which the lists earn them, in the {Level} where the list's share of the votes, over the divisors {Series.InWords()} for the seats it holds there, is largest{Each}",
            PlaceMeasure.LargestQuotient =>
                $"The seats that the lists got in the whole are placed in the {Level} where the votes of the list, over the divisors {Series.InWords()} for the seats it holds there, are most; the largest of all lists goes first{Each}",
            _ =>
                $"The seats of each list are shared out among its lists in each {Level} by the divisors {Series.InWords()}"
                    + (AtLeast is { } floor ? $"; in each it gets at least its seats by '{floor}'" : ""),
        }
        + TieWords.After(Tie)
        + ".";

    private string Each =>
        EachPlace is { } number ? $"; each {Level} gets {number}" : $"; each {Level} gets its fixed number";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        if (SeatWords.Waits(standing, entry) is { } waits)
        {
            return waits;
        }

        var places = Tiers.Reached(standing, To).ToList();
        if (places.Find(p => p.AdmittedIndices.Any(i => !p.Votes(i).IsKnown)) is { } blind)
        {
            var unknown = $"The seats cannot be placed: votes in {blind.Place} are not reported.";
            return standing.With(entry, () => unknown).End(Outcome.Unknown, unknown);
        }

        var work = new Placement(standing, entry, this, places);
        var problem = By switch
        {
            PlaceMeasure.QuotientOverAverage => work.OverAverage(),
            PlaceMeasure.ShareQuotient => work.OneByOne(),
            PlaceMeasure.LargestQuotient => work.Largest(),
            _ => work.WithinLists(),
        };
        if (problem is { } stop)
        {
            return (stop.Tie is null ? standing : standing with { Tie = stop.Tie })
                .With(entry, () => stop.Because)
                .End(stop.Tie is null ? Outcome.Unknown : Outcome.Tied, stop.Because);
        }

        var byPlace = places
            .Select((p, i) => (p.Place, Row: work.Given[i]))
            .ToDictionary(p => p.Place, p => p.Row, StringComparer.Ordinal);
        var after = Put(standing, byPlace, entry) with { Seats = standing.Seats };
        return after.With(
            entry,
            () =>
                $"{Shown.Seats(byPlace.Values.Sum(r => r.Sum()))} placed in {Shown.Of(places.Count, "place", "places")}.",
            () => Table(after, places, work.Given)
        );
    }

    private Standing Put(Standing standing, Dictionary<string, int[]> given, RuleEntry entry)
    {
        if (standing.Tally.Level == To)
        {
            var row = given[standing.Place];
            return standing with
            {
                Seats = [.. standing.Seats.Select((s, i) => s + row[i])],
                ContestSeats = Math.Max(standing.ContestSeats, standing.Seats.Sum() + row.Sum()),
                SeatsBy = standing.SeatsBy.SetItem(entry.Id, [.. row]),
            };
        }

        var places = standing.Places.Select(p => Put(p, given, entry)).ToImmutableArray();
        return standing with
        {
            Places = places,
            Seats = [.. standing.Unplaced.Select((s, i) => s + places.Sum(p => p.Seats[i]))],
            SeatsBy = standing.SeatsBy.SetItem(
                entry.Id,
                [.. Enumerable.Range(0, standing.Seats.Length).Select(i => places.Sum(p => p.SeatsBy[entry.Id][i]))]
            ),
        };
    }

    private static StepTable Table(Standing after, List<Standing> places, int[][] given)
    {
        var lists = Enumerable.Range(0, after.Seats.Length).Where(i => given.Any(g => g[i] > 0)).ToList();
        return new StepTable(
            [.. lists.Select(after.Id)],
            [
                .. places.Select(
                    (p, k) =>
                        new StepRow(p.Place, [.. lists.Select(i => given[k][i] == 0 ? "·" : Shown.Whole(given[k][i]))])
                ),
            ]
        )
        {
            Of = "place",
        };
    }
}
