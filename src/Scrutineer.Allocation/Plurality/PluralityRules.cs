using System.Collections.Immutable;

namespace Scrutineer.Allocation.Plurality;

/// <summary>
/// Most votes win: plurality in one-member constituencies, the block vote, the limited vote, the single
/// non-transferable vote and approval voting, which differ in the seats and in the crosses that a ballot may bear.
/// </summary>
public sealed record PluralityRules
{
    /// <summary>The rules.</summary>
    /// <param name="name">The name by which the method is called in data.</param>
    /// <param name="seats">Seats to be filled.</param>
    /// <param name="mostMarks">The most crosses of a valid ballot; null for any number.</param>
    /// <param name="fewestMarks">The fewest crosses of a valid ballot.</param>
    /// <exception cref="ArgumentException">
    /// The name is blank, there is no seat, or the crosses are not from one upwards.
    /// </exception>
    public PluralityRules(string name, int seats, int? mostMarks, int fewestMarks = 1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seats);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fewestMarks);
        if (mostMarks < fewestMarks)
        {
            throw new ArgumentException("A ballot may bear as many crosses as it has to.", nameof(mostMarks));
        }

        (Name, Seats, MostMarks, FewestMarks) = (name, seats, mostMarks, fewestMarks);
    }

    /// <summary>One seat, one cross: first past the post.</summary>
    public static PluralityRules SingleMember { get; } = new("plurality", 1, 1);

    /// <summary>The name by which the method is called in data.</summary>
    public string Name { get; }

    /// <summary>Seats to be filled.</summary>
    public int Seats { get; }

    /// <summary>The most crosses of a valid ballot; null for any number.</summary>
    public int? MostMarks { get; }

    /// <summary>The fewest crosses of a valid ballot.</summary>
    public int FewestMarks { get; }

    /// <summary>Whether the crosses of a ballot share one vote, 1/k for each of k; otherwise each is a vote.</summary>
    public bool IsShared { get; init; }

    /// <summary>
    /// What a candidate needs to be elected at all; null for nothing. Its base is the sum of the votes where it names
    /// none. Seats for which too few reach it stay vacant.
    /// </summary>
    public Threshold? Threshold { get; init; }

    /// <summary>The single non-transferable vote: several seats, one cross.</summary>
    public static PluralityRules SingleNonTransferable(int seats) => new("single-non-transferable-vote", seats, 1);

    /// <summary>The block vote: as many crosses as seats, or fewer.</summary>
    public static PluralityRules BlockVote(int seats) => new("block-vote", seats, seats);

    /// <summary>The limited vote: fewer crosses than seats.</summary>
    /// <exception cref="ArgumentException">The crosses are not fewer than the seats, or there is none.</exception>
    public static PluralityRules LimitedVote(int seats, int marks) =>
        marks < seats
            ? new("limited-vote", seats, marks)
            : throw new ArgumentException("A limited vote has fewer crosses than there are seats.", nameof(marks));

    /// <summary>Approval voting: any number of crosses.</summary>
    public static PluralityRules Approval(int seats = 1) => new("approval", seats, null);

    /// <summary>
    /// Satisfaction approval voting: any number of crosses, which share one vote (Brams and Kilgour, "Satisfaction
    /// approval voting", in <i>Voting Power and Procedures</i>, 2014).
    /// </summary>
    public static PluralityRules SatisfactionApproval(int seats) =>
        new("satisfaction-approval", seats, null) { IsShared = true };

    /// <summary>Counts the crosses of the valid ballots, and says who is elected.</summary>
    public PluralityResult Count(MarkedBallots ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        var votes = new Rational[ballots.Candidates];
        long invalid = 0;
        foreach (var (marks, count) in ballots.Kinds)
        {
            if (marks.Length < FewestMarks || marks.Length > MostMarks)
            {
                invalid += count;
                continue;
            }

            foreach (var candidate in marks)
            {
                votes[candidate] += IsShared ? new Rational(count, marks.Length) : count;
            }
        }

        return Elect([.. votes]) with
        {
            Ballots = ballots,
            InvalidBallots = invalid,
        };
    }

    /// <summary>
    /// The candidates with most votes. One without votes is elected where there are seats enough; a
    /// <see cref="Threshold"/> of more than nought says otherwise.
    /// </summary>
    /// <param name="votes">Votes by candidate.</param>
    /// <exception cref="ArgumentException">A number is negative.</exception>
    public PluralityResult Elect(ReadOnlySpan<long> votes)
    {
        foreach (var v in votes)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(v, nameof(votes));
        }

        return Elect([.. votes.ToArray().Select(v => (Rational)v)]);
    }

    private PluralityResult Elect(ImmutableArray<Rational> scores)
    {
        var total = scores.Aggregate(Rational.Zero, (sum, v) => sum + v);
        var (elected, tie) = Ranking.Top(
            scores,
            Seats,
            c => Threshold is null || Ranking.Meets(Threshold, scores[c], total)
        );
        return new PluralityResult
        {
            Rules = this,
            Votes = scores,
            Elected = elected,
            Tie = tie,
        };
    }
}
