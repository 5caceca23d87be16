using Scrutineer.Allocation;

namespace Scrutineer.Counting.Entry;

/// <summary>How often one person's entries differ from what was agreed in the end.</summary>
/// <param name="By">The pseudonym.</param>
/// <param name="Entries">Entries of papers whose figures were agreed.</param>
/// <param name="WrongEntries">Those that differ in at least one field.</param>
/// <param name="Fields">Fields of those entries.</param>
/// <param name="WrongFields">Those that differ.</param>
public sealed record ClerkRecord(string By, int Entries, int WrongEntries, int Fields, int WrongFields)
{
    /// <summary>The share of entries with at least one wrong field; nought without entries.</summary>
    public Rational EntryErrorRate => Entries == 0 ? Rational.Zero : new Rational(WrongEntries, Entries);

    /// <summary>The share of wrong fields; nought without entries.</summary>
    public Rational FieldErrorRate => Fields == 0 ? Rational.Zero : new Rational(WrongFields, Fields);

    /// <summary>
    /// A cautious estimate of the chance of a wrong field, (wrong + 1) / (fields + 2): the rule of succession (Laplace
    /// 1774), so that nobody's rate is nought for lack of entries.
    /// </summary>
    public Rational CautiousFieldErrorRate => new(WrongFields + 1, Fields + 2);

    /// <summary>The table of persons, the highest rate of wrong entries first, then by pseudonym.</summary>
    /// <param name="papers">The consensus of each paper; papers without agreement are left out.</param>
    /// <param name="truth">Which figures count as right; by default the first that were agreed.</param>
    public static IReadOnlyList<ClerkRecord> Table(
        IEnumerable<Consensus> papers,
        Func<Consensus, Protocol?>? truth = null
    )
    {
        ArgumentNullException.ThrowIfNull(papers);
        var records = new Dictionary<string, ClerkRecord>(StringComparer.Ordinal);
        foreach (var paper in papers)
        {
            if ((truth is null ? paper.Whole : truth(paper)) is not { } right)
            {
                continue;
            }

            foreach (var entry in paper.Entries)
            {
                var wrong = BlindEntry.Differing(right, entry.Protocol).Count;
                var record = records.GetValueOrDefault(entry.By) ?? new ClerkRecord(entry.By, 0, 0, 0, 0);
                records[entry.By] = record with
                {
                    Entries = record.Entries + 1,
                    WrongEntries = record.WrongEntries + (wrong > 0 ? 1 : 0),
                    Fields = record.Fields + right.Layout.Columns.Count,
                    WrongFields = record.WrongFields + wrong,
                };
            }
        }

        return
        [
            .. records
                .Values.OrderByDescending(r => r.EntryErrorRate)
                .ThenBy(r => r.By.Length)
                .ThenBy(r => r.By, StringComparer.Ordinal),
        ];
    }
}
