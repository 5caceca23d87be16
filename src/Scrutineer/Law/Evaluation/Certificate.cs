using Scrutineer.Allocation;

namespace Scrutineer.Law.Evaluation;

/// <summary>What lets a stranger confirm a result with pencil and paper.</summary>
public abstract record Certificate
{
    /// <summary>What kind of certificate it is.</summary>
    public abstract string Method { get; }

    /// <summary>Whether the certificate confirms itself and these seats, by its own arithmetic.</summary>
    public abstract bool Confirms(IReadOnlyDictionary<string, int> seats);
}

/// <summary>The certificate of a quota method: the quota, each quotient, and the two remainders that decide.</summary>
/// <param name="Votes">The votes, or another base, that were divided among the seats.</param>
/// <param name="Seats">The seats among which they were divided.</param>
/// <param name="Shares">Each list's part.</param>
/// <param name="LeastWinning">The least remainder that won a seat; nothing where none was given by remainder.</param>
/// <param name="GreatestLosing">The greatest remainder that won none.</param>
public sealed record QuotaCertificate(
    long Votes,
    int Seats,
    IReadOnlyList<QuotaShare> Shares,
    Rational? LeastWinning,
    Rational? GreatestLosing
) : Certificate
{
    /// <inheritdoc/>
    public override string Method => "quota-and-remainders";

    /// <summary>The quota, where it is not the votes of the lists over the seats.</summary>
    public Rational? Stated { get; init; }

    /// <summary>Votes for a seat, exact: votes over seats where no other quota is stated.</summary>
    public Rational Quota => Stated ?? new Rational(Votes, Seats);

    /// <summary>Whether the least winning remainder must not be below the greatest losing one.</summary>
    public bool ByRemainder { get; init; } = true;

    /// <inheritdoc/>
    public override bool Confirms(IReadOnlyDictionary<string, int> seats) =>
        Shares.All(s =>
            s.Quotient == s.Votes / Quota * s.Factor
            && s.Whole == s.Quotient.Floor()
            && s.Remainder == s.Quotient - s.Whole
            && seats.GetValueOrDefault(s.List) == Math.Max((int)s.Whole + s.Further, s.Least)
        )
        && (!ByRemainder || LeastWinning is null || GreatestLosing is null || LeastWinning >= GreatestLosing)
        && Shares.Sum(s => seats.GetValueOrDefault(s.List)) == seats.Values.Sum()
        && seats.Values.Sum() <= Seats;
}

/// <summary>One list's part in a quota certificate.</summary>
/// <param name="List">The list.</param>
/// <param name="Votes">Its votes.</param>
/// <param name="Factor">What its quotient is multiplied by; one, unless the law weighs it.</param>
/// <param name="Quotient">Votes over quota, times the factor.</param>
/// <param name="Whole">The whole part: seats of the first distribution.</param>
/// <param name="Remainder">What is left of the quotient.</param>
/// <param name="Further">Seats given after the first distribution; negative where a guarantee took some.</param>
/// <param name="Least">The least number of seats that the law guarantees it.</param>
public sealed record QuotaShare(
    string List,
    long Votes,
    Rational Factor,
    Rational Quotient,
    System.Numerics.BigInteger Whole,
    Rational Remainder,
    int Further,
    int Least
);

/// <summary>The certificate of a majority: the base, the least number of votes that is enough, and each candidate's votes.</summary>
/// <param name="Base">The base in words; empty where the most votes decide.</param>
/// <param name="BaseVotes">The base.</param>
/// <param name="Needed">The least number of votes that is enough; nothing where the most votes decide.</param>
/// <param name="Votes">Each candidate's votes.</param>
/// <param name="Seats">The seats to be filled.</param>
public sealed record MajorityCertificate(
    string Base,
    long? BaseVotes,
    long? Needed,
    IReadOnlyList<KeyValuePair<string, long>> Votes,
    int Seats
) : Certificate
{
    /// <inheritdoc/>
    public override string Method => "majority";

    /// <inheritdoc/>
    public override bool Confirms(IReadOnlyDictionary<string, int> seats)
    {
        var won = Votes.Where(v => seats.GetValueOrDefault(v.Key) > 0).Select(v => v.Value).ToList();
        var lost = Votes.Where(v => seats.GetValueOrDefault(v.Key) == 0).Select(v => v.Value).ToList();
        return won.Count <= Seats
            && won.TrueForAll(v => Needed is null || v >= Needed)
            && (won.Count == 0 || lost.Count == 0 || won.Min() >= lost.Max())
            && (won.Count == Seats || lost.TrueForAll(v => Needed is null || v < Needed));
    }
}

/// <summary>The certificate of a divisor method: the interval of divisors, each of which gives these seats and no others.</summary>
/// <param name="Share">The apportionment with its certificate, by position on the ballot.</param>
/// <param name="Lists">The lists, in the same order.</param>
public sealed record SharedByDivisor(Apportionment Share, IReadOnlyList<string> Lists) : Certificate
{
    /// <inheritdoc/>
    public override string Method => Share.Method.Name;

    /// <inheritdoc/>
    public override bool Confirms(IReadOnlyDictionary<string, int> seats) =>
        Verifier.Verify(Share).IsConfirmed
        && Lists.Index().All(l => seats.GetValueOrDefault(l.Item) == Share.Seats[l.Index]);
}
