namespace Scrutineer.Scrutiny.Audits.Planning;

/// <summary>What is held against the reported result.</summary>
public enum AuditMethod
{
    /// <summary>Ballots drawn from all, without any record of them.</summary>
    BallotPolling,

    /// <summary>Single ballots against records of them, where such records exist.</summary>
    BallotComparison,

    /// <summary>Whole stations against their protocols.</summary>
    BatchComparison,
}
