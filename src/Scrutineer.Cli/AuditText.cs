using System.Globalization;
using System.Text;
using Scrutineer.Allocation;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Publishing;
using Scrutineer.Scrutiny.Audits.Drawing;
using Scrutineer.Scrutiny.Audits.Planning;

namespace Scrutineer.Cli;

/// <summary>Plans, draws and evaluations of audits for a terminal.</summary>
internal static class AuditText
{
    /// <summary>How many assertions are shown where those of many places are too many to read.</summary>
    private const int Hardest = 10;

    public static string Plan(AuditSubject subject, AuditPlan plan, StationAudit? audit)
    {
        var text = new StringBuilder(Head(subject));
        text.Append(Words.Wrap(AuditWords.Summary(plan), 0));
        var shown =
            plan.ByPlace.Count > 1
                ? [.. plan.Assertions.OrderByDescending(a => a.MostOverstated).Take(Hardest)]
                : plan.Assertions;
        if (plan.ByPlace.Count > 1)
        {
            text.Append('\n').Append(TextTable.Of(AuditWords.PlaceColumns, [.. plan.ByPlace.Select(AuditWords.Row)]));
            text.Append('\n').Append(Words.Wrap($"The {shown.Count} hardest assertions; --json lists all.", 0));
        }

        if (plan.Assertions.Count > 0)
        {
            text.Append('\n');
            text.Append(
                TextTable.Of(
                    ["", "must be true of the ballots"],
                    [.. shown.Select((a, i) => (IReadOnlyList<string>)[Number(i + 1), a.Assertion.Name])]
                )
            );
            text.Append('\n');
            text.Append(
                TextTable.Of(AuditWords.Columns(plan), [.. shown.Select((a, i) => AuditWords.Row(plan, a, i + 1))])
            );
        }

        foreach (var rule in plan.Seats.NotAsserted)
        {
            text.Append(Words.Wrap($"No assertion for '{rule.Rule}' [{rule.Cite}]: {rule.Because}", 0));
        }

        text.Append('\n');
        foreach (var sentence in AuditWords.Whole(plan))
        {
            text.Append(Words.Wrap(sentence, 0));
        }

        if (audit is not null)
        {
            var draws = audit.PlannedDraws(plan.Terms.RiskLimit);
            text.Append(
                Words.Wrap(
                    $"Drawn from {audit.Manifest.File}: {Shown.Whole(draws)} draws for all assertions at once, which are about {Shown.Whole((long)Math.Round(audit.DifferentStations(draws)))} different stations of {Shown.Whole(audit.Manifest.Units.Count)}.",
                    0
                )
            );
        }

        return text.Append(Words.Wrap(AuditWords.Precondition, 0)).ToString();
    }

    public static string Draw(
        AuditSubject subject,
        StationAudit audit,
        string seed,
        IReadOnlyList<int> drawn,
        string? folder
    )
    {
        var stations = AuditSheets.Stations(drawn);
        var text = new StringBuilder(Head(subject));
        text.Append(
            Words.Wrap(
                $"{Shown.Of(drawn.Count, "draw", "draws")} by the seed '{seed}' from {Shown.Whole(audit.Manifest.Units.Count)} stations of {audit.Manifest.File} (SHA-256 {audit.Manifest.Sha256}): {Shown.Of(stations.Count, "station", "different stations")} with {Shown.Whole(stations.Sum(s => audit.Manifest.Units[s.Place].Counts.Total))} ballots issued.",
                0
            )
        );
        text.Append('\n');
        const int Listed = 10;
        text.Append(
            TextTable.Of(
                ["station", ">times", ">ballots"],
                [
                    .. stations
                        .Take(Listed)
                        .Select(s =>
                            (IReadOnlyList<string>)
                                [
                                    audit.Manifest.Units[s.Place].Unit,
                                    Number(s.Times),
                                    Shown.Whole(audit.Manifest.Units[s.Place].Counts.Total),
                                ]
                        ),
                ]
            )
        );
        if (stations.Count > Listed)
        {
            text.Append($"  and {Shown.Whole(stations.Count - Listed)} more: --json or --out lists all of them\n");
        }

        if (folder is not null)
        {
            text.Append('\n')
                .Append(
                    Words.Wrap(
                        $"Written to {Files.SourceText.Show(folder)}: worksheets.html to print, recounts.csv to fill in, draws.csv to draw again.",
                        0
                    )
                );
        }

        return text.ToString();
    }

    public static string Evaluation(
        AuditSubject subject,
        AuditEvaluation evaluation,
        IReadOnlyList<int> next,
        IReadOnlyList<Finding> findings
    )
    {
        var text = new StringBuilder(Head(subject));
        text.Append(
            Words.Wrap(
                evaluation.Confirmed
                    ? $"Confirmed: were a seat of the result wrong, recounts like these would come up with a chance of at most {P(evaluation.P)}."
                    : $"Not confirmed: the greatest p-value is {P(evaluation.P)}.",
                0
            )
        );
        text.Append('\n');
        text.Append(
            TextTable.Of(
                ["assertion", ">p-value", "confirmed"],
                [
                    .. evaluation.Assertions.Select(a =>
                        (IReadOnlyList<string>)[a.Assertion.Name, P(a.P), a.Confirmed ? "yes" : "no"]
                    ),
                ]
            )
        );
        foreach (var finding in findings)
        {
            text.Append(Words.Wrap($"{finding.Severity.ToString().ToLowerInvariant()}: {finding.Statement}", 0));
        }

        if (next.Count > 0)
        {
            text.Append(
                Words.Wrap(
                    "To be counted next: "
                        + Shown.Row(next.Take(20).Select(n => evaluation.Audit.Manifest.Units[n].Unit))
                        + (next.Count > 20 ? $", and {next.Count - 20} more" : "")
                        + ".",
                    0
                )
            );
        }

        return text.ToString();
    }

    private static string Head(AuditSubject subject) =>
        subject.Dossier.File.Title
        + "\n"
        + Words.Wrap(
            $"Law: {subject.Dossier.Law.File.Id}, edition {subject.Dossier.Edition.Name}. Contest: {subject.Contest}. Risk limit: {Shown.Percent(new Rational((long)Math.Round(subject.RiskLimit * 1e6), 1_000_000))}.",
            0
        )
        + "\n";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string P(double p) =>
        p.ToString(p is > 0 and < 0.0001 ? "0.0e-0" : "0.0000", CultureInfo.InvariantCulture);
}
