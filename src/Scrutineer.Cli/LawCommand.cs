using System.CommandLine;
using System.Globalization;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Publishing;

namespace Scrutineer.Cli;

/// <summary><c>law</c>: validates a law file, prints an edition in words, shows the difference of two.</summary>
internal static class LawCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A law file, such as laws/kz/mazhilis.yaml." };
        var print = new Option<string?>("--print")
        {
            Description = "Print this edition in words; an edition's name, or 'all'.",
        };
        var on = new Option<string?>("--on") { Description = "Print the edition in force on this day (YYYY-MM-DD)." };
        var diff = new Option<string[]>("--diff")
        {
            Description = "Show what changed between two editions: --diff FROM TO.",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "law",
            "Validates a law file and lists its editions; prints one in words; compares two.\n\n"
                + "Examples:\n"
                + "  scrutineer law laws/kz/mazhilis.yaml\n"
                + "  scrutineer law laws/kz/mazhilis.yaml --print 2009\n"
                + "  scrutineer law laws/kz/mazhilis.yaml --diff 2020 2022"
        )
        {
            file,
            print,
            on,
            diff,
            json,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var law = ElectoralLaw.Read(parsed.GetValue(file)!, problems);
            if (law is null)
            {
                return CommandLine.Report(problems);
            }

            var asJson = parsed.GetValue(json);
            if (parsed.GetValue(diff) is [var from, var to])
            {
                var before = Named(law, from, "--diff", problems);
                var after = Named(law, to, "--diff", problems);
                if (before is null || after is null)
                {
                    return CommandLine.Report(problems);
                }

                CommandLine.Write(asJson ? DiffJson(law, before, after) : DiffText(before, after));
                return CommandLine.Done;
            }

            var editions = Chosen(law, parsed.GetValue(print), parsed.GetValue(on), problems);
            if (problems.Any)
            {
                return CommandLine.Report(problems);
            }

            CommandLine.Write(
                editions.Count == 0 ? (asJson ? ListJson(law) : ListText(law))
                : asJson ? PrintJson(law, editions)
                : string.Join("\n", editions.Select(PrintText))
            );
            return CommandLine.Done;
        });
        return command;
    }

    private static Edition? Named(ElectoralLaw law, string name, string option, Problems problems)
    {
        var edition = law.Named(name);
        if (edition is null)
        {
            problems.Add(
                new Location(option),
                $"{law.File.Id} has no edition '{name}'.",
                "the name of an edition",
                Problems.Nearest(name, law.Editions.Select(e => e.Name))
            );
        }

        return edition;
    }

    private static IReadOnlyList<Edition> Chosen(ElectoralLaw law, string? print, string? on, Problems problems)
    {
        if (print == "all")
        {
            return law.Editions;
        }

        if (print is not null)
        {
            return Named(law, print, "--print", problems) is { } named ? [named] : [];
        }

        if (on is null)
        {
            return [];
        }

        if (!DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            problems.Add(
                new Location("--on"),
                $"'{on}' is no day.",
                "a date that exists, written YYYY-MM-DD",
                "Correct it."
            );
            return [];
        }

        if (law.On(day) is { } edition)
        {
            return [edition];
        }

        problems.Add(
            new Location("--on"),
            $"No edition of {law.File.Id} is in force on {on}.",
            $"a day from {law.Editions[0].Head.InForce:yyyy-MM-dd}",
            "Choose a later day."
        );
        return [];
    }

    private static string ListText(ElectoralLaw law)
    {
        var rows = law
            .Editions.Select(e =>
                (IReadOnlyList<string>)
                    [
                        e.Name,
                        $"{e.Head.InForce:yyyy-MM-dd}",
                        e.Head.Until is { } until ? $"{until:yyyy-MM-dd}" : "",
                        e.Text.Body.Seats.ToString(CultureInfo.InvariantCulture),
                        string.Join(", ", e.Text.Contests.Select(c => $"{c.Key} {c.Value.Seats}")),
                        e.Head.By,
                    ]
            )
            .ToList();
        var debts = law.Editions[^1]
            .Text.Contests.Values.SelectMany(c => c.Rules)
            .Count(r => r.Rule.Checked != Checked.Text);
        return $"{law.File.Title} ({law.File.Id}): valid, {law.Editions.Count} editions.\n"
            + TextTable.Of(["edition", "from", "until", ">seats", "contests", "by"], rows)
            + $"The edition is that {(law.File.AppliesBy == AppliesBy.DayOfCall ? "of the day on which the election is called" : "of polling day")}. "
            + $"Of the newest edition's rules, {debts} {(debts == 1 ? "was" : "were")} not read in a text of the act.\n";
    }

    private static string PrintText(Edition edition)
    {
        var text = Words.Wrap(LawWords.Head(edition), 0) + (edition.Head.Note is { } note ? Words.Wrap(note, 0) : "");
        foreach (var provision in LawWords.Of(edition))
        {
            text +=
                $"\n{provision.Path}\n"
                + Words.Wrap(
                    $"{provision.Sentence} ({provision.Cite}; {ScalarType.Word(provision.Checked)}{(provision.Reading is { } r ? $"; reading '{r}'" : "")})",
                    2
                );
            foreach (var other in provision.Others)
            {
                text += Words.Wrap(
                    $"Other reading '{other.Name}' ({ScalarType.Word(other.Basis)}: {other.Because}): {other.Sentence}",
                    4
                );
            }

            text += provision.Note is { } remark ? Words.Wrap("Note: " + remark, 4) : "";
        }

        return text;
    }

    private static string DiffText(Edition before, Edition after)
    {
        var (changes, unchanged) = LawDiff.Of(before, after);
        var text = $"Edition {before.Name} → edition {after.Name}\n";
        foreach (var change in changes)
        {
            text +=
                $"\n{change.Path}: {ScalarType.Word(change.Kind)}{(change.Cite.Length > 0 ? $" ({change.Cite})" : "")}\n";
            text += change.Before.Length > 0 ? Words.Wrap("- " + change.Before, 2) : "";
            text += change.After.Length > 0 ? Words.Wrap("+ " + change.After, 2) : "";
        }

        return text + $"\n{unchanged} provisions are unchanged.\n";
    }

    private static string ListJson(ElectoralLaw law) =>
        ResultJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("law", law.File.Id);
            json.WriteString("title", law.File.Title);
            json.WriteString("sha256", law.Source.Sha256);
            json.WriteStartArray("editions");
            foreach (var edition in law.Editions)
            {
                json.WriteStartObject();
                json.WriteString("edition", edition.Name);
                json.WriteString("in-force", $"{edition.Head.InForce:yyyy-MM-dd}");
                if (edition.Head.Until is { } until)
                {
                    json.WriteString("until", $"{until:yyyy-MM-dd}");
                }

                json.WriteString("by", edition.Head.By);
                json.WriteString("checked", ScalarType.Word(edition.Head.Checked));
                json.WriteNumber("seats", edition.Text.Body.Seats);
                json.WriteString("sha256", edition.Sha256());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static string PrintJson(ElectoralLaw law, IReadOnlyList<Edition> editions) =>
        ResultJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("law", law.File.Id);
            json.WriteStartArray("editions");
            foreach (var edition in editions)
            {
                json.WriteStartObject();
                json.WriteString("edition", edition.Name);
                json.WriteString("head", LawWords.Head(edition));
                json.WriteStartArray("provisions");
                foreach (var provision in LawWords.Of(edition))
                {
                    json.WriteStartObject();
                    json.WriteString("path", provision.Path);
                    json.WriteString("sentence", provision.Sentence);
                    json.WriteString("cite", provision.Cite);
                    json.WriteString("checked", ScalarType.Word(provision.Checked));
                    json.WriteStartArray("readings");
                    foreach (var other in provision.Others)
                    {
                        json.WriteStartObject();
                        json.WriteString("reading", other.Name);
                        json.WriteString("basis", ScalarType.Word(other.Basis));
                        json.WriteString("sentence", other.Sentence);
                        json.WriteString("because", other.Because);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                    if (provision.Note is { } note)
                    {
                        json.WriteString("note", note);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static string DiffJson(ElectoralLaw law, Edition before, Edition after)
    {
        var (changes, unchanged) = LawDiff.Of(before, after);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("law", law.File.Id);
            json.WriteString("from", before.Name);
            json.WriteString("to", after.Name);
            json.WriteStartArray("changes");
            foreach (var change in changes)
            {
                json.WriteStartObject();
                json.WriteString("kind", ScalarType.Word(change.Kind));
                json.WriteString("path", change.Path);
                json.WriteString("before", change.Before);
                json.WriteString("after", change.After);
                json.WriteString("cite", change.Cite);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("unchanged", unchanged);
            json.WriteEndObject();
        });
    }
}
