using Scrutineer.Findings;

namespace Scrutineer.Counting.Units;

/// <summary>Does a register of units make a tree on every day: each unit once, every parent there, no circle.</summary>
internal static class UnitCheck
{
    public static void All(IReadOnlyList<UnitRow> rows, Problems problems)
    {
        var byId = rows.ToLookup(r => r.Id, StringComparer.Ordinal);
        foreach (var same in byId)
        {
            Once(same, r => $"The unit '{r.Id}' is given twice for the same days", problems);
        }

        foreach (
            var beside in rows.ToLookup(r => (r.Parent, r.Code)).Where(g => g.Select(r => r.Id).Distinct().Count() > 1)
        )
        {
            Once(beside, r => $"Two units within '{r.Parent}' have the code '{r.Code}' on the same days", problems);
        }

        foreach (var row in rows)
        {
            Parent(row, byId, problems);
            foreach (var follows in row.Follows.Where(f => !byId.Contains(f)))
            {
                problems.Add(
                    row.At,
                    $"'{row.Id}' took over the voters of '{follows}', which is no unit of this file.",
                    "the id of an earlier unit",
                    Problems.Nearest(follows, Beside(byId, row))
                );
            }
        }

        foreach (var day in rows.Select(r => r.From ?? DateOnly.MinValue).Distinct().Order())
        {
            Circles([.. rows.Where(r => r.HoldsOn(day))], problems);
        }
    }

    private static void Once(IEnumerable<UnitRow> rows, Func<UnitRow, string> found, Problems problems)
    {
        UnitRow? latest = null;
        foreach (var row in rows.OrderBy(r => r.From ?? DateOnly.MinValue).ThenBy(r => r.At))
        {
            if (latest is not null && row.Overlaps(latest))
            {
                problems.Add(
                    row.At,
                    $"{found(row)} (first in line {latest.At.Line}).",
                    "each unit once on each day",
                    "Remove one of the two, or say until when the first holds."
                );
            }

            latest =
                latest is null || (row.Until ?? DateOnly.MaxValue) >= (latest.Until ?? DateOnly.MaxValue)
                    ? row
                    : latest;
        }
    }

    private static void Parent(UnitRow row, ILookup<string, UnitRow> byId, Problems problems)
    {
        if (row.Parent.Length == 0)
        {
            return;
        }

        if (!byId.Contains(row.Parent))
        {
            problems.Add(
                row.At,
                $"'{row.Id}' lies within '{row.Parent}', which is no unit of this file.",
                "the id of a unit",
                Problems.Nearest(row.Parent, Beside(byId, row))
            );
            return;
        }

        // The rows above must hold on every day on which this one does.
        var next = row.From ?? DateOnly.MinValue;
        foreach (var above in byId[row.Parent].OrderBy(r => r.From ?? DateOnly.MinValue))
        {
            if (above.HoldsOn(next))
            {
                if (above.Until is not { } until || until >= (row.Until ?? DateOnly.MaxValue))
                {
                    return;
                }

                next = until.AddDays(1);
            }
        }

        problems.Add(
            row.At,
            $"'{row.Id}' lies within '{row.Parent}', which does not exist on {next:yyyy-MM-dd}.",
            "a unit that exists on the same days",
            "Correct the days of one of the two, or move the unit with a new row."
        );
    }

    private static void Circles(IReadOnlyList<UnitRow> rows, Problems problems)
    {
        var parent = rows.DistinctBy(r => r.Id).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var way = new List<string>();
            var onWay = new HashSet<string>(StringComparer.Ordinal);
            var id = row.Id;
            while (!done.Contains(id) && parent.TryGetValue(id, out var above) && onWay.Add(id))
            {
                way.Add(id);
                id = above.Parent;
            }

            if (onWay.Contains(id))
            {
                // Told once for each day on which the circle begins to hold; equal problems are told once.
                var circle = way[way.IndexOf(id)..];
                var first = circle.Select(c => parent[c]).MinBy(r => r.At)!;
                var named = circle.Count <= 6 ? circle : [.. circle[..6], "…"];
                problems.Add(
                    first.At,
                    $"{circle.Count} units lie within each other in a circle: {string.Join(" → ", named)} → {id}.",
                    "a tree: a unit lies within one above it, up to the top",
                    "Correct the parent of one of them."
                );
            }

            done.UnionWith(way);
        }
    }

    // Ids that look alike are sought among the units of one level only, to stay quick with a hundred thousand.
    private static IEnumerable<string> Beside(ILookup<string, UnitRow> byId, UnitRow row) =>
        byId.SelectMany(g => g)
            .Where(r => r.Id != row.Id && r.Level != row.Level)
            .Select(r => r.Id)
            .Distinct()
            .Take(500);
}
