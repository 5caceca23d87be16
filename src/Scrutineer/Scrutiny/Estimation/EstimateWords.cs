using System.Globalization;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>How estimated shares are shown.</summary>
public static class EstimateWords
{
    /// <summary>A share in per cent: 53.49 %.</summary>
    public static string Percent(double share, int decimals = 2) => Number(share * 100, decimals) + " %";

    /// <summary>A difference of two shares in points, with its sign: +1.13.</summary>
    public static string Points(double difference, int decimals = 2) =>
        (Math.Round(difference * 100, decimals) > 0 ? "+" : "") + Number(difference * 100, decimals);

    /// <summary>A number with decimals, never "-0".</summary>
    public static string Number(double value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded)
            .ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .Replace('-', '−');
    }

    /// <summary>An interval: 53.18 to 53.81 %.</summary>
    public static string Interval(double low, double high, int decimals = 2) =>
        $"{Number(low * 100, decimals)} to {Percent(high, decimals)}";
}
