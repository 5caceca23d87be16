namespace Scrutineer.Scrutiny.Forensics.Placebos;

/// <summary>How often a test fires on elections that were drawn.</summary>
/// <param name="Test">The test.</param>
/// <param name="On">What the elections are: clean, or with which known fraud.</param>
/// <param name="Fired">In how many it fires.</param>
/// <param name="Of">Of how many in which it can answer.</param>
public sealed record FiringRate(string Test, string On, int Fired, int Of)
{
    /// <summary>The name of elections in which nothing was put wrong.</summary>
    public const string Clean = "clean";

    /// <summary>The 95 % interval of the rate (Wilson, "Probable inference", JASA 22, 1927).</summary>
    public (double Low, double High) Interval
    {
        get
        {
            if (Of == 0)
            {
                return (0, 1);
            }

            const double Z = 1.959963984540054;
            var p = (double)Fired / Of;
            var centre = p + (Z * Z / (2 * Of));
            var reach = Z * Math.Sqrt((p * (1 - p) / Of) + (Z * Z / (4.0 * Of * Of)));
            var scale = 1 + (Z * Z / Of);
            return (Math.Max(0, (centre - reach) / scale), Math.Min(1, (centre + reach) / scale));
        }
    }
}
