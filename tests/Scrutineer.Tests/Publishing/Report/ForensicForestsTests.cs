using Scrutineer.Findings;
using Scrutineer.Publishing.Report;
using Scrutineer.Results;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Scrutiny.Forensics;

namespace Scrutineer.Tests.Publishing.Report;

/// <summary>How the answers of the tests move with their choices, as the report shows it.</summary>
public sealed class ForensicForestsTests
{
    private static readonly StationTable Clean = Stations.Clean(400, 5);

    [Fact]
    public void Page_AssumedCleanTurnouts_HasAtMostTenOfThemWithTheirFigures()
    {
        var report = Run("anomalous-votes").Reports[0].Report;
        var profile = report.Tables.Single(t => t.Name == "profile").Rows;
        var page = Page("anomalous-votes");
        var rows = profile
            .Select(r => $"clean at a turnout of {r.Figures[0].Value:0} %")
            .Where(label => page.Contains(label, StringComparison.Ordinal))
            .ToList();
        Assert.InRange(rows.Count, 2, 10);
        Assert.Contains($"clean at a turnout of {profile[0].Figures[0].Value:0} %", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Spikes_TellsTheEstimateForEachNumberOfResamples()
    {
        var table = Run("spikes").Reports[0].Report.Tables.Single(t => t.Name == "by-resamples");
        Assert.Equal([20, 50, 60], table.Rows.Select(r => r.Figures[0].Value));
        var page = Page("spikes");
        Assert.Contains("by the number of resamples", page, StringComparison.Ordinal);
        Assert.All(
            table.Rows,
            r =>
                Assert.Contains(
                    r.Figures[1].Value.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture),
                    page,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Page_TestsWithoutSuchChoices_HasNeither()
    {
        var page = Page("slopes");
        Assert.DoesNotContain("clean at a turnout of", page, StringComparison.Ordinal);
        Assert.DoesNotContain("by the number of resamples", page, StringComparison.Ordinal);
    }

    private static string Page(string test) =>
        ReportPage.Of(
            ElectionResult.Of(Dossiers.Read("kz-mazhilis-2016"), new Problems()) with
            {
                Forensics = Run(test),
            }
        );

    private static ForensicResult Run(string test) =>
        ForensicResult.Of(
            Clean,
            new Registration("", "", [ForensicTests.Named(test)!], new ForensicRun { Resamples = 60 })
        );
}
