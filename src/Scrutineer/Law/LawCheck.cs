using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Rules;

namespace Scrutineer.Law;

/// <summary>The second and third layers of validation: do the names refer to something, and does the whole make sense.</summary>
internal static class LawCheck
{
    /// <summary>Editions follow each other without gap or overlap.</summary>
    public static void Dates(LawFile file, Problems problems)
    {
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

    /// <summary>Every name that a rule uses refers to something that stands earlier.</summary>
    public static void References(LawFile file, Edition edition, Problems problems)
    {
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
            var earlier = new List<RuleEntry>();
            foreach (var rule in contest.Rules)
            {
                Cites(file, rule.Rule.Cite, rule.At, problems);
                if (earlier.Exists(r => r.Id == rule.Id))
                {
                    problems.Add(
                        rule.At,
                        $"A second rule is called '{rule.Id}'.",
                        "each id once in a contest",
                        "Give it an 'id'."
                    );
                }

                foreach (var (reference, kind) in RefersTo(rule))
                {
                    if (!earlier.Exists(r => r.Id == reference && r.Rule.GetType() == kind))
                    {
                        problems.Add(
                            rule.At,
                            $"Rule '{rule.Id}' refers to '{reference}', which is no earlier rule of its kind here.",
                            $"the id of an earlier rule '{KindWord(kind)}'",
                            Problems.Nearest(reference, earlier.Where(r => r.Rule.GetType() == kind).Select(r => r.Id))
                        );
                    }
                }

                foreach (var (readingName, reading) in rule.Beside.Readings)
                {
                    CheckReading(rule.Rule.GetType(), readingName, reading, problems);
                }

                earlier.Add(rule);
            }
        }

        foreach (var definition in edition.Text.Bases.Values)
        {
            foreach (var (readingName, reading) in definition.Readings)
            {
                CheckReading(typeof(BaseDefinition), readingName, reading, problems);
            }
        }
    }

    /// <summary>Shares have bases, remainders follow a division, every seat is awarded by some rule.</summary>
    public static void Sense(Edition edition, Problems problems)
    {
        foreach (var (name, contest) in edition.Text.Contests)
        {
            var divided = false;
            foreach (var entry in contest.Rules)
            {
                switch (entry.Rule)
                {
                    case Admit admit:
                        if ((admit.Share is null) == (admit.NextByVotes is null))
                        {
                            Add(
                                entry,
                                "says neither or both of 'share' and 'next-by-votes'",
                                "exactly one of the two",
                                "Keep the one that the article states."
                            );
                        }

                        ShareNeedsBase(entry, admit.Share, admit.Of);
                        break;
                    case Elect elect:
                        if (elect.By == ElectMeasure.Share && elect.Share is null)
                        {
                            Add(
                                entry,
                                "elects by share and names none",
                                "'share' and 'of'",
                                "Write for example 'share: more than 1/2, of: participants'."
                            );
                        }

                        ShareNeedsBase(entry, elect.Share, elect.Of);
                        break;
                    case RepeatVote repeat:
                        ShareNeedsBase(entry, repeat.Share, repeat.Of);
                        if (!contest.Rules.Any(r => r.Rule is Elect))
                        {
                            Add(
                                entry,
                                "repeats a vote that no rule before it holds",
                                "an 'elect' before it",
                                "Write the first vote."
                            );
                        }

                        break;
                    case Divide:
                        divided = true;
                        break;
                    case Remainders or Guarantee when !divided:
                        Add(
                            entry,
                            "shares out what no division has left",
                            "a 'divide' before it",
                            "Write the division first."
                        );
                        break;
                    default:
                        break;
                }

                if (Uses(entry.Rule, BaseName.Participants) && !edition.Text.Bases.ContainsKey("participants"))
                {
                    Add(
                        entry,
                        "uses 'participants', which this edition does not define",
                        "'bases: { participants: … }'",
                        "Say what \"took part\" means."
                    );
                }
            }

            if (contest.AppointedBy is null && !contest.Rules.Any(r => r.Rule is Divide or Elect))
            {
                problems.Add(
                    contest.At,
                    $"No rule of contest '{name}' awards a seat.",
                    "a 'divide' or an 'elect', or 'appointed-by'",
                    "Write the rule that fills the seats."
                );
            }
        }

        foreach (var (name, _) in edition.Text.Bases.Where(b => b.Key != "participants"))
        {
            problems.Add(
                edition.Head.At,
                $"'{name}' is defined as a base and no rule can use it.",
                "'participants'",
                "Rename or remove it."
            );
        }

        var seats = edition.Text.Contests.Values.Sum(c => (long)c.Seats);
        if (seats != edition.Text.Body.Seats)
        {
            problems.Add(
                edition.Head.At,
                $"The contests of edition {edition.Name} fill {seats} seats and the body has {edition.Text.Body.Seats}.",
                "equal numbers",
                "Correct 'body.seats' or the 'seats' of a contest."
            );
        }

        void Add(RuleEntry entry, string found, string expected, string remedy) =>
            problems.Add(entry.At, $"Rule '{entry.Id}' {found}.", expected, remedy);

        void ShareNeedsBase(RuleEntry entry, Bound? share, BaseName? of)
        {
            if (share is not null && of is null)
            {
                Add(
                    entry,
                    "states a share of nothing",
                    "'of': the base of the share",
                    "No percentage exists without one."
                );
            }
        }
    }

    private static bool Uses(Rule rule, BaseName name) =>
        rule switch
        {
            Admit admit => admit.Of == name,
            Elect elect => elect.Of == name,
            RepeatVote repeat => repeat.Of == name,
            Require require => require.Of == name || require.Turnout == name,
            Divide divide => divide.Of == name,
            _ => false,
        };

    private static IEnumerable<(string Reference, Type Kind)> RefersTo(RuleEntry entry)
    {
        if (entry.Beside.When?.Rule is { } condition)
        {
            yield return (condition, typeof(Admit));
        }

        if (entry.Rule is Divide { Weight: { } weight })
        {
            yield return (weight.Of, typeof(Admit));
        }

        if (entry.Rule is Guarantee guarantee)
        {
            yield return (guarantee.To, typeof(Admit));
        }
    }

    private static string KindWord(Type kind) => RuleEntry.Kinds.First(k => k.Value == kind).Key;

    private static void CheckReading(Type fieldsOf, string name, Reading reading, Problems problems)
    {
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
