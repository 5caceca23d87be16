using System.CommandLine;
using Scrutineer.Counting.Import;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Publishing;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Cli;

/// <summary><c>estimate</c>: from a sample of stations to shares of the whole, each with its base and interval.</summary>
internal static class EstimateCommand
{
    /// <summary>What a dossier says of its own sample; given beside one, they would contradict it.</summary>
    private static readonly string[] Told =
    [
        "--form",
        "--map",
        "--frame",
        "--stations",
        "--strata",
        "--clusters",
        "--sample",
        "--drawn",
    ];

    private static readonly Argument<string> Target = new("target")
    {
        Description =
            "A table of the stations received (CSV, also zipped), or a dossier: its sample, or else its protocols.",
    };
    private static readonly Option<string?> Form = new("--form")
    {
        Description = "The form, as a path or as country/name; by default the one that the mapping names.",
    };
    private static readonly Option<string?> Map = new("--map")
    {
        Description = "The mapping of the table, as a path or as country/name.",
    };
    private static readonly Option<string?> Frame = new("--frame")
    {
        Description = "What the sample was drawn from: a table of strata with their stations.",
    };
    private static readonly Option<int?> Stations = new("--stations")
    {
        Description = "How many stations there are in all, for a sample without strata.",
    };
    private static readonly Option<string?> Strata = new("--strata")
    {
        Description = "The level of the mapping that names the stratum; 'stratum' by default where there is a frame.",
    };
    private static readonly Option<string?> Clusters = new("--clusters")
    {
        Description = "The level of the mapping whose units were drawn whole; the frame then counts such units.",
    };
    private static readonly Option<string?> Base = new("--base")
    {
        Description =
            "What shares of lists are shares of: valid-votes, votes-for-lists, ballots-in-box, ballots-issued or registered;\n"
            + "by default what the mapping says, or else valid-votes.",
    };
    private static readonly Option<string> Confidence = new("--confidence")
    {
        Description = "The confidence of intervals.",
        DefaultValueFactory = _ => "95 %",
    };
    private static readonly Option<string?> AsOf = new("--as-of")
    {
        Description =
            "Only what had been reported at this moment: a day (its end is meant) or a minute, as 2018-07-01T22:00.",
    };
    private static readonly Option<string?> Drawn = new("--sample")
    {
        Description =
            "The units that were drawn, as 'sample --csv' prints them: what is missing, and what was not drawn.",
    };
    private static readonly Option<int?> DrawnInAll = new("--drawn")
    {
        Description = "How many stations were drawn in all, where neither the frame nor a list says so.",
    };
    private static readonly Option<string?> Law = new("--law")
    {
        Description = "A law, as a path or as country/name, by which seats and chances to pass are estimated.",
    };
    private static readonly Option<string?> Contest = new("--contest") { Description = "The contest of the law." };
    private static readonly Option<string?> Edition = new("--edition")
    {
        Description = "The edition of the law; by default the latest.",
    };
    private static readonly Option<int> Replicates = new("--replicates")
    {
        Description = "How many times the sample is drawn again from itself for seats.",
        DefaultValueFactory = _ => 2_000,
    };
    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "The seed of these draws; one seed gives the same figures on every machine.",
        DefaultValueFactory = _ => 1,
    };
    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print one JSON document and nothing else.",
    };

    public static Command Create()
    {
        var command = new Command(
            "estimate",
            "Estimates the shares of lists, the lead and the turnout from a sample of stations, with intervals that count\n"
                + "strata, clustering and the size of the whole.\n\n"
                + "Examples:\n"
                + "  scrutineer estimate feed.txt --map mx/quick-count-2018 --frame strata.csv\n"
                + "  scrutineer estimate official.csv --map ge/president-2013-official --stations 3707\n"
                + "  scrutineer estimate received.csv --map xx/sample --frame strata.csv --sample drawn.csv --law ru/duma --contest lists"
        )
        {
            Target,
            Form,
            Map,
            Frame,
            Stations,
            Strata,
            Clusters,
            Base,
            Confidence,
            AsOf,
            Drawn,
            DrawnInAll,
            Law,
            Contest,
            Edition,
            Replicates,
            Seed,
            Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var problems = new Problems();
        var sample = Named(parsed, problems);
        if (problems.Any)
        {
            return CommandLine.Report(problems);
        }

        var source =
            sample?.Source
            ?? ProtocolSource.Find(
                parsed.GetValue(Target)!,
                parsed.GetValue(Form),
                parsed.GetValue(Map),
                null,
                problems
            );
        var frame = sample?.Frame ?? FrameOf(parsed, problems);
        var options = source is null ? null : OptionsOf(parsed, source, sample, problems);
        var rule =
            source is null || (parsed.GetValue(Law) is null && source.Dossier is null)
                ? null
                : LawOption.Find(
                    parsed.GetValue(Law),
                    parsed.GetValue(Edition),
                    parsed.GetValue(Contest) ?? sample?.Dossier.File.Sample!.Contest,
                    source,
                    problems
                );
        if (source is null || frame is null || options is null || problems.Any)
        {
            return CommandLine.Report(problems);
        }

        var progress = new Progress();
        var table = TableReader.Read(source.Path, source.Mapping, source.Layout, problems, progress.Tell);
        progress.Done();
        var count = table is null ? null : QuickCount.Of(table, frame, options, problems);
        if (count is null || problems.Any)
        {
            return CommandLine.Report(problems);
        }

        var work = new WorkProgress();
        using var stop = new StopOnInterrupt();
        var seats = rule is null
            ? null
            : SeatBootstrap.Of(
                count.Sample,
                rule.Law.File.Id,
                rule.Edition,
                rule.Contest,
                parsed.GetValue(Replicates),
                parsed.GetValue(Seed),
                options.Confidence,
                (done, of) => work.Tell("Seats, samples drawn again", done, of),
                stop.Token
            );
        work.Done();
        CommandLine.Write(
            parsed.GetValue(Json)
                ? EstimateJson.Of(count, count.Findings, seats)
                : EstimateText.Of(count, count.Findings, seats)
        );
        if (stop.WasAsked)
        {
            return StopOnInterrupt.Told("seats are of the samples drawn until then");
        }

        return count.Findings.Any(f => f.Severity == Severity.Error) ? CommandLine.DoneWithErrors : CommandLine.Done;
    }

    /// <summary>The sample of a dossier that names one.</summary>
    private static DossierSample? Named(ParseResult parsed, Problems problems)
    {
        var target = parsed.GetValue(Target)!;
        if (
            !Directory.Exists(target)
            || ElectionDossier.Read(target, null, problems) is not { File.Sample: not null } dossier
        )
        {
            return null;
        }

        foreach (
            var option in Told.Where(o =>
                parsed.GetResult(o) is System.CommandLine.Parsing.OptionResult { Implicit: false }
            )
        )
        {
            problems.Add(
                new Location(option),
                "The dossier says how its sample was drawn.",
                "no option that says it again",
                "Leave it out, or give the table itself in place of the dossier."
            );
        }

        return DossierSample.Read(dossier, problems);
    }

    private static SampleFrame? FrameOf(ParseResult parsed, Problems problems)
    {
        var stations = parsed.GetValue(Stations);
        if (parsed.GetValue(Frame) is { } path)
        {
            if (stations is not null)
            {
                problems.Add(
                    new Location("--stations"),
                    "A frame is given as well.",
                    "one of the two",
                    "Leave out --stations; the frame says how many there are."
                );
            }

            return SampleFrame.Read(path, problems);
        }

        if (stations < 1)
        {
            problems.Add(
                new Location("--stations"),
                $"{stations} is no number of stations.",
                "1 or more",
                "Write the number of all stations."
            );
        }

        return SampleFrame.Whole(stations);
    }

    private static EstimateOptions? OptionsOf(
        ParseResult parsed,
        ProtocolSource source,
        DossierSample? sample,
        Problems problems
    )
    {
        var isStratified = parsed.GetValue(Frame) is not null;
        var strata = parsed.GetValue(Strata) ?? (isStratified ? DossierSample.Stratum : null);
        var clusters = parsed.GetValue(Clusters);
        SampleWords.CheckLevel(source, "--strata", strata, problems);
        SampleWords.CheckLevel(source, "--clusters", clusters, problems);
        if (strata is not null && !isStratified)
        {
            problems.Add(
                new Location("--strata"),
                "Strata are named, and there is no frame that says how many stations each has.",
                "--frame with a row for each stratum",
                "Add the frame, or leave out --strata."
            );
        }

        if (parsed.GetValue(AsOf) is not null && source.Mapping.File.Reported is null)
        {
            problems.Add(
                new Location("--as-of"),
                $"The mapping {source.Mapping.File.Id} does not say when stations reported.",
                "'reported' in the mapping",
                "Leave out --as-of."
            );
        }

        foreach (
            var (option, number) in new[]
            {
                ("--drawn", parsed.GetValue(DrawnInAll)),
                ("--replicates", parsed.GetValue(Replicates)),
            }
        )
        {
            if (number is < 1 or > 1_000_000)
            {
                problems.Add(
                    new Location(option),
                    $"{number} is out of range.",
                    "1 to 1,000,000",
                    "Write another number."
                );
            }
        }

        var options =
            sample?.Options
            ?? new EstimateOptions
            {
                Sample = parsed.GetValue(Drawn) is { } list ? DrawnList.Read(list, problems) : null,
                Drawn = parsed.GetValue(DrawnInAll),
                Base = source.Mapping.File.Base ?? BaseName.ValidVotes,
                Strata = strata,
                Clusters = clusters,
            };
        return options with
        {
            Base = SampleWords.Word<BaseName>(parsed.GetValue(Base), "--base", problems) ?? options.Base,
            Confidence = SampleWords.Share(parsed.GetValue(Confidence)!, "--confidence", problems),
            AsOf = MomentOption.Read(parsed.GetValue(AsOf), problems),
        };
    }
}
