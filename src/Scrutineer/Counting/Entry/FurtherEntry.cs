using Scrutineer.Allocation;

namespace Scrutineer.Counting.Entry;

/// <summary>
/// Whether a paper needs a further entry: as long as a field has no agreement, and beyond that as long as those who agree
/// err so often that they may have erred alike.
/// </summary>
/// <param name="Wanted">Whether a further entry is wanted.</param>
/// <param name="Open">The columns without agreement.</param>
/// <param name="Risk">
/// A bound on the chance that an agreed figure is wrong: the sum over the columns of the product of the error rates of
/// those who agree. It supposes that persons err independently and, cautiously, that two who err always err alike.
/// </param>
public sealed record FurtherEntry(bool Wanted, IReadOnlyList<int> Open, Rational Risk)
{
    /// <summary>Decides for one paper.</summary>
    /// <param name="paper">The consensus so far.</param>
    /// <param name="rates">The chance that a person errs in a field, by pseudonym.</param>
    /// <param name="unknown">The rate of a person without a record.</param>
    /// <param name="limit">The greatest risk that is borne.</param>
    public static FurtherEntry Of(
        Consensus paper,
        IReadOnlyDictionary<string, Rational> rates,
        Rational unknown,
        Rational limit
    )
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(rates);
        var risk = Rational.Zero;
        foreach (var group in paper.ByField.OfType<FieldAgreement>().GroupBy(a => string.Join('\n', a.By)))
        {
            var product = group
                .First()
                .By.Aggregate(Rational.One, (p, by) => p * (rates.TryGetValue(by, out var rate) ? rate : unknown));
            risk += product * group.Count();
        }

        var open = paper.Open;
        return new FurtherEntry(open.Count > 0 || risk > limit, open, risk);
    }
}
