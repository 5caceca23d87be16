using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Numerics;

namespace Scrutineer.Observation;

/// <summary>What the turnout of the day has to say.</summary>
public static class TurnoutFindings
{
    /// <summary>The findings, the gravest first.</summary>
    public static IReadOnlyList<Finding> Of(ElectionDossier dossier, TurnoutReport report)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(report);
        var verify = $"scrutineer turnout {SourceText.Show(dossier.Folder)}";
        var findings = new List<Finding>();
        findings.AddRange(report.Units.SelectMany(u => Falls(u, dossier, verify)));
        findings.AddRange(Outside(report, dossier, verify));
        findings.AddRange(report.Units.Where(u => u.Unit != "nation").SelectMany(u => AfterClose(u, dossier, verify)));
        if (Early(report, dossier, verify) is { } early)
        {
            findings.Add(early);
        }

        return [.. findings.OrderByDescending(f => f.Severity)];
    }

    private static string Source(AnnouncedTurnout point, ElectionDossier dossier) =>
        dossier.File.Sources[point.Source].Title;

    /// <summary>Ballots are handed out and never handed back: the share of a unit cannot fall.</summary>
    private static IEnumerable<Finding> Falls(UnitTurnout unit, ElectionDossier dossier, string verify)
    {
        var known = unit.Points.Where(p => p.Share is not null).ToList();
        return known
            .Zip(known.Skip(1))
            .Where(p => p.Second.Share < p.First.Share)
            .Select(p => new Finding(
                "turnout-falls",
                Severity.Error,
                $"The turnout of {unit.Name} falls from {Shown.Percent(p.First.Share!.Value, 1)} at {p.First.Time:HH\\:mm} to {Shown.Percent(p.Second.Share!.Value, 1)} at {p.Second.Time:HH\\:mm}.",
                $"{Source(p.First, dossier)}; {Source(p.Second, dossier)}",
                verify
            )
            {
                Unit = unit.Unit,
                Where = p.Second.At,
            });
    }

    /// <summary>The whole is a mean of its parts, whatever their sizes.</summary>
    private static IEnumerable<Finding> Outside(TurnoutReport report, ElectionDossier dossier, string verify)
    {
        if (report.Units is not [{ Unit: "nation" } whole, _, ..])
        {
            yield break;
        }

        var parts = report.Units.Skip(1).ToList();
        foreach (var point in whole.Points.Where(p => p.Share is not null))
        {
            var shares = parts
                .Select(u => u.Points.FirstOrDefault(p => p.Time == point.Time)?.Share)
                .OfType<Allocation.Rational>()
                .ToList();
            if (shares.Count == parts.Count && (point.Share < shares.Min() || point.Share > shares.Max()))
            {
                yield return new Finding(
                    "turnout-outside-parts",
                    Severity.Error,
                    $"At {point.Time:HH\\:mm} the whole has {Shown.Percent(point.Share!.Value, 1)}, and its parts lie between {Shown.Percent(shares.Min(), 1)} and {Shown.Percent(shares.Max(), 1)}.",
                    Source(point, dossier),
                    verify
                )
                {
                    Where = point.At,
                };
            }
        }
    }

    private static IEnumerable<Finding> AfterClose(UnitTurnout unit, ElectionDossier dossier, string verify)
    {
        if (unit.Closes is not { } closes)
        {
            yield break;
        }

        var atClose = unit.Points.LastOrDefault(p => p.Share is not null && p.Time >= closes);
        var last = unit.Points.LastOrDefault(p => p.Share is not null);
        if (atClose is null || last is null)
        {
            yield break;
        }

        var first = unit.Points.First(p => p.Share is not null && p.Time >= closes);
        if (last.Share > first.Share)
        {
            yield return new Finding(
                "turnout-after-close",
                Severity.Warning,
                $"The polls of {unit.Name} close at {closes:HH\\:mm}, and its turnout rises from {Shown.Percent(first.Share!.Value, 1)} at {first.Time:HH\\:mm} to {Shown.Percent(last.Share!.Value, 1)} at {last.Time:HH\\:mm}.",
                $"{Source(first, dossier)}; {Source(last, dossier)}",
                verify
            )
            {
                Unit = unit.Unit,
                Where = last.At,
            };
        }
    }

    /// <summary>Turnout that was public while some still voted.</summary>
    private static Finding? Early(TurnoutReport report, ElectionDossier dossier, string verify)
    {
        var open = report.Units.Where(u => u.Behind > TimeSpan.Zero && u.Closes is not null).ToList();
        if (open.Count == 0)
        {
            return null;
        }

        var closed = report.Units.Where(u => u.Unit != "nation" && u.Behind <= TimeSpan.Zero).ToList();
        var time = closed.Count == 0 ? null : closed[0].Closes;
        if (time is not { } announced)
        {
            return null;
        }

        var published = report.Units.Count(u =>
            u.Unit != "nation" && u.Points.Any(p => p.Time == announced && p.Share is not null)
        );
        var rose = open.Where(u =>
                u.Points.FirstOrDefault(p => p.Time == announced)?.Share is { } before && u.Last > before
            )
            .ToList();
        return published == 0
            ? null
            : new Finding(
                "turnout-public-while-voting",
                Severity.Warning,
                $"At {announced:HH\\:mm} the turnout of {published} units was public, and in {Shown.Of(open.Count, "unit", "units")} the polls were open for {(int)open.Max(u => u.Behind).TotalMinutes} minutes more: {string.Join(", ", open.Select(u => u.Name))}. Afterwards it rose in {rose.Count} of them: {string.Join(", ", rose.Select(u => $"{u.Name} {Shown.Percent(u.Points.First(p => p.Time == announced).Share!.Value, 1)} → {Shown.Percent(u.Last!.Value, 1)}"))}.",
                $"{report.Counted.InWords()}, of {report.Of.InWords()}; clocks by the registry",
                verify
            );
    }
}
