using System.Collections.Concurrent;
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
    private const int Page = 2_000;

    // Positions are given before records are committed, so a lower one can appear after a higher one.
    private const int LatestToAppear = 1_000;

    private readonly RecordStore store;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<UnitPath, StationEntry> stations = new();
    private readonly Lock counting = new();
    private (long Revision, NightCount Count)? counted;
    private long position;
    private long revision;

    /// <summary>The election, before anything was read.</summary>
    public ElectionNight(ElectionSetup setup, RecordStore store, TimeProvider clock)
    {
        Setup = setup;
        this.store = store;
        this.clock = clock;
        foreach (var station in setup.Tree.Stations)
        {
            stations[station.Path] = new StationEntry(DoubleEntry.Of(setup.Layout, station.Path), 0);
        }
    }

    /// <summary>The election.</summary>
    public ElectionSetup Setup { get; }

    /// <summary>Rises whenever a protocol changed.</summary>
    public long Revision => Interlocked.Read(ref revision);

    /// <summary>Raised after a protocol changed.</summary>
    public event EventHandler? Changed;

    /// <summary>How a station's protocol stands; nothing where there is no such station.</summary>
    public StationEntry? Find(UnitPath unit) => stations.GetValueOrDefault(unit);

    /// <summary>Every station in order.</summary>
    public IReadOnlyList<StationEntry> All => [.. Setup.Tree.Stations.Select(s => stations[s.Path])];

    /// <summary>The count of what is settled.</summary>
    public NightCount Count
    {
        get
        {
            lock (counting)
            {
                var now = Revision;
                if (counted is not { } kept || kept.Revision != now)
                {
                    counted = kept = (
                        now,
                        NightCount.Of(
                            Setup.Dossier,
                            Setup.Contest,
                            Setup.Layout,
                            Setup.Tree,
                            [
                                .. All.Select(s => s.Entry)
                                    .Where(e => e.State == EntryState.Settled)
                                    .Select(e => e.Result!),
                            ]
                        )
                    );
                }

                return kept.Count;
            }
        }
    }

    /// <summary>Reads every record that is new: all at the start, and later those that other processes accepted.</summary>
    /// <exception cref="StorageException">A record does not follow from those before it.</exception>
    public async Task FollowAsync()
    {
        var from = Math.Max(0, position - LatestToAppear);
        var changed = new HashSet<UnitPath>();
        while (await store.ReadAfterAsync(from, Page) is { Count: > 0 } records)
        {
            foreach (var record in records)
            {
                if (
                    MoveRecord.UnitOf(record) is { } unit
                    && stations.TryGetValue(unit, out var known)
                    && known.Version < record.Version
                )
                {
                    changed.Add(unit);
                }
            }

            from = records[^1].Position;
            position = Math.Max(position, from);
        }

        foreach (var unit in changed)
        {
            Keep(unit, (await ReadAsync(unit)).Station);
        }
    }

    /// <summary>Makes a move, once, if the person saw the protocol as it stands.</summary>
    /// <exception cref="ArgumentException">There is no such station.</exception>
    internal async Task<MoveOutcome> MoveAsync(MoveRequest request)
    {
        var (station, records) = stations.ContainsKey(request.Unit)
            ? await ReadAsync(request.Unit)
            : throw new ArgumentException($"There is no station '{request.Unit}'.", nameof(request));
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

        var now = clock.GetUtcNow();
        var result = MoveRecord.Make(station.Entry, request.Move, request.By, request.Reason, request.Figures, now);
        if (!result.Made)
        {
            return new MoveOutcome(MoveStatus.Refused, station, result.Refusal);
        }

        var outcome = await store.AppendAsync(MoveRecord.Of(request, result.Entry, now));
        if (outcome.Appended is Appended.Now or Appended.Before)
        {
            var after = new StationEntry(result.Entry, request.Version + 1);
            Keep(request.Unit, after);
            return new MoveOutcome(MoveStatus.Accepted, after);
        }

        return new MoveOutcome(
            outcome.Appended == Appended.Differs ? MoveStatus.Differs : MoveStatus.Overtaken,
            (await ReadAsync(request.Unit)).Station
        );
    }

    private async Task<(StationEntry Station, IReadOnlyList<StoredRecord> Records)> ReadAsync(UnitPath unit)
    {
        var records = await store.ReadAsync(MoveRecord.Territory(unit), MoveRecord.Stream(unit));
        var station = new StationEntry(DoubleEntry.Of(Setup.Layout, unit), 0);
        return (records.Aggregate(station, MoveRecord.Apply), records);
    }

    // What is newer stays: two requests may come back in another order than they were committed in.
    private void Keep(UnitPath unit, StationEntry station)
    {
        stations.AddOrUpdate(unit, station, (_, known) => known.Version < station.Version ? station : known);
        Interlocked.Increment(ref revision);
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
