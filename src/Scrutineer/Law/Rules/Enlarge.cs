using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>What a list may claim in one place, from the seats of two earlier rules or contests.</summary>
public enum ClaimMeasure
{
    /// <summary>The larger of its seats won directly and its seats by the first distribution.</summary>
    LargerOfBoth,

    /// <summary>
    /// The larger of its seats won directly and the mean of these and of its seats by the first distribution, rounded up;
    /// in the whole at least its seats by the first distribution.
    /// </summary>
    LargerOfDirectAndMean,
}

/// <summary>
/// Raises the number of seats until a proportional distribution in the whole gives every list what it may claim, or all
/// but a few seats won directly. The claims are kept under the id of the rule.
/// </summary>
public sealed record Enlarge : Rule
{
    /// <summary>The series.</summary>
    [Field("series", "The divisor series of the distribution in the whole.", Required = true)]
    public Series Series { get; init; } = null!;

    /// <summary>Where claims arise.</summary>
    [Field("in", "The level in whose places claims arise, to be summed for each list.", Required = true)]
    public string In { get; init; } = "";

    /// <summary>The seats won directly.</summary>
    [Field("direct", "The earlier contest of seats won directly.", Required = true)]
    public string Direct { get; init; } = "";

    /// <summary>The first distribution.</summary>
    [Field("first", "The earlier rule of the first distribution.", Required = true)]
    public string First { get; init; } = "";

    /// <summary>The claim.</summary>
    [Field("claim", "What a list may claim in each place.", Required = true)]
    public ClaimMeasure Claim { get; init; }

    /// <summary>How many claims may stay unmet.</summary>
    [Field("leaving", "How many seats won directly may stay above the proportional distribution.")]
    public int Leaving { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> SeatReferences => [Direct, First];

    /// <inheritdoc/>
    public override bool IsBetweenTiers => true;

    /// <inheritdoc/>
    protected override string Words() =>
        $"The number of seats is raised until a distribution in the whole by the divisors {Series.InWords()} gives every list at least its claims: in each {In.Replace('-', ' ')} "
        + (
            Claim == ClaimMeasure.LargerOfBoth
                ? $"the larger of its seats by '{Direct}' and by '{First}'"
                : $"the larger of its seats by '{Direct}' and the mean of these and its seats by '{First}', rounded up, and in the whole at least its seats by '{First}'"
        )
        + (Leaving > 0 ? $"; up to {Leaving} seats by '{Direct}' beyond that are left without compensation" : "")
        + ".";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        if ((SeatWords.Unknown(standing, entry) ?? SeatWords.Waits(standing, entry)) is { } stopped)
        {
            return stopped;
        }

        var places = Tiers.Reached(standing, In).ToList();
        if (!standing.Earlier.ContainsKey(Direct))
        {
            var unknown = $"What the lists may claim cannot be told: the seats of '{Direct}' are not in the dossier.";
            return standing.With(entry, () => unknown).End(Outcome.Unknown, unknown);
        }

        var count = standing.Seats.Length;
        var claims = new int[count];
        var firm = new int[count];
        foreach (var i in standing.AdmittedIndices)
        {
            foreach (var place in places)
            {
                var direct = place.SeatsFrom(Direct)?[i] ?? 0;
                var first = place.SeatsFrom(First)?[i] ?? 0;
                firm[i] += first;
                claims[i] +=
                    Claim == ClaimMeasure.LargerOfBoth
                        ? Math.Max(direct, first)
                        : Math.Max(direct, (direct + first + 1) / 2);
            }

            claims[i] = Math.Max(claims[i], firm[i]);
        }

        var votes = SeatWords.VotesOfAdmitted(standing);
        if (standing.AdmittedIndices.FirstOrDefault(i => votes[i] == 0 && claims[i] > 0, -1) is var voteless and >= 0)
        {
            var never = $"No number of seats gives {standing.Name(voteless)} its claims: it has no votes.";
            return standing.With(entry, () => never).End(Outcome.NoDistribution, never);
        }

        bool Enough(int house)
        {
            var share = Series.Method.Apportion(votes, house);
            return share.Succeeded
                && standing.AdmittedIndices.All(i => share.Value.Seats[i] >= (Leaving > 0 ? firm[i] : claims[i]))
                && standing.AdmittedIndices.Sum(i => Math.Max(0, claims[i] - share.Value.Seats[i])) <= Leaving;
        }

        // With each further seat no list loses one, so the numbers that are enough have no gap.
        var low = standing.ContestSeats;
        var high = low;
        while (!Enough(high))
        {
            low = high + 1;
            high = checked(high * 2);
        }

        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Enough(middle) ? (low, middle) : (middle + 1, high);
        }

        var after = standing with { ContestSeats = high, SeatsBy = standing.SeatsBy.SetItem(entry.Id, [.. claims]) };
        return after.With(
            entry,
            () =>
                high == standing.ContestSeats
                    ? $"{Shown.Seats(high)} are enough."
                    : $"The {Shown.Seats(standing.ContestSeats)} become {Shown.Whole(high)}.",
            () => Table(after, claims, firm, high)
        );
    }

    private StepTable Table(Standing after, int[] claims, int[] firm, int house)
    {
        var share = Series.Method.Apportion(SeatWords.VotesOfAdmitted(after), house).Value;
        return new StepTable(
            ["votes", "first distribution", "claims", $"share of {house}"],
            [
                .. after.AdmittedIndices.Select(i => new StepRow(
                    after.Id(i),
                    [
                        Shown.Whole(after.Votes(i)),
                        Shown.Whole(firm[i]),
                        Shown.Whole(claims[i]),
                        Shown.Whole(share.Seats[i]),
                    ]
                )),
            ]
        );
    }
}
