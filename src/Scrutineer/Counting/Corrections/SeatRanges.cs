using System.Numerics;
using Scrutineer.Allocation;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Corrections;

/// <summary>
/// What missing ballots can still change. Two answers stand beside each other. <em>Reached</em>: the law itself was
/// evaluated with all missing ballots for one list, for each list in turn, and with all of them invalid; each such case is
/// possible. <em>Bounds</em>: for a law that admits by a share and divides by the Hare quota with largest remainders, a
/// list gets at least the whole part and at most the next whole number of its share of the admitted votes times the
/// seats (quota rule; Balinski and Young, Fair Representation, 2nd ed. 2001), and with at most so many ballots
/// missing that share has a least and a greatest value. For a law that shares out by a series of divisors, see
/// <see cref="QuotientBounds"/>. Other laws have no bound here, and the answer says so.
/// </summary>
/// <remarks>
/// A base of ballots grows by no more than the missing ballots. Where the base is the register, it is taken to grow by
/// any number up to them, because the missing stations' voters may or may not be in the figure.
/// </remarks>
public sealed class SeatRanges
{
    private SeatRanges(IReadOnlyList<SeatRange> lists, long missing, string basis)
    {
        Lists = lists;
        Missing = missing;
        Basis = basis;
    }

    /// <summary>The range of each list, in ballot order.</summary>
    public IReadOnlyList<SeatRange> Lists { get; }

    /// <summary>The most ballots that are missing.</summary>
    public long Missing { get; }

    /// <summary>On what the bounds rest, or why there are none; one sentence.</summary>
    public string Basis { get; }

    /// <summary>Whether no missing ballot can move a seat.</summary>
    public bool IsDecided => Lists.All(l => l.Least == l.Now && l.Most == l.Now);

    /// <summary>The ranges for a contest.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="counted">The tally of what has been counted; the votes of every list must be known.</param>
    /// <param name="missing">The most ballots that are missing.</param>
    /// <exception cref="ArgumentException">The votes of a list are not known.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="missing"/> is negative.</exception>
    public static SeatRanges Of(Edition edition, string contest, Tally counted, long missing)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(counted);
        ArgumentOutOfRangeException.ThrowIfNegative(missing);
        if (!counted.Contenders.All(c => c.Votes.IsKnown))
        {
            throw new ArgumentException("The votes of every list must be known.", nameof(counted));
        }

        var now = edition.Evaluate(contest, counted, traced: false);
        var cases = Enumerable
            .Range(-1, counted.Contenders.Count + 1)
            .Select(i => edition.Evaluate(contest, With(counted, i, missing), traced: false))
            .Append(now)
            .ToList();
        var basis = "No ballot is missing.";
        var bounds =
            missing == 0 && now.Tie is null
                ? [.. now.Seats.Select(s => (s, s))]
                : Bounds(edition, contest, counted, missing, now.ContestSeats, out basis);
        return new SeatRanges(
            [
                .. counted.Contenders.Select(
                    (c, i) =>
                        new SeatRange(
                            c.Id,
                            now.Seats[i],
                            cases.Min(s => s.Seats[i]),
                            cases.Max(s => s.Seats[i]),
                            bounds?[i].Least,
                            bounds?[i].Most
                        )
                ),
            ],
            missing,
            basis
        );
    }

    /// <summary>The tally with the missing ballots for one list, or invalid where the index is −1.</summary>
    private static Tally With(Tally counted, int list, long missing) =>
        counted with
        {
            Contenders =
            [
                .. counted.Contenders.Select(
                    (c, i) => i == list ? c with { Votes = new Count(c.Votes.Value!.Value + missing) } : c
                ),
            ],
            BallotsIssued = More(counted.BallotsIssued, missing),
            BallotsInBox = More(counted.BallotsInBox, missing),
            Invalid = list < 0 ? More(counted.Invalid, missing) : counted.Invalid,
        };

    private static Count More(Count figure, long missing) =>
        figure.Value is { } value ? new Count(value + missing) : figure;

    private static (int Least, int Most)[]? Bounds(
        Edition edition,
        string contest,
        Tally counted,
        long missing,
        int seats,
        out string basis
    )
    {
        var count = counted.Contenders.Count;
        var sure = Enumerable.Repeat(true, count).ToArray();
        var possible = Enumerable.Repeat(true, count).ToArray();
        var skipped = new HashSet<string>(StringComparer.Ordinal);
        var standing = edition.Evaluate(contest, counted, traced: false);
        var divided = false;
        Series? method = null;
        foreach (var entry in edition.Text.Contests[contest].Rules)
        {
            if (Excluded(entry.Beside.When, sure.Count(s => s), possible.Count(p => p), skipped))
            {
                skipped.Add(entry.Id);
                continue;
            }

            // A rule of a level below the contest has no bound here.
            switch (entry.Rule.At is null ? entry.Rule : null)
            {
                case Admit
                {
                    Share: { Relation: Relation.AtLeast or Relation.MoreThan } share,
                    Of: { } of,
                    Any.Count: 0,
                    All.Count: 0,
                    Brackets.Count: 0,
                    Exempt.Count: 0,
                    InsteadOf: null,
                } when entry.Beside.When is null:
                    if (!Admission(counted, standing, share, standing.Resolve(of), missing, sure, possible))
                    {
                        basis = $"There is no bound: how the number of {of.InWords()} can grow is not known.";
                        return null;
                    }

                    break;
                case Divisor { Outcome: SeatOutcome.Awarded, AtLeast: null } series
                    when entry.Beside.When is null && !divided && QuotientBounds.IsKnownFor(series.Series.Method):
                    divided = true;
                    method = series.Series;
                    break;
                case Divide { Quota: QuotaName.Hare, Of: BaseName.VotesOfAdmitted } divide
                    when !divided
                        && entry.Beside.When is null
                        && (divide.Weight is not { } weight || skipped.Contains(weight.Of)):
                    divided = true;
                    break;
                case Remainders
                {
                    By: RemainderMeasure.LargestRemainder,
                    QuotaShare: null,
                    EachAtMost: null or > 0,
                    Except: null,
                } when divided && method is null && entry.Beside.When is null:
                case Fill { Exhausted: ExhaustedList.SeatVacant } when entry.Beside.When is null:
                    break;
                default:
                    basis =
                        $"There is no bound: the rule '{entry.Id}' may apply, and is none of those for which one is known.";
                    return null;
            }
        }

        if (!divided)
        {
            basis = "There is no bound: the law divides by no quota and by no series of divisors.";
            return null;
        }

        if (method is { } divisors)
        {
            basis =
                $"At most {Shown.Whole(missing)} ballots are missing; a list gets most where all are for it, and least where they win its rivals as many quotients as they can (divisors {divisors.InWords()}).";
            return
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i => QuotientBounds.Of(divisors.Method, counted, i, missing, seats, sure, possible)),
            ];
        }

        basis =
            $"At most {Shown.Whole(missing)} ballots are missing; a list gets the whole part of its share of the admitted votes times {seats}, or the next whole number (quota rule of largest remainders).";
        return [.. Enumerable.Range(0, count).Select(i => Quota(counted, i, missing, seats, sure, possible))];
    }

    /// <summary>Whether a rule cannot apply, whatever the missing ballots say.</summary>
    private static bool Excluded(When? when, int fewest, int most, HashSet<string> skipped) =>
        when is not null
        && (
            when.Rule is { } rule
                ? skipped.Contains(rule)
                : when.Counts.Any(c =>
                    c.Key == WhenCount.Admitted
                    && Enumerable.Range(fewest, most - fewest + 1).All(n => !c.Value.IsMetBy(n))
                )
        );

    /// <summary>Which lists reach a share in every case, and which in some; false where the base is not known.</summary>
    private static bool Admission(
        Tally counted,
        Standing standing,
        Bound share,
        BaseName of,
        long missing,
        bool[] sure,
        bool[] possible
    )
    {
        // The votes of admitted lists are no base that grows with the ballots; a threshold of them has no bound here.
        if (of == BaseName.VotesOfAdmitted || standing.SizeOf(of).Value is not { } size || size + (Int128)missing <= 0)
        {
            return false;
        }

        for (var i = 0; i < sure.Length; i++)
        {
            BigInteger votes = counted.Contenders[i].Votes.Value!.Value;
            var least = new Rational(votes, (BigInteger)size + missing);
            // A share of votes is greatest where every missing ballot is for the list and in the base; a share of the
            // register is greatest where the missing voters are in it already.
            var grown = of == BaseName.Registered && size > 0 ? size : (BigInteger)size + missing;
            sure[i] &= share.IsMetBy(least);
            possible[i] &= share.IsMetBy(new Rational(votes + missing, grown));
        }

        return true;
    }

    private static (int Least, int Most) Quota(
        Tally counted,
        int list,
        long missing,
        int seats,
        bool[] sure,
        bool[] possible
    )
    {
        BigInteger Votes(int i) => counted.Contenders[i].Votes.Value!.Value;
        BigInteger Sum(Func<int, bool> which) =>
            Enumerable.Range(0, sure.Length).Where(which).Aggregate(BigInteger.Zero, (sum, i) => sum + Votes(i));
        if (!possible[list])
        {
            return (0, 0);
        }

        var widest = Sum(i => possible[i]) + missing;
        var narrowest = Sum(i => sure[i] && i != list) + Votes(list) + missing;
        var least = sure[list] && widest > 0 ? (int)(Votes(list) * seats / widest) : 0;
        var most = narrowest > 0 ? (int)new Rational((Votes(list) + missing) * seats, narrowest).Ceiling() : seats;
        return (least, Math.Min(seats, most));
    }
}
