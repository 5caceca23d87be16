namespace Scrutineer.Scrutiny.Forensics.Spikes;

/// <summary>The kernel under which percentages are gathered at tenths of a per cent.</summary>
/// <remarks>Source: Rozenas (2017): Gaussian, with the bandwidth 10⁻⁴, at 1,001 points from 0 to 1.</remarks>
internal static class Kernel
{
    /// <summary>The points.</summary>
    public const int Points = 1001;

    private const double Bandwidth = 1e-4;

    /// <summary>The point nearest to a share, and the share's weight there; at other points it has none to speak of.</summary>
    public static (int Point, double Weight) Of(long part, long whole)
    {
        var at = (double)part / whole;
        var point = (int)Math.Round(at * (Points - 1));
        var z = (at - (point / (Points - 1.0))) / Bandwidth;
        return (point, Math.Exp(-0.5 * z * z));
    }
}
