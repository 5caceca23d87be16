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

    /// <summary>
    /// Rules refer to earlier rules, shares have bases and can be reached, remainders follow a division, some rule awards
    /// the seats.
    /// </summary>
    public static void Of(Edition edition, Problems problems)
    {
        foreach (var (name, contest) in edition.Text.Contests)
        {
            Contest(name, contest, edition, problems);
            var earlier = new List<RuleEntry>();
            var earlierContests = edition.Text.Contests.Keys.TakeWhile(k => k != name).ToList();
            foreach (var entry in contest.Rules)
            {
                RuleSense.Refers(entry, earlier, earlierContests, problems);
                RuleSense.Of(edition, contest, entry, earlier, problems);
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

        if (edition.Text.Body.Seats == 0 && edition.Text.Contests.Values.Any(c => c.SeatsBy is null))
        {
            Body(edition, "The body's 'seats' is missing.", problems);
        }
        else if (edition.Text.Body.Seats > MostSeats)
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
    }

    private static void Body(Edition edition, string found, Problems problems) =>
        problems.Add(edition.Head.At, found, $"1 to {MostSeats}", "Correct 'body.seats'.");

    private static void Contest(string name, Contest contest, Edition edition, Problems problems)
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

        if ((contest.Seats == 0) == (contest.SeatsBy is null))
        {
            problems.Add(
                contest.At,
                $"Contest '{name}' says neither or both of 'seats' and 'seats-by'.",
                "exactly one of the two",
                "Write the number, or on what it depends."
            );
        }

        if (contest.Seats > MostSeats)
        {
            problems.Add(
                contest.At,
                $"Contest '{name}' fills {contest.Seats} seats.",
                $"1 to {MostSeats}",
                "Correct 'seats'."
            );
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

        if (
            contest.CountedIn is { } target
            && !edition.Text.Contests.Keys.SkipWhile(k => k != name).Skip(1).Contains(target, StringComparer.Ordinal)
        )
        {
            problems.Add(
                contest.At,
                $"Contest '{name}' counts in '{target}', which is no later contest.",
                "a contest that stands after it",
                Problems.Nearest(target, edition.Text.Contests.Keys)
            );
        }
    }

    /// <summary>A share to reach is "at least" or "more than" something that can be reached.</summary>
    internal static void Reachable(Bound? share, Location at, string who, Problems problems)
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
    internal static bool IsName(string text) => text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
}
