using System.CommandLine;
using System.Globalization;
using System.Text;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Publishing;
using Scrutineer.Scrutiny.Audits.Assertions;

namespace Scrutineer.Cli;

/// <summary><c>audit cover</c>: which results assertions imply, and which rules of their laws have none.</summary>
internal static class AuditCoverCommand
{
    public static Command Create()
    {
        var dossiers = new Argument<string[]>("dossiers")
        {
            Description = "Folders of elections; a folder that holds several stands for each of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "cover",
            "Says of every contest whether assertions about its ballots imply each seat, or which rules of the law they leave out.\n\n"
                + "Examples:\n"
                + "  scrutineer audit cover elections"
        );
        command.Arguments.Add(dossiers);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var covered = Folders(parsed.GetValue(dossiers)!).SelectMany(f => Of(f, problems)).ToList();
            if (problems.Any)
            {
                return CommandLine.Report(problems);
            }

            CommandLine.Write(parsed.GetValue(json) ? CoverJson.Of(covered) : Text(covered));
            return CommandLine.Done;
        });
        return command;
    }

    private static IEnumerable<string> Folders(string[] given) =>
        given.SelectMany<string, string>(g =>
            File.Exists(Path.Combine(g, "election.yaml")) || !Directory.Exists(g)
                ? [g]
                : Directory
                    .EnumerateDirectories(g)
                    .Where(d => File.Exists(Path.Combine(d, "election.yaml")))
                    .Order(StringComparer.Ordinal)
        );

    private static IEnumerable<CoveredContest> Of(string folder, Problems problems)
    {
        if (ElectionDossier.Read(folder, null, problems) is not { } dossier)
        {
            yield break;
        }

        foreach (var contest in dossier.File.Contests.Keys.Where(c => dossier.Units(c).Count > 0))
        {
            // Where every constituency is a contest by itself, the first stands for the law.
            var tiered = dossier.Edition.Text.Contests[contest].IsTiered;
            var tally = tiered ? dossier.TallyOf(contest) : dossier.TallyOf(contest, dossier.Units(contest)[0]);
            var seats = SeatAssertions.Of(dossier, contest, tally, out var because);
            yield return new CoveredContest(dossier.File.Id, contest, seats, because);
        }
    }

    private static string Text(List<CoveredContest> covered)
    {
        var text = new StringBuilder();
        text.Append(
            TextTable.Of(
                ["election", "contest", ">seats", ">assertions", "left out"],
                [
                    .. covered.Select(c =>
                        (IReadOnlyList<string>)[c.Election, c.Contest, Seats(c), Number(c), LeftOut(c)]
                    ),
                ]
            )
        );
        text.Append('\n');
        foreach (var none in covered.Where(c => c.Seats is null).GroupBy(c => c.Because))
        {
            text.Append(Words.Wrap($"Left out whole, {Shown.Row(none.Select(c => c.Election))}: {none.Key}.", 0));
        }

        var whole = covered.Count(c => c.Seats is { ImplyEverySeat: true });
        return text.Append(
                Words.Wrap(
                    $"In {whole} of {Shown.Of(covered.Count, "contest", "contests")} assertions imply every seat; 'audit plan' says why a rule is left out.",
                    0
                )
            )
            .ToString();
    }

    private static string Seats(CoveredContest contest) =>
        contest.Seats?.Standing.Seats.Sum().ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Number(CoveredContest contest) =>
        contest.Seats?.Assertions.Count.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string LeftOut(CoveredContest contest) =>
        contest.Seats is { } seats
            ? string.Join(", ", seats.NotAsserted.Select(n => n.Rule).Distinct())
            : "all";
}
