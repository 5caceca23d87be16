using System.CommandLine;
using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Publishing;
using Scrutineer.Scrutiny.Audits.Drawing;
using Scrutineer.Scrutiny.Audits.Planning;

namespace Scrutineer.Cli;

/// <summary><c>audit</c>: confirm a result from a sample of the paper.</summary>
internal static class AuditCommand
{
    public static Command Create() =>
        new(
            "audit",
            "Confirms a result from a sample of the paper: what must be true of the ballots for every seat to be right, how many\n"
                + "of them have to be looked at, which ones, and what was found.\n\n"
                + "Examples:\n"
                + "  scrutineer audit plan elections/kz-mazhilis-2021"
        )
        {
            Plan(),
            Draw(),
            Evaluate(),
            AuditMatterCommand.Create(),
            AuditCoverCommand.Create(),
        };

    private static Command Plan()
    {
        var input = new AuditInput();
        var stations = new Option<long?>("--stations")
        {
            Description = "How many stations there are, where no table names them.",
        };
        var records = new Option<bool>("--records")
        {
            Description = "There is a record of every single ballot that can be held against its paper.",
        };
        var errors = new Option<string>("--errors")
        {
            Description = "The share of such records taken to overstate the margin by one vote.",
            DefaultValueFactory = _ => "0.1 %",
        };
        var json = Json();
        var command = new Command(
            "plan",
            "From the law and the result to the assertions that together imply every seat, each with its margin and the sample\n"
                + "that confirms it, and the least work that confirms all of them.\n\n"
                + "Examples:\n"
                + "  scrutineer audit plan elections/kz-mazhilis-2021 --reading literal --stations 10061\n"
                + "  scrutineer audit plan elections/sk-national-council-2020 --risk-limit \"10 %\""
        );
        input.AddTo(command);
        command.Options.Add(stations);
        command.Options.Add(records);
        command.Options.Add(errors);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var rate = Rate(parsed.GetValue(errors)!, problems);
            var subject = input.Subject(parsed, problems);
            var seats = subject is null ? null : AuditInput.Seats(subject, subject.Tally, problems);
            var audit =
                seats is not null && !problems.Any && input.HasStations(parsed, subject!)
                    ? input.Stations(parsed, subject!, problems)
                    : null;
            if (subject is null || seats is null || rate is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var plan = AuditPlan.Of(
                seats,
                new AuditTerms(subject.RiskLimit)
                {
                    Stations = audit?.Manifest.Units.Count ?? parsed.GetValue(stations),
                    Records = parsed.GetValue(records),
                    ErrorRate = rate.Value,
                }
            );
            CommandLine.Write(
                parsed.GetValue(json)
                    ? AuditJson.Plan(subject.Dossier, subject.Contest, plan, audit)
                    : AuditText.Plan(subject, plan, audit)
            );
            return CommandLine.Done;
        });
        return command;
    }

    private static Command Draw()
    {
        var input = new AuditInput();
        var seed = Seed();
        var draws = Draws();
        var output = new Option<string?>("--out")
        {
            Description = "Write the worksheets, the table to fill in and the list of draws into this folder.",
        };
        var json = Json();
        var command = new Command(
            "draw",
            "Draws stations by a public seed, so that anybody can draw them again, and writes a page for each to print.\n\n"
                + "Examples:\n"
                + "  scrutineer audit draw examples/elections/xx-assembly-2025 --seed 3-1-4-1-5 --draws 12"
        );
        input.AddTo(command);
        command.Options.Add(seed);
        command.Options.Add(draws);
        command.Options.Add(output);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var subject = input.Subject(parsed, problems);
            var audit = subject is null ? null : input.Stations(parsed, subject, problems);
            if (subject is null || audit is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var text = parsed.GetValue(seed)!;
            var drawn = audit.Draw(text, parsed.GetValue(draws) ?? audit.PlannedDraws(subject.RiskLimit));
            if (parsed.GetValue(output) is { } folder)
            {
                Directory.CreateDirectory(folder);
                var (dossier, contest) = (subject.Dossier, subject.Contest);
                File.WriteAllText(
                    Path.Combine(folder, "worksheets.html"),
                    AuditSheets.Html(dossier, contest, audit, text, drawn)
                );
                File.WriteAllText(
                    Path.Combine(folder, "recounts.csv"),
                    AuditSheets.Table(dossier, contest, audit, drawn)
                );
                File.WriteAllText(Path.Combine(folder, "draws.csv"), AuditSheets.Draws(audit, drawn));
            }

            CommandLine.Write(
                parsed.GetValue(json)
                    ? AuditJson.Draw(subject.Dossier, subject.Contest, subject.RiskLimit, audit, text, drawn)
                    : AuditText.Draw(subject, audit, text, drawn, parsed.GetValue(output))
            );
            return CommandLine.Done;
        });
        return command;
    }

    private static Command Evaluate()
    {
        var input = new AuditInput();
        var recounts = new Option<string>("--recounts")
        {
            Description = "The table of the draw, filled in.",
            Required = true,
        };
        var seed = Seed();
        var draws = Draws();
        var json = Json();
        var command = new Command(
            "evaluate",
            "Says what recounts of the drawn stations confirm, where they differ from the protocols, and what to do next.\n\n"
                + "Examples:\n"
                + "  scrutineer audit evaluate examples/elections/xx-assembly-2025 --seed 3-1-4-1-5 --draws 12 --recounts examples/elections/xx-assembly-2025/recounts.csv"
        );
        input.AddTo(command);
        command.Options.Add(recounts);
        command.Options.Add(seed);
        command.Options.Add(draws);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var subject = input.Subject(parsed, problems);
            var audit = subject is null ? null : input.Stations(parsed, subject, problems);
            var source = SourceText.Read(parsed.GetValue(recounts)!, problems);
            if (subject is null || audit is null || source is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var text = parsed.GetValue(seed)!;
            var drawn = audit.Draw(text, parsed.GetValue(draws) ?? audit.PlannedDraws(subject.RiskLimit));
            var found = RecountFile.Read(
                source,
                audit.Manifest,
                [.. drawn.Distinct()],
                [.. subject.Dossier.File.Contests[subject.Contest].Contenders.Keys],
                subject.Dossier.Edition.Text.Ballot.AgainstAll == Law.AgainstAll.OnBallot,
                problems
            );
            if (problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var evaluation = AuditEvaluation.Of(audit, subject.RiskLimit, drawn, found);
            var findings = evaluation.Findings(
                $"scrutineer audit evaluate {SourceText.Show(subject.Dossier.Folder)} --seed {text} --recounts {SourceText.Show(parsed.GetValue(recounts)!)}"
            );
            IReadOnlyList<int> next = evaluation.FurtherDraws is > 0 and { } more
                ? [.. audit.Draw(text, drawn.Count + more).Skip(drawn.Count).Distinct().Except(drawn)]
                : [];
            CommandLine.Write(
                parsed.GetValue(json)
                    ? AuditJson.Evaluation(subject.Dossier, subject.Contest, evaluation, text, next, findings)
                    : AuditText.Evaluation(subject, evaluation, next, findings)
            );
            return findings.Any(f => f.Severity == Severity.Error) ? CommandLine.DoneWithErrors : CommandLine.Done;
        });
        return command;
    }

    private static Option<bool> Json() => new("--json") { Description = "Print one JSON document and nothing else." };

    private static Option<string> Seed() =>
        new("--seed")
        {
            Description = "The public seed, made after the protocols were published, such as throws of dice.",
            Required = true,
        };

    private static Option<int?> Draws()
    {
        var draws = new Option<int?>("--draws")
        {
            Description = "How many draws in all; by default as many as are planned.",
        };
        draws.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 1_000_000)
            {
                result.AddError("--draws: Expected a number from 1 to 1000000.");
            }
        });
        return draws;
    }

    private static double? Rate(string text, Problems problems)
    {
        if (Rational.TryParse(text, out var rate) && rate >= 0 && rate <= 1)
        {
            return rate.ToDouble();
        }

        problems.Add(
            new Location("--errors"),
            $"'{text}' is no share.",
            "a share from 0 to 1, such as '0.1 %'",
            "Write for example --errors \"0.1 %\"."
        );
        return null;
    }
}
