using System.CommandLine;
using System.Globalization;
using System.Text;
using Scrutineer.Counting.Import;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Numerics;
using Scrutineer.Publishing;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Cli;

/// <summary><c>sample</c>: how many stations to observe, which ones, and how anybody draws the same again.</summary>
internal static class SampleCommand
{
    private static readonly Argument<string> Target = new("target")
    {
        Description =
            "The full table of an earlier election (CSV, also zipped), or a dossier that names its protocols.",
    };
    private static readonly Option<string?> Form = new("--form")
    {
        Description = "The form, as a path or as country/name; by default the one that the mapping names.",
    };
    private static readonly Option<string?> Map = new("--map")
    {
        Description = "The mapping of the table, as a path or as country/name.",
    };
    private static readonly Option<int?> Size = new("--size") { Description = "How many units to draw." };
    private static readonly Option<string?> Margin = new("--margin")
    {
        Description = "Draw as many as it takes for this half-width of the interval, such as 1 %.",
    };
    private static readonly Option<string?> Strata = new("--strata")
    {
        Description = "The level of the mapping that names the strata.",
    };
    private static readonly Option<string?> Design = new("--design")
    {
        Description = "simple, proportional or neyman; by default proportional where strata are named.",
    };
    private static readonly Option<string?> Clusters = new("--clusters")
    {
        Description = "Draw whole units of this level of the mapping in place of stations.",
    };
    private static readonly Option<string?> List = new("--list")
    {
        Description = "The list by whose spread the sample is designed; by default the one with most votes.",
    };
    private static readonly Option<string?> Base = new("--base")
    {
        Description = "What its share is a share of; by default what the mapping says, or else valid-votes.",
    };
    private static readonly Option<string> Confidence = new("--confidence")
    {
        Description = "The confidence of the interval.",
        DefaultValueFactory = _ => "95 %",
    };
    private static readonly Option<string?> Response = new("--response")
    {
        Description =
            "The share of units drawn that is expected to answer; a size that follows from a margin is divided by it.",
    };
    private static readonly Option<string?> Seed = new("--seed")
    {
        Description =
            "Draw by this seed, made public after the table: a unit's ticket is the SHA-256 of 'seed,unit,1'.",
    };
    private static readonly Option<bool> Frame = new("--frame")
    {
        Description =
            "Print the strata with their stations and numbers drawn, as 'estimate --frame' reads them, and nothing else.",
    };
    private static readonly Option<bool> Csv = new("--csv")
    {
        Description = "Print the units drawn as CSV and nothing else.",
    };
    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print one JSON document and nothing else.",
    };

    public static Command Create()
    {
        var command = new Command(
            "sample",
            "Designs a sample of stations on the full table of an earlier election, says how exact it will be, and draws it by a\n"
                + "public seed.\n\n"
                + "Examples:\n"
                + "  scrutineer sample official.csv --map ge/president-2013-official --size 600\n"
                + "  scrutineer sample official.csv --map ge/president-2013-official --strata district --margin \"1 %\" --seed \"4 1 6 2\" --csv"
        )
        {
            Target,
            Form,
            Map,
            Size,
            Margin,
            Strata,
            Design,
            Clusters,
            List,
            Base,
            Confidence,
            Response,
            Seed,
            Frame,
            Csv,
            Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var problems = new Problems();
        var source = ProtocolSource.Find(
            parsed.GetValue(Target)!,
            parsed.GetValue(Form),
            parsed.GetValue(Map),
            null,
            problems
        );
        var request = source is null ? null : RequestOf(parsed, source, problems);
        if (source is null || request is null || problems.Any)
        {
            return CommandLine.Report(problems);
        }

        var progress = new Progress();
        var table = TableReader.Read(source.Path, source.Mapping, source.Layout, problems, progress.Tell);
        progress.Done();
        var plan = table is null ? null : SamplePlan.Of(table, request, problems);
        if (plan is null || problems.Any)
        {
            return CommandLine.Report(problems);
        }

        CommandLine.Write(
            parsed.GetValue(Json) ? SampleJson.Of(plan)
            : parsed.GetValue(Csv) ? Draw(plan)
            : parsed.GetValue(Frame) ? FrameCsv(plan)
            : Text(plan)
        );
        return CommandLine.Done;
    }

    private static SampleRequest RequestOf(ParseResult parsed, ProtocolSource source, Problems problems)
    {
        var strata = parsed.GetValue(Strata);
        SampleWords.CheckLevel(source, "--strata", strata, problems);
        SampleWords.CheckLevel(source, "--clusters", parsed.GetValue(Clusters), problems);
        var method =
            SampleWords.Word<SampleMethod>(parsed.GetValue(Design), "--design", problems)
            ?? (strata is null ? SampleMethod.Simple : SampleMethod.Proportional);
        if (method == SampleMethod.Simple == strata is not null)
        {
            problems.Add(
                new Location("--design"),
                strata is null
                    ? $"The design is {ScalarType.Word(method)}, and no strata are named."
                    : "The design is simple, and strata are named.",
                "--strata for a design with strata, and only for one",
                "Add or leave out --strata."
            );
        }

        var size = parsed.GetValue(Size);
        if (size is null == parsed.GetValue(Margin) is null || size < 1)
        {
            problems.Add(
                new Location(size < 1 ? "--size" : "--margin"),
                size < 1 ? $"{size} is no size."
                    : size is null ? "Neither size nor margin is given."
                    : "Both size and margin are given.",
                "one of --size and --margin",
                "Write for example --size 600, or --margin \"1 %\"."
            );
        }

        if ((parsed.GetValue(Csv) && parsed.GetValue(Seed) is null) || (parsed.GetValue(Frame) && strata is null))
        {
            var csv = parsed.GetValue(Csv);
            problems.Add(
                new Location(csv ? "--csv" : "--frame"),
                csv ? "No seed is given, so that nothing is drawn." : "Without strata there is no frame to print.",
                csv ? "--seed" : "--strata",
                csv
                    ? "Roll dice before witnesses, and give what they show."
                    : "Give 'estimate' the number of all stations by --stations."
            );
        }

        return new SampleRequest
        {
            Method = method,
            Strata = strata,
            Clusters = parsed.GetValue(Clusters),
            Size = size,
            Margin = parsed.GetValue(Margin) is { } margin ? SampleWords.Share(margin, "--margin", problems) : null,
            Confidence = SampleWords.Share(parsed.GetValue(Confidence)!, "--confidence", problems),
            Response = parsed.GetValue(Response) is { } response and not ("1" or "100 %" or "100%")
                ? SampleWords.Share(response, "--response", problems)
                : 1,
            List = parsed.GetValue(List),
            Base =
                SampleWords.Word<BaseName>(parsed.GetValue(Base), "--base", problems)
                ?? source.Mapping.File.Base
                ?? BaseName.ValidVotes,
            Seed = parsed.GetValue(Seed),
        };
    }

    private static string Text(SamplePlan plan)
    {
        var (prior, request) = (plan.Prior, plan.Request);
        var units = request.Clusters is { } level ? $"units of the level {level}" : "stations";
        var of = prior.Quantity.Base.Replace('-', ' ');
        var text = new StringBuilder();
        if (plan.Table.IsSynthetic)
        {
            text.Append("SYNTHETIC DATA: these figures are made up and describe no election.\n");
        }

        text.Append(Words.Wrap(plan.Table.Mapping.File.Title, 0));
        text.Append(
            Words.Wrap(
                $"{Shown.Whole(prior.Units)} {units} with {EstimateWords.Number(prior.MeanBase, 1)} {of} each; {prior.Quantity.Name} had {EstimateWords.Percent(prior.Share)}."
                    + (
                        prior.DesignEffect is { } effect
                            ? $" People of one unit are alike: drawing units has {EstimateWords.Number(effect, 1)} times the variance of drawing as many voters (intra-cluster correlation {EstimateWords.Number(prior.IntraCluster ?? 0, 3)})."
                            : ""
                    ),
                0
            )
        );
        text.Append(
            Words.Wrap(
                $"{Shown.Whole(plan.Size)} {units}, {ScalarType.Word(request.Method)}{(request.Strata is { } strata ? $" over {Shown.Whole(plan.Strata.Count)} strata ({strata})" : "")}: the share is to be expected within {EstimateWords.Number(plan.Margin * 100, 2)} points at {EstimateWords.Percent(request.Confidence, 0)} confidence, if all answer and units differ as in this table.",
                0
            )
        );
        if (plan.Drawn.Count > 0)
        {
            text.Append(
                Words.Wrap(
                    $"Drawn by the seed '{request.Seed}': the lowest tickets of each stratum. A ticket is what printf '{request.Seed},UNIT,1' | sha256sum prints; --csv prints all.",
                    0
                )
            );
            text.Append('\n');
            text.Append(
                TextTable.Of(
                    ["unit", "stratum", "ticket"],
                    [
                        .. plan
                            .Drawn.Take(10)
                            .Select(d => (IReadOnlyList<string>)[d.Unit.Text, d.Stratum, d.Ticket[..12] + "…"]),
                    ]
                )
            );
            text.Append(plan.Drawn.Count > 10 ? $"  and {Shown.Whole(plan.Drawn.Count - 10)} more\n" : "");
        }

        if (plan.Findings.Count > 0)
        {
            text.Append("\nFindings\n");
            foreach (var finding in plan.Findings)
            {
                text.Append(Words.Wrap($"{ScalarType.Word(finding.Severity)} {finding.Code}: {finding.Statement}", 2));
            }
        }

        return text.ToString();
    }

    private static string Draw(SamplePlan plan)
    {
        var text = new StringBuilder("unit,stratum,ticket\n");
        foreach (var unit in plan.Drawn)
        {
            text.Append(CsvCell.Of(unit.Unit.Text))
                .Append(',')
                .Append(CsvCell.Of(unit.Stratum))
                .Append(',')
                .Append(unit.Ticket)
                .Append('\n');
        }

        return text.ToString();
    }

    private static string FrameCsv(SamplePlan plan)
    {
        var text = new StringBuilder("stratum,stations,registered,drawn\n");
        foreach (var stratum in plan.Strata)
        {
            text.Append(CsvCell.Of(stratum.Name))
                .Append(CultureInfo.InvariantCulture, $",{stratum.Stations},{stratum.Registered},{stratum.Drawn}\n");
        }

        return text.ToString();
    }
}
