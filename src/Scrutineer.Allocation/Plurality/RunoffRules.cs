using System.Collections.Immutable;

namespace Scrutineer.Allocation.Plurality;

/// <summary>
/// Election by majority, with a second round where nobody has it: the candidate with most votes is elected if any of
/// the majorities is met, and otherwise the strongest stand again.
/// </summary>
public sealed record RunoffRules
{
    /// <summary>What elects in the first round; any of these.</summary>
    public ImmutableArray<Majority> Majorities { get; init; } = [Majority.Absolute];

    /// <summary>Places in the second round, for the strongest; at least one.</summary>
    public int Places { get; init; } = 2;

    /// <summary>
    /// A share that gives a place too (France: 12.5 % of those registered); null where the places are all.
    /// </summary>
    public Threshold? AlsoStand { get; init; }

    /// <summary>Who stands where the last place is tied.</summary>
    public RunoffTie Tie { get; init; }

    /// <summary>More than half, or a second round between the two strongest.</summary>
    public static RunoffRules TopTwo { get; } = new();

    /// <summary>The first round.</summary>
    /// <param name="votes">Votes by candidate.</param>
    /// <exception cref="ArgumentException">A number is negative, or there is no place in a second round.</exception>
    public RunoffResult First(ReadOnlySpan<long> votes)
    {
        var total = Rational.Zero;
        foreach (var v in votes)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(v, nameof(votes));
            total += v;
        }

        if (Places <= 0)
        {
            throw new ArgumentException("A second round has a place.", nameof(votes));
        }

        ImmutableArray<Rational> figures = [.. votes.ToArray().Select(v => (Rational)v)];
        var order = figures.OrderDescending().ToList();
        var isWon =
            order.Count > 0
            && order[0].Sign > 0
            && Majorities.Any(m => Ranking.Meets(m.Threshold, order[0], total) && Leads(m, order, total));
        var (standing, tie) = Ranking.Top(figures, isWon ? 1 : Places, c => figures[c].Sign > 0);
        if (!isWon && tie is not null && Tie == RunoffTie.AllStand)
        {
            (standing, tie) = ([.. standing, .. tie.Among], null);
        }

        if (!isWon && AlsoStand is { } also)
        {
            var reaching = Enumerable.Range(0, figures.Length).Where(c => Ranking.Meets(also, figures[c], total));
            standing = [.. standing.Union(reaching).OrderByDescending(c => figures[c]).ThenBy(c => c)];
            tie = tie is { } t && t.Among.All(standing.Contains) ? null : tie;
        }

        return new RunoffResult
        {
            Rules = this,
            Votes = figures,
            IsDecided = isWon,
            Winner = isWon && tie is null ? standing[0] : null,
            Standing = isWon ? [] : standing,
            Tie = tie,
        };
    }

    /// <summary>Equal in every rule.</summary>
    public bool Equals(RunoffRules? other) =>
        other is not null
        && (Places, Tie) == (other.Places, other.Tie)
        && Equals(AlsoStand, other.AlsoStand)
        && Majorities.SequenceEqual(other.Majorities);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Majorities.Length, Places, Tie, AlsoStand);

    private static bool Leads(Majority majority, List<Rational> order, Rational total) =>
        majority.Lead is not { } lead
        || order[0] - (order.Count > 1 ? order[1] : Rational.Zero) >= (majority.Threshold.Base ?? total) * lead;
}
