using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>By what seats are shared out among territories.</summary>
public enum ApportionMeasure
{
    /// <summary>By people, of the kind that the law counts.</summary>
    Population,

    /// <summary>By the valid votes cast there.</summary>
    Votes,
}

/// <summary>
/// Shares out the seats of the contest among its territories. Where the dossier has not the figures by which the law
/// does it, the published numbers of seats stand in, and the step says so.
/// </summary>
public sealed record Apportion : Rule
{
    /// <summary>How many seats.</summary>
    [Field("seats", "How many seats are shared out; those of the contest where nothing is said.")]
    public int? Seats { get; init; }

    /// <summary>Among what.</summary>
    [Field("to", "The level whose places get the seats.", Required = true)]
    public string To { get; init; } = "";

    /// <summary>By what.</summary>
    [Field("by", "By what the seats are shared out.", Required = true)]
    public ApportionMeasure By { get; init; }

    /// <summary>What a square kilometre counts.</summary>
    [Field("area-factor", "What a square kilometre counts beside a person, such as 1.8.")]
    public Rational? AreaFactor { get; init; }

    /// <summary>The series.</summary>
    [Field("series", "The divisor series; this or 'quota'.")]
    public Series? Series { get; init; }

    /// <summary>The quota.</summary>
    [Field("quota", "The quota, the seats left going by largest remainder; this or 'series'.")]
    public QuotaName? Quota { get; init; }

    /// <summary>A least number for each.</summary>
    [Field("minimum", "The least number of seats that each place gets.")]
    public int Minimum { get; init; }

    /// <summary>Seats kept back.</summary>
    [Field("then-less", "How many of its seats each place gives up to a higher tier.")]
    public int ThenLess { get; init; }

    /// <summary>How often.</summary>
    [Field("every", "The rhythm in which it is done again, such as '8 years'.")]
    public string? Every { get; init; }

    /// <summary>How a tie is broken.</summary>
    [Field("tie", "How equal claims are decided, tried in this order.")]
    public IReadOnlyList<TieRule> Tie { get; init; } = [];

    /// <inheritdoc/>
    public override bool IsBetweenTiers => true;

    private string Measure =>
        (By == ApportionMeasure.Votes ? "valid votes" : "people")
        + (AreaFactor is { } factor ? $" and {factor.ToDecimal(1)} times the square kilometres" : "");

    private string How =>
        Series is { } series
            ? $"by the divisors {series.InWords()}"
            : $"by the {QuotaNames.InWords(Quota ?? QuotaName.Hare)} quota and largest remainders";

    /// <inheritdoc/>
    protected override string Words() =>
        $"{(Seats is { } seats ? $"{seats} seats" : "The seats")} are shared out among each {To.Replace('-', ' ')} by {Measure}, {How}"
        + (Minimum > 0 ? $", at least {Minimum} each" : "")
        + (Every is { } every ? $", again every {every}" : "")
        + TieWords.After(Tie)
        + (ThenLess > 0 ? $"; of each number {ThenLess} {(ThenLess == 1 ? "is" : "are")} kept for levelling" : "")
        + ".";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        var places = Tiers.Reached(standing, To).ToList();
        var total = Seats ?? standing.ContestSeats;
        if (places.TrueForAll(p => Claim(p) is not null))
        {
            var claims = places.ConvertAll(p => Claim(p)!.Value);
            var scale = claims.Aggregate(
                System.Numerics.BigInteger.One,
                (s, c) => s * c.Denominator / System.Numerics.BigInteger.GreatestCommonDivisor(s, c.Denominator)
            );
            long[] weights = [.. claims.Select(c => (long)(c * scale).Numerator)];
            var bounds = Minimum > 0 ? SeatBounds.AtLeast([.. places.Select(_ => Minimum)]) : null;
            var result = Series is { } series
                ? series.Method.Apportion(weights, total, bounds)
                : new LargestRemainder(QuotaNames.Of(Quota ?? QuotaName.Hare)).Apportion(weights, total, bounds);
            if (!result.Succeeded || result.Apportionment.Tie is not null)
            {
                var open = result.Succeeded
                    ? $"Two places have equal claims to a seat: {Shown.Row(result.Apportionment.Tie!.Among.Select(i => places[i].Place))}."
                    : result.Problem.Message;
                return standing.With(entry, () => open).End(Outcome.Unknown, open);
            }

            return Given(standing, entry, places, [.. result.Apportionment.Seats], claims, "");
        }

        if (places.TrueForAll(p => p.Tally.Seats.IsKnown))
        {
            return Given(
                standing,
                entry,
                places,
                [.. places.Select(p => (int)p.Tally.Seats.Value!.Value + ThenLess)],
                null,
                $" The {Measure} are not in the dossier; the numbers are those published."
            );
        }

        var missing = places.First(p => Claim(p) is null && !p.Tally.Seats.IsKnown);
        var unknown = $"The seats of {missing.Place} cannot be told: neither its {Measure} nor its seats are reported.";
        return standing.With(entry, () => unknown).End(Outcome.Unknown, unknown);
    }

    private Standing Given(
        Standing standing,
        RuleEntry entry,
        List<Standing> places,
        int[] seats,
        List<Rational>? claims,
        string remark
    )
    {
        var byPlace = places
            .Select((p, i) => (p.Place, Seats: seats[i] - ThenLess))
            .ToDictionary(p => p.Place, p => p.Seats, StringComparer.Ordinal);
        return Set(standing, byPlace)
            .With(
                entry,
                () =>
                    $"{Shown.Seats(seats.Sum())} to {Shown.Of(places.Count, "place", "places")}"
                    + (ThenLess > 0 ? $", of which {Shown.Seats(byPlace.Values.Sum())} are filled there" : "")
                    + "."
                    + remark,
                () =>
                    new StepTable(
                        claims is null ? ["seats"] : [By == ApportionMeasure.Votes ? "valid votes" : "claim", "seats"],
                        [
                            .. places.Select(
                                (p, i) =>
                                    new StepRow(
                                        p.Place,
                                        claims is null
                                            ? [Shown.Whole(byPlace[p.Place])]
                                            : [Shown.Decimal(claims[i], 1), Shown.Whole(byPlace[p.Place])]
                                    )
                            ),
                        ]
                    )
                    {
                        Of = "place",
                    }
            );
    }

    private Standing Set(Standing standing, Dictionary<string, int> seats) =>
        standing.Tally.Level == To
            ? standing with
            {
                ContestSeats = seats[standing.Place],
            }
            : standing with
            {
                Places = [.. standing.Places.Select(p => Set(p, seats))],
            };

    private Rational? Claim(Standing place) =>
        By == ApportionMeasure.Votes ? (place.SizeOf(BaseName.ValidVotes).Value is { } votes ? votes : (Rational?)null)
        : place.Tally.Population.Value is not { } people ? null
        : AreaFactor is not { } factor ? people
        : place.Tally.Area.Value is { } area ? people + (factor * area)
        : null;
}
