using System.Text.Json.Nodes;
using Scrutineer.Allocation;
using Scrutineer.Files;

namespace Scrutineer.Law;

/// <summary>A divisor series by the name that the literature gives it, such as <c>dhondt</c> or <c>sainte-lague 1.4</c>.</summary>
/// <param name="Written">The name as written.</param>
/// <param name="Method">The method.</param>
public sealed record Series(string Written, DivisorMethod Method)
{
    private const string FirstDivisor = "sainte-lague ";

    private static readonly string[] Names =
    [
        "dhondt",
        "sainte-lague",
        "imperiali-divisor",
        "danish",
        "adams",
        "dean",
        "huntington-hill",
        "macau",
    ];

    /// <summary>How a series is read from a file.</summary>
    public static ScalarType TextForm { get; } =
        new(
            $"a divisor series: {string.Join(", ", Names)}, or 'sainte-lague' with its first divisor, such as 'sainte-lague 1.4'",
            t => Parse(t),
            () =>
                new JsonObject
                {
                    ["type"] = "string",
                    ["pattern"] = $"^({string.Join('|', Names)}|sainte-lague [0-9]+([.][0-9]+)?)$",
                },
            []
        );

    /// <summary>The series in words, with its first divisors.</summary>
    public string InWords() =>
        Written switch
        {
            "dhondt" => "1, 2, 3, … (D'Hondt)",
            "sainte-lague" => "1, 3, 5, … (Sainte-Laguë)",
            "danish" => "1, 4, 7, … (Danish)",
            "imperiali-divisor" => "2, 3, 4, … (Imperiali)",
            "adams" => "0, 1, 2, … (Adams)",
            "macau" => "1, 2, 4, 8, … (Macau)",
            "dean" => "of harmonic means (Dean)",
            "huntington-hill" => "of geometric means (Huntington–Hill)",
            _ => $"{Written[FirstDivisor.Length..]}, 3, 5, … (modified Sainte-Laguë)",
        };

    /// <inheritdoc/>
    public override string ToString() => Written;

    private static Series? Parse(string text) =>
        Names.Contains(text, StringComparer.Ordinal) ? new Series(text, DivisorMethod.Named(text)!)
        : text.StartsWith(FirstDivisor, StringComparison.Ordinal)
        && Rational.TryParse(text[FirstDivisor.Length..], out var first)
        && first.Sign > 0
        && first < 3
            ? new Series(text, DivisorMethod.SainteLagueFrom(first))
        : null;
}
