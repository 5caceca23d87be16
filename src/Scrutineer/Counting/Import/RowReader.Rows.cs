using System.Runtime.CompilerServices;
using System.Text.Unicode;
using Scrutineer.Counting.Forms;

namespace Scrutineer.Counting.Import;

/// <summary>What becomes of a row: kept with its figures and what its relations say, or refused with the reason.</summary>
internal sealed partial class RowReader
{
    private void TakeRow(
        ProtocolChunk chunk,
        ReadOnlySpan<byte> bytes,
        int start,
        int offset,
        int line,
        bool allKnown,
        bool sound
    )
    {
        if (!Passes(bytes) || (isLong && !TakeFigure(bytes, line)))
        {
            pending.Clear();
            return;
        }

        var parent = ParentOf(bytes, line);
        var name = NameOf(bytes, stationTexts);
        name = name.IsEmpty ? plan.Unnamed[^1] : name;
        if (parent == NoName || name.IsEmpty)
        {
            pending.Clear();
            Issues.Add(new RowIssue(line, RowIssueKind.NoUnitName, NumberFault.None, 0, "", 0));
            return;
        }

        if (pending.Count > 0 && !TakePending(bytes, start, line))
        {
            return;
        }

        if (!sound && !Utf8.IsValid(bytes[start..LineEnd(bytes, start)]))
        {
            var shown = Shorten(encoding.GetString(name));
            Issues.Add(new RowIssue(line, RowIssueKind.OtherEncoding, NumberFault.None, 0, shown, 0));
        }

        var row = chunk.Rows;
        if (isLong)
        {
            chunk.Figures ??= new int[chunk.Lines.Length];
            chunk.Figures[row] = figure;
        }
        else
        {
            Check(chunk, row, allKnown && isComplete);
        }

        Store(chunk.Cells.AsSpan(row * width, width), chunk, row * width);
        chunk.Lines[row] = line;
        chunk.Offsets[row] = offset;
        chunk.Parents[row] = parent;
        chunk.Hashes[row] = NameTable.Hash(name);
        chunk.AddName(row, name);
        if (chunk.Copies is not null)
        {
            chunk.Copies[row] = Copies.Of(-1, Content(Text(bytes, plan.CopyText)), line);
        }

        if (chunk.Moments is not null)
        {
            chunk.Moments[row] = MomentOf(bytes, line);
        }

        chunk.Rows++;
    }

    /// <summary>Tells what was wrong with the cells of a row; false where the row is the header once more.</summary>
    private bool TakePending(ReadOnlySpan<byte> bytes, int start, int line)
    {
        var isHeader =
            headerLine.Length > 0 && bytes[start..LineEnd(bytes, start)].TrimEnd((byte)'\r').SequenceEqual(headerLine);
        if (isHeader)
        {
            Issues.Add(new RowIssue(line, RowIssueKind.HeaderAgain, NumberFault.None, 0, "", 0));
        }
        else
        {
            foreach (var (column, fault, text) in pending)
            {
                Issues.Add(new RowIssue(line, RowIssueKind.NoNumber, fault, column + 1, text, 0));
            }
        }

        pending.Clear();
        return !isHeader;
    }

    /// <summary>Reads the one figure of a row of a long table into the first cell.</summary>
    private bool TakeFigure(ReadOnlySpan<byte> bytes, int line)
    {
        var key = encoding.GetString(Content(Text(bytes, plan.Long.Key)));
        if (!plan.Keys.TryGetValue(key, out figure))
        {
            Issues.Add(
                new RowIssue(
                    line,
                    RowIssueKind.UnknownFigure,
                    NumberFault.None,
                    plan.TextColumns[plan.Long.Key] + 1,
                    Shorten(key),
                    0
                )
            );
            return false;
        }

        hasOdd = true;
        states[0] = CountState.Known;
        ReadOdd(Text(bytes, plan.Long.Value), 0, plan.TextColumns[plan.Long.Value]);
        return true;
    }

    /// <summary>Holds the figures at hand against the form.</summary>
    private void Check(ProtocolChunk chunk, int row, bool allKnown)
    {
        if (allKnown && !hasLimits && Hold())
        {
            return;
        }

        var check = layout.Check(values, allKnown ? default : states);
        chunk.Take(row, check, plan.RelationIndex, Untold);
    }

    /// <summary>Whether every relation holds, where all figures are known: what nearly every row comes to.</summary>
    private bool Hold()
    {
        foreach (var relation in relations)
        {
            if (relation.Check(values, default).Result != RelationResult.Holds)
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Store(Span<int> cells, ProtocolChunk chunk, int index)
    {
        if (!hasOdd && isComplete)
        {
            long bits = 0;
            var numbers = values.AsSpan(0, cells.Length);
            for (var i = 0; i < cells.Length; i++)
            {
                bits |= numbers[i];
                cells[i] = (int)numbers[i];
            }

            if (bits <= int.MaxValue)
            {
                return;
            }
        }

        for (var i = 0; i < cells.Length; i++)
        {
            var isKnown = states[i] == CountState.Known;
            cells[i] = isKnown && values[i] <= int.MaxValue ? (int)values[i] : ProtocolChunk.CodeOf(states[i]);
            if (isKnown && values[i] > int.MaxValue)
            {
                chunk.Large[index + i] = values[i];
            }
        }
    }

    private void Refuse(ReadOnlySpan<byte> bytes, int start, ref int from, int line, RowEnd end)
    {
        pending.Clear();
        hasLast = false;
        var lineEnd = LineEnd(bytes, start);
        from = lineEnd + 1;
        var kind = end switch
        {
            RowEnd.OpenQuote => RowIssueKind.OpenQuote,
            RowEnd.TextAfterQuote => RowIssueKind.TextAfterQuote,
            _ => RowIssueKind.OtherWidth,
        };
        var columns = 0;
        if (kind == RowIssueKind.OtherWidth && Issues.Keeps(kind))
        {
            columns = TableHeader.Cut(bytes[start..lineEnd], separator, encoding)?.Count ?? 0;
        }

        var text = bytes[start..Math.Min(lineEnd, start + 60)];
        Issues.Add(new RowIssue(line, kind, NumberFault.None, 0, Shorten(encoding.GetString(text)), columns));
    }

    private static int LineEnd(ReadOnlySpan<byte> bytes, int start) => start + bytes[start..].IndexOf((byte)'\n');

    private static string Shorten(string text)
    {
        var plain = text.ReplaceLineEndings(" ");
        return plain.Length <= 40 ? plain : plain[..39] + "…";
    }
}
