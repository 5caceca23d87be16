using System.Globalization;

namespace Scrutineer.Counting.Import;

/// <summary>The texts of a row: the names of its units, the moment of its report, and whether it is counted at all.</summary>
internal sealed partial class RowReader
{
    private bool Passes(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < plan.Only.Count; i++)
        {
            if (!Holds(plan.Only[i].Equal, Content(Text(bytes, plan.Only[i].Text))))
            {
                FilteredOnly[i]++;
                return false;
            }
        }

        for (var i = 0; i < plan.LeaveOut.Count; i++)
        {
            if (Holds(plan.LeaveOut[i].Equal, Content(Text(bytes, plan.LeaveOut[i].Text))))
            {
                FilteredOut[i]++;
                return false;
            }
        }

        return true;
    }

    private static bool Holds(byte[][] texts, ReadOnlySpan<byte> text)
    {
        foreach (var known in texts)
        {
            if (text.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The unit above the station: that of the row before where the bytes are the same.</summary>
    private int ParentOf(ReadOnlySpan<byte> bytes, int line)
    {
        if (hasLast && IsLastParent(bytes))
        {
            return lastParent;
        }

        hasLast = false;
        var parent = -1;
        for (var level = 0; level < plan.ParentTexts.Count; level++)
        {
            var name = plan.Fixed[level] ?? NameOf(bytes, plan.ParentTexts[level]);
            name = name.IsEmpty ? plan.Unnamed[level] : name;
            if (name.IsEmpty)
            {
                return NoName;
            }

            parent = Units.Of(parent, name, line);
        }

        textStart.CopyTo(lastStart, 0);
        textEnd.CopyTo(lastEnd, 0);
        lastParent = parent;
        hasLast = true;
        return parent;
    }

    private bool IsLastParent(ReadOnlySpan<byte> bytes)
    {
        foreach (var text in parentTexts)
        {
            if (!bytes[textStart[text]..textEnd[text]].SequenceEqual(bytes[lastStart[text]..lastEnd[text]]))
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<byte> Text(ReadOnlySpan<byte> bytes, int text) => bytes[textStart[text]..textEnd[text]];

    /// <summary>The name in one or several texts, without quotation marks and spaces at the ends.</summary>
    private ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> bytes, int[] texts)
    {
        if (texts.Length == 1)
        {
            return Content(Text(bytes, texts[0]));
        }

        var length = 0;
        foreach (var text in texts)
        {
            var part = Content(Text(bytes, text));
            if (scratch.Length < length + part.Length + 1)
            {
                Array.Resize(ref scratch, (length + part.Length + 1) * 2);
            }

            if (length > 0 && part.Length > 0)
            {
                scratch[length++] = (byte)' ';
            }

            part.CopyTo(scratch.AsSpan(length));
            length += part.Length;
        }

        return scratch.AsSpan(0, length);
    }

    /// <summary>A cell without quotation marks around it and spaces at its ends.</summary>
    private ReadOnlySpan<byte> Content(ReadOnlySpan<byte> cell)
    {
        if (cell.Length >= 2 && cell[0] == '"')
        {
            cell = cell[1..^1];
            if (cell.Contains((byte)'"'))
            {
                return Unescaped(cell);
            }
        }

        return cell.Trim((byte)' ');
    }

    private ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> cell)
    {
        if (unquoted.Length < cell.Length)
        {
            unquoted = new byte[cell.Length * 2];
        }

        var length = 0;
        for (var i = 0; i < cell.Length; i++)
        {
            unquoted[length++] = cell[i];
            i += cell[i] == '"' ? 1 : 0;
        }

        return unquoted.AsSpan(0, length).Trim((byte)' ');
    }

    private long MomentOf(ReadOnlySpan<byte> bytes, int line)
    {
        var text = encoding.GetString(NameOf(bytes, plan.MomentTexts));
        if (
            DateTime.TryParseExact(
                text,
                plan.Mapping.File.Reported!.Form,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var moment
            )
        )
        {
            return moment.Ticks;
        }

        Issues.Add(
            new RowIssue(
                line,
                RowIssueKind.NoMoment,
                NumberFault.None,
                plan.TextColumns[plan.MomentTexts[0]] + 1,
                Shorten(text),
                0
            )
        );
        return 0;
    }
}
