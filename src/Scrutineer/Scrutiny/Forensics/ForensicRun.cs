namespace Scrutineer.Scrutiny.Forensics;

/// <summary>What a run of the tests is given beside the data.</summary>
public sealed record ForensicRun
{
    /// <summary>The seed of everything that is drawn.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many elections are drawn for the integer test's Monte Carlo.</summary>
    public int Replicates { get; init; } = 1000;

    /// <summary>How often bootstraps and kernels draw again.</summary>
    public int Resamples { get; init; } = 200;

    /// <summary>The level whose units are told one by one; the topmost if absent.</summary>
    public string? Level { get; init; }

    /// <summary>Whether a test is to leave out what it tells beside its answer, as for elections that are only counted.</summary>
    public bool IsBrief { get; init; }

    /// <summary>The command with which a stranger repeats the run; goes into findings.</summary>
    public string Verify { get; init; } = "scrutineer forensics";

    /// <summary>Stops the run.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Is told how far a long job has come: done, and of how many.</summary>
    public Action<string, long, long>? Progress { get; init; }
}
