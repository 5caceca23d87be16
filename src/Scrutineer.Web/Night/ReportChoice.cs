using Microsoft.AspNetCore.Http;
using Scrutineer.Files;

namespace Scrutineer.Web.Night;

/// <summary>Which reports a coordinator wants to see, and in which order.</summary>
/// <param name="Kind">Only of this kind; empty for all, as everywhere here.</param>
/// <param name="Status">Only where the work on them stands so.</param>
/// <param name="Category">Only about this.</param>
/// <param name="Severity">Only as grave as this.</param>
/// <param name="Assigned">Only what this person is to see to.</param>
/// <param name="Order"><c>severity</c>, <c>time</c> or <c>unit</c>.</param>
/// <param name="Duplicates">Whether merged ones are shown too.</param>
public sealed record ReportChoice(
    string Kind,
    string Status,
    string Category,
    string Severity,
    string Assigned,
    string Order,
    bool Duplicates
)
{
    /// <summary>The orders that there are, the first of which is taken where nothing else is asked for.</summary>
    public static IReadOnlyList<string> Orders { get; } = ["severity", "time", "unit"];

    /// <summary>The choice that an address asks for.</summary>
    public static ReportChoice Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new ReportChoice(
            query["kind"].ToString(),
            query["status"].ToString(),
            query["category"].ToString(),
            query["severity"].ToString(),
            query["assigned"].ToString(),
            Orders.Contains(query["order"].ToString()) ? query["order"].ToString() : Orders[0],
            query["duplicates"] == "yes"
        );
    }

    /// <summary>The chosen reports in the chosen order.</summary>
    public IReadOnlyList<Report> From(IEnumerable<Report> reports)
    {
        var chosen = reports.Where(r =>
            Fits(Kind, ScalarType.Word(r.Kind))
            && Fits(Status, r.Status)
            && Fits(Category, ReportDesk.CategoryOf(r))
            && Fits(Severity, ReportDesk.SeverityOf(r))
            && Fits(Assigned, r.AssignedTo ?? "")
            && (Duplicates || r.MergedInto is null)
        );
        return
        [
            .. Order switch
            {
                "time" => chosen.OrderByDescending(ReportDesk.HappenedAt),
                "unit" => chosen.OrderBy(r => r.Unit?.Text ?? "", StringComparer.Ordinal).ThenByDescending(Gravity),
                _ => chosen.OrderByDescending(Gravity).ThenByDescending(ReportDesk.HappenedAt),
            },
        ];
    }

    private static bool Fits(string wanted, string found) => wanted.Length == 0 || wanted == found;

    // What could have changed votes before what touched rights.
    private static int Gravity(Report report) =>
        Array.IndexOf(["", "rights", "transparency", "votes"], ReportDesk.SeverityOf(report));
}
