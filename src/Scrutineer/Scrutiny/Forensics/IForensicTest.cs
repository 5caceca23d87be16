namespace Scrutineer.Scrutiny.Forensics;

/// <summary>A test on the full table of an election.</summary>
public interface IForensicTest
{
    /// <summary>Its name, as <c>--test</c> takes it.</summary>
    string Name { get; }

    /// <summary>What it asks, in one sentence.</summary>
    string Asks { get; }

    /// <summary>What it cannot see, or takes for granted, in one sentence.</summary>
    string CannotSee { get; }

    /// <summary>Whether it can find a table inconsistent with its model, or only describes.</summary>
    bool CanFire { get; }

    /// <summary>Its definition, parameters included, as it is registered before the data are read.</summary>
    string Specification { get; }

    /// <summary>Runs it. A table on which it cannot answer gets a report that says so; nothing is thrown.</summary>
    /// <param name="table">The stations.</param>
    /// <param name="run">Seed, repetitions, and how to stop.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    TestReport Run(StationTable table, ForensicRun run);
}
