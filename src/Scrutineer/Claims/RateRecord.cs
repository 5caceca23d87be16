using Scrutineer.Registry;

namespace Scrutineer.Claims;

/// <summary>
/// Can two amounts of money be one, at a rate that was recorded? Each amount stands for all that rounds to it, so the two
/// together leave a range of rates. Two amounts fit where a recorded rate lies in that range, or where the range lies between
/// those of two days that follow each other in the record: on some day between them the rate passed it.
/// </summary>
internal static class RateRecord
{
    public static RecordAnswer? Ask(IReadOnlyList<RateEntry> rates, IReadOnlyList<Money> amounts)
    {
        if (amounts is not [var one, var other])
        {
            return null;
        }

        var known = rates
            .Where(r =>
                (r.Of == one.Currency && r.Is.Currency == other.Currency)
                || (r.Of == other.Currency && r.Is.Currency == one.Currency)
            )
            .OrderBy(r => r.On.Earliest)
            .ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var (priced, price) = known[0].Of == one.Currency ? (one, other) : (other, one);
        known.RemoveAll(r => r.Of != priced.Currency);
        if (priced.Low.Sign <= 0)
        {
            return null;
        }

        var (low, high) = (price.Low / priced.High, price.High / priced.Low);
        var asked =
            $"{price.InWords()} for {priced.InWords()} is a rate of {low.ToDecimal(2)} to {high.ToDecimal(2)} {price.Currency}";
        bool In(RateEntry rate) => rate.Is.Low <= high && low <= rate.Is.High;
        string Told(RateEntry rate) => $"{rate.Is.InWords()} on {rate.On.InWords()}";
        if (known.Find(In) is { } same)
        {
            return new RecordAnswer(Answer.Yes, $"{asked}, as recorded: {Told(same)}", Basis(same));
        }

        var pair = known.Zip(known.Skip(1)).FirstOrDefault(p => Beside(p.First, p.Second));
        return pair.First is { } before
            ? new RecordAnswer(
                Answer.Yes,
                $"{asked}, between two that are recorded: {Told(before)} and {Told(pair.Second)}",
                Basis(before, pair.Second)
            )
            : new RecordAnswer(
                Answer.No,
                $"{asked}, and none that is recorded fits: {string.Join(", ", known.Select(Told))}",
                Basis([.. known])
            );

        bool Beside(RateEntry a, RateEntry b) =>
            (a.Is.High < low && high < b.Is.Low) || (b.Is.High < low && high < a.Is.Low);

        static string Basis(params RateEntry[] used) =>
            $"{ClaimFile.FileName}, rates ({string.Join(", ", used.Select(r => r.Source).Distinct(StringComparer.Ordinal))})";
    }
}
