using System.Collections.Immutable;
using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>How voter numbers are rounded.</summary>
public enum VoterRounding
{
    /// <summary>Not at all.</summary>
    Exact,

    /// <summary>To whole voters in each place, a half upwards.</summary>
    HalfUp,
}

/// <summary>
/// Where a voter has as many votes as the place has seats, votes are divided by its seats: voter numbers, which can be
/// compared between places. The rules that follow share out by them.
/// </summary>
public sealed record Weigh : Rule
{
    /// <summary>Where.</summary>
    [Field("in", "The level in each place of which votes are divided by its seats.", Required = true)]
    public string In { get; init; } = "";

    /// <summary>How they are rounded.</summary>
    [Field("rounding", "Whether voter numbers are rounded in each place.")]
    public VoterRounding Rounding { get; init; }

    /// <inheritdoc/>
    public override bool IsBetweenTiers => true;

    /// <inheritdoc/>
    protected override string Words() =>
        $"In each {In.Replace('-', ' ')} the votes of a list are divided by the number of its seats"
        + (Rounding == VoterRounding.HalfUp ? ", rounded to a whole number, a half upwards" : ", not rounded")
        + "; their sum is the list's voter number.";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        var places = Tiers.Reached(standing, In).Where(p => p.ContestSeats > 0).ToList();
        if (places.FirstOrDefault(p => SeatWords.Unknown(p, entry) is not null) is { } place)
        {
            var unknown = $"The voter numbers cannot be told: votes in {place.Place} are not reported.";
            return standing.With(entry, () => unknown).End(Outcome.Unknown, unknown);
        }

        ImmutableArray<Rational> numbers =
        [
            .. Enumerable
                .Range(0, standing.Seats.Length)
                .Select(i =>
                    standing.Admitted[i] ? places.Aggregate(Rational.Zero, (sum, p) => sum + Number(p, i)) : 0
                ),
        ];
        var after = standing with { Weighed = numbers };
        return after.With(
            entry,
            () => $"Voter numbers in {Shown.Of(places.Count, "place", "places")}.",
            () =>
                new StepTable(
                    ["votes", "voter number"],
                    [
                        .. after.AdmittedIndices.Select(i => new StepRow(
                            after.Id(i),
                            [Shown.Whole(after.Votes(i)), Shown.Decimal(numbers[i])]
                        )),
                    ]
                )
        );
    }

    private Rational Number(Standing place, int list)
    {
        var exact = new Rational(place.Votes(list).Value!.Value, place.ContestSeats);
        return Rounding == VoterRounding.HalfUp ? exact.RoundHalfUp() : exact;
    }
}
