using Scrutineer.Allocation;
using Scrutineer.Findings;
using Scrutineer.Law.Rules;

namespace Scrutineer.Law;

/// <summary>
/// The third layer of validation: does an edition make sense by itself. It holds for the edition as written, under each of
/// its readings, and with whatever a caller sets, so that the rules need not ask again.
/// </summary>
internal static class LawSense
{
    /// <summary>The most seats that a body may have: thrice the largest that sits, China's with 2,980.</summary>
    public const int MostSeats = 9_999;

    /// <summary>The longest time that an act may set, in days: a hundred years.</summary>
    private const int MostDays = 36_525;

    /// <summary>
    /// Rules refer to earlier rules, shares have bases and can be reached, remainders follow a division, some rule awards
    /// the seats.
    /// </summary>
    public static void Of(Edition edition, Problems problems)
    {
        foreach (var (name, contest) in edition.Text.Contests)
        {
            Contest(name, contest, problems);
            var earlier = new List<RuleEntry>();
            foreach (var entry in contest.Rules)
            {
                Refers(entry, earlier, problems);
                Rule(edition, contest, entry, earlier, problems);
                earlier.Add(entry);
            }
        }

        foreach (var (name, definition) in edition.Text.Bases)
        {
            if (name != "participants")
            {
                problems.Add(
                    definition.At,
                    $"'{name}' is defined as a base and no rule can use it.",
                    "'participants'",
                    "Rename or remove it."
                );
            }
            else if (definition.Means == BaseName.Participants)
            {
                problems.Add(
                    definition.At,
                    "The base 'participants' means itself.",
                    "a base that is counted",
                    "Say what \"took part\" means."
                );
            }
        }

        if (edition.Text.Body.Seats is 0 or > MostSeats)
        {
            Body(edition, $"The body has {edition.Text.Body.Seats} seats.", problems);
        }

        foreach (var (name, majority) in edition.Text.Body.Majorities)
        {
            Reachable(majority.Seats, majority.At, $"The majority '{name}'", problems);
        }
    }

    /// <summary>The contests fill the body. A caller who sets the seats of one contest to see what follows need not.</summary>
    public static void House(Edition edition, Problems problems)
    {
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
    }

    private static void Body(Edition edition, string found, Problems problems) =>
        problems.Add(edition.Head.At, found, $"1 to {MostSeats}", "Correct 'body.seats'.");

    private static void Contest(string name, Contest contest, Problems problems)
    {
        if (!IsName(name))
        {
            problems.Add(
                contest.At,
                $"A contest is called '{name}'.",
                "letters, digits and hyphens",
                "Rename it; paths and options name it."
            );
        }

        if (contest.Seats is 0 or > MostSeats)
        {
            problems.Add(
                contest.At,
                $"Contest '{name}' fills {contest.Seats} seats.",
                $"1 to {MostSeats}",
                "Correct 'seats'."
            );
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

    private static void Refers(RuleEntry entry, List<RuleEntry> earlier, Problems problems)
    {
        if (!IsName(entry.Id))
        {
            problems.Add(
                entry.At,
                $"The rule is called '{entry.Id}'.",
                "letters, digits and hyphens",
                "Rename it; paths and options name it."
            );
        }

        if (earlier.Exists(r => r.Id == entry.Id))
        {
            problems.Add(
                entry.At,
                $"A second rule is called '{entry.Id}'.",
                "each id once in a contest",
                "Give it an 'id'."
            );
        }

        foreach (var (reference, kind) in RefersTo(entry))
        {
            if (!earlier.Exists(r => r.Id == reference && r.Rule.GetType() == kind))
            {
                problems.Add(
                    entry.At,
                    $"Rule '{entry.Id}' refers to '{reference}', which is no earlier rule of its kind here.",
                    $"the id of an earlier rule '{KindWord(kind)}'",
                    Problems.Nearest(reference, earlier.Where(r => r.Rule.GetType() == kind).Select(r => r.Id))
                );
            }
        }
    }

    private static void Rule(
        Edition edition,
        Contest contest,
        RuleEntry entry,
        List<RuleEntry> earlier,
        Problems problems
    )
    {
        var divided = earlier.Exists(r => r.Rule is Divide);
        switch (entry.Rule)
        {
            case Admit admit:
                When(
                    (admit.Share is null) == (admit.NextByVotes is null),
                    "says neither or both of 'share' and 'next-by-votes'",
                    "exactly one of the two",
                    "Keep the one that the article states."
                );
                When(admit.NextByVotes == 0, "admits no list", "a number from 1", "Correct 'next-by-votes'.");
                Share(admit.Share, admit.Of);
                break;
            case Require require:
                Share(require.Share, require.Of);
                break;
            case Elect elect:
                When(elect.Seats is 0 or > MostSeats, $"elects {elect.Seats}", $"1 to {MostSeats}", "Correct 'seats'.");
                ByShare(elect.By, elect.Share);
                Share(elect.Share, elect.Of);
                break;
            case RepeatVote repeat:
                ByShare(repeat.By, repeat.Share);
                Share(repeat.Share, repeat.Of);
                When(
                    !earlier.Exists(r => r.Rule is Elect),
                    "repeats a vote that no rule before it holds",
                    "an 'elect' before it",
                    "Write the first vote."
                );
                break;
            case Divide { Weight: { } weight }:
                When(
                    weight.QuotientTimes.Sign <= 0 || weight.QuotientTimes > Rational.One,
                    $"multiplies a quotient by {weight.QuotientTimes}",
                    "a factor above 0 and at most 1",
                    "Correct 'quotient-times'."
                );
                break;
            case Remainders or Guarantee when !divided:
                When(true, "shares out what no division has left", "a 'divide' before it", "Write the division first.");
                break;
            case Guarantee { Seats: { } least }:
                var most = least.Value;
                When(
                    least.Relation is not (Relation.AtLeast or Relation.MoreThan)
                        || most.Sign < 0
                        || most > contest.Seats,
                    $"asks for '{least}'",
                    $"'at least' so many seats, up to the {contest.Seats} of the contest",
                    "Correct 'seats'."
                );
                break;
            case Fill fill:
                When(
                    fill.WithinDays > MostDays,
                    $"sets a time of {fill.WithinDays} days",
                    $"at most {MostDays}",
                    "Correct 'within-days'."
                );
                When(
                    fill.Exhausted == ExhaustedList.NextLargestRemainder && !divided,
                    "moves seats by remainders that no division has left",
                    "a 'divide' before it",
                    "Write the division first, or 'seat-vacant'."
                );
                break;
            default:
                break;
        }

        When(
            Uses(entry.Rule, BaseName.Participants) && !edition.Text.Bases.ContainsKey("participants"),
            "uses 'participants', which this edition does not define",
            "'bases: { participants: … }'",
            "Say what \"took part\" means."
        );

        void When(bool wrong, string found, string expected, string remedy)
        {
            if (wrong)
            {
                problems.Add(entry.At, $"Rule '{entry.Id}' {found}.", expected, remedy);
            }
        }

        void ByShare(ElectMeasure by, Bound? share) =>
            When(
                by == ElectMeasure.Share && share is null,
                "elects by share and names none",
                "'share' and 'of'",
                "Write for example 'share: more than 1/2, of: participants'."
            );

        void Share(Bound? share, BaseName? of)
        {
            When(
                share is not null && of is null,
                "states a share of nothing",
                "'of': the base of the share",
                "No percentage exists without one."
            );
            if (share is not null)
            {
                Reachable(share, entry.At, $"Rule '{entry.Id}'", problems);
            }
        }
    }

    /// <summary>A share to reach is "at least" or "more than" something that can be reached.</summary>
    private static void Reachable(Bound? share, Location at, string who, Problems problems)
    {
        if (share is null)
        {
            // A missing bound is a problem of grammar, told already.
            return;
        }

        if (share.Relation is not (Relation.AtLeast or Relation.MoreThan))
        {
            problems.Add(at, $"{who} asks for '{share}'.", "'at least' or 'more than' a share", "Correct the words.");
        }
        else if (share.Value.Sign < 0 || !share.IsMetBy(Rational.One))
        {
            problems.Add(at, $"{who} needs {share} of a base.", "a share that can be reached", "Correct the share.");
        }
    }

    /// <summary>Whether paths, options and anchors can name it: letters, digits, hyphens and low lines.</summary>
    private static bool IsName(string text) => text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');

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
}
