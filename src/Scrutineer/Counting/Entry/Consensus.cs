namespace Scrutineer.Counting.Entry;

/// <summary>
/// What any number of blind entries of one paper agree on. Entries are replayed in order; figures stand once enough
/// different persons have read the same. One person who enters a paper twice is one reader.
/// </summary>
public sealed class Consensus
{
    private Consensus(IReadOnlyList<BlindEntry> entries, int readers)
    {
        Entries = entries;
        Readers = readers;
    }

    /// <summary>The entries in order.</summary>
    public IReadOnlyList<BlindEntry> Entries { get; }

    /// <summary>How many different persons must agree.</summary>
    public int Readers { get; }

    /// <summary>The figures on which enough persons agreed first, in every column; nothing where none.</summary>
    public Protocol? Whole { get; private init; }

    /// <summary>How many entries had been made when they agreed; nothing where they never did.</summary>
    public int? AgreedAfter { get; private init; }

    /// <summary>
    /// The figures on which enough persons agreed last, in every column. It differs from <see cref="Whole"/> where
    /// entries went on after a first agreement and others then agreed on something else.
    /// </summary>
    public Protocol? Latest { get; private init; }

    /// <summary>By column: the figure on which enough persons agreed first; nothing where none.</summary>
    public required IReadOnlyList<FieldAgreement?> ByField { get; init; }

    /// <summary>The columns without agreement: what a further entry is needed for.</summary>
    public IReadOnlyList<int> Open => [.. Enumerable.Range(0, ByField.Count).Where(c => ByField[c] is null)];

    /// <summary>The consensus of entries of one paper.</summary>
    /// <param name="entries">The entries in the order in which they were made; at least one.</param>
    /// <param name="readers">How many different persons must agree; two by custom.</param>
    /// <exception cref="ArgumentException">There is no entry, or they follow different layouts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two readers are asked for.</exception>
    public static Consensus Of(IReadOnlyList<BlindEntry> entries, int readers = 2)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentOutOfRangeException.ThrowIfLessThan(readers, 2);
        if (
            entries.Count == 0
            || entries.Any(e => e.Protocol.Layout.Columns.Count != entries[0].Protocol.Layout.Columns.Count)
        )
        {
            throw new ArgumentException("There must be an entry, and all of one form and ballot.", nameof(entries));
        }

        // Each distinct reading of the whole paper with the persons who made it, in order of first appearance.
        var readings = new List<(Protocol Figures, HashSet<string> By)>();
        Protocol? whole = null;
        Protocol? latest = null;
        int? agreedAfter = null;
        for (var i = 0; i < entries.Count; i++)
        {
            var index = readings.FindIndex(r => BlindEntry.Differing(r.Figures, entries[i].Protocol).Count == 0);
            if (index < 0)
            {
                index = readings.Count;
                readings.Add((entries[i].Protocol, []));
            }

            readings[index].By.Add(entries[i].By);
            if (readings[index].By.Count >= readers)
            {
                latest = readings[index].Figures;
                whole ??= latest;
                agreedAfter ??= i + 1;
            }
        }

        return new Consensus(entries, readers)
        {
            Whole = whole,
            Latest = latest,
            AgreedAfter = agreedAfter,
            ByField =
            [
                .. Enumerable
                    .Range(0, entries[0].Protocol.Layout.Columns.Count)
                    .Select(c => FieldAgreement.Of(entries, c, readers)),
            ],
        };
    }
}
