using System.CommandLine;
using System.Text;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Numerics;
using Scrutineer.Observation;
using Scrutineer.Publishing;
using Scrutineer.Scrutiny.Courses;

namespace Scrutineer.Cli;

/// <summary><c>turnout</c>: who came, as it was announced over the day, and whether too few can void the election.</summary>
internal static class TurnoutCommand
{
    public static Command Create()
    {
        var dossier = new Argument<string>("dossier")
        {
            Description = "The folder of one election, such as elections/kz-mazhilis-2021.",
        };
        var edition = new Option<string?>("--edition")
        {
            Description = "Set this edition of the law over the election, for instance one with a least turnout.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "turnout",
            "Says whether a low turnout voids the election by the law in force, with the article, and prints the turnout as it\n"
                + "was announced over the day, with its base.\n\n"
                + "Examples:\n"
                + "  scrutineer turnout elections/kz-mazhilis-2021\n"
                + "  scrutineer turnout elections/kz-mazhilis-2021 --json"
        )
        {
            dossier,
            edition,
            json,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var election = ElectionDossier.Read(parsed.GetValue(dossier)!, parsed.GetValue(edition), problems);
            var facts = election is null ? null : DossierFacts.Read(election, problems);
            var report = election is null || facts is null ? null : TurnoutReport.Read(election, facts, problems);
            var courses = election is null || report is null ? null : TurnoutCourses.Of(election, report, problems);
            if (election is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var validity = election.Edition.Text.Contests.Keys.Select(c => TurnoutValidity.Of(election, c)).ToList();
            IReadOnlyList<Finding> findings = report is null
                ? []
                :
                [
                    .. TurnoutFindings
                        .Of(election, report)
                        .Concat(courses?.Findings ?? [])
                        .OrderByDescending(f => f.Severity),
                ];
            CommandLine.Write(
                parsed.GetValue(json)
                    ? TurnoutJson.Of(election, report, courses, validity, findings)
                    : Text(election, report, courses, validity, findings)
            );
            return findings.Any(f => f.Severity == Severity.Error) ? CommandLine.DoneWithErrors : CommandLine.Done;
        });
        return command;
    }

    private static string Text(
        ElectionDossier dossier,
        TurnoutReport? report,
        TurnoutCourses? courses,
        IReadOnlyList<TurnoutValidity> validity,
        IReadOnlyList<Finding> findings
    )
    {
        var text = new StringBuilder();
        text.Append(dossier.File.Title).Append('\n');
        foreach (var contest in validity)
        {
            text.Append('\n').Append(Words.Wrap($"{contest.Says} [{contest.Basis}]", 0));
            if (contest.Would(dossier) is { } would)
            {
                text.Append(Words.Wrap(char.ToUpperInvariant(would[0]) + would[1..] + ".", 2));
            }
        }

        if (report is null)
        {
            return text.Append("\nNo turnout over the day is in the dossier.\n").ToString();
        }

        text.Append($"\nAs announced: {report.Counted.InWords()}, of {report.Of.InWords()}; ? is not known.\n");
        text.Append(
            TextTable.Of(
                ["unit", .. report.Times.Select(t => $">{t:HH\\:mm}"), ">polls close"],
                [
                    .. report.Units.Select(u =>
                        (IReadOnlyList<string>)
                            [
                                u.Name,
                                .. report.Times.Select(t =>
                                    u.Points.FirstOrDefault(p => p.Time == t)?.Share is { } share
                                        ? Shown.Percent(share, 1)
                                        : "?"
                                ),
                                u.Closes is { } closes ? $"{closes:HH\\:mm}" : "?",
                            ]
                    ),
                ]
            )
        );
        text.Append(Courses(courses));
        if (findings.Count > 0)
        {
            text.Append("\nFindings\n");
            foreach (var finding in findings)
            {
                text.Append(
                    Words.Wrap($"{Files.ScalarType.Word(finding.Severity)} {finding.Code}: {finding.Statement}", 2)
                );
            }
        }

        return text.ToString();
    }

    private static string Courses(TurnoutCourses? courses)
    {
        if (courses is null)
        {
            return "";
        }

        return "\nAgainst the same hours of earlier elections\n"
            + (
                courses.Untold is { } why
                    ? Words.Wrap($"Cannot say: {why}.", 2)
                    : TextTable.Of(
                        ["unit", "by", ">of its end", ">before", ">±", "earlier", ">beyond", ">voters"],
                        [.. CourseWords.Rows(courses)]
                    )
                        + Words.Wrap(
                            "The end is the last hour that all have. Beyond: the points by which the turnout grew since the hour above more than before. "
                                + CourseFindings.CannotSee,
                            2
                        )
            );
    }
}
