using System.Collections.Concurrent;
using System.Collections.Immutable;
using Scrutineer.Counting;
using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Totals;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Forensics;

namespace Scrutineer.Tests.Scrutiny.Forensics;

/// <summary>Tables of stations for tests: written by hand, made at random, or read from the published tables beside the checkout.</summary>
internal static class Stations
{
    private static readonly ConcurrentDictionary<string, StationTable> Read = new(StringComparer.Ordinal);

    /// <summary>A table of (registered, given, received, votes of each list) a station; ten stations a territory.</summary>
    public static StationTable Of(params (long Registered, long Given, long Received, long[] Votes)[] rows) =>
        Of(rows, perTerritory: 10);

    public static StationTable Of(
        IReadOnlyList<(long Registered, long Given, long Received, long[] Votes)> rows,
        int perTerritory
    )
    {
        var lists = rows.Count == 0 ? 1 : rows[0].Votes.Length;
        var territories = (rows.Count + perTerritory - 1) / perTerritory;
        return new StationTable
        {
            Title = "An invented table",
            Count = rows.Count,
            Registered = [.. rows.Select(r => r.Registered)],
            Given = [.. rows.Select(r => r.Given)],
            Received = [.. rows.Select(r => r.Received)],
            Votes = [.. Enumerable.Range(0, lists).Select(l => rows.Select(r => r.Votes[l]).ToImmutableArray())],
            Lists = [.. Enumerable.Range(0, lists).Select(l => $"{(char)('A' + l)}")],
            List = 0,
            Territory = [.. Enumerable.Range(0, rows.Count).Select(i => i / perTerritory)],
            Units =
            [
                .. Enumerable
                    .Range(0, territories)
                    .Select(t => new StationUnit(UnitPath.Of($"T{t + 1}"), -1, "territory")),
            ],
            PathOf = i => UnitPath.Of($"T{(i / perTerritory) + 1}", $"S{i + 1}"),
        };
    }

    /// <summary>A clean table: every voter decides by a draw of his own, with rates that differ smoothly from station to station.</summary>
    public static StationTable Clean(int stations, ulong seed, int least = 300, int most = 2500)
    {
        var random = new SplitMix64(seed);
        var rows = new (long, long, long, long[])[stations];
        for (var i = 0; i < stations; i++)
        {
            var registered = least + random.Below(most - least);
            var turnout = (uint)(0.35 * uint.MaxValue) + (uint)random.Below((int)(0.3 * int.MaxValue));
            var share = (uint)(0.30 * uint.MaxValue) + (uint)random.Below((int)(0.4 * int.MaxValue));
            var given = random.Successes(registered, turnout);
            var a = random.Successes(given, share);
            var b = random.Successes(given - a, uint.MaxValue / 3 * 2);
            rows[i] = (registered, given, given, [a, b, given - a - b]);
        }

        return Of(rows, 25);
    }

    public static StationTable Russia2018() => Russia("ru-president-2018/2018.csv.zip", "ru/president-2018");

    public static StationTable Russia2021() => Russia("ru-duma-2021/2021.csv.zip", "ru/duma-2021");

    private static StationTable Russia(string file, string id)
    {
        var path = Checkout.Shared("data/" + file);
        return Read.GetOrAdd(
            id,
            _ =>
            {
                var problems = new Problems();
                var mapping = Mapping.Read(Checkout.Path($"mappings/{id}.yaml"), problems)!;
                var layout = ProtocolForm
                    .Read(Checkout.Path($"forms/{id}.yaml"), "", problems)!
                    .For([.. mapping.File.Lists.Keys]);
                var table = TableReader.Read(path, mapping, layout, problems);
                Assert.Empty(problems.InOrder());
                return CountedStations.Of(ProtocolCount.Of(table!));
            }
        );
    }
}
