using System.Text.Json.Nodes;

namespace Scrutineer.Tests.Scrutiny.Audits;

/// <summary>Facts on audits that other programs and papers print, in a file beside the checkout.</summary>
internal static class SharedFacts
{
    public static JsonArray All() =>
        JsonNode.Parse(File.ReadAllText(Checkout.Shared("cases/audits.json")))!["facts"]!.AsArray();

    public static (JsonNode Input, JsonNode Expected) Of(string id)
    {
        var fact = All().Single(f => (string)f!["id"]! == id)!;
        return (fact["input"]!, fact["expected"]!);
    }

    public static double Number(this JsonNode node, string name) => node[name]!.GetValue<double>();

    public static double[] Numbers(this JsonNode node, string name) =>
        [.. node[name]!.AsArray().Select(n => n!.GetValue<double>())];

    /// <summary>Equal to a relative 1e-9, or to 1e-15 near nought.</summary>
    public static void Near(double expected, double actual, double relative = 1e-9) =>
        Assert.True(
            Math.Abs(expected - actual) <= Math.Max(1e-15, relative * Math.Abs(expected)),
            $"expected {expected:R}, was {actual:R}"
        );
}
