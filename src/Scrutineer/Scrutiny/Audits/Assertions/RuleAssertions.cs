using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;

namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>Turns the rules that decided into assertions, one rule after another.</summary>
/// <remarks>
/// Thresholds: Stark (2020), section 2.3, and its complement. Divisors: Stark and Teague (2014), section 3: the seats are
/// right exactly when every last quotient that won is above every first quotient that did not. Largest remainders: Blom et
/// al. (2021), section 5: with q = votes ÷ quota and a seats, the seats are right exactly when q − a of no two lists differ
/// by one or more. Where the quotas are not the whole of the votes shared, |q − a| &lt; 1 is asserted besides.
/// </remarks>
internal sealed class RuleAssertions(Standing standing, BallotCounts counts)
{
    private readonly List<Assertion> assertions = [];
    private readonly List<NotAsserted> notAsserted = [];

    public IReadOnlyList<Assertion> Assertions => assertions;

    public IReadOnlyList<NotAsserted> NotAsserted => notAsserted;

    public void Add(RuleEntry entry)
    {
        if (entry.Beside.When is { } when && when.Counts.Any(c => c.Key == WhenCount.SeatsLeft))
        {
            Without(entry, "Whether it applies depends on how many seats whole quotas leave.");
        }

        switch (entry.Rule)
        {
            case Admit { HasHurdles: false, NextByVotes: { } } next:
                Next(entry, next);
                break;
            case Admit { HasHurdles: false } admit:
                Shares(entry, admit);
                break;
            case Admit admit:
                Hurdles(entry, admit);
                break;
            case Divisor divisor:
                Quotients(entry, divisor);
                break;
            case Divide divide:
                Quotas(entry, divide);
                break;
            case Remainders remainders when !ByLargest(remainders):
                Without(entry, "Seats left over go by another measure than the largest remainder.");
                break;
            case Elect elect:
                Elected(entry, elect);
                break;
            case Limit or Fill when LeavesSeats(entry.Rule):
            case Remainders:
            case Stop:
            case RepeatVote when standing.Tally.RepeatVote is null:
                break;
            case Require:
                Without(entry, "It is about turnout, and a recount of ballots does not show who came.");
                break;
            default:
                Without(entry, $"There is no assertion for rules of the kind '{entry.Kind}'.");
                break;
        }
    }

    private void Without(RuleEntry entry, string because) =>
        notAsserted.Add(new NotAsserted(entry.Id, entry.Rule.Cite, because));

    /// <summary>Keeps an assertion that can be false and is true; one that is not true is an equality that a tie rule settled.</summary>
    private void Keep(RuleEntry entry, string name, AssertionKind kind, WeightedSum sum, params int[] about)
    {
        var assertion = Assertion.Of(name, kind, entry.Id, entry.Rule.Cite, sum.Weights, [.. about]);
        if (assertion.Holds(counts))
        {
            if (assertion.Assorter is not null)
            {
                assertions.Add(assertion);
            }
        }
        else
        {
            Without(entry, $"'{name}' holds by a tie rule or a lot only: no sample can confirm it.");
        }
    }

    private WeightedSum Sum() => new(counts, standing.Admitted);

    private void Shares(RuleEntry entry, Admit admit)
    {
        if (admit.Share is not { Relation: Relation.AtLeast or Relation.MoreThan } share || admit.InsteadOf is not null)
        {
            Without(entry, "The bound is not of the form 'at least' or 'more than'.");
            return;
        }

        var of = standing.Resolve(admit.Of!.Value);
        var passed = standing.ByRule[entry.Id];
        for (var i = 0; i < counts.Lists; i++)
        {
            if (admit.Exempt.Contains(standing.Tally.Contenders[i].Kind))
            {
                continue;
            }

            Share(entry, share, of, i, passed.Contains(i));
        }
    }

    /// <summary>Hurdles of which each list has one, a share of the whole; lists that are not joined differently have none else.</summary>
    private void Hurdles(RuleEntry entry, Admit admit)
    {
        var passed = standing.ByRule[entry.Id];
        for (var i = 0; i < counts.Lists; i++)
        {
            var contender = standing.Tally.Contenders[i];
            if (admit.Exempt.Contains(contender.Kind))
            {
                continue;
            }

            var own = admit.Any.Concat(admit.All).Where(h => h.IsFor(contender)).ToList();
            own.AddRange(admit.Brackets.Where(h => h.IsFor(contender)).Take(1));
            if (
                admit.InsteadOf is null
                && own
                    is [
                        {
                            Where: HurdleScope.Whole,
                            In: null,
                            Share: { Relation: Relation.AtLeast or Relation.MoreThan } share,
                            Of: { } of,
                        },
                    ]
            )
            {
                Share(entry, share, standing.Resolve(of), i, passed.Contains(i));
            }
            else
            {
                Without(
                    entry,
                    $"{standing.Name(i)} is admitted by several hurdles, or by none that is a share of the whole."
                );
            }
        }
    }

    private void Share(RuleEntry entry, Bound share, BaseName of, int list, bool reached)
    {
        var sign = reached ? 1 : -1;
        Keep(
            entry,
            $"{standing.Name(list)} has {(reached ? share : $"less than {share.Written}")} of the {of.InWords()}",
            reached ? AssertionKind.ReachesShare : AssertionKind.StaysBelowShare,
            Sum().Votes(list, sign).Base(of, -sign * share.Value, standing.SizeOf(of).Value!.Value),
            list
        );
    }

    private void Next(RuleEntry entry, Admit next)
    {
        var chosen = standing.ByRule[entry.Id];
        if (next.Tie.Count > 0 && standing.LotsUsed.Count > 0)
        {
            Without(entry, "A lot decided.");
            return;
        }

        foreach (var winner in chosen)
        {
            foreach (var loser in Enumerable.Range(0, counts.Lists).Where(i => !standing.Admitted[i]))
            {
                More(entry, winner, loser);
            }
        }
    }

    private void More(RuleEntry entry, int winner, int loser) =>
        Keep(
            entry,
            $"{standing.Name(winner)} has more votes than {standing.Name(loser)}",
            AssertionKind.MoreVotes,
            Sum().Votes(winner, 1).Votes(loser, -1),
            winner,
            loser
        );

    private void Elected(RuleEntry entry, Elect elect)
    {
        var elected = Enumerable.Range(0, counts.Lists).Where(i => standing.Seats[i] > 0).ToList();
        if (elected.Count != elect.Seats)
        {
            Without(entry, "Not all seats were filled by this rule alone.");
        }
        else if (elect.By == ElectMeasure.MostVotes)
        {
            foreach (var winner in elected)
            {
                foreach (var loser in Enumerable.Range(0, counts.Lists).Except(elected))
                {
                    More(entry, winner, loser);
                }
            }
        }
        else if (
            elect.Seats == 1
            && elect is { Share: { Relation: Relation.AtLeast or Relation.MoreThan } share, Of: { } of }
            && share.Value >= new Rational(1, 2)
            && standing.Resolve(of) is var name
            && counts.IsIn(name, 0, standing.Admitted) == true
        )
        {
            Share(entry, share, name, elected[0], reached: true);
        }
        else
        {
            Without(entry, "Several can be elected by a share, or the share is less than one half.");
        }
    }

    private void Quotients(RuleEntry entry, Divisor divisor)
    {
        var method = divisor.Series.Method;
        if (
            divisor is not { Outcome: SeatOutcome.Awarded, AtLeast: null, Among: null, Within: null }
            || !standing.Weighed.IsEmpty
        )
        {
            Without(
                entry,
                "It shares out seats among joined lists, above a floor, by weighed votes, or only computes."
            );
            return;
        }

        if (method.ComparesSquares)
        {
            Without(entry, "Its divisors are square roots, which no whole-numbered weights stand for.");
            return;
        }

        var lists = standing.AdmittedIndices.ToList();
        foreach (var winner in lists.Where(i => standing.Seats[i] > 0))
        {
            foreach (var other in lists.Where(i => i != winner))
            {
                if (method.Quotient(1, standing.Seats[winner] - 1) is not { } won)
                {
                    // A claim above every other cannot be overtaken.
                    continue;
                }

                if (method.Quotient(1, standing.Seats[other]) is not { } next)
                {
                    Without(entry, $"{standing.Name(other)} would have a claim above every other.");
                    continue;
                }

                Keep(
                    entry,
                    NoSeatMoves(winner, other),
                    AssertionKind.HigherQuotient,
                    Sum().Votes(winner, won).Votes(other, -next),
                    winner,
                    other
                );
            }
        }
    }

    private void Quotas(RuleEntry entry, Divide divide)
    {
        if (
            divide.In is not null
            || divide.Counting.Count > 0
            || !standing.Apart.IsEmpty
            || standing.Factors.Any(f => f.Sign != 0 && f != Rational.One)
        )
        {
            Without(entry, "Quotients are weighted, taken in several places, or count other seats.");
            return;
        }

        if (divide.Quota is not (QuotaName.Hare or QuotaName.HagenbachBischoff or QuotaName.Imperiali))
        {
            Without(entry, $"The {ScalarType.Word(divide.Quota)} quota is rounded to whole votes.");
            return;
        }

        var of = standing.Resolve(divide.Of);
        var size = standing.SizeOf(of).Value!.Value;
        var parts = standing.SeatsToShare + QuotaNames.Added(divide.Quota);
        var lists = standing.AdmittedIndices.ToList();
        foreach (var holder in lists)
        {
            foreach (var other in lists.Where(i => i != holder))
            {
                var between = new Rational(standing.Seats[holder] - standing.Seats[other] - 1, parts);
                Keep(
                    entry,
                    NoSeatMoves(holder, other),
                    AssertionKind.LargerRemainder,
                    Sum().Votes(holder, 1).Votes(other, -1).Base(of, -between, size),
                    holder,
                    other
                );
            }
        }

        if (divide.Quota == QuotaName.Hare && of == BaseName.VotesOfAdmitted)
        {
            return;
        }

        foreach (var list in lists)
        {
            var seats = standing.Seats[list];
            Keep(
                entry,
                $"{standing.Name(list)} has more than {seats - 1} quotas",
                AssertionKind.QuotientNotBelow,
                Sum().Votes(list, 1).Base(of, new Rational(1 - seats, parts), size),
                list
            );
            Keep(
                entry,
                $"{standing.Name(list)} has fewer than {seats + 1} quotas",
                AssertionKind.QuotientNotAbove,
                Sum().Votes(list, -1).Base(of, new Rational(seats + 1, parts), size),
                list
            );
        }
    }

    private string NoSeatMoves(int from, int to) => $"No seat moves from {standing.Name(from)} to {standing.Name(to)}";

    private static bool ByLargest(Remainders rule) =>
        rule is { By: RemainderMeasure.LargestRemainder, QuotaShare: null, Except: null, EachAtMost: null or > 0 };

    /// <summary>Whether a rule on the persons of a list leaves all seats as they are, because every list names enough.</summary>
    private bool LeavesSeats(Rule rule) =>
        rule is Fill { Exhausted: ExhaustedList.SeatVacant }
        || standing
            .Tally.Contenders.Select((c, i) => c.Persons is not { } persons || persons >= standing.Seats[i])
            .All(e => e);
}
