using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Corrections;

/// <summary>Puts the count as of a moment into findings.</summary>
public static class CountFindings
{
    /// <summary>The code of a count in which stations are missing.</summary>
    public const string PartialCount = "partial-count";

    /// <summary>The code of a station whose figures are annulled.</summary>
    public const string UnitAnnulled = "unit-annulled";

    /// <summary>The findings: what is missing with its share, what is annulled with its reason, events without effect.</summary>
    public static IReadOnlyList<Finding> Of(CountAsOf count)
    {
        ArgumentNullException.ThrowIfNull(count);
        var findings = new List<Finding>();
        var missing = count.Missing.Count();
        if (missing > 0)
        {
            var registered = count.ReportedOfRegistered is { } share
                ? $", with {Shown.Percent(share)} of the registered voters,"
                : "";
            findings.Add(
                new Finding(
                    PartialCount,
                    Severity.Notice,
                    $"As of {count.Moment}, {Shown.Of(count.Units.Count - missing, "station", "stations")} of {Shown.Whole(count.Units.Count)}{registered} have reported; "
                        + (
                            count.MostMissing is { } most
                                ? $"the others can bring at most {Shown.Whole(most)} ballots, as many as they have registered voters."
                                : "how many ballots the others can bring is not known."
                        ),
                    "The units that are to report",
                    "Compare the protocols with the list of units."
                )
                {
                    Figures =
                    [
                        KeyValuePair.Create("stations", $"{count.Units.Count}"),
                        KeyValuePair.Create("missing", $"{missing}"),
                    ],
                }
            );
        }

        findings.AddRange(
            count.Annulled.Select(u =>
            {
                var by = u.Events.Last(e => e.Kind == CountEventKind.Annulment);
                return new Finding(
                    UnitAnnulled,
                    Severity.Notice,
                    $"The result of the station was annulled ({by.At}): {by.Reason.TrimEnd('.')}. Its figures do not count.",
                    by.Source,
                    "Read the record of the annulment."
                )
                {
                    Unit = u.Unit.Text,
                    Where = by.Where,
                };
            })
        );
        findings.AddRange(count.Findings);
        return findings;
    }
}
