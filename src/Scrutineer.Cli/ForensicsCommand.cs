using System.CommandLine;
using System.Security.Cryptography;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Totals;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Publishing;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Forensics.Contrasts;
using Scrutineer.Scrutiny.Forensics.Hours;
using Scrutineer.Scrutiny.Forensics.Placebos;

namespace Scrutineer.Cli;

/// <summary><c>forensics</c>: tests on the full table of an election, each with what it cannot see.</summary>
internal static class ForensicsCommand
{
    private static readonly Argument<string> Target = new("target")
    {
        Description = "A dossier that names its protocols, or a table of protocols (CSV, also zipped).",
    };
    private static readonly Option<string?> Form = new("--form")
    {
        Description = "The form, as a path or as country/name; by default the one that the mapping names.",
    };
    private static readonly Option<string?> Map = new("--map")
    {
        Description =
            "The mapping of the table, as a path or as country/name; by default the one that the dossier names.",
    };
    private static readonly Option<string?> List = new("--list")
    {
        Description = "The list or candidate to look at; by default the one with the most votes.",
    };
    private static readonly Option<string> ShareOf = new("--of")
    {
        Description = "What shares are of: ballots, valid and invalid, or votes, the valid ones.",
        DefaultValueFactory = _ => "ballots",
    };
    private static readonly Option<string?> Marked = new("--marked")
    {
        Description =
            "A file of station paths, one a line below the header 'unit': the stations that the test 'contrast' holds against the others.",
    };
    private static readonly Option<string[]> Test = new("--test")
    {
        Description = "Run this test only; can be given several times. By default every test is run.",
    };
    private static readonly Option<string?> By = new("--by")
    {
        Description = "The level whose units are told one by one, such as region; by default the topmost.",
    };
    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "The seed of everything that is drawn.",
        DefaultValueFactory = _ => 1,
    };
    private static readonly Option<int> Replicates = new("--replicates")
    {
        Description = "How many elections the Monte Carlo of the integer test draws; 0 for none.",
        DefaultValueFactory = _ => 1000,
    };
    private static readonly Option<int> Resamples = new("--resamples")
    {
        Description = "How often bootstraps and kernels draw again.",
        DefaultValueFactory = _ => 200,
    };
    private static readonly Option<int> Placebo = new("--placebo")
    {
        Description =
            "How many clean elections like this one are drawn, to say how often each test fires on them; 0 for none.",
        DefaultValueFactory = _ => 20,
    };
    private static readonly Option<bool> Power = new("--power")
    {
        Description = "Try each drawn election with known frauds too, to say which test sees them.",
    };
    private static readonly Option<bool> Register = new("--register")
    {
        Description =
            "Print what is going to be done, with its hash, and stop: to be made public before the data are read.",
    };
    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print one JSON document and nothing else.",
    };

    public static Command Create()
    {
        var command = new Command(
            "forensics",
            "Holds the full table of an election against what counts that nobody touched look like. Each test says what it\n"
                + "asks, its figures, how much it is about, and what it cannot see; none says that there was fraud.\n"
                + "Tests: "
                + string.Join(", ", ForensicTests.All.Concat(ForensicTests.OnRequest).Select(t => t.Name))
                + ".\n\nExamples:\n"
                + "  scrutineer forensics 2021.csv.zip --map ru/duma-2021\n"
                + "  scrutineer forensics 2021.csv.zip --map ru/duma-2021 --test integer --by region --json"
        )
        {
            Target,
            Form,
            Map,
            List,
            ShareOf,
            Marked,
            Test,
            By,
            Seed,
            Replicates,
            Resamples,
            Placebo,
            Power,
            Register,
            Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var problems = new Problems();
        var target = parsed.GetValue(Target)!;
        var tests = Tests(parsed.GetValue(Test) ?? [], problems);
        Least("--replicates", parsed.GetValue(Replicates), 0, problems);
        Least("--resamples", parsed.GetValue(Resamples), 2, problems);
        Least("--placebo", parsed.GetValue(Placebo), 0, problems);
        var marks = parsed.GetValue(Marked) is { } path ? StationMarks.Read(path, problems) : null;
        if (parsed.GetValue(ShareOf) is not ("ballots" or "votes"))
        {
            problems.Add(
                new Location("--of"),
                $"'{parsed.GetValue(ShareOf)}' is no base of shares.",
                "ballots or votes",
                "Write --of ballots."
            );
        }

        var source = ProtocolSource.Find(target, parsed.GetValue(Form), parsed.GetValue(Map), null, problems);
        if (source is not null)
        {
            Check(source, parsed, problems);
        }

        if (source is null || problems.Any)
        {
            return CommandLine.Report(problems);
        }

        if (source.Mapping.Hours is { Count: > 0 } hours)
        {
            source = source with { Layout = source.Layout.ByHour([.. hours.Select(h => h.Time)]) };
            tests = (parsed.GetValue(Test) ?? []).Length == 0 ? [.. tests, new HourTest()] : tests;
        }

        var work = new WorkProgress();
        using var stop = new StopOnInterrupt();
        var run = new ForensicRun
        {
            Seed = parsed.GetValue(Seed),
            Replicates = parsed.GetValue(Replicates),
            Resamples = parsed.GetValue(Resamples),
            Level = parsed.GetValue(By),
            Verify =
                $"scrutineer forensics {SourceText.Show(target)}"
                + (source.Dossier is null ? $" --map {source.Mapping.File.Id}" : ""),
            Progress = work.Tell,
            Stop = stop.Token,
        };

        // The hash of the file, and nothing else of it, is known when the tests are fixed.
        if (!File.Exists(source.Path))
        {
            problems.Add(
                new Location(SourceText.Show(source.Path)),
                "There is no such file.",
                "the table of protocols that the dossier names",
                "Put it there, or name another."
            );
            return CommandLine.Report(problems);
        }

        var registration = new Registration(HashOf(source.Path), parsed.GetValue(List) ?? "", tests, run)
        {
            Further =
            [
                $"share of {parsed.GetValue(ShareOf)}",
                .. marks is null ? (string[])[] : [$"marked sha256:{marks.Sha256}"],
            ],
        };
        if (parsed.GetValue(Register))
        {
            CommandLine.Write($"{registration.Text}sha256 {registration.Sha256}\n");
            return CommandLine.Done;
        }

        var progress = new Progress();
        var table = TableReader.Read(source.Path, source.Mapping, source.Layout, problems, progress.Tell);
        progress.Done();
        if (table is null || DossierCount.Of(source, table, null, problems) is not { } count)
        {
            return CommandLine.Report(problems);
        }

        var stations = CountedStations.Of(count, parsed.GetValue(List), parsed.GetValue(ShareOf) == "votes");
        if (marks is not null)
        {
            stations = marks.On(stations, problems);
            if (problems.Any)
            {
                return CommandLine.Report(problems);
            }
        }

        var result = ForensicResult.Of(stations, registration);
        result = result with
        {
            Rates = PlaceboRates.Of(stations, tests, parsed.GetValue(Placebo), parsed.GetValue(Power), run),
        };
        work.Done();
        CommandLine.Write(
            parsed.GetValue(Json)
                ? ForensicsJson.Of(result)
                : (table.IsSynthetic ? CountText.Synthetic : "") + ForensicsText.Of(result)
        );
        if (stop.WasAsked)
        {
            return StopOnInterrupt.Told(
                result.NotRun.Count > 0
                    ? $"not run: {string.Join(", ", result.NotRun)}"
                    : "every test was run; rates are of the placebo elections drawn until then"
            );
        }

        return result.Findings.Any(f => f.Severity == Severity.Error) ? CommandLine.DoneWithErrors : CommandLine.Done;
    }

    private static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static List<IForensicTest> Tests(string[] names, Problems problems)
    {
        var known = ForensicTests.All.Concat(ForensicTests.OnRequest).Select(t => t.Name).ToList();
        foreach (var name in names.Where(n => ForensicTests.Named(n) is null))
        {
            problems.Add(
                new Location("--test"),
                $"There is no test '{name}'.",
                "the name of a test",
                Problems.Nearest(name, known)
            );
        }

        return
        [
            .. names.Length == 0
                ? ForensicTests.All
                : ForensicTests
                    .All.Concat(ForensicTests.OnRequest)
                    .Where(t => names.Contains(t.Name, StringComparer.Ordinal)),
        ];
    }

    private static void Check(ProtocolSource source, ParseResult parsed, Problems problems)
    {
        if (source.Layout.Form.ListField is null)
        {
            problems.Add(
                new Location("--form"),
                $"The form {source.Layout.Form.Id} has no votes of lists.",
                "a form with a field of one number a list",
                "Name another form."
            );
        }

        if (parsed.GetValue(List) is { } list && !source.Layout.Lists.Contains(list, StringComparer.Ordinal))
        {
            problems.Add(
                new Location("--list"),
                $"The mapping has no list '{list}'.",
                "a list of the mapping",
                Problems.Nearest(list, source.Layout.Lists)
            );
        }

        var levels = source.Mapping.Levels.SkipLast(1).ToList();
        if (parsed.GetValue(By) is { } level && !levels.Contains(level, StringComparer.Ordinal))
        {
            problems.Add(
                new Location("--by"),
                $"The mapping has no level '{level}' above its stations.",
                "a level of the mapping above the stations",
                Problems.Nearest(level, levels)
            );
        }
    }

    private static void Least(string option, int value, int least, Problems problems)
    {
        if (value < least)
        {
            problems.Add(new Location(option), $"{value} is too few.", $"at least {least}", "Ask for more.");
        }
    }
}
