using System.Globalization;
using Scrutineer.Counting.Forms;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Simulation;

/// <summary>Puts errors and frauds of known size into a made-up nation, each station at most one, and keeps the truth.</summary>
public sealed class Injector
{
    private readonly FormLayout layout;
    private readonly SplitMix64 random;
    private readonly int votes;
    private readonly int lists;
    private readonly int leader;
    private readonly List<InjectedFigure> truth = [];

    private Injector(FormLayout layout, int leader, SplitMix64 random)
    {
        this.layout = layout;
        this.leader = leader;
        this.random = random;
        (votes, lists) = layout.RangeOf(layout.Form.ListField!.Name);
    }

    /// <summary>Carries out orders on stations of their own.</summary>
    /// <param name="plan">What the nation was made from.</param>
    /// <param name="clean">The nation; it is left as it is.</param>
    /// <param name="orders">What is to go wrong.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The nation with what was put wrong, and every figure that was changed, in the order of the stations.</returns>
    /// <exception cref="ArgumentException">The orders ask for more stations than there are.</exception>
    public static (IReadOnlyList<SyntheticStation> Nation, IReadOnlyList<InjectedFigure> Truth) Inject(
        SimulationPlan plan,
        IReadOnlyList<SyntheticStation> clean,
        IReadOnlyList<Injection> orders,
        ulong seed
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(clean);
        ArgumentNullException.ThrowIfNull(orders);
        if (orders.Sum(o => (long)o.Stations) > clean.Count)
        {
            throw new ArgumentException("More stations are to be changed than there are.", nameof(orders));
        }

        var leading = plan.Votes.Index().MaxBy(v => v.Item).Index;
        var injector = new Injector(plan.Layout, leading, SplitMix64.For(seed, 5));
        var nation = clean.ToArray();
        var order = injector.Shuffled(nation.Length);
        var next = 0;
        foreach (var what in orders)
        {
            // A station in which nothing of the kind can be done is passed over for the next.
            for (var done = 0; done < what.Stations && next < order.Length; next++)
            {
                var station = nation[order[next]].Copy();
                if (injector.Apply(what, station.Figures))
                {
                    injector.Note(what.Kind, nation[order[next]], station);
                    nation[order[next]] = station;
                    done++;
                }
            }
        }

        var places = nation.Index().ToDictionary(n => n.Item.Path, n => n.Index);
        return (nation, [.. injector.truth.OrderBy(t => places[t.Unit])]);
    }

    private int[] Shuffled(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var i = count - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    private void Note(InjectionKind kind, SyntheticStation before, SyntheticStation after)
    {
        for (var c = 0; c < after.Figures.Length; c++)
        {
            if (before.Figures[c] != after.Figures[c])
            {
                truth.Add(
                    new InjectedFigure(kind, after.Path, layout.Columns[c].Name, before.Figures[c], after.Figures[c])
                );
            }
        }
    }

    private bool Apply(Injection what, long[] figures) =>
        what.Kind switch
        {
            InjectionKind.Stuffing => Stuff(figures, what.Size),
            InjectionKind.Moving => Move(figures, what.Size),
            InjectionKind.Rounding => Round(figures),
            InjectionKind.SwappedRows => Swap(figures),
            _ => Slip(figures),
        };

    private bool Stuff(long[] figures, int size)
    {
        ref var issued = ref figures[layout.IndexOf("issued-station")];
        ref var unused = ref figures[layout.IndexOf("cancelled")];
        var room = figures[layout.IndexOf("registered")] - issued - figures[layout.IndexOf("issued-outside")];
        var added = Math.Min(size, Math.Min(room, unused));
        if (added <= 0)
        {
            return false;
        }

        issued += added;
        unused -= added;
        figures[layout.IndexOf("in-fixed")] += added;
        figures[votes + leader] += added;
        return true;
    }

    private bool Move(long[] figures, int size)
    {
        var left = (long)size;
        foreach (var list in Others(figures))
        {
            var moved = Math.Min(left, figures[votes + list]);
            figures[votes + list] -= moved;
            figures[votes + leader] += moved;
            left -= moved;
        }

        return left < size;
    }

    private bool Round(long[] figures)
    {
        var all = figures.AsSpan(votes, lists).ToArray().Sum();
        var has = figures[votes + leader];
        if (all == 0)
        {
            return false;
        }

        var percent = (has * 100 / all) + 1;
        var wanted = ((percent * all) + 99) / 100;
        return percent <= 100 && wanted > has && wanted <= all && Move(figures, (int)(wanted - has));
    }

    private bool Swap(long[] figures)
    {
        var rows = Enumerable
            .Range(0, figures.Length - 1)
            .Where(c => figures[c] != figures[c + 1] && layout.Columns[c + 1].Field.Required == YesNo.Yes)
            .ToList();
        if (rows.Count == 0)
        {
            return false;
        }

        var row = rows[random.Below(rows.Count)];
        (figures[row], figures[row + 1]) = (figures[row + 1], figures[row]);
        return true;
    }

    private bool Slip(long[] figures)
    {
        var columns = Enumerable
            .Range(0, figures.Length)
            .Where(c => figures[c] > 0 && layout.Columns[c].Field.Required == YesNo.Yes)
            .ToList();
        if (columns.Count == 0)
        {
            return false;
        }

        var column = columns[random.Below(columns.Count)];
        var digits = figures[column].ToString(CultureInfo.InvariantCulture).ToCharArray();
        var place = random.Below(digits.Length);
        digits[place] = (char)('0' + ((digits[place] - '0' + 1 + random.Below(9)) % 10));
        figures[column] = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>The lists but the leading one, those with most votes first.</summary>
    private IEnumerable<int> Others(long[] figures) =>
        Enumerable.Range(0, lists).Where(l => l != leader).OrderByDescending(l => figures[votes + l]).ThenBy(l => l);
}
