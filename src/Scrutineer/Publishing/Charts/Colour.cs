using System.Globalization;
using System.Runtime.InteropServices;

namespace Scrutineer.Publishing.Charts;

/// <summary>An opaque colour in sRGB, eight bits a channel.</summary>
/// <param name="Red">The red channel, 0 to 255.</param>
/// <param name="Green">The green channel, 0 to 255.</param>
/// <param name="Blue">The blue channel, 0 to 255.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    // A turned hue must stay clear of the signal after rounding, so the band turned is wider than the band that is red.
    private const double SignalBand = 15;
    private const double TurnedHue = 25;

    /// <summary>The paper that charts are drawn for in a light page; pages set <c>--paper</c> to it.</summary>
    public static Colour LightPaper => new(0xff, 0xff, 0xff);

    /// <summary>The paper that charts are drawn for in a dark page; pages set <c>--paper</c> to it.</summary>
    public static Colour DarkPaper => new(0x14, 0x17, 0x1b);

    /// <summary>
    /// Whether a reader takes the colour for the red that is reserved for findings of severity error: a hue within 15°
    /// of red with at least half of full saturation and 35 % of full value.
    /// </summary>
    public bool IsSignalRed =>
        ToHsv() is var (hue, saturation, value)
        && FromRed(hue) is > -SignalBand and < SignalBand
        && saturation >= 0.5
        && value >= 0.35;

    /// <summary>
    /// The relative luminance of WCAG 2.2, 0 for black to 1 for white
    /// (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
    /// </summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Reads <c>#rrggbb</c>, in either case.</summary>
    public static bool TryParse(string? text, out Colour colour)
    {
        colour = default;
        if (text is not { Length: 7 } || text[0] != '#' || !text.Skip(1).All(char.IsAsciiHexDigit))
        {
            return false;
        }

        var value = int.Parse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        colour = new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    /// <summary>Reads what <see cref="TryParse"/> reads.</summary>
    /// <exception cref="FormatException">The text is not <c>#rrggbb</c>.</exception>
    public static Colour Parse(string text) =>
        TryParse(text, out var colour)
            ? colour
            : throw new FormatException($"'{text}' is not a colour; write it as #rrggbb.");

    /// <summary>
    /// The contrast ratio of WCAG 2.2, from 1 (none) to 21 (black on white)
    /// (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). The order of the two does not matter.
    /// </summary>
    public static double Contrast(Colour one, Colour other)
    {
        var (first, second) = (one.Luminance, other.Luminance);
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    /// <summary>
    /// The colour as a list wears it on <see cref="LightPaper"/> and on <see cref="DarkPaper"/>: not the signal red, and
    /// at least 3 : 1 against the paper (WCAG 2.2, success criterion 1.4.11).
    /// </summary>
    public ColourPair OnPapers()
    {
        var own = TurnedFromRed();
        return new(own.Against(LightPaper, 3), own.Against(DarkPaper, 3));
    }

    /// <summary>
    /// The nearest colour, mixed with black or with white, that stands out from <paramref name="paper"/> by at least
    /// <paramref name="contrast"/>; the colour itself where it already does.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The contrast is below 1, or above 4.5, which no colour can reach against every paper.
    /// </exception>
    public Colour Against(Colour paper, double contrast)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(contrast, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(contrast, 4.5);
        const int Steps = 64;
        byte end = Contrast(paper, new(0, 0, 0)) >= Contrast(paper, new(255, 255, 255)) ? (byte)0 : (byte)255;
        for (var step = 0; step < Steps; step++)
        {
            var mixed = new Colour(Mix(Red, step), Mix(Green, step), Mix(Blue, step));
            if (Contrast(mixed, paper) >= contrast)
            {
                return mixed;
            }
        }

        return new(end, end, end);

        byte Mix(byte channel, int step) => (byte)(((channel * (Steps - step)) + (end * step) + (Steps / 2)) / Steps);
    }

    /// <summary>The colour as <c>#rrggbb</c> in lower case.</summary>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    /// <summary>The square of the distance in sRGB; tells near-identical colours from others.</summary>
    internal int DistanceSquared(Colour other)
    {
        var (red, green, blue) = (Red - other.Red, Green - other.Green, Blue - other.Blue);
        return (red * red) + (green * green) + (blue * blue);
    }

    private Colour TurnedFromRed()
    {
        var (hue, saturation, value) = ToHsv();
        var fromRed = FromRed(hue);
        return saturation >= 0.4 && Math.Abs(fromRed) < SignalBand + 2
            ? FromHsv(fromRed < 0 ? 360 - TurnedHue : TurnedHue, saturation, value)
            : this;
    }

    /// <summary>Degrees from pure red, −180 to 180.</summary>
    private static double FromRed(double hue) => hue > 180 ? hue - 360 : hue;

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private (double Hue, double Saturation, double Value) ToHsv()
    {
        double high = Math.Max(Red, Math.Max(Green, Blue));
        double low = Math.Min(Red, Math.Min(Green, Blue));
        var chroma = high - low;
        if (chroma == 0)
        {
            return (0, 0, high / 255);
        }

        var sextant =
            high == Red ? (Green - Blue) / chroma
            : high == Green ? 2 + ((Blue - Red) / chroma)
            : 4 + ((Red - Green) / chroma);
        return (((sextant * 60) + 360) % 360, chroma / high, high / 255);
    }

    private static Colour FromHsv(double hue, double saturation, double value)
    {
        return new(Channel(5), Channel(3), Channel(1));

        byte Channel(int offset)
        {
            var place = (offset + (hue / 60)) % 6;
            var share = value - (value * saturation * Math.Clamp(Math.Min(place, 4 - place), 0, 1));
            return (byte)Math.Round(share * 255, MidpointRounding.AwayFromZero);
        }
    }
}
