using Scrutineer.Allocation;
using Factorial = System.Numerics.BigInteger;

namespace Scrutineer.Results.Powers;

/// <summary>
/// A vote in which every bloc votes as one with all its seats, and a number of seats is enough. Everything is counted, not
/// estimated: the numbers of coalitions by size and seats come from one table, from which each bloc is taken out in turn.
/// </summary>
public sealed class WeightedVote
{
    /// <summary>The most blocs: two to the sixtieth coalitions are still counted in whole numbers of 64 bits.</summary>
    public const int MostBlocs = 60;

    private readonly int[] seats;
    private readonly int[] descending;
    private readonly int total;
    private readonly long[,] coalitions;

    /// <summary>A vote.</summary>
    /// <param name="needed">The least number of seats that is enough, from 1.</param>
    /// <param name="seats">The seats of each bloc.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one seat is enough, or a bloc has fewer than none.</exception>
    /// <exception cref="ArgumentException">There are more than <see cref="MostBlocs"/> blocs.</exception>
    public WeightedVote(int needed, IReadOnlyList<int> seats)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(needed, 1);
        ArgumentNullException.ThrowIfNull(seats);
        if (seats.Count > MostBlocs)
        {
            throw new ArgumentException($"At most {MostBlocs} blocs can be counted.", nameof(seats));
        }

        foreach (var own in seats)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(own, nameof(seats));
        }

        Needed = needed;
        this.seats = [.. seats];
        total = seats.Sum();
        descending = [.. Enumerable.Range(0, seats.Count).OrderByDescending(i => seats[i])];
        coalitions = new long[seats.Count + 1, total + 1];
        coalitions[0, 0] = 1;
        foreach (var (i, own) in seats.Index())
        {
            for (var size = i; size >= 0; size--)
            {
                for (var held = total - own; held >= 0; held--)
                {
                    coalitions[size + 1, held + own] += coalitions[size, held];
                }
            }
        }
    }

    /// <summary>The least number of seats that is enough.</summary>
    public int Needed { get; }

    /// <summary>Whether all blocs together are enough.</summary>
    public bool CanPass => total >= Needed;

    /// <summary>Whether a bloc is enough alone.</summary>
    /// <param name="bloc">Its index.</param>
    public bool DecidesAlone(int bloc) => seats[bloc] >= Needed;

    /// <summary>Whether nothing passes without a bloc, though all blocs together are enough.</summary>
    /// <param name="bloc">Its index.</param>
    public bool HasVeto(int bloc) => CanPass && total - seats[bloc] < Needed;

    /// <summary>
    /// The coalitions of the other blocs, by their number from 0, that are not enough and become so when a bloc joins: its
    /// swings by size.
    /// </summary>
    /// <param name="bloc">The index of the bloc.</param>
    public IReadOnlyList<long> SwingsBySize(int bloc)
    {
        var own = seats[bloc];
        var without = new long[seats.Length, total + 1];
        var swings = new long[seats.Length];
        for (var size = 0; size < seats.Length; size++)
        {
            for (var held = 0; held <= total - own; held++)
            {
                // Those without the bloc are all, less those with it: which are those without it of one bloc fewer.
                var with = size > 0 && held >= own ? without[size - 1, held - own] : 0;
                without[size, held] = coalitions[size, held] - with;
                if (held < Needed && held + own >= Needed)
                {
                    swings[size] += without[size, held];
                }
            }
        }

        return swings;
    }

    /// <summary>
    /// The index of Shapley and Shubik (1954): the share of all orders of the blocs in which this one is the first with
    /// which the blocs so far are enough.
    /// </summary>
    /// <param name="swingsBySize">Its swings by size.</param>
    public static Rational ShapleyShubik(IReadOnlyList<long> swingsBySize)
    {
        ArgumentNullException.ThrowIfNull(swingsBySize);
        var factorials = new Factorial[swingsBySize.Count + 1];
        factorials[0] = 1;
        for (var i = 1; i < factorials.Length; i++)
        {
            factorials[i] = factorials[i - 1] * i;
        }

        var orders = Factorial.Zero;
        foreach (var (size, swings) in swingsBySize.Index())
        {
            orders += swings * factorials[size] * factorials[swingsBySize.Count - 1 - size];
        }

        return new Rational(orders, factorials[^1]);
    }

    /// <summary>
    /// How many coalitions are enough and cannot spare a member. Each is counted at its smallest member, the last of it by
    /// seats: the others, all before it, fall short by no more than its seats.
    /// </summary>
    public long MinimalCount()
    {
        var before = new long[total + 1];
        before[0] = 1;
        var count = 0L;
        foreach (var own in descending.Select(i => seats[i]).Where(s => s > 0))
        {
            for (var held = Math.Max(0, Needed - own); held < Math.Min(Needed, total + 1); held++)
            {
                count += before[held];
            }

            for (var held = total - own; held >= 0; held--)
            {
                before[held + own] += before[held];
            }
        }

        return count;
    }

    /// <summary>
    /// Coalitions that are enough and cannot spare a member, each as indices from the largest bloc down; those with the
    /// largest blocs first.
    /// </summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<IReadOnlyList<int>> Minimal(int most)
    {
        var found = new List<IReadOnlyList<int>>();
        var rest = new int[descending.Length + 1];
        for (var i = descending.Length - 1; i >= 0; i--)
        {
            rest[i] = rest[i + 1] + seats[descending[i]];
        }

        Extend([], 0, 0);
        return found;

        void Extend(List<int> members, int next, int held)
        {
            // What can still be enough always leads to a coalition, since members are added from the largest down.
            for (var i = next; i < descending.Length && held + rest[i] >= Needed && found.Count < most; i++)
            {
                members.Add(descending[i]);
                if (held + seats[descending[i]] >= Needed)
                {
                    found.Add([.. members]);
                }
                else
                {
                    Extend(members, i + 1, held + seats[descending[i]]);
                }

                members.RemoveAt(members.Count - 1);
            }
        }
    }
}
