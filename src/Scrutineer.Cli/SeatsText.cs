using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using Scrutineer.Results;

namespace Scrutineer.Cli;

/// <summary>The text of <c>seats</c>.</summary>
internal static class SeatsText
{
    public static void Print(
        ElectionDossier dossier,
        IReadOnlyList<ContestResult> contests,
        bool explain,
        bool asGoverned
    )
    {
        CommandLine.Write(
            $"{dossier.File.Title}\nLaw: {dossier.Law.File.Id}, edition {dossier.Edition.Name} ({dossier.Edition.Head.By})\n"
        );
        foreach (var contest in contests)
        {
            CommandLine.Write("\n" + Of(contest, asGoverned));
            if (explain && contest.Standing is { } standing)
            {
                CommandLine.Write("\n" + Derivation(standing));
            }
        }
    }

    private static string Of(ContestResult contest, bool asGoverned)
    {
        var where = contest.Unit == "nation" ? "" : $" in {contest.Unit}";
        var text =
            $"{contest.Name}{where}: {Shown.Seats(contest.Seats)}{(contest.Stage is { } stage ? $", {ScalarType.Word(stage)} figures" : "")}\n";
        if (contest.Because.Length > 0)
        {
            text += Line(contest.Because);
        }

        var rows = new List<IReadOnlyList<string>>();
        foreach (var (index, id) in (contest.Entry?.Contenders.Keys ?? []).Index())
        {
            rows.Add([
                contest.NameOf(id),
                contest.Standing is { } s ? Shown.Whole(s.Votes(index)) : "not reported",
                contest.Standing?.Admitted[index] == true ? "yes" : "no",
                contest.Standing is null || contest.Outcome == Outcome.Unknown
                    ? "?"
                    : Shown.Whole(contest.Standing.Seats[index]),
                contest.Official.TryGetValue(id, out var official) ? Shown.Whole(official) : "-",
            ]);
        }

        if (rows.Count > 0)
        {
            text += TextTable.Of(["list or candidate", ">votes", "admitted", ">seats", ">declared"], rows);
        }

        text += contest.Agrees switch
        {
            true => "  Agrees with the official result.\n",
            false when asGoverned => "  DISAGREES with the official result.\n",
            false => "  Differs from the official result, under another law or reading than governed it.\n",
            _ => "",
        };
        text += Constituencies(contest);
        foreach (var tie in contest.Standing?.OpenTies ?? [])
        {
            text += Line(
                $"Open{(tie.Place is { } place ? $" in {place}" : "")}: {Shown.Seats(tie.Seats)} between {Shown.Row(tie.Among)}; {tie.Because}."
            );
        }

        foreach (var reading in contest.Readings)
        {
            text += reading.Changes switch
            {
                true => Line($"Reading '{reading.Name}' changes seats: {Row(reading)}."),
                false => Line($"Reading '{reading.Name}' changes no seat."),
                _ => Line($"Reading '{reading.Name}': {reading.WhyUnknown}"),
            };
        }

        if (contest.Margin is { } margin)
        {
            text += Line(
                $"Closest seat: {(margin.IsBound ? "at most " : "")}{Shown.Of(margin.Votes, "vote", "votes")} from {contest.NameOf(margin.From)} to {contest.NameOf(margin.To)}{(margin.Place is { } place ? $" in {place}" : "")}."
            );
        }

        foreach (var persons in contest.Standing?.Persons ?? [])
        {
            var by =
                contest.Entry?.Declared is { } declared && persons.WithinDays is { } days
                    ? $", by {Shown.Day(declared.AddDays(days))}"
                    : "";
            var from = persons.From is { } length ? $" from a list of {length}" : "";
            var vacant = persons.Vacant > 0 ? $"; {persons.Vacant} stay vacant" : "";
            text += Line(
                $"{contest.NameOf(persons.List)}: {Shown.Seats(persons.Seats)} to be named by {persons.NamedBy}{by}{from}{vacant}."
            );
        }

        return text;
    }

    private static string Constituencies(ContestResult contest)
    {
        if (contest.Standing is not { } standing || standing.Places.IsEmpty)
        {
            return "";
        }

        var lists = Enumerable.Range(0, standing.Seats.Length).Where(i => standing.Seats[i] > 0).ToList();
        var rows = standing
            .Constituencies.Select(p =>
                (IReadOnlyList<string>)
                    [
                        p.Place,
                        Shown.Whole(p.Seats.Sum()),
                        .. lists.Select(i => p.Seats[i] == 0 ? "." : Shown.Whole(p.Seats[i])),
                        contest.DisagreeingPlaces.Contains(p.Place, StringComparer.Ordinal) ? "differs" : "",
                    ]
            )
            .ToList();
        return "\n" + TextTable.Of(["constituency", ">seats", .. lists.Select(i => ">" + standing.Id(i)), ""], rows);
    }

    /// <summary>A sentence at 80 columns, what does not fit the first line indented further.</summary>
    private static string Line(string sentence) => Words.Wrap(sentence, 4)[2..];

    private static string Row(ReadingResult reading) =>
        Shown.Row(reading.Seats!.Where(s => s.Value > 0).Select(s => $"{s.Key} {s.Value}"));

    private static string Derivation(Standing standing)
    {
        var text = "";
        foreach (var (index, step) in standing.Steps.Index())
        {
            text +=
                $"  {index + 1}. {step.Rule} [{step.Cite}; {ScalarType.Word(step.Checked)}{(step.Reading is { } r ? $"; reading '{r}'" : "")}]\n";
            text += Words.Wrap(step.Sentence, 5) + Words.Wrap("=> " + step.Result, 5);
            if (step.Table is { } table)
            {
                text += string.Concat(
                    TextTable
                        .Of(
                            [table.Of, .. table.Columns.Select(c => ">" + c)],
                            [.. table.Rows.Select(r => (IReadOnlyList<string>)[r.List, .. r.Values])]
                        )
                        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                        .Select(l => "   " + l + "\n")
                );
            }
        }

        return text;
    }
}
