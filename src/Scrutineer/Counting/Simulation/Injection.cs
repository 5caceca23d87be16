using System.Globalization;

namespace Scrutineer.Counting.Simulation;

/// <summary>What can be put wrong in a made-up nation.</summary>
public enum InjectionKind
{
    /// <summary>Ballots for the leading list are added to the boxes and entered as issued. No control relation breaks.</summary>
    Stuffing,

    /// <summary>Votes of other lists are written down as votes of the leading list. No control relation breaks.</summary>
    Moving,

    /// <summary>The leading list's share is raised to the next whole per cent. No control relation breaks.</summary>
    Rounding,

    /// <summary>Two neighbouring rows of the paper are swapped.</summary>
    SwappedRows,

    /// <summary>One digit of one figure is another one.</summary>
    DigitSlip,
}

/// <summary>An order to put something wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="Stations">In how many stations.</param>
/// <param name="Size">For stuffing and moving, by how many votes in each; as many as fit where that is less.</param>
public sealed record Injection(InjectionKind Kind, int Stations, int Size)
{
    /// <summary>Votes in each station where no size is given.</summary>
    public const int UsualSize = 50;

    /// <summary>Reads <c>stuffing=40:200</c> or <c>digit-slip=10</c>; nothing where the text is neither.</summary>
    public static Injection? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || Files.ScalarType.Of(typeof(InjectionKind))!.Parse(text[..equals]) is not InjectionKind kind)
        {
            return null;
        }

        var parts = text[(equals + 1)..].Split(':');
        var size = UsualSize;
        return
            parts.Length is 1 or 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var stations)
            && stations > 0
            && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out size))
            && size > 0
            ? new Injection(kind, stations, size)
            : null;
    }
}

/// <summary>One figure that was put wrong: a row of the truth.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Unit">The station.</param>
/// <param name="Field">The column of the layout.</param>
/// <param name="Before">The true number.</param>
/// <param name="After">The number that stands in the protocol.</param>
public sealed record InjectedFigure(InjectionKind Kind, UnitPath Unit, string Field, long Before, long After);
