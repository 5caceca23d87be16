using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Calendars;
using Scrutineer.Law.Rules;

namespace Scrutineer.Law;

/// <summary>The second layer of validation: do dates follow each other, and do names refer to something in the file.</summary>
internal static class LawCheck
{
    /// <summary>Every check of an edition that could be read, and of each reading that it holds.</summary>
    public static void Whole(LawFile file, Edition edition, Problems problems)
    {
        var own = new Problems();
        AsWritten(file, edition, own);
        foreach (var reading in own.Any ? [] : edition.Readings)
        {
            var under = new Problems();
            edition.With([reading], [], under);
            foreach (var problem in under.InOrder())
            {
                own.Add(
                    problem.Where,
                    $"Under the reading '{reading}': {problem.Found}",
                    problem.Expected,
                    problem.Remedy
                );
            }
        }

        problems.AddAll(own);
    }

    /// <summary>The references and the sense of an edition in the reading that is written.</summary>
    public static void AsWritten(LawFile file, Edition edition, Problems problems)
    {
        References(file, edition, problems);
        LawSense.Of(edition, problems);
        LawSense.House(edition, problems);
        CalendarCheck.All(edition, problems);
    }

    /// <summary>Editions follow each other without gap or overlap.</summary>
    public static void Dates(LawFile file, Problems problems)
    {
        if (file.Editions.Any(e => e.InForce == default))
        {
            // A date that could not be read has its own problem already.
            return;
        }

        for (var i = 0; i < file.Editions.Count; i++)
        {
            var edition = file.Editions[i];
            var next = i + 1 < file.Editions.Count ? file.Editions[i + 1] : null;
            if (file.Editions.Take(i).Any(e => e.Name == edition.Name))
            {
                problems.Add(
                    edition.At,
                    $"Edition '{edition.Name}' is given twice.",
                    "each name once",
                    "Rename one of them."
                );
            }

            if (edition.Until is { } until && until < edition.InForce)
            {
                problems.Add(
                    edition.At,
                    $"Edition {edition.Name} ends on {until:yyyy-MM-dd}, before it begins.",
                    $"a day from {edition.InForce:yyyy-MM-dd}",
                    "Correct 'until' or 'in-force'."
                );
            }

            if (next is null)
            {
                continue;
            }

            if (next.InForce <= edition.InForce)
            {
                problems.Add(
                    next.At,
                    $"Edition {next.Name} begins on {next.InForce:yyyy-MM-dd}, not after edition {edition.Name} ({edition.InForce:yyyy-MM-dd}).",
                    "editions in order of time",
                    "Correct 'in-force', or order the editions."
                );
            }
            else if (edition.Until is { } last && last.AddDays(1) != next.InForce)
            {
                var gap = last.AddDays(1) < next.InForce;
                problems.Add(
                    next.At,
                    gap
                        ? $"No edition is in force from {last.AddDays(1):yyyy-MM-dd} to {next.InForce.AddDays(-1):yyyy-MM-dd}."
                        : $"Editions {edition.Name} and {next.Name} overlap from {next.InForce:yyyy-MM-dd} to {last:yyyy-MM-dd}.",
                    $"edition {next.Name} in force from {last.AddDays(1):yyyy-MM-dd}",
                    "Correct 'until' of the one or 'in-force' of the other."
                );
            }
        }
    }

    /// <summary>Levels, acts and the fields of readings are those that the file knows.</summary>
    private static void References(LawFile file, Edition edition, Problems problems)
    {
        Cites(file, edition.Text.Ballot.Cite, edition.Text.Ballot.At, problems);
        foreach (var majority in edition.Text.Body.Majorities.Values)
        {
            Cites(file, majority.Cite, majority.At, problems);
        }

        foreach (var amendment in edition.Head.Amend)
        {
            Cites(file, amendment.Cite ?? "", amendment.At, problems);
        }

        foreach (var (name, contest) in edition.Text.Contests)
        {
            if (!file.Levels.Contains(contest.Constituency, StringComparer.Ordinal))
            {
                problems.Add(
                    contest.At,
                    $"Contest '{name}' is filled at '{contest.Constituency}', which is no level of this law.",
                    "one of the levels",
                    Problems.Nearest(contest.Constituency, file.Levels)
                );
            }

            Cites(file, contest.Cite, contest.At, problems);
            Cites(file, contest.Eligibility?.Cite ?? "", contest.At, problems);
            Cites(file, contest.Nomination?.Cite ?? "", contest.At, problems);
            foreach (var rule in contest.Rules)
            {
                Cites(file, rule.Rule.Cite, rule.At, problems);
                foreach (
                    var level in (string?[])
                        [
                            .. (rule.Rule as Admit)?.Hurdles.Select(h => h.At) ?? [],
                            rule.Rule.At,
                            (rule.Rule as Apportion)?.To,
                            (rule.Rule as Place)?.To,
                            (rule.Rule as Carry)?.From,
                            (rule.Rule as Enlarge)?.In,
                            (rule.Rule as Cover)?.In,
                            (rule.Rule as Divide)?.In,
                            (rule.Rule as Weigh)?.In,
                            (rule.Rule as Biproportion)?.To,
                        ]
                )
                {
                    if (level is not null && !file.Levels.Contains(level, StringComparer.Ordinal))
                    {
                        problems.Add(
                            rule.At,
                            $"Rule '{rule.Id}' applies at '{level}', which is no level of this law.",
                            "one of the levels",
                            Problems.Nearest(level, file.Levels)
                        );
                    }
                }

                foreach (var (readingName, reading) in rule.Beside.Readings)
                {
                    CheckReading(rule.Rule.GetType(), readingName, reading, problems);
                }
            }
        }

        foreach (var (_, edge) in edition.Text.Calendar.Values.SelectMany(CalendarCheck.Ends))
        {
            Cites(file, edge.Cite, edge.At, problems);
        }

        foreach (var definition in edition.Text.Bases.Values)
        {
            Cites(file, definition.Cite, definition.At, problems);
            foreach (var (readingName, reading) in definition.Readings)
            {
                CheckReading(typeof(BaseDefinition), readingName, reading, problems);
            }
        }
    }

    private static void CheckReading(Type fieldsOf, string name, Reading reading, Problems problems)
    {
        if (reading.Set is null)
        {
            return;
        }

        if (reading.Set is not MappingNode set)
        {
            problems.Add(
                reading.Set.At,
                $"Reading '{name}' sets {reading.Set.Kind}.",
                "a mapping of fields",
                "Write { field: value }."
            );
            return;
        }

        var fields = FieldReader.Fields(fieldsOf);
        foreach (var (key, value) in set.Entries)
        {
            var (property, field) = fields.FirstOrDefault(f => f.Field.Name == key.Text);
            if (field is null)
            {
                problems.Add(
                    key.At,
                    $"Reading '{name}' sets '{key.Text}', which the provision does not have.",
                    "a field of the provision",
                    Problems.Nearest(key.Text, fields.Select(f => f.Field.Name))
                );
            }
            else
            {
                new FieldReader(problems).Value(property.PropertyType, value, $"'{key.Text}'");
            }
        }
    }

    private static void Cites(LawFile file, string cite, Location at, Problems problems)
    {
        if (cite.Length == 0)
        {
            return;
        }

        foreach (var part in cite.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var act = part.Split(' ')[0];
            if (!file.Texts.ContainsKey(act))
            {
                problems.Add(
                    at,
                    $"'{part}' cites the act '{act}', which 'texts' does not list.",
                    "the short name of an act, then the article",
                    Problems.Nearest(act, file.Texts.Keys)
                );
            }
        }
    }
}
