using Scrutineer.Allocation;
using Scrutineer.Law.Evaluation;
using Certificate = Scrutineer.Law.Evaluation.Certificate;
using QuotaCertificate = Scrutineer.Law.Evaluation.QuotaCertificate;

namespace Scrutineer.Results;

/// <summary>Draws the certificate of a finished evaluation.</summary>
public static class Certification
{
    /// <summary>The certificate; nothing where the evaluation ended without seats that one could confirm.</summary>
    /// <param name="standing">An evaluation that has ended.</param>
    public static Certificate? Of(Standing standing)
    {
        if (standing.Majority is { } majority)
        {
            return majority;
        }

        if (
            standing.Shared is { } shared
            && (standing.Ended is null || standing.Seats.SequenceEqual(shared.Share.Seats))
            && standing.Ended is null or Outcome.Allocated
            && standing.Tie is null
        )
        {
            return shared;
        }

        if (standing.Quotients.IsEmpty || standing.Ended is not (null or Outcome.Allocated or Outcome.Tied))
        {
            return null;
        }

        var shares = standing
            .AdmittedIndices.Select(i => new QuotaShare(
                standing.Id(i),
                standing.Votes(i).Value!.Value,
                standing.Factors[i],
                standing.Quotients[i],
                standing.Quotients[i].Floor(),
                standing.Quotients[i].Fraction(),
                standing.Seats[i]
                    - (standing.Apart.IsEmpty ? 0 : standing.Apart[i])
                    - (int)standing.Quotients[i].Floor(),
                standing.Least[i]
            ))
            .ToList();
        var ordinary = shares.TrueForAll(s => s.Least == 0 && s.Further is 0 or 1) && standing.Tie is null;
        var winning = shares.Where(s => s.Further > 0).Select(s => s.Remainder).ToList();
        var losing = shares.Where(s => s.Further == 0).Select(s => s.Remainder).ToList();
        return new QuotaCertificate(
            standing.Divided,
            standing.SeatsToShare,
            shares,
            winning.Count == 0 ? null : winning.Min(),
            losing.Count == 0 ? null : losing.Max()
        )
        {
            ByRemainder = ordinary && standing.ByRemainder,
            Stated =
                standing.Quota == new Rational(shares.Sum(s => s.Votes), standing.SeatsToShare) ? null : standing.Quota,
        };
    }
}
