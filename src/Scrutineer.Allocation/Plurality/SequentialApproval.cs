using System.Collections.Immutable;

namespace Scrutineer.Allocation.Plurality;

/// <summary>
/// The steps of sequential proportional approval voting (Thiele 1895): seat by seat to the candidate with the greatest
/// sum of 1/(1+e) over the ballots marked for him, e being the elected on the ballot.
/// </summary>
public sealed record SequentialApproval
{
    /// <summary>The ballots.</summary>
    public required MarkedBallots Ballots { get; init; }

    /// <summary>Seats to be filled.</summary>
    public required int Seats { get; init; }

    /// <summary>The elected in order.</summary>
    public required ImmutableArray<int> Elected { get; init; }

    /// <summary>
    /// At each step the scores of all candidates, also of those elected before; a last one where the step waits for a
    /// lot.
    /// </summary>
    public required ImmutableArray<ImmutableArray<Rational>> Scores { get; init; }

    /// <summary>The recorded lots that were used, in order, one winner each.</summary>
    public required ImmutableArray<Lot> Lots { get; init; }

    /// <summary>The tie at which the next step waits for a lot; null for none.</summary>
    public Tie? Tie { get; init; }

    /// <summary>Elects seat by seat.</summary>
    /// <param name="ballots">The ballots; blank ones count for nobody.</param>
    /// <param name="seats">Seats to be filled; at least one.</param>
    /// <param name="lots">Recorded lots between the tied candidates of a step, one winner each, in the order drawn.</param>
    /// <returns>
    /// The elected in order; where a tie waits for a lot, or a lot does not fit its tie, those before it.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no seat.</exception>
    public static SequentialApproval Elect(MarkedBallots ballots, int seats, ImmutableArray<Lot> lots = default)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seats);
        var recorded = new Queue<Lot>(lots.IsDefault ? [] : lots);
        var elected = ImmutableArray.CreateBuilder<int>();
        var scores = ImmutableArray.CreateBuilder<ImmutableArray<Rational>>();
        var used = ImmutableArray.CreateBuilder<Lot>();
        Tie? tie = null;
        while (tie is null && elected.Count < Math.Min(seats, ballots.Candidates))
        {
            var step = ScoresAfter(ballots, elected);
            scores.Add(step);
            (var best, tie) = Ranking.Top(step, 1, c => !elected.Contains(c));
            if (tie is not null && recorded.TryPeek(out var lot) && tie.IsResolvedBy(lot))
            {
                used.Add(recorded.Dequeue());
                best = lot.Winners;
                tie = null;
            }

            elected.AddRange(best);
        }

        return new SequentialApproval
        {
            Ballots = ballots,
            Seats = seats,
            Elected = elected.ToImmutable(),
            Scores = scores.ToImmutable(),
            Lots = used.ToImmutable(),
            Tie = tie,
        };
    }

    /// <summary>Equal in every step, of the same ballots.</summary>
    public bool Equals(SequentialApproval? other) =>
        other is not null
        && ReferenceEquals(Ballots, other.Ballots)
        && Seats == other.Seats
        && Equals(Tie, other.Tie)
        && Elected.SequenceEqual(other.Elected)
        && Lots.SequenceEqual(other.Lots)
        && Scores.Length == other.Scores.Length
        && Scores.Zip(other.Scores).All(s => s.First.SequenceEqual(s.Second));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Seats, Elected.Length, Scores.Length, Tie);

    private static ImmutableArray<Rational> ScoresAfter(MarkedBallots ballots, ImmutableArray<int>.Builder elected)
    {
        var scores = new Rational[ballots.Candidates];
        foreach (var (marks, count) in ballots.Kinds)
        {
            var vote = new Rational(count, 1 + marks.Count(elected.Contains));
            foreach (var candidate in marks)
            {
                scores[candidate] += vote;
            }
        }

        return [.. scores];
    }
}
