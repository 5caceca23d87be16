using System.Collections.Immutable;
using System.Numerics;

namespace Scrutineer.Allocation.Verifying;

/// <summary>Whether a result is one at all, whatever its method.</summary>
internal static class Shape
{
    public static void Check(Apportionment result, ImmutableArray<string>.Builder objections)
    {
        var lists = result.Votes.Length;
        if (result.Seats.Length != lists || !Fits(result.Bounds, lists))
        {
            objections.Add($"Votes are given for {lists} lists; seats or bounds for another number.");
            return;
        }

        if (result.Votes.Any(v => v < 0) || result.Seats.Any(s => s < 0) || result.HouseSize < 0)
        {
            objections.Add("Votes and seats are not negative.");
        }

        if (result.Votes.Aggregate(BigInteger.Zero, (sum, v) => sum + v) > long.MaxValue)
        {
            objections.Add($"The votes sum to more than {long.MaxValue}.");
        }

        if (result is { Tie: not null, Lot: not null })
        {
            objections.Add("A tie that a lot has resolved is no longer a tie.");
        }

        if (result.Tie is { } tie && !IsDraw(tie.Among, tie.Seats, lists))
        {
            objections.Add("A tie is among different lists of the ballot, and for fewer seats than lists.");
        }

        if (
            result.Lot is { } lot
            && (
                !IsDraw(lot.Among, lot.Winners.Length, lists)
                || lot.Winners.Distinct().Count() != lot.Winners.Length
                || lot.Winners.Except(lot.Among).Any()
            )
        )
        {
            objections.Add("A lot is drawn among different lists of the ballot, and some but not all of them win.");
        }

        for (var i = 0; i < lists; i++)
        {
            var least = result.Bounds?.Least(i) ?? 0;
            var most = result.Votes[i] == 0 ? least : result.Bounds?.Most(i) ?? int.MaxValue;
            if (result.Seats[i] < least || result.Seats[i] > most)
            {
                objections.Add(
                    result.Votes[i] == 0
                        ? $"List {i} has no votes, so it holds {least} seats and not {result.Seats[i]}."
                        : $"List {i} holds {result.Seats[i]} seats, outside its bounds."
                );
            }
        }
    }

    /// <summary>The house is full, the tied seats counted.</summary>
    public static void CheckHouse(Apportionment result, ImmutableArray<string>.Builder objections)
    {
        var awarded = result.Seats.Sum(s => (long)s) + (result.Tie?.Seats ?? 0);
        if (awarded != result.HouseSize)
        {
            objections.Add(
                $"The seats add up to {awarded}, the tied ones included, and the house has {result.HouseSize}."
            );
        }
    }

    private static bool Fits(SeatBounds? bounds, int lists) =>
        bounds is null
        || (
            (bounds.Minimum.IsEmpty || bounds.Minimum.Length == lists)
            && (bounds.Maximum.IsEmpty || bounds.Maximum.Length == lists)
        );

    private static bool IsDraw(ImmutableArray<int> among, int seats, int lists) =>
        among.Distinct().Count() == among.Length
        && among.All(i => i >= 0 && i < lists)
        && seats > 0
        && seats < among.Length;
}
