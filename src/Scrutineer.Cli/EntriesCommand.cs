using System.CommandLine;
using System.Text;
using System.Text.Json;
using Scrutineer.Counting;
using Scrutineer.Counting.Copies;
using Scrutineer.Counting.Entry;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Totals;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Publishing;

namespace Scrutineer.Cli;

/// <summary><c>entries</c>: what several persons who entered the same papers blindly agree on, and how often each erred.</summary>
internal static class EntriesCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("table") { Description = "A table of entries: one row an entry." };
        var form = new Option<string?>("--form")
        {
            Description = "The form; by default the one that the mapping names.",
        };
        var map = new Option<string?>("--map")
        {
            Description = "The mapping of the table; its 'copy' is the column that holds the persons.",
        };
        var readers = new Option<int>("--readers")
        {
            Description = "How many different persons must agree on every field; 2 if absent.",
            DefaultValueFactory = _ => 2,
        };
        var against = new Option<string?>("--against")
        {
            Description = "Another copy of the same protocols, held against what was agreed.",
        };
        var againstMap = new Option<string?>("--against-map") { Description = "The mapping of the other copy." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "entries",
            "Replays blind entries of the same papers until enough persons agree, and tells how often each of them erred.\n\n"
                + "Examples:\n"
                + "  scrutineer entries crowd_data.csv --map ge/president-2013-entries\n"
                + "  scrutineer entries crowd_data.csv --map ge/president-2013-entries --against official.csv --against-map ge/president-2013-official"
        )
        {
            target,
            form,
            map,
            readers,
            against,
            againstMap,
            json,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var wanted = parsed.GetValue(readers);
            if (wanted < 2)
            {
                problems.Add(
                    new Location("--readers"),
                    $"{wanted} persons are asked for.",
                    "at least 2",
                    "One person cannot agree with himself."
                );
            }

            var source = ProtocolSource.Find(
                parsed.GetValue(target)!,
                parsed.GetValue(form),
                parsed.GetValue(map),
                null,
                problems
            );
            if (source is { Mapping.File.Copy: null })
            {
                problems.Add(
                    new Location(source.Mapping.Source.Path),
                    "The mapping does not say who made an entry.",
                    "'copy: COLUMN'",
                    "Name the column that holds the persons."
                );
            }

            if (source is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var progress = new Progress();
            var table = TableReader.Read(source.Path, source.Mapping, source.Layout, problems, progress.Tell);
            var other =
                table is not null
                && parsed.GetValue(against) is { } path
                && source.Beside(path, parsed.GetValue(againstMap), path, problems) is { } beside
                    ? TableReader.Read(beside.Path, beside.Mapping, beside.Layout, problems, progress.Tell)
                    : null;
            progress.Done();
            if (table is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var entries = EntryTable.Of(table, wanted);
            var compared = other is null ? null : Compare(entries, other);
            CommandLine.Write(parsed.GetValue(json) ? Json(entries, compared) : Text(entries, compared));
            return entries.Papers.Count > entries.Settled.Count() || compared?.Comparison.Differences.Count > 0
                ? CommandLine.DoneWithErrors
                : CommandLine.Done;
        });
        return command;
    }

    private static CountAgainst Compare(EntryTable entries, ProtocolTable other)
    {
        var count = ProtocolCount.Of(other);
        return CountAgainst.Of(
            entries.Table.Layout,
            [.. entries.Settled.Select(p => p.Whole!)],
            [.. count.Counted],
            CopyKind.PublishedTable,
            null,
            ""
        ) with
        {
            File = other.File,
            Sha256 = other.Sha256,
        };
    }

    private static string Text(EntryTable entries, CountAgainst? against)
    {
        var settled = entries.Settled.Count();
        var clerks = ClerkRecord.Table(entries.Papers);
        var text = new StringBuilder();
        text.Append(
            Words.Wrap(
                $"{Shown.Of(entries.Table.Count, "entry", "entries")} of {Shown.Of(entries.Papers.Count, "paper", "papers")} by {Shown.Of(clerks.Count, "person", "persons")}. The first two entries agree in {Shown.Whole(entries.FirstTwoAgree)}; {Shown.Whole(settled)} are settled; in {Shown.Whole(entries.FirstWrong)} of them the first entry differs from what was agreed.",
                0
            )
        );
        foreach (var open in entries.Papers.Where(p => p.Whole is null).Take(20))
        {
            text.Append(
                Words.Wrap(
                    $"Not settled: {open.Entries[0].Protocol.Unit.Text}, {Shown.Of(open.Open.Count, "field", "fields")} open.",
                    2
                )
            );
        }

        text.Append('\n')
            .Append(
                TextTable.Of(
                    ["person", ">entries", ">wrong", ">of entries", ">fields wrong", ">of fields"],
                    [
                        .. clerks.Select(c =>
                            (IReadOnlyList<string>)
                                [
                                    c.By,
                                    Shown.Whole(c.Entries),
                                    Shown.Whole(c.WrongEntries),
                                    Shown.Percent(c.EntryErrorRate),
                                    Shown.Whole(c.WrongFields),
                                    Shown.Percent(c.FieldErrorRate, 3),
                                ]
                        ),
                    ]
                )
            );
        return text.Append(against is null ? "" : AgainstText.Of(against)).ToString();
    }

    private static string Json(EntryTable entries, CountAgainst? against) =>
        ResultJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("file", entries.Table.File);
            json.WriteString("sha256", entries.Table.Sha256);
            json.WriteNumber("entries", entries.Table.Count);
            json.WriteNumber("papers", entries.Papers.Count);
            json.WriteNumber("first-two-agree", entries.FirstTwoAgree);
            json.WriteNumber("settled", entries.Settled.Count());
            json.WriteNumber("first-wrong", entries.FirstWrong);
            json.WriteStartArray("open");
            foreach (var open in entries.Papers.Where(p => p.Whole is null))
            {
                json.WriteStringValue(open.Entries[0].Protocol.Unit.Text);
            }

            json.WriteEndArray();
            Persons(json, ClerkRecord.Table(entries.Papers));
            if (against is not null)
            {
                json.WritePropertyName("against");
                AgainstJson.Write(json, against);
                json.WriteStartArray("findings");
                foreach (var finding in CopyFindings.Of(against.Comparison))
                {
                    ResultJson.Finding(json, finding);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        });

    private static void Persons(Utf8JsonWriter json, IReadOnlyList<ClerkRecord> clerks)
    {
        json.WriteStartArray("persons");
        foreach (var clerk in clerks)
        {
            json.WriteStartObject();
            json.WriteString("person", clerk.By);
            json.WriteNumber("entries", clerk.Entries);
            json.WriteNumber("wrong-entries", clerk.WrongEntries);
            json.WriteNumber("fields", clerk.Fields);
            json.WriteNumber("wrong-fields", clerk.WrongFields);
            json.WriteString("entry-error-rate", clerk.EntryErrorRate.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
