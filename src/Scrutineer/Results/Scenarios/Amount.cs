using System.Text.Json.Nodes;
using Scrutineer.Allocation;
using Scrutineer.Files;

namespace Scrutineer.Results.Scenarios;

/// <summary>How many votes: a whole number, a share of what they are taken from, or a range of either.</summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The most; the least itself where no range is meant.</param>
/// <param name="IsShare">Whether they are shares.</param>
/// <param name="Written">As written.</param>
public sealed record Amount(Rational Least, Rational Most, bool IsShare, string Written)
{
    /// <summary>How an amount is read from a file.</summary>
    public static ScalarType TextForm { get; } =
        new(
            "a whole number, a share up to 100 %, or a range of either, such as '20000', '5 %' or '5 % to 20 %'",
            Parse,
            () =>
                new JsonObject
                {
                    ["type"] = new JsonArray("string", "integer"),
                    ["pattern"] = "^[0-9]+([.][0-9]+)?( ?%)?( to [0-9]+([.][0-9]+)?( ?%)?)?$",
                },
            []
        );

    /// <summary>Whether it is a range.</summary>
    public bool IsRange => Least != Most;

    /// <summary>The fewest and the most whole votes of a base; a share is rounded down.</summary>
    /// <param name="all">The base.</param>
    public (long Least, long Most) Of(long all) =>
        IsShare ? ((long)(Least * all).Floor(), (long)(Most * all).Floor()) : ((long)Least.Floor(), (long)Most.Floor());

    private static Amount? Parse(string text)
    {
        var parts = text.Split(" to ");
        var shares = parts.Count(p => p.EndsWith('%'));
        if (
            text.Length > ScalarType.MostDigits
            || parts.Length > 2
            || (shares != 0 && shares != parts.Length)
            || !Rational.TryParse(parts[0], out var least)
            || !Rational.TryParse(parts[^1], out var most)
            || least.Sign < 0
            || most < least
            || (shares > 0 ? most > Rational.One : !least.IsWhole || !most.IsWhole || most > long.MaxValue)
        )
        {
            return null;
        }

        return new Amount(least, most, shares > 0, text);
    }
}
