using Scrutineer.Counting;
using Scrutineer.Counting.Entry;
using Scrutineer.Counting.Totals;
using Scrutineer.Storage;

namespace Scrutineer.Web.Night;

/// <summary>
/// The protocols of an election as they stand. What stands follows from the records alone: every move is replayed from
/// them by the state machine of double entry, and is accepted when its record is on the disk.
/// </summary>
public sealed class ElectionNight
{
    private readonly RecordStore store;
    private readonly TimeProvider clock;
    private readonly Dictionary<UnitPath, int> places = [];
    private readonly StationEntry[] stations;
    private readonly NightTally tally;
    private readonly Dictionary<string, HashSet<int>> held = new(StringComparer.Ordinal);
    private readonly Lock changing = new();
    private readonly Lock counting = new();
    private (long Tallied, NightCount Count)? counted;
    private long tallied;
    private long revision;

    /// <summary>The election, before anything was read.</summary>
    public ElectionNight(ElectionSetup setup, RecordStore store, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(store);
        Setup = setup;
        this.store = store;
        this.clock = clock;
        stations = [.. setup.Tree.Stations.Select(s => new StationEntry(DoubleEntry.Of(setup.Layout, s.Path), 0))];
        foreach (var (place, station) in stations.Index())
        {
            places[station.Entry.Unit] = place;
        }

        tally = new NightTally(setup.Layout, setup.Tree);
        All = Array.AsReadOnly(stations);
    }

    /// <summary>The election.</summary>
    public ElectionSetup Setup { get; }

    /// <summary>Rises whenever a protocol changed.</summary>
    public long Revision => Interlocked.Read(ref revision);

    /// <summary>Raised after a protocol changed.</summary>
    public event EventHandler? Changed;

    /// <summary>How a station's protocol stands; nothing where there is no such station.</summary>
    public StationEntry? Find(UnitPath unit) => places.TryGetValue(unit, out var place) ? stations[place] : null;

    /// <summary>Every station in order, each as it stands when it is looked at.</summary>
    public IReadOnlyList<StationEntry> All { get; }

    /// <summary>The protocols that somebody holds, in the order of their stations.</summary>
    public IReadOnlyList<StationEntry> HeldBy(string name)
    {
        lock (changing)
        {
            return held.TryGetValue(name, out var theirs) ? [.. theirs.Order().Select(p => stations[p])] : [];
        }
    }

    /// <summary>The count of what is settled.</summary>
    public NightCount Count
    {
        get
        {
            // Whoever hands something in waits for the sums to be read, never for the law to be applied to them.
            lock (counting)
            {
                NightSums sums;
                long at;
                lock (changing)
                {
                    if (counted is { } kept && kept.Tallied == tallied)
                    {
                        return kept.Count;
                    }

                    (sums, at) = (tally.Sums, tallied);
                }

                var count = NightCount.Of(Setup.Dossier, Setup.Contest, sums);
                counted = (at, count);
                return count;
            }
        }
    }

    /// <summary>Takes in records in the order of their positions; those that are known already change nothing.</summary>
    /// <exception cref="StorageException">A record does not follow from those before it.</exception>
    internal async Task TakeAsync(IEnumerable<StoredRecord> records)
    {
        foreach (var record in records)
        {
            if (MoveRecord.UnitOf(record) is { } unit && Find(unit) is { } known && known.Version < record.Version)
            {
                if (known.Version + 1 == record.Version)
                {
                    Keep(MoveRecord.Apply(known, record));
                }
                else
                {
                    // A record whose forerunner was not seen yet is read with its whole stream.
                    await ReadAsync(unit);
                }
            }
        }
    }

    /// <summary>Makes a move, once, if the person saw the protocol as it stands.</summary>
    /// <exception cref="ArgumentException">There is no such station.</exception>
    internal async Task<MoveOutcome> MoveAsync(MoveRequest request)
    {
        var known =
            Find(request.Unit)
            ?? throw new ArgumentException($"There is no station '{request.Unit}'.", nameof(request));

        // What this process knows is mostly all there is; the database refuses the place in the stream where it is not.
        if (known.Version == request.Version && await TryAsync(request, known) is { Status: MoveStatus.Accepted } made)
        {
            return made;
        }

        var (station, records) = await ReadAsync(request.Unit);
        if (records.FirstOrDefault(r => r.ClientId == request.ClientId) is { } there)
        {
            return new MoveOutcome(
                MoveRecord.IsOf(there, request, Setup.Layout) ? MoveStatus.Accepted : MoveStatus.Differs,
                station
            );
        }

        if (station.Version != request.Version)
        {
            return new MoveOutcome(MoveStatus.Overtaken, station);
        }

        return await TryAsync(request, station)
            ?? new MoveOutcome(MoveStatus.Overtaken, (await ReadAsync(request.Unit)).Station);
    }

    // Nothing where somebody else was first.
    private async Task<MoveOutcome?> TryAsync(MoveRequest request, StationEntry station)
    {
        var now = clock.GetUtcNow();
        var result = MoveRecord.Make(station.Entry, request.Move, request.By, request.Reason, request.Figures, now);
        if (!result.Made)
        {
            return new MoveOutcome(MoveStatus.Refused, station, result.Refusal);
        }

        switch ((await store.AppendAsync(MoveRecord.Of(request, result.Entry, now))).Appended)
        {
            case Appended.Now or Appended.Before:
                var after = new StationEntry(result.Entry, request.Version + 1);
                Keep(after);
                return new MoveOutcome(MoveStatus.Accepted, after);
            case Appended.Differs:
                return new MoveOutcome(MoveStatus.Differs, (await ReadAsync(request.Unit)).Station);
            default:
                return null;
        }
    }

    // What is read is kept: until the records of another process come by, this one must not offer what is taken.
    private async Task<(StationEntry Station, IReadOnlyList<StoredRecord> Records)> ReadAsync(UnitPath unit)
    {
        var records = await store.ReadAsync(MoveRecord.Territory(unit), MoveRecord.Stream(unit));
        var station = records.Aggregate(new StationEntry(DoubleEntry.Of(Setup.Layout, unit), 0), MoveRecord.Apply);
        Keep(station);
        return (station, records);
    }

    // What is newer stays: two requests may come back in another order than they were committed in.
    private void Keep(StationEntry station)
    {
        var place = places[station.Entry.Unit];
        lock (changing)
        {
            if (stations[place].Version >= station.Version)
            {
                return;
            }

            if (stations[place].Entry.HeldBy is { Length: > 0 } before)
            {
                held[before].Remove(place);
            }

            if (station.Entry.HeldBy is { Length: > 0 } holder)
            {
                (held.TryGetValue(holder, out var theirs) ? theirs : held[holder] = []).Add(place);
            }

            stations[place] = station;
            if (tally.Put(station.Entry.Unit, station.Entry.State == EntryState.Settled ? station.Entry.Result : null))
            {
                tallied++;
            }

            Interlocked.Increment(ref revision);
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }
}
