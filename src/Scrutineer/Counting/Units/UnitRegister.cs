using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Units;

/// <summary>
/// The reporting units through time (<c>units.csv</c>): trees of any depth, with dated renames, moves, splits and merges.
/// Columns: unit, parent, level, and where they are known code, name, kind, registered, from, until, follows.
/// </summary>
public sealed class UnitRegister
{
    private UnitRegister(IReadOnlyList<UnitRow> rows) => Rows = rows;

    /// <summary>The rows in the order of the file.</summary>
    public IReadOnlyList<UnitRow> Rows { get; }

    /// <summary>Reads a register. Nothing is returned while a problem stands; all are recorded.</summary>
    public static UnitRegister? Read(string path, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return SourceText.Read(path, problems) is { } source ? Read(source, problems) : null;
    }

    /// <summary>Reads a register from text already in memory.</summary>
    public static UnitRegister? Read(SourceText source, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var rows = UnitFile.Read(source, own);
        if (!own.Any)
        {
            UnitCheck.All(rows, own);
        }

        foreach (var problem in own.InOrder())
        {
            problems.Add(problem.Where, problem.Found, problem.Expected, problem.Remedy);
        }

        return own.Any ? null : new UnitRegister(rows);
    }

    /// <summary>The tree as it stood on a day.</summary>
    public UnitTree On(DateOnly day)
    {
        var rows = Rows.Where(r => r.HoldsOn(day)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var paths = new Dictionary<string, UnitPath>(StringComparer.Ordinal) { [""] = UnitPath.Whole };
        var waiting = new Stack<UnitRow>();
        foreach (var row in rows.Values)
        {
            // The chain to the top is walked with a stack of its own: a tree may be deeper than the call stack.
            for (var above = row; !paths.ContainsKey(above.Id); above = rows[above.Parent])
            {
                waiting.Push(above);
                if (above.Parent.Length == 0)
                {
                    break;
                }
            }

            while (waiting.TryPop(out var next))
            {
                paths[next.Id] = paths[next.Parent].Below(next.Code);
            }
        }

        return UnitTree.Of(
            rows.Values.Select(r => new Unit(paths[r.Id], r.Level)
            {
                Id = r.Id,
                Name = r.Name,
                Kind = r.Kind,
                Registered = r.Registered,
                At = r.At,
            }),
            []
        );
    }

    /// <summary>What changed after one day up to another, in order of the units' ids.</summary>
    public IReadOnlyList<UnitChange> Between(DateOnly before, DateOnly after)
    {
        var old = Rows.Where(r => r.HoldsOn(before)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var now = Rows.Where(r => r.HoldsOn(after)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var changes = new List<UnitChange>();
        var followers = now
            .Values.Where(r => !old.ContainsKey(r.Id))
            .SelectMany(r => r.Follows.Select(f => (Before: f, After: r.Id)))
            .ToLookup(f => f.Before, f => f.After, StringComparer.Ordinal);
        foreach (var id in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            if (old.TryGetValue(id, out var was) && now.TryGetValue(id, out var isNow))
            {
                if (was.Parent != isNow.Parent || was.Code != isNow.Code)
                {
                    changes.Add(new UnitChange(UnitChangeKind.Moved, [id], [id]));
                }
                else if (was.Name != isNow.Name)
                {
                    changes.Add(new UnitChange(UnitChangeKind.Renamed, [id], [id]));
                }

                if (followers.Contains(id))
                {
                    changes.Add(new UnitChange(UnitChangeKind.Split, [id], [id, .. followers[id]]));
                }
            }
            else if (was is null)
            {
                if (now[id].Follows.Count == 0)
                {
                    changes.Add(new UnitChange(UnitChangeKind.Opened, [], [id]));
                }
            }
            else
            {
                changes.Add(Gone(id, [.. followers[id]], now));
            }
        }

        return [.. changes.DistinctBy(c => (c.Kind, string.Join(';', c.Before), string.Join(';', c.After)))];
    }

    private static UnitChange Gone(string id, IReadOnlyList<string> after, Dictionary<string, UnitRow> now) =>
        after.Count switch
        {
            0 => new UnitChange(UnitChangeKind.Closed, [id], []),
            1 when now[after[0]].Follows.Count > 1 => new UnitChange(
                UnitChangeKind.Merged,
                now[after[0]].Follows,
                after
            ),
            1 => new UnitChange(UnitChangeKind.Replaced, [id], after),
            _ => new UnitChange(UnitChangeKind.Split, [id], after),
        };
}
