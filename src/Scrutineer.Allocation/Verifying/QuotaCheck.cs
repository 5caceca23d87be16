using System.Collections.Immutable;

namespace Scrutineer.Allocation.Verifying;

/// <summary>A largest-remainder result: the quota, the division of every list's votes by it, the last claims.</summary>
internal static class QuotaCheck
{
    public static void Check(
        Apportionment result,
        LargestRemainder method,
        QuotaCertificate certificate,
        ImmutableArray<string>.Builder objections
    )
    {
        var lists = result.Votes.Length;
        var quota = certificate.Quota;
        if (method.Quota.Of(result.Votes.Sum(), result.HouseSize) != quota)
        {
            objections.Add($"The quota {method.Quota} of these votes and seats is not {quota}.");
            return;
        }

        if (certificate.WholeParts.Length != lists || certificate.Remainders.Length != lists)
        {
            objections.Add($"There are {lists} lists, and not as many whole parts and remainders.");
            return;
        }

        long whole = 0;
        for (var i = 0; i < lists; i++)
        {
            var remainder = result.Votes[i] - (certificate.WholeParts[i] * quota);
            if (remainder != certificate.Remainders[i] || remainder.Sign < 0 || remainder >= quota)
            {
                objections.Add($"The {result.Votes[i]} votes of list {i} are divided wrongly by {quota}.");
            }

            whole += Math.Min(certificate.WholeParts[i], result.Bounds?.Most(i) ?? int.MaxValue);
        }

        var claims = new Claims(result, (i, held) => result.Votes[i] - (held * quota));
        if (whole > result.HouseSize && method.OverAward == OverAward.Error)
        {
            objections.Add($"Whole quotas fill {whole} seats of {result.HouseSize}, and the method knows no way out.");
        }
        else if (whole > result.HouseSize && method.OverAward == OverAward.Ignore)
        {
            CheckWholeParts(result, certificate, objections);
        }
        else
        {
            Shape.CheckHouse(result, objections);
            claims.Check(result, objections);
        }

        var winning = result.Tie is null ? claims.LeastServed : claims.GreatestOpen;
        if (certificate.GreatestLosing != claims.GreatestOpen || certificate.LeastWinning != winning)
        {
            objections.Add(
                $"The least winning claim is {winning} and the greatest losing {claims.GreatestOpen}, not "
                    + $"{certificate.LeastWinning} and {certificate.GreatestLosing}."
            );
        }
    }

    /// <summary>Where the house grows, every list keeps its whole quotas, and nothing is drawn.</summary>
    private static void CheckWholeParts(
        Apportionment result,
        QuotaCertificate certificate,
        ImmutableArray<string>.Builder objections
    )
    {
        for (var i = 0; i < result.Seats.Length; i++)
        {
            var kept = Math.Clamp(
                certificate.WholeParts[i],
                result.Bounds?.Least(i) ?? 0,
                result.Bounds?.Most(i) ?? int.MaxValue
            );
            if (result.Seats[i] != kept)
            {
                objections.Add($"List {i} keeps {kept} whole quotas, and holds {result.Seats[i]} seats.");
            }
        }

        if (result.Tie is not null || result.Lot is not null)
        {
            objections.Add("Whole quotas leave nothing to draw lots for.");
        }
    }
}
