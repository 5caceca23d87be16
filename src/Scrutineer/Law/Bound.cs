using System.Text.Json.Nodes;
using Scrutineer.Allocation;
using Scrutineer.Files;

namespace Scrutineer.Law;

/// <summary>
/// A bound in the words of an act, such as <c>at least 7 %</c>, <c>more than 1/2</c> or <c>exactly 0</c>. The words decide
/// whether the bound itself counts; a number without words is refused.
/// </summary>
/// <param name="Relation">The words.</param>
/// <param name="Value">The number or share, exact.</param>
/// <param name="Written">The number as written, for sentences.</param>
public sealed record Bound(Relation Relation, Rational Value, string Written)
{
    private static readonly (string Words, Relation Relation)[] Forms =
    [
        ("at least ", Relation.AtLeast),
        ("more than ", Relation.MoreThan),
        ("at most ", Relation.AtMost),
        ("fewer than ", Relation.FewerThan),
        ("less than ", Relation.FewerThan),
        ("exactly ", Relation.Exactly),
    ];

    /// <summary>How a bound is read from a file.</summary>
    public static ScalarType TextForm { get; } =
        new(
            "words and an exact number, such as 'at least 7 %', 'more than 1/2', 'exactly 0'",
            t => Parse(t),
            () =>
                new JsonObject
                {
                    ["type"] = "string",
                    ["pattern"] =
                        "^(at least|more than|at most|fewer than|less than|exactly) [0-9]+([.][0-9]+)?(/[0-9]+)?( ?%)?$",
                },
            []
        );

    /// <summary>The words of the bound without its number, such as <c>at least</c>.</summary>
    public string Words => Array.Find(Forms, f => f.Relation == Relation).Words.TrimEnd();

    /// <summary>Reads a bound; nothing where the text is none.</summary>
    public static Bound? Parse(string text)
    {
        foreach (var (words, relation) in Forms)
        {
            if (
                text.StartsWith(words, StringComparison.Ordinal)
                && text.Length - words.Length <= ScalarType.MostDigits
                && Rational.TryParse(text[words.Length..], out var value)
            )
            {
                return new Bound(relation, value, text[words.Length..].Trim());
            }
        }

        return null;
    }

    /// <summary>Whether a value meets the bound.</summary>
    public bool IsMetBy(Rational value) =>
        Relation switch
        {
            Relation.AtLeast => value >= Value,
            Relation.MoreThan => value > Value,
            Relation.AtMost => value <= Value,
            Relation.FewerThan => value < Value,
            _ => value == Value,
        };

    /// <summary>Whether a part of a whole meets the bound as a share, by cross-multiplication.</summary>
    /// <param name="part">The part.</param>
    /// <param name="whole">The whole, above nought.</param>
    /// <exception cref="ArgumentOutOfRangeException">The whole is not above nought.</exception>
    public bool IsMetBy(long part, long whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(whole);
        var side = (part * Value.Denominator).CompareTo(whole * Value.Numerator);
        return Relation switch
        {
            Relation.AtLeast => side >= 0,
            Relation.MoreThan => side > 0,
            Relation.AtMost => side <= 0,
            Relation.FewerThan => side < 0,
            _ => side == 0,
        };
    }

    /// <summary>Whether every value of an interval meets the bound, none does, or it depends (nothing).</summary>
    public bool? IsMetBy(ShareOf share)
    {
        var low = IsMetBy(share.Low);
        var high = IsMetBy(share.High);
        return low == high && (Relation != Relation.Exactly || share.IsExact) ? low : null;
    }

    /// <summary>The least whole number of votes that meets "at least" or "more than" this share of a base.</summary>
    public long LeastOf(long whole)
    {
        var product = Value * whole;
        var least = Relation == Relation.MoreThan ? product.Floor() + 1 : product.Ceiling();
        return (long)least;
    }

    /// <summary>The bound in words.</summary>
    public override string ToString() => $"{Words} {Written}";
}
