using System.Globalization;

namespace Scrutineer.Counting.Import;

/// <summary>Turns the rows of a long table, one figure each, into protocols. A station's rows may stand anywhere in it.</summary>
internal static class LongRows
{
    public static IReadOnlyList<ProtocolChunk> Widen(
        ReadPlan plan,
        IReadOnlyList<ProtocolChunk> narrow,
        RowIssues issues,
        long[] untold
    )
    {
        var width = plan.Layout.Columns.Count;
        var byStation = new NameTable();
        var wide = new List<ProtocolChunk>();
        var starts = new List<int>();
        foreach (var chunk in narrow)
        {
            // Each chunk begins as many protocols as it names stations for the first time.
            var first = byStation.Count;
            var rows = new int[chunk.Rows];
            for (var row = 0; row < chunk.Rows; row++)
            {
                rows[row] = byStation.Of(chunk.Parents[row], chunk.NameOf(row), chunk.Lines[row]);
            }

            var next = new ProtocolChunk(wide.Count, width, byStation.Count - first)
            {
                Offset = chunk.Offset,
                Copies = chunk.Copies is null ? null : new int[byStation.Count - first],
                Moments = chunk.Moments is null ? null : new long[byStation.Count - first],
            };
            wide.Add(next);
            starts.Add(first);
            for (var row = 0; row < chunk.Rows; row++)
            {
                if (rows[row] == first + next.Rows)
                {
                    Begin(plan, next, chunk, row);
                }

                Fill(wide, starts, rows[row], chunk, row, width, issues, plan);
            }
        }

        foreach (var chunk in wide)
        {
            Check(plan, chunk, untold);
        }

        return wide;
    }

    private static void Begin(ReadPlan plan, ProtocolChunk into, ProtocolChunk from, int row)
    {
        var at = into.Rows++;
        var width = plan.Layout.Columns.Count;
        for (var i = 0; i < width; i++)
        {
            // Only a constant is known before a row says so.
            var isConstant = plan.States[i] == CountState.Known && !plan.Keys.ContainsValue(i);
            into.Cells[(at * width) + i] = isConstant ? (int)plan.Constants[i] : ProtocolChunk.NotReported;
        }

        into.Lines[at] = from.Lines[row];
        into.Offsets[at] = from.Offsets[row];
        into.Parents[at] = from.Parents[row];
        into.Hashes[at] = from.Hashes[row];
        into.AddName(at, from.NameOf(row));
        if (into.Copies is not null)
        {
            into.Copies[at] = from.Copies![row];
        }

        if (into.Moments is not null)
        {
            into.Moments[at] = from.Moments![row];
        }
    }

    private static void Fill(
        List<ProtocolChunk> wide,
        List<int> starts,
        int station,
        ProtocolChunk from,
        int row,
        int width,
        RowIssues issues,
        ReadPlan plan
    )
    {
        var index = starts.BinarySearch(station);
        index = index < 0 ? ~index - 1 : starts.FindLastIndex(s => s == station);
        var into = wide[index];
        var before = starts[index];
        var cell = ((station - before) * width) + from.Figures![row];
        var (value, state) = from[row, 0];
        var code = state == CountState.Known && value <= int.MaxValue ? (int)value : ProtocolChunk.CodeOf(state);
        if (into.Cells[cell] == ProtocolChunk.NotReported)
        {
            into.Cells[cell] = code;
            if (code == ProtocolChunk.IsLarge)
            {
                into.Large[cell] = value;
            }
        }
        else if (into.Cells[cell] != code || (code == ProtocolChunk.IsLarge && into.Large[cell] != value))
        {
            issues.Add(
                new RowIssue(
                    from.Lines[row],
                    RowIssueKind.FigureTwice,
                    NumberFault.None,
                    plan.TextColumns[plan.Long.Value] + 1,
                    state == CountState.Known ? value.ToString(CultureInfo.InvariantCulture) : state.ToString(),
                    into.Lines[station - before]
                )
            );
        }
    }

    private static void Check(ReadPlan plan, ProtocolChunk chunk, long[] untold)
    {
        var values = new long[plan.Layout.Columns.Count];
        var states = new CountState[values.Length];
        for (var row = 0; row < chunk.Rows; row++)
        {
            for (var i = 0; i < values.Length; i++)
            {
                (values[i], states[i]) = chunk[row, i];
            }

            chunk.Take(row, plan.Layout.Check(values, states), plan.RelationIndex, untold);
        }
    }
}
