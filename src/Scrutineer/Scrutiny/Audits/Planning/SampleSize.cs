namespace Scrutineer.Scrutiny.Audits.Planning;

/// <summary>How large a sample confirms an assertion that is true of the ballots as reported.</summary>
/// <param name="Method">What is drawn: ballots, or stations with replacement.</param>
/// <param name="Expected">The mean number of draws.</param>
/// <param name="P90">The number of draws that is enough nine times in ten.</param>
/// <param name="Most">How many there are: where more would be drawn, all are looked at.</param>
public sealed record SampleSize(AuditMethod Method, double Expected, long P90, long Most)
{
    /// <summary>Whether looking at all of them is no more work.</summary>
    public bool IsFullCount => P90 >= Most;
}
