using System.Globalization;

namespace Scrutineer.Publishing.Charts;

/// <summary>A cell of a fingerprint: stations with this turnout and share, in whole per cent, and their weight.</summary>
/// <param name="Turnout">Turnout, from 0 to 100.</param>
/// <param name="Share">Share, from 0 to 100.</param>
/// <param name="Weight">What the cell weighs, such as registered voters.</param>
public readonly record struct FingerprintCell(double Turnout, double Share, double Weight);

/// <summary>
/// Where the stations lie between turnout and share: fields of two per cent each way, the darker the more they weigh. Fields, not
/// points, so that a nation of stations stays a small picture.
/// </summary>
public static class Fingerprint
{
    private const int Fields = 50;

    /// <summary>The chart as SVG.</summary>
    /// <param name="frame">Name, words and width.</param>
    /// <param name="turnout">What turnout is, with its base; the horizontal axis.</param>
    /// <param name="share">What the share is, with its base; the vertical axis.</param>
    /// <param name="cells">The cells.</param>
    /// <exception cref="ArgumentException">A label is missing, or there is no cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cell is out of range.</exception>
    public static string Render(ChartFrame frame, string turnout, string share, IReadOnlyList<FingerprintCell> cells)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentException.ThrowIfNullOrWhiteSpace(turnout);
        ArgumentException.ThrowIfNullOrWhiteSpace(share);
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Count == 0)
        {
            throw new ArgumentException("There is no cell.", nameof(cells));
        }

        var weights = new double[Fields, Fields];
        foreach (var cell in cells)
        {
            if (cell.Turnout is not (>= 0 and <= 100) || cell.Share is not (>= 0 and <= 100) || !(cell.Weight >= 0))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(cells),
                    "Per cents are from 0 to 100, a weight not negative."
                );
            }

            weights[Field(cell.Turnout), Field(cell.Share)] += cell.Weight;
        }

        var svg = new Svg(frame);
        var side = (double)frame.Width / Fields;
        const double Top = 26;
        var bottom = Top + frame.Width;
        var most = weights.Cast<double>().Max();
        svg.Text(0, 14, share, frame.Width, Svg.Small, "c-muted");
        for (var t = 0; t < Fields; t++)
        {
            for (var v = 0; v < Fields; v++)
            {
                if (weights[t, v] > 0)
                {
                    // By the square root, so that thin places stay visible beside the thickest.
                    var dark = 0.08 + (0.92 * Math.Sqrt(weights[t, v] / most));
                    svg.Rect(
                        t * side,
                        bottom - ((v + 1) * side),
                        side,
                        side,
                        $"class=\"c-ink\" fill-opacity=\"{dark.ToString("0.00", CultureInfo.InvariantCulture)}\""
                    );
                }
            }
        }

        svg.Line(0, bottom, frame.Width, bottom, "class=\"c-rule\" stroke-width=\"1\"");
        svg.Line(0, Top, 0, bottom, "class=\"c-rule\" stroke-width=\"1\"");
        svg.Text(0, bottom + 18, "0", 30, Svg.Small, "c-muted");
        svg.Text(frame.Width / 2.0, bottom + 18, "50", 30, Svg.Small, "c-muted", Anchor.Middle);
        svg.Text(frame.Width, bottom + 18, "100", 40, Svg.Small, "c-muted", Anchor.End);
        var end = svg.Paragraph(0, bottom + 38, turnout, frame.Width);
        return svg.Finish(0, end - 8, [$"{turnout}; {share}"]);

        static int Field(double percent) => Math.Min(Fields - 1, (int)(percent / 100 * Fields));
    }
}
