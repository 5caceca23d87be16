using System.CommandLine;
using Scrutineer.Counting;
using Scrutineer.Counting.Copies;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Totals;
using Scrutineer.Findings;
using Scrutineer.Publishing;

namespace Scrutineer.Cli;

/// <summary><c>count</c>: from station protocols to totals at every level, and to seats where a law is at hand.</summary>
internal static class CountCommand
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
    private static readonly Option<string?> Law = new("--law")
    {
        Description = "A law, as a path or as country/name, by which seats are allocated; by default the dossier's.",
    };
    private static readonly Option<string?> Contest = new("--contest") { Description = "The contest of the law." };
    private static readonly Option<string?> Edition = new("--edition")
    {
        Description = "The edition of the law; by default the latest, or the one that governs the dossier.",
    };
    private static readonly Option<string?> By = new("--by")
    {
        Description = "Totals of every unit of this level, such as region.",
    };
    private static readonly Option<string?> AsOf = new("--as-of")
    {
        Description =
            "Count only what had been reported at this moment: a day (its end is meant) or a minute, as 2018-07-01T22:00.",
    };
    private static readonly Option<string?> Against = new("--against")
    {
        Description = "Another copy of the same protocols; the differences are told station by station.",
    };
    private static readonly Option<string?> AgainstMap = new("--against-map")
    {
        Description = "The mapping of the other copy, as a path or as country/name; by default the same.",
    };
    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print one JSON document and nothing else.",
    };
    private static readonly Option<bool> Csv = new("--csv")
    {
        Description = "Print the totals as CSV and nothing else.",
    };

    public static Command Create()
    {
        var command = new Command(
            "count",
            "Reads station protocols, checks them against their form, adds them up at every level and, with a law, allocates.\n\n"
                + "Examples:\n"
                + "  scrutineer count 2021.csv.zip --map ru/duma-2021 --law ru/duma --contest lists\n"
                + "  scrutineer count 2021.csv.zip --map ru/duma-2021 --by region --csv"
        )
        {
            Target,
            Form,
            Map,
            Law,
            Contest,
            Edition,
            By,
            AsOf,
            Against,
            AgainstMap,
            Json,
            Csv,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var problems = new Problems();
        var moment = MomentOption.Read(parsed.GetValue(AsOf), problems);
        var source = ProtocolSource.Find(
            parsed.GetValue(Target)!,
            parsed.GetValue(Form),
            parsed.GetValue(Map),
            parsed.GetValue(Law) is null ? parsed.GetValue(Edition) : null,
            problems
        );
        if (source is null)
        {
            return CommandLine.Report(problems);
        }

        CheckLevel(source, parsed.GetValue(By), problems);
        if (moment is not null && source.Mapping.File.Reported is null && source.Dossier is null)
        {
            problems.Add(
                new Location("--as-of"),
                $"The mapping {source.Mapping.File.Id} does not say when protocols were reported, and there are no dated corrections.",
                "'reported' in the mapping, or a dossier with corrections.csv",
                "Leave out --as-of."
            );
        }

        var rule = LawOption.Find(
            parsed.GetValue(Law),
            parsed.GetValue(Edition),
            parsed.GetValue(Contest),
            source,
            problems
        );
        if (problems.Any)
        {
            return CommandLine.Report(problems);
        }

        var progress = new Progress();
        var table = TableReader.Read(source.Path, source.Mapping, source.Layout, problems, progress.Tell);
        progress.Done();
        if (table is null)
        {
            return CommandLine.Report(problems);
        }

        if (DossierCount.Of(source, table, moment, problems) is not { } count)
        {
            return CommandLine.Report(problems);
        }

        var seats = rule is { } r
            ? CountedSeats.Of(count, r.Law, r.Edition, r.Contest, r.Entry, source.Dossier?.Lots(r.Contest))
            : null;
        var (against, differences) = DossierCount.Copies(source, count, problems);
        if (parsed.GetValue(Against) is { } other)
        {
            if (Compare(source, count, other, parsed.GetValue(AgainstMap), rule, problems) is { } one)
            {
                against = [.. against, one];
                differences = [.. differences, .. CopyFindings.Of(one.Comparison)];
            }
        }

        if (problems.Any)
        {
            return CommandLine.Report(problems);
        }

        IReadOnlyList<Finding> findings =
        [
            .. CountComparison.Of(count, source.Dossier, seats),
            .. count.Findings,
            .. differences,
        ];
        var by = parsed.GetValue(By) is { } level ? count.By(level) : [];
        if (parsed.GetValue(Json))
        {
            CommandLine.Write(CountJson.Of(count, by, seats, findings, against));
        }
        else if (parsed.GetValue(Csv))
        {
            CommandLine.Write(CountCsv.Of(count, by.Count > 0 ? by : [count.Whole]));
        }
        else
        {
            CommandLine.Write(CountText.Of(count, by, seats, findings, against));
        }

        return findings.Any(f => f.Severity == Severity.Error) ? CommandLine.DoneWithErrors : CommandLine.Done;
    }

    private static CountAgainst? Compare(
        ProtocolSource source,
        ProtocolCount count,
        string other,
        string? map,
        LawOption? rule,
        Problems problems
    )
    {
        var progress = new Progress();
        var table = source.Beside(other, map, other, problems) is { } beside
            ? TableReader.Read(beside.Path, beside.Mapping, beside.Layout, problems, progress.Tell)
            : null;
        progress.Done();
        return table is null
            ? null
            : CountAgainst.Of(
                count,
                ProtocolCount.Of(table),
                CopyKind.PublishedTable,
                rule?.Edition,
                rule?.Contest ?? ""
            );
    }

    private static void CheckLevel(ProtocolSource source, string? level, Problems problems)
    {
        if (level is not null && level != "nation" && !source.Mapping.Levels.Contains(level, StringComparer.Ordinal))
        {
            problems.Add(
                new Location("--by"),
                $"The mapping has no level '{level}'.",
                "nation, or a level of the mapping",
                Problems.Nearest(level, source.Mapping.Levels)
            );
        }
    }
}
