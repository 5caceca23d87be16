using System.Collections.Immutable;
using Scrutineer.Counting;
using Scrutineer.Scrutiny.Forensics.Hours;

namespace Scrutineer.Scrutiny.Forensics;

/// <summary>
/// The figures of every station that the tests need, column by column. A column that the form does not have is empty; a figure
/// that is not known is <see cref="Unknown"/>, and no test takes it for nought.
/// </summary>
public sealed record StationTable
{
    /// <summary>Stands for a figure that is blank, illegible or not reported.</summary>
    public const long Unknown = -1;

    /// <summary>What the table is called.</summary>
    public required string Title { get; init; }

    /// <summary>The SHA-256 of what it was read from, in lower-case hexadecimal; empty for a table that was never a file.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The name by which the caller gave the table; empty for a table that was never a file.</summary>
    public string File { get; init; } = "";

    /// <summary>How many stations.</summary>
    public required int Count { get; init; }

    /// <summary>Registered voters.</summary>
    public required ImmutableArray<long> Registered { get; init; }

    /// <summary>The voters who came, as <see cref="TurnoutBase"/> says.</summary>
    public required ImmutableArray<long> Given { get; init; }

    /// <summary>The ballots of which the list's votes are a share, as <see cref="ShareBase"/> says.</summary>
    public required ImmutableArray<long> Received { get; init; }

    /// <summary>The votes of each list, in the order of <see cref="Lists"/>.</summary>
    public required ImmutableArray<ImmutableArray<long>> Votes { get; init; }

    /// <summary>The lists, by id.</summary>
    public required ImmutableArray<string> Lists { get; init; }

    /// <summary>The list that the tests look at: a number of <see cref="Lists"/>.</summary>
    public required int List { get; init; }

    /// <summary>The unit right above each station: a number of <see cref="Units"/>, or −1.</summary>
    public required ImmutableArray<int> Territory { get; init; }

    /// <summary>The units above the stations, each after the one above it.</summary>
    public required ImmutableArray<StationUnit> Units { get; init; }

    /// <summary>The stations that somebody marked, such as observed or machine-counted ones; empty where nobody did.</summary>
    public ImmutableArray<bool> Marked { get; init; } = [];

    /// <summary>The voters who had come by hours of the day, in order; empty where the table does not tell.</summary>
    public ImmutableArray<StationHour> Hours { get; init; } = [];

    /// <summary>What turnout is: the words for its numerator and its base.</summary>
    public string TurnoutBase { get; init; } = "ballots issued, of registered voters";

    /// <summary>What the list's share is a share of.</summary>
    public string ShareBase { get; init; } = "ballots, valid and invalid";

    /// <summary>Gives the path of a station.</summary>
    public required Func<int, UnitPath> PathOf { get; init; }

    /// <summary>The votes of the list that the tests look at.</summary>
    public ImmutableArray<long> Leader => Votes[List];

    /// <summary>The id of that list.</summary>
    public string ListName => Lists[List];

    /// <summary>The levels above the stations, from the top.</summary>
    public IReadOnlyList<string> Levels => [.. Units.Select(u => u.Level).Distinct(StringComparer.Ordinal)];

    /// <summary>The unit of a level above each station, or −1 where it has none.</summary>
    /// <param name="level">The level.</param>
    public ImmutableArray<int> UnitsAt(string level)
    {
        var above = new int[Units.Length];
        for (var u = 0; u < above.Length; u++)
        {
            var unit = Units[u];
            above[u] =
                unit.Level == level ? u
                : unit.Parent < 0 ? -1
                : above[unit.Parent];
        }

        return [.. Territory.Select(t => t < 0 ? -1 : above[t])];
    }

    /// <summary>The same stations with the tests looking at another list.</summary>
    /// <exception cref="ArgumentException">There is no such list.</exception>
    public StationTable For(string list)
    {
        var index = Lists.IndexOf(list);
        return index >= 0
            ? this with
            {
                List = index,
            }
            : throw new ArgumentException($"There is no list '{list}'.", nameof(list));
    }

    /// <summary>The list with the most votes in all that is known; the first of several.</summary>
    public static int MostVotes(ImmutableArray<ImmutableArray<long>> votes) =>
        votes
            .Select(
                (column, list) => (Sum: column.Aggregate(Int128.Zero, (sum, v) => sum + Math.Max(0, v)), List: list)
            )
            .Aggregate((best, next) => next.Sum > best.Sum ? next : best)
            .List;
}
