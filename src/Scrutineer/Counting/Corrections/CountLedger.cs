using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Units;

namespace Scrutineer.Counting.Corrections;

/// <summary>What was reported and what happened to it since: the count as of any moment.</summary>
public sealed class CountLedger
{
    private readonly Dictionary<UnitPath, Protocol> reported;
    private readonly List<CountEvent> events;

    /// <summary>A ledger.</summary>
    /// <param name="layout">The form and ballot.</param>
    /// <param name="tree">The units that are to report.</param>
    /// <param name="reported">What stations reported at first, one protocol a unit.</param>
    /// <param name="events">What happened since, in any order; events of one moment keep theirs.</param>
    /// <exception cref="ArgumentException">A unit has two protocols, or is not a station of the tree.</exception>
    public CountLedger(FormLayout layout, UnitTree tree, IEnumerable<Protocol> reported, IEnumerable<CountEvent> events)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(reported);
        ArgumentNullException.ThrowIfNull(events);
        Layout = layout;
        Tree = tree;
        this.reported = [];
        foreach (var protocol in reported)
        {
            if (!tree.IsStation(protocol.Unit) || !this.reported.TryAdd(protocol.Unit, protocol))
            {
                throw new ArgumentException(
                    $"'{protocol.Unit}' is no station of the tree, or has two protocols.",
                    nameof(reported)
                );
            }
        }

        this.events = [.. events.OrderBy(e => e.At.From)];
        foreach (var unknown in this.events.Where(e => tree.Find(e.Unit) is null))
        {
            throw new ArgumentException($"'{unknown.Unit}' is no unit of the tree.", nameof(events));
        }
    }

    /// <summary>The form and ballot.</summary>
    public FormLayout Layout { get; }

    /// <summary>The units that are to report.</summary>
    public UnitTree Tree { get; }

    /// <summary>The moments at which something happened, in order, each once.</summary>
    public IReadOnlyList<Moment> Moments => [.. events.Select(e => e.At).Distinct()];

    /// <summary>The count as it stood at a moment.</summary>
    public CountAsOf AsOf(Moment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        var known = events.Where(e => e.At.IsKnownAt(moment)).ToList();
        var own = known.ToLookup(e => e.Unit);
        var above = known.Where(e => !Tree.IsStation(e.Unit)).Select(e => e.Unit).Distinct().ToList();
        return new CountAsOf(
            this,
            moment,
            [
                .. Tree.Stations.Select(s =>
                    UnitCount.After(
                        Layout,
                        s.Path,
                        reported.GetValueOrDefault(s.Path),
                        above.Exists(s.Path.IsWithin) ? known.Where(e => s.Path.IsWithin(e.Unit)) : own[s.Path]
                    )
                ),
            ]
        );
    }
}
