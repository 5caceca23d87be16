namespace Scrutineer.Scrutiny.Forensics.Placebos;

/// <summary>How often each test fires on elections like this one: clean ones, and ones with a known fraud.</summary>
public static class PlaceboRates
{
    /// <summary>Runs the tests that can fire on drawn elections; nothing where none can be drawn.</summary>
    /// <param name="table">The table that the elections are to be like.</param>
    /// <param name="tests">The tests; those that never fire are passed over.</param>
    /// <param name="elections">How many elections.</param>
    /// <param name="withFrauds">Whether each is tried with the usual known frauds too.</param>
    /// <param name="run">Seed, repetitions, and how to stop. A stop keeps the elections that are done.</param>
    public static IReadOnlyList<FiringRate> Of(
        StationTable table,
        IReadOnlyList<IForensicTest> tests,
        int elections,
        bool withFrauds,
        ForensicRun run
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(tests);
        ArgumentNullException.ThrowIfNull(run);
        var firing = tests.Where(t => t.CanFire).ToList();
        var placebo = new PlaceboElection(table);
        if (elections <= 0 || placebo.Stations == 0 || firing.Count == 0)
        {
            return [];
        }

        IReadOnlyList<Tampering?> frauds = withFrauds ? [null, .. Tampering.Usual] : [null];
        var fired = new int[frauds.Count, firing.Count];
        var asked = new int[frauds.Count, firing.Count];
        var brief = run with { IsBrief = true, Replicates = 0, Progress = null };
        long done = 0;
        try
        {
            // Every election has a seed of its own and adds to sums, so that it does not matter which comes first.
            Parallel.For(
                0,
                elections,
                new ParallelOptions { CancellationToken = run.Stop },
                e =>
                {
                    var seed = unchecked((run.Seed * 1_000_003) + (ulong)e + 1);
                    var clean = placebo.Draw(seed);
                    for (var f = 0; f < frauds.Count; f++)
                    {
                        run.Stop.ThrowIfCancellationRequested();
                        var drawn = frauds[f]?.On(clean, seed) ?? clean;
                        var reports = firing.ConvertAll(t => t.Run(drawn, brief));
                        for (var t = 0; t < firing.Count; t++)
                        {
                            Interlocked.Add(ref asked[f, t], reports[t].CannotSay is null ? 1 : 0);
                            Interlocked.Add(ref fired[f, t], reports[t].Fires ? 1 : 0);
                        }

                        run.Progress?.Invoke(
                            "Placebo elections",
                            Interlocked.Increment(ref done),
                            (long)elections * frauds.Count
                        );
                    }
                }
            );
        }
        catch (OperationCanceledException)
        {
            // What was run counts; how many is told beside every rate.
        }

        return
        [
            .. firing.SelectMany(
                (test, t) =>
                    frauds.Select(
                        (fraud, f) =>
                            new FiringRate(test.Name, fraud?.Says ?? FiringRate.Clean, fired[f, t], asked[f, t])
                    )
            ),
        ];
    }
}
