using Scrutineer.Allocation;
using Scrutineer.Dossier;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Results;

/// <summary>The seats of the contests that stand before one in the law: as computed, or, without votes, as declared.</summary>
internal static class EarlierSeats
{
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> None { get; } =
        new Dictionary<string, IReadOnlyDictionary<string, int>>();

    public static IReadOnlyDictionary<string, SeatTable> Before(ElectionDossier dossier, string contest)
    {
        var tables = new OrderedDictionary<string, SeatTable>(StringComparer.Ordinal);
        var rules = dossier.Edition.Text.Contests[contest].Rules;
        if (!rules.Any(r => r.Rule.SeatReferences.Any() || r.Beside.Readings.Count > 0))
        {
            // Nothing looks back; evaluating the other contests would be in vain.
            return tables;
        }

        foreach (var earlier in dossier.Edition.Text.Contests.Keys.TakeWhile(k => k != contest))
        {
            if (dossier.File.Contests.ContainsKey(earlier) && Of(dossier, earlier) is { } table)
            {
                tables[earlier] = table;
            }
        }

        return tables;
    }

    private static SeatTable? Of(ElectionDossier dossier, string contest)
    {
        var results = ElectionResult.OfContest(dossier, contest, traced: false, margins: false);
        var rows = new List<(string Place, string List, int Seats)>();
        var led = new List<SeatLed>();
        foreach (var result in results)
        {
            if (result.Standing is { } standing)
            {
                rows.AddRange(
                    from place in standing.Constituencies.Prepend(standing)
                    from i in Enumerable.Range(0, place.Seats.Length)
                    select (place.Place, place.Id(i), place.Unplaced[i])
                );
                if (Led(dossier, result.Unit, standing) is { } seat)
                {
                    led.Add(seat);
                }
            }
        }

        if (rows.Count == 0)
        {
            var declared = dossier.OfficialByPlace(contest);
            rows.AddRange(
                declared.Count > 0
                    ? declared.SelectMany(p => p.Value.Select(s => (p.Key, s.Key, s.Value)))
                    : dossier.OfficialSeats(contest).Select(s => (Tally.Nation, s.Key, s.Value))
            );
        }

        return rows.Count == 0 ? null : Sum(dossier, rows) with { Led = led };
    }

    /// <summary>With which share the one seat of a unit is led; nothing where it has several, or its votes are not all known.</summary>
    private static SeatLed? Led(ElectionDossier dossier, string unit, Standing standing) =>
        standing is { ContestSeats: 1, Tally.VotesForLists.Value: { } valid and > 0 }
        && standing.Seats.IndexOf(1) is var first and >= 0
            ? new SeatLed(
                unit,
                dossier.File.Units.GetValueOrDefault(unit)?.Within ?? Tally.Nation,
                standing.Id(first),
                new Rational(standing.Votes(first).Value!.Value, valid)
            )
            : null;

    /// <summary>Adds each row to its place and to every place above it.</summary>
    private static SeatTable Sum(ElectionDossier dossier, IEnumerable<(string Place, string List, int Seats)> rows)
    {
        var sums = new OrderedDictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var (place, list, seats) in rows)
        {
            string? at = place;
            while (at is not null)
            {
                if (!sums.TryGetValue(at, out var lists))
                {
                    sums[at] = lists = new Dictionary<string, int>(StringComparer.Ordinal);
                }

                lists[list] = lists.GetValueOrDefault(list) + seats;
                at = at == Tally.Nation ? null : dossier.File.Units.GetValueOrDefault(at)?.Within ?? Tally.Nation;
            }
        }

        return new SeatTable(
            sums.ToDictionary(s => s.Key, s => (IReadOnlyDictionary<string, int>)s.Value, StringComparer.Ordinal)
        );
    }
}
