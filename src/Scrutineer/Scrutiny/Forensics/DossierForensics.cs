using Scrutineer.Counting.Totals;
using Scrutineer.Scrutiny.Forensics.Placebos;

namespace Scrutineer.Scrutiny.Forensics;

/// <summary>The whole family of tests on the protocols of a dossier, always in the same way, so that nothing is chosen.</summary>
public static class DossierForensics
{
    /// <summary>Elections drawn, to say how often each test fires on clean ones.</summary>
    public const int Placebos = 20;

    /// <summary>Above so many stations no elections are drawn in passing; <c>forensics --placebo</c> draws them.</summary>
    public const int MostForPlacebos = 5_000;

    /// <summary>Up to so many stations each drawn election is tried with the usual known frauds as well.</summary>
    public const int MostForPower = 1_000;

    /// <summary>What the tests say; nothing where the dossier has no table, or its form no votes for lists.</summary>
    /// <param name="counted">The protocols that were counted.</param>
    /// <param name="dossier">The path of the dossier, for the command that repeats the run.</param>
    public static ForensicResult? Of(CountedProtocols? counted, string dossier)
    {
        if (counted?.Count is not { } count || count.Table.Layout.Form.ListField is null)
        {
            return null;
        }

        var run = new ForensicRun { Replicates = 0, Verify = $"scrutineer forensics {dossier}" };
        var table = CountedStations.Of(count);
        var result = ForensicResult.Of(table, new Registration(table.Sha256, "", ForensicTests.All, run));
        return table.Count > MostForPlacebos
            ? result
            : result with
            {
                Rates = PlaceboRates.Of(table, ForensicTests.All, Placebos, table.Count <= MostForPower, run),
            };
    }
}
