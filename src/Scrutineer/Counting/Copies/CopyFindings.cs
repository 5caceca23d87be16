using System.Globalization;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Copies;

/// <summary>Puts the differences of two copies into findings.</summary>
public static class CopyFindings
{
    /// <summary>The code of a unit whose copies differ.</summary>
    public const string CopiesDiffer = "copies-differ";

    /// <summary>The code of a unit that one side has twice.</summary>
    public const string UnitRepeated = "unit-repeated";

    /// <summary>
    /// One finding a unit: an error where two numbers differ, a notice where a number stands beside a blank. The largest
    /// differences come first.
    /// </summary>
    public static IReadOnlyList<Finding> Of(CopyComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return
        [
            .. comparison.Repeated.Select(Repeated),
            .. comparison
                .Differences.OrderByDescending(d => d.Gross)
                .ThenBy(d => d.Unit)
                .Select(d => Differ(comparison, d)),
        ];
    }

    private static Finding Differ(CopyComparison comparison, UnitDifference difference)
    {
        var names = comparison.Layout.Columns;
        var told = difference.Fields.Select(f =>
            f.Amount is { } amount
                ? $"{names[f.Column].Name} {Shown.Whole(f.Left)} against {Shown.Whole(f.Right)} ({Shown.Signed(amount)})"
                : $"{names[f.Column].Name} {Shown.Whole(f.Left)} against {Shown.Whole(f.Right)}"
        );
        return new Finding(
            CopiesDiffer,
            difference.Fields.Any(f => f.Amount is not null) ? Severity.Error : Severity.Notice,
            $"{Capital(Name(difference.Left))} and {Name(difference.Right)} differ in {Shown.Of(difference.Fields.Count, "field", "fields")}: {string.Join("; ", told)}.",
            "Copies of one protocol say the same",
            $"Read both: {Place(difference.Left)}, and {Place(difference.Right)}."
        )
        {
            Unit = difference.Unit.Text,
            Where = difference.Left.Lineage.At ?? difference.Right.Lineage.At,
            Figures =
            [
                .. difference.Fields.SelectMany(f =>
                    new[]
                    {
                        KeyValuePair.Create($"{names[f.Column].Name} left", f.Left.ToString()),
                        KeyValuePair.Create($"{names[f.Column].Name} right", f.Right.ToString()),
                    }
                ),
            ],
        };
    }

    private static Finding Repeated(UnitPath unit) =>
        new(
            UnitRepeated,
            Severity.Error,
            "The unit is there more than once; which copy counts cannot be told, so it is left out.",
            "One protocol a unit and copy",
            "Look for the unit in the file."
        )
        {
            Unit = unit.Text,
        };

    /// <summary>A copy in words.</summary>
    public static string NameOf(CopyKind copy) =>
        copy switch
        {
            CopyKind.Signed => "the signed protocol",
            CopyKind.FirstEntry => "the first entry",
            CopyKind.SecondEntry => "the second entry",
            CopyKind.Observer => "the observer's copy",
            CopyKind.PartyAgent => "the party agent's copy",
            CopyKind.TerritorialTable => "the territorial table",
            _ => "the published table",
        };

    private static string Name(Protocol protocol) =>
        NameOf(protocol.Copy) + (protocol.By.Length > 0 ? $" ({protocol.By})" : "");

    private static string Place(Protocol protocol) =>
        protocol.Lineage.At is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"line {at.Line} of {SourceText.Show(at.File)}")
            : Name(protocol);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
