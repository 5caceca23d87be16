using Scrutineer.Counting.Import;

namespace Scrutineer.Counting.Entry;

/// <summary>A table in which several persons have entered the same papers blindly: what they agree on, and who erred.</summary>
public sealed class EntryTable
{
    private EntryTable(ProtocolTable table, IReadOnlyList<Consensus> papers)
    {
        Table = table;
        Papers = papers;
    }

    /// <summary>The table; the column that its mapping calls <c>copy</c> holds the persons.</summary>
    public ProtocolTable Table { get; }

    /// <summary>What was agreed of each paper, in order of first entry.</summary>
    public IReadOnlyList<Consensus> Papers { get; }

    /// <summary>The papers of which all fields are agreed.</summary>
    public IEnumerable<Consensus> Settled => Papers.Where(p => p.Whole is not null);

    /// <summary>How many papers have two entries that agree from the start.</summary>
    public int FirstTwoAgree =>
        Papers.Count(p =>
            p.Entries.Count > 1 && BlindEntry.Differing(p.Entries[0].Protocol, p.Entries[1].Protocol).Count == 0
        );

    /// <summary>How many settled papers have a first entry that differs from what was agreed.</summary>
    public int FirstWrong => Settled.Count(p => BlindEntry.Differing(p.Entries[0].Protocol, p.Whole!).Count > 0);

    /// <summary>Replays the entries of a table in its order.</summary>
    /// <param name="table">The table.</param>
    /// <param name="readers">How many different persons must agree.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two readers are asked for.</exception>
    /// <exception cref="ArgumentException">The mapping does not say who made an entry.</exception>
    public static EntryTable Of(ProtocolTable table, int readers = 2)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(readers, 2);
        if (table.Mapping.File.Copy is null)
        {
            throw new ArgumentException("The mapping does not say who made an entry.", nameof(table));
        }

        return new EntryTable(
            table,
            [
                .. Enumerable
                    .Range(0, table.Count)
                    .GroupBy(table.StationOf)
                    .Select(g => Consensus.Of([.. g.Select(r => new BlindEntry(table.CopyOf(r), table[r]))], readers)),
            ]
        );
    }
}
