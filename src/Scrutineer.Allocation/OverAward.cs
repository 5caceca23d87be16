namespace Scrutineer.Allocation;

/// <summary>What a law says when whole quotas alone fill more seats than there are (possible with small quotas).</summary>
public enum OverAward
{
    /// <summary>It says nothing: a problem of kind <see cref="ProblemKind.OverAward"/>.</summary>
    Error,

    /// <summary>Every whole quota keeps its seat and the house grows.</summary>
    Ignore,

    /// <summary>The seats with the smallest remainders are taken back (the Czech lower house since 2021).</summary>
    Subtract,
}
