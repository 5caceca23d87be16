using System.Numerics;

namespace Scrutineer.Allocation.Transferable.Counting;

/// <summary>Who holds which ballots, at which value, and the votes that they make.</summary>
internal sealed class Piles
{
    private readonly RankedBallots ballots;
    private readonly Preferences preferences;
    private readonly TransferRules rules;
    private readonly List<int>[] pile;
    private readonly int[] place;

    /// <summary>The value of each kind, as a number in <see cref="values"/>: there are few, so fractions are computed once.</summary>
    private readonly int[] value;
    private readonly List<Rational> values = [Rational.One];

    public Piles(RankedBallots ballots, TransferRules rules, bool[] continuing)
    {
        (this.ballots, this.rules) = (ballots, rules);
        preferences = new Preferences(ballots, rules.Ballots);
        place = new int[ballots.Kinds];
        value = new int[ballots.Kinds];
        pile = new List<int>[ballots.Candidates];
        Votes = new Rational[ballots.Candidates];
        for (var candidate = 0; candidate < pile.Length; candidate++)
        {
            pile[candidate] = [];
        }

        var counts = new long[ballots.Candidates];
        for (var kind = 0; kind < ballots.Kinds; kind++)
        {
            place[kind] = preferences.Start(kind);
            var first = preferences.Next(kind, ref place[kind], continuing);
            if (first != Preferences.Exhausted)
            {
                pile[first].Add(kind);
                counts[first] += ballots.CountOf(kind);
            }
        }

        for (var candidate = 0; candidate < counts.Length; candidate++)
        {
            Votes[candidate] = counts[candidate];
        }
    }

    /// <summary>Votes by candidate.</summary>
    public Rational[] Votes { get; }

    /// <summary>
    /// Moves all ballots of a candidate to the next preferences, at their values or, where there is a surplus, at
    /// value × surplus ÷ votes.
    /// </summary>
    public VoteTransfer Transfer(int from, Rational? surplus, bool[] continuing)
    {
        // Ballots by old value and receiver; the last place is nobody.
        var moved = new long[values.Count][];
        foreach (var kind in pile[from])
        {
            var to = preferences.Next(kind, ref place[kind], continuing);
            var counts = moved[value[kind]] ??= new long[pile.Length + 1];
            counts[to == Preferences.Exhausted ? pile.Length : to] += ballots.CountOf(kind);
            if (to != Preferences.Exhausted)
            {
                pile[to].Add(kind);
            }
        }

        var received = new Rational[pile.Length];
        var nonTransferable = Rational.Zero;
        var loss = surplus ?? Rational.Zero;
        var renamed = new int[moved.Length];
        for (var old = 0; old < moved.Length; old++)
        {
            if (moved[old] is not { } counts)
            {
                continue;
            }

            var now = surplus is { } s ? NewValue(values[old], s, Votes[from]) : values[old];
            renamed[old] = surplus is null ? old : IndexOf(now);
            for (var to = 0; to < pile.Length; to++)
            {
                received[to] += counts[to] * now;
            }

            nonTransferable += counts[^1] * now;
        }

        foreach (var kind in pile[from])
        {
            value[kind] = renamed[value[kind]];
        }

        pile[from] = [];
        for (var to = 0; to < received.Length; to++)
        {
            Votes[to] += received[to];
            loss -= surplus is null ? Rational.Zero : received[to];
        }

        loss -= surplus is null ? Rational.Zero : nonTransferable;
        Votes[from] -= surplus ?? Votes[from];
        return new VoteTransfer(from, surplus is not null, [.. received], nonTransferable, loss);
    }

    private Rational NewValue(Rational old, Rational surplus, Rational votes) =>
        rules.TransferValue == TransferValue.CutOnce ? Cut(old * surplus / votes) : Cut(old * Cut(surplus / votes));

    private Rational Cut(Rational exact)
    {
        if (rules.Decimals is not { } decimals)
        {
            return exact;
        }

        var scale = BigInteger.Pow(10, decimals);
        return new Rational((exact * scale).Floor(), scale);
    }

    private int IndexOf(Rational wanted)
    {
        var found = values.IndexOf(wanted);
        if (found >= 0)
        {
            return found;
        }

        values.Add(wanted);
        return values.Count - 1;
    }
}
