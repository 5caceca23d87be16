namespace Scrutineer.Allocation.Tests.Oracle;

/// <summary>Largest remainders as the schoolbook has it: whole quotas, then one seat for each of the largest rests.</summary>
internal static class NaiveRemainders
{
    /// <summary>Null where whole quotas fill more than the house.</summary>
    public static (int[] Seats, int[] Tied, int TiedSeats)? Allocate(long[] votes, int seats, Rational quota)
    {
        var result = votes.Select(v => (int)(v / quota).Floor()).ToArray();
        var left = seats - result.Sum();
        if (left < 0)
        {
            return null;
        }

        var rests = votes.Select((v, i) => (List: i, Left: v - (result[i] * quota))).Where(r => votes[r.List] > 0);
        var sorted = rests.OrderByDescending(r => r.Left).ToList();
        for (; left >= sorted.Count && left > 0; left -= sorted.Count)
        {
            sorted.ForEach(r => result[r.List]++);
        }

        if (left == 0)
        {
            return (result, [], 0);
        }

        var last = sorted[left - 1].Left;
        var equal = sorted.Where(r => r.Left == last).Select(r => r.List).Order().ToArray();
        var above = sorted.Where(r => r.Left > last).ToList();
        above.ForEach(r => result[r.List]++);
        if (above.Count + equal.Length > left)
        {
            return (result, equal, left - above.Count);
        }

        Array.ForEach(equal, i => result[i]++);
        return (result, [], 0);
    }
}
