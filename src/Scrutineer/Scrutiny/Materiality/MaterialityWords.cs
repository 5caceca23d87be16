using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Materiality;

/// <summary>Whether what is doubtful could matter, in words.</summary>
public static class MaterialityWords
{
    /// <summary>What the numbers do not say.</summary>
    public const string Limit =
        "These are ballots in the worst place and of the worst kind; that so many could matter does not say that any did.";

    /// <summary>The least number of ballots that can change a seat.</summary>
    public static string Closest(SeatMateriality materiality)
    {
        ArgumentNullException.ThrowIfNull(materiality);
        return materiality.Closest is { } closest
            ? $"It takes at least {Shown.Of(closest.Least!.Value, "ballot", "ballots")} to change a seat: the first of {materiality.Least.Count} conditions that can break is '{closest.Assertion.Name}'."
                + (materiality.Seats.ImplyEverySeat ? "" : " Rules for which there is no such condition are left out.")
            : "No number of ballots breaks a condition of the seats.";
    }

    /// <summary>Whether a number of doubtful ballots could change a seat.</summary>
    public static string Of(SeatMateriality materiality, long ballots)
    {
        ArgumentNullException.ThrowIfNull(materiality);
        var breakable = materiality.Breakable(ballots);
        return breakable.Count > 0
                ? $"{Shown.Of(ballots, "doubtful ballot", "doubtful ballots")} could break {breakable.Count} of {materiality.Least.Count} conditions, the first of them '{breakable[0].Assertion.Name}'."
            : materiality.Seats.ImplyEverySeat
                ? $"{Shown.Of(ballots, "doubtful ballot", "doubtful ballots")} cannot change a seat, whatever they are."
            : $"{Shown.Of(ballots, "doubtful ballot", "doubtful ballots")} break no condition; rules for which there is none are left out.";
    }

    /// <summary>The seats without some units.</summary>
    public static string Without(SeatMateriality materiality, int units, long ballots, Standing after)
    {
        ArgumentNullException.ThrowIfNull(materiality);
        ArgumentNullException.ThrowIfNull(after);
        var head = $"Without {Shown.Of(units, "station", "stations")} with {Shown.Of(ballots, "ballot", "ballots")} ";
        var now = materiality.Seats.Standing;
        return after.Ended != Outcome.Allocated ? $"{head}the law gives no seats: {after.Because}"
            : after.Seats.SequenceEqual(now.Seats) ? $"{head}every seat stays."
            : $"{head}it is {Shown.Row(Enumerable.Range(0, now.Seats.Length).Where(i => now.Seats[i] != after.Seats[i]).Select(i => $"{now.Name(i)} {after.Seats[i]} instead of {now.Seats[i]}"))}.";
    }
}
