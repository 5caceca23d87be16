using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Entry;

/// <summary>Puts the state of a double entry into findings.</summary>
internal static class EntryFindings
{
    public static IReadOnlyList<Finding> Of(DoubleEntry entry)
    {
        var findings = new List<Finding>();
        if (entry.State is EntryState.Differing or EntryState.ThirdEntry or EntryState.Contested)
        {
            findings.Add(Differing(entry));
        }

        if (entry.State == EntryState.FirstFlawed)
        {
            findings.Add(
                new Finding(
                    "entry-flawed",
                    Severity.Warning,
                    $"The first entry breaks {Shown.Row(entry.Errors(entry.First!.Protocol).Distinct())}; whether the paper does is to be decided.",
                    $"{entry.Layout.Form.Id}: {entry.Layout.Form.File.Cite}",
                    "Compare the entry with the paper."
                )
                {
                    Unit = entry.Unit.Text,
                }
            );
        }

        return findings;
    }

    private static Finding Differing(DoubleEntry entry)
    {
        var rule = entry.Layout.Form.File.SecondEntry;
        var columns = entry.Differing;
        var names = columns.Select(c => entry.Layout.Columns[c].Name).ToList();
        return new Finding(
            rule?.Code ?? "entries-differ",
            rule?.Severity ?? Severity.Warning,
            $"The two entries differ in {Shown.Of(columns.Count, "field", "fields")}: {Shown.Row(names)}.",
            "Blind double entry: two persons, the same figures",
            "Enter these fields again from the paper."
        )
        {
            Unit = entry.Unit.Text,
            Figures =
            [
                .. columns.SelectMany(c =>
                    new[]
                    {
                        KeyValuePair.Create(
                            $"{entry.Layout.Columns[c].Name} first",
                            entry.First!.Protocol[c].ToString()
                        ),
                        KeyValuePair.Create(
                            $"{entry.Layout.Columns[c].Name} second",
                            entry.Second!.Protocol[c].ToString()
                        ),
                    }
                ),
            ],
        };
    }
}
