using Scrutineer.Allocation;
using Scrutineer.Findings;
using Scrutineer.Law.Rules;

namespace Scrutineer.Law;

/// <summary>Does a rule make sense where it stands: it refers to earlier rules, its fields agree, its bounds can be reached.</summary>
internal static class RuleSense
{
    /// <summary>The longest time that an act may set, in days: a hundred years.</summary>
    private const int MostDays = 36_525;

    public static void Refers(RuleEntry entry, List<RuleEntry> earlier, List<string> earlierContests, Problems problems)
    {
        if (!LawSense.IsName(entry.Id))
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

        SeatReferences(entry, earlier, earlierContests, problems);
    }

    private static void SeatReferences(
        RuleEntry entry,
        List<RuleEntry> earlier,
        List<string> earlierContests,
        Problems problems
    )
    {
        foreach (var reference in entry.Rule.SeatReferences)
        {
            if (!earlier.Exists(e => e.Id == reference) && !earlierContests.Contains(reference))
            {
                problems.Add(
                    entry.At,
                    $"Rule '{entry.Id}' counts the seats of '{reference}', which is no earlier rule or contest.",
                    "the id of an earlier rule here, or the name of an earlier contest",
                    Problems.Nearest(reference, earlier.Select(e => e.Id).Concat(earlierContests))
                );
            }
        }
    }

    public static void Of(Edition edition, Contest contest, RuleEntry entry, List<RuleEntry> earlier, Problems problems)
    {
        var divided = earlier.Exists(r => r.Rule is Divide or Divisor);
        switch (entry.Rule)
        {
            case Admit admit:
                When(
                    (admit.Share is null ? 0 : 1) + (admit.NextByVotes is null ? 0 : 1) + (admit.HasHurdles ? 1 : 0)
                        != 1,
                    "says none or several of 'share', 'next-by-votes' and hurdles ('any', 'all', 'brackets')",
                    "exactly one of them",
                    "Keep the one that the article states."
                );
                foreach (var hurdle in admit.Hurdles)
                {
                    Share(hurdle.Share, hurdle.Of);
                    When(
                        !hurdle.IsWhole,
                        "has a hurdle that is neither a share of a base nor seats in something nor quotas in places",
                        "'share' and 'of', or 'seats' and 'in', or 'quotas', 'of', 'in', 'at' and 'places'",
                        "Write for example { seats: at least 3, in: first-votes }."
                    );
                }

                When(admit.NextByVotes == 0, "admits no list", "a number from 1", "Correct 'next-by-votes'.");
                Share(admit.Share, admit.Of);
                break;
            case Require require:
                Share(require.Share, require.Of);
                break;
            case Elect elect:
                When(
                    elect.Seats is 0 or > LawSense.MostSeats,
                    $"elects {elect.Seats}",
                    $"1 to {LawSense.MostSeats}",
                    "Correct 'seats'."
                );
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
            case Bonus bonus:
                Share(bonus.Share, bonus.Of);
                When(
                    bonus.Seats > contest.Seats || bonus.AtMost > contest.Seats,
                    "gives more seats than the contest has",
                    $"at most {contest.Seats}",
                    "Correct 'seats' or 'at-most'."
                );
                When(
                    bonus.OneMorePer is { Sign: <= 0 } || (bonus.OneMorePer is not null && bonus.Share is null),
                    "grows with a share that it does not name",
                    "'share' and 'of' beside a part above nought",
                    "Write for example 'share: at least 25 %, of: valid-votes, one-more-per: 1/2 %'."
                );
                break;
            case Divisor divisor:
                When(
                    (divisor.Within is null) != (divisor.SeatsOf is null),
                    "says only one of 'within' and 'seats-of'",
                    "both or neither",
                    "Say in which alliances, and by which rule they have their seats."
                );
                When(
                    divisor.AtLeast is not null && (divisor.Among is not null || divisor.Within is not null),
                    "bounds the seats of lists from below and counts by alliance",
                    "one of the two",
                    "Remove 'at-least', or the alliances."
                );
                foreach (var level in new[] { divisor.Among, divisor.Within }.OfType<JoinLevel>())
                {
                    When(
                        !earlier.Exists(r => r.Rule is Join join && join.By == level),
                        $"counts by {JoinLevels.InWords(level)}, and no rule before it joins lists so",
                        "a 'join' before it",
                        "Write which lists are joined."
                    );
                }

                break;
            case Biproportion:
                When(
                    !earlier.Exists(r => r.Rule is Divisor { Outcome: SeatOutcome.Computed }),
                    "places seats that no rule has shared out among the lists",
                    "a 'divisor' with 'outcome: computed' before it",
                    "Write the upper apportionment."
                );
                break;
            case Apportion { Series: var series, Quota: var quota }:
                SeriesOrQuota(series, quota);
                break;
            case Level { Series: var series, Quota: var quota } level:
                SeriesOrQuota(series, quota);
                When(
                    level.Excess == Excess.GivenBack
                        && (
                            level.Counting.Count != 1
                            || !earlier.Exists(r => r.Id == level.Counting[0] && r.Rule is Divisor)
                        ),
                    "gives back seats that no single divisor rule before it gave",
                    "'counting' with the id of one 'divisor'",
                    "Name the rule that gave the seats in the places."
                );
                When(
                    level.GivenBackFrom is not null && level.Excess != Excess.GivenBack,
                    "says where seats are given back, and gives none back",
                    "'excess: given-back'",
                    "Remove 'given-back-from'."
                );
                break;
            case Remainders or Guarantee when !divided:
                When(true, "shares out what no division has left", "a 'divide' before it", "Write the division first.");
                break;
            case Guarantee guarantee:
                When(
                    (guarantee.To is null) == (guarantee.With is null),
                    "says neither or both of 'to' and 'with'",
                    "exactly one of the two",
                    "Say whom it is for."
                );
                Share(guarantee.With, guarantee.Of);
                var least = guarantee.Seats;
                When(
                    least is not null
                        && (
                            least.Relation is not (Relation.AtLeast or Relation.MoreThan)
                            || least.Value.Sign < 0
                            || least.Value > (guarantee.With is null ? contest.Seats : 1)
                        ),
                    $"asks for '{least}'",
                    guarantee.With is null
                        ? $"'at least' so many seats, up to the {contest.Seats} of the contest"
                        : "a share of the seats",
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

        void SeriesOrQuota(Series? series, QuotaName? quota) =>
            When(
                (series is null) == (quota is null),
                "says neither or both of 'series' and 'quota'",
                "exactly one of the two",
                "Keep the one that the article states."
            );

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
                LawSense.Reachable(share, entry.At, $"Rule '{entry.Id}'", problems);
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

        if (entry.Rule is Divide { Weight: { } weight })
        {
            yield return (weight.Of, typeof(Admit));
        }

        if (entry.Rule is Admit { InsteadOf: { } replaced })
        {
            yield return (replaced, typeof(Admit));
        }

        if (entry.Rule is Guarantee { To: { } members })
        {
            yield return (members, typeof(Admit));
        }
    }

    private static string KindWord(Type kind) => RuleEntry.Kinds.First(k => k.Value == kind).Key;
}
