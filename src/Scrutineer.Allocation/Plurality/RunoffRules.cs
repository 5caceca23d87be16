using System.Collections.Immutable;

namespace Scrutineer.Allocation.Plurality;

/// <summary>
/// Election by majority, with a second round where nobody has it: the candidate with most votes is elected if any of
/// the majorities is met, and otherwise the strongest stand again.
/// </summary>
public sealed record RunoffRules
{
    private readonly int places = 2;

    /// <summary>What elects in the first round; any of these. Where there is none, a second round is always held.</summary>
    public ImmutableArray<Majority> Majorities { get; init; } = [Majority.Absolute];

    /// <summary>Places in the second round, for the strongest; at least one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public int Places
    {
        get => places;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            places = value;
        }
    }

    /// <summary>
    /// A share that gives a place too (France: 12.5 % of those registered); null where the places are all.
    /// </summary>
    public Threshold? AlsoStand { get; init; }

    /// <summary>Who stands where the last place is tied.</summary>
    public RunoffTie Tie { get; init; }

    /// <summary>More than half, or a second round between the two strongest.</summary>
    public static RunoffRules TopTwo { get; } = new();

    /// <summary>The first round.</summary>
    /// <param name="votes">Votes by candidate, also of those who withdrew.</param>
    /// <param name="withdrawn">
    /// Candidates who do not stand again; the next take their places. Whoever has the majority is elected nevertheless.
    /// </param>
    /// <exception cref="ArgumentException">A number is negative, or nobody stands at a place.</exception>
    public RunoffResult First(ReadOnlySpan<long> votes, ImmutableArray<int> withdrawn = default)
    {
        var total = Rational.Zero;
        foreach (var v in votes)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(v, nameof(votes));
            total += v;
        }

        withdrawn = withdrawn.IsDefault ? [] : [.. withdrawn.Distinct().Order()];
        foreach (var c in withdrawn)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(c, nameof(withdrawn));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(c, votes.Length, nameof(withdrawn));
        }

        ImmutableArray<Rational> figures = [.. votes.ToArray().Select(v => (Rational)v)];
        var order = figures.OrderDescending().ToList();
        var isWon =
            order.Count > 0
            && order[0].Sign > 0
            && Majorities.Any(m => Ranking.Meets(m.Threshold, order[0], total) && Leads(m, order, total));
        bool Stands(int c) => figures[c].Sign > 0 && (isWon || !withdrawn.Contains(c));
        var (standing, tie) = Ranking.Top(figures, isWon ? 1 : Places, Stands);
        if (!isWon && tie is not null && Tie == RunoffTie.AllStand)
        {
            (standing, tie) = ([.. standing, .. tie.Among], null);
        }

        if (!isWon && AlsoStand is { } also)
        {
            var reaching = Enumerable
                .Range(0, figures.Length)
                .Where(c => Stands(c) && Ranking.Meets(also, figures[c], total));
            standing = [.. standing.Union(reaching).OrderByDescending(c => figures[c]).ThenBy(c => c)];
            tie = tie is { } t && t.Among.All(standing.Contains) ? null : tie;
        }

        return new RunoffResult
        {
            Rules = this,
            Votes = figures,
            Withdrawn = withdrawn,
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
        || Ranking.Meets(lead, order[0] - (order.Count > 1 ? order[1] : Rational.Zero), total);
}
