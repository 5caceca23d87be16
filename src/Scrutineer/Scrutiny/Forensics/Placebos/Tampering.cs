using System.Collections.Immutable;
using Scrutineer.Counting.Simulation;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Placebos;

/// <summary>A known fraud in a share of the stations of a table, to learn which test sees it.</summary>
/// <param name="Kind">Stuffing, moving or rounding, as <c>simulate</c> does them.</param>
/// <param name="Percent">In how many per cent of the stations.</param>
/// <param name="Votes">By how many votes in each; as many as fit where that is less. Rounding has no size.</param>
public sealed record Tampering(InjectionKind Kind, int Percent, int Votes)
{
    /// <summary>What is tried on placebo elections.</summary>
    public static IReadOnlyList<Tampering> Usual { get; } =
    [
        new(InjectionKind.Stuffing, 5, 100),
        new(InjectionKind.Moving, 5, 100),
        new(InjectionKind.Rounding, 5, 0),
        new(InjectionKind.Rounding, 20, 0),
    ];

    /// <summary>What is done, in words.</summary>
    public string Says =>
        Kind switch
        {
            InjectionKind.Stuffing => $"{Votes} ballots added in {Percent} % of the stations",
            InjectionKind.Moving => $"{Votes} votes moved in {Percent} % of the stations",
            _ => $"the share raised to a whole per cent in {Percent} % of the stations",
        };

    /// <summary>The table with the fraud in it.</summary>
    /// <param name="table">A table of which every figure is known.</param>
    /// <param name="seed">Which stations.</param>
    /// <exception cref="InvalidOperationException">The kind is none that a table of stations can hold.</exception>
    public StationTable On(StationTable table, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(table);
        var random = SplitMix64.For(seed, 77);
        var (given, received) = (table.Given.ToArray(), table.Received.ToArray());
        var votes = table.Votes.Select(v => v.ToArray()).ToArray();
        var leader = votes[table.List];
        for (var s = 0; s < table.Count; s++)
        {
            if (random.Below(100) >= Percent)
            {
                continue;
            }

            switch (Kind)
            {
                case InjectionKind.Stuffing:
                    var added = Math.Min(Votes, table.Registered[s] - given[s]);
                    given[s] += added;
                    received[s] += added;
                    leader[s] += added;
                    break;
                case InjectionKind.Moving:
                    Move(votes, table.List, s, Votes);
                    break;
                case InjectionKind.Rounding:
                    var percent = received[s] == 0 ? 100 : (leader[s] * 100 / received[s]) + 1;
                    if (percent <= 100)
                    {
                        Move(votes, table.List, s, (((percent * received[s]) + 99) / 100) - leader[s]);
                    }

                    break;
                default:
                    throw new InvalidOperationException($"{Kind} is an error of one protocol.");
            }
        }

        return table with
        {
            Given = [.. given],
            Received = [.. received],
            Votes = [.. votes.Select(v => v.ToImmutableArray())],
        };
    }

    private static void Move(long[][] votes, int leader, int station, long wanted)
    {
        for (var list = 0; list < votes.Length && wanted > 0; list++)
        {
            if (list != leader)
            {
                var moved = Math.Min(wanted, votes[list][station]);
                votes[list][station] -= moved;
                votes[leader][station] += moved;
                wanted -= moved;
            }
        }
    }
}
