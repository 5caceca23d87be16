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
        var earlierContests = new List<string>();
        foreach (var (name, contest) in edition.Text.Contests)
        {
            if (
                contest.CountedIn is { } target
                && !edition
                    .Text.Contests.Keys.SkipWhile(k => k != name)
                    .Skip(1)
                    .Contains(target, StringComparer.Ordinal)
            )
            {
                problems.Add(
                    contest.At,
                    $"Contest '{name}' counts in '{target}', which is no later contest.",
                    "a contest that stands after it",
                    Problems.Nearest(target, edition.Text.Contests.Keys)
                );
            }

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

                foreach (
                    var level in new[]
                    {
                        rule.Rule.At,
                        (rule.Rule as Apportion)?.To,
                        (rule.Rule as Place)?.To,
                        (rule.Rule as Carry)?.From,
                        (rule.Rule as Enlarge)?.In,
                    }
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

                foreach (
                    var reference in rule.Rule.SeatReferences.Where(r =>
                        !earlier.Exists(e => e.Id == r) && !earlierContests.Contains(r)
                    )
                )
                {
                    problems.Add(
                        rule.At,
                        $"Rule '{rule.Id}' counts the seats of '{reference}', which is no earlier rule or contest.",
                        "the id of an earlier rule here, or the name of an earlier contest",
                        Problems.Nearest(reference, earlier.Select(e => e.Id).Concat(earlierContests))
                    );
                }

                foreach (var (readingName, reading) in rule.Beside.Readings)
                {
                    CheckReading(rule.Rule.GetType(), readingName, reading, problems);
                }

                earlier.Add(rule);
            }

            earlierContests.Add(name);
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
                        if (
                            (admit.Share is null ? 0 : 1)
                                + (admit.NextByVotes is null ? 0 : 1)
                                + (admit.HasHurdles ? 1 : 0)
                            != 1
                        )
                        {
                            Add(
                                entry,
                                "says none or several of 'share', 'next-by-votes' and hurdles ('any', 'all', 'brackets')",
                                "exactly one of them",
                                "Keep the one that the article states."
                            );
                        }

                        foreach (var hurdle in admit.Hurdles)
                        {
                            ShareNeedsBase(entry, hurdle.Share, hurdle.Of);
                            if (
                                (hurdle.Share is null) == (hurdle.Seats is null)
                                || (hurdle.Seats is null) != (hurdle.In is null)
                            )
                            {
                                Add(
                                    entry,
                                    "has a hurdle that is neither a share of a base nor seats in something",
                                    "'share' and 'of', or 'seats' and 'in'",
                                    "Write for example { seats: at least 3, in: first-votes }."
                                );
                            }
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
                    case Divide or Divisor:
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

                if (entry.Rule is Guarantee guarantee)
                {
                    if ((guarantee.To is null) == (guarantee.With is null))
                    {
                        Add(
                            entry,
                            "says neither or both of 'to' and 'with'",
                            "exactly one of the two",
                            "Say whom it is for."
                        );
                    }

                    ShareNeedsBase(entry, guarantee.With, guarantee.Of);
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

            if (contest.AppointedBy is null && !contest.Rules.Any(r => r.Rule is Divide or Elect || r.Rule.AwardsSeats))
            {
                problems.Add(
                    contest.At,
                    $"No rule of contest '{name}' awards a seat.",
                    "a 'divide', a 'divisor', a 'level' or an 'elect', or 'appointed-by'",
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

        foreach (
            var (name, contest) in edition.Text.Contests.Where(c => (c.Value.Seats == 0) == (c.Value.SeatsBy is null))
        )
        {
            problems.Add(
                contest.At,
                $"Contest '{name}' says neither or both of 'seats' and 'seats-by'.",
                "exactly one of the two",
                "Write the number, or on what it depends."
            );
        }

        var seats = edition.Text.Contests.Values.Where(c => c.CountedIn is null).Sum(c => (long)c.Seats);
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
            Admit admit => admit.Of == name || admit.Hurdles.Any(h => h.Of == name),
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

        if (entry.Rule is Admit { InsteadOf: { } replaced })
        {
            yield return (replaced, typeof(Admit));
        }

        if (entry.Rule is Divide { Weight: { } weight })
        {
            yield return (weight.Of, typeof(Admit));
        }

        if (entry.Rule is Guarantee { To: { } members })
        {
            yield return (members, typeof(Admit));
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
