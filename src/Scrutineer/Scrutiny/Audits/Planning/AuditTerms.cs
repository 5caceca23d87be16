namespace Scrutineer.Scrutiny.Audits.Planning;

/// <summary>What an audit may cost and must achieve.</summary>
/// <param name="RiskLimit">The greatest chance with which a wrong result is confirmed.</param>
public sealed record AuditTerms(double RiskLimit)
{
    /// <summary>How many stations there are; nothing where that is not known.</summary>
    public long? Stations { get; init; }

    /// <summary>Whether there is a record of every single ballot that can be held against its paper.</summary>
    public bool Records { get; init; }

    /// <summary>The share of records that are taken to overstate the margin by half of what one can.</summary>
    public double ErrorRate { get; init; }

    /// <summary>How many simulations a quantile is taken from.</summary>
    public int Runs { get; init; } = 1000;

    /// <summary>The seed of the simulations.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// Ballots that are handled for a sample, so that methods can be compared. Where nobody says how many stations there are,
    /// counting whole ones is taken to be as much as counting all.
    /// </summary>
    internal double Work(SampleSize size, long ballots) =>
        size.Method == AuditMethod.BatchComparison
            ? Math.Min((double)size.P90 / (Stations ?? 1), 1) * ballots
            : Math.Min(size.P90, ballots);
}
