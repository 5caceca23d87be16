using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Observation;
using Scrutineer.Publishing.Report;
using Scrutineer.Results;

namespace Scrutineer.Tests.Scrutiny.Polls;

public sealed class PollScrutinyTests
{
    [Fact]
    public void Findings_Kazakhstan2021_SayThatItDependsOnTheClustering()
    {
        var problems = new Problems();
        var dossier = ElectionDossier.Read(Checkout.Path("elections/kz-mazhilis-2021"), null, problems)!;
        var record = PublicRecord.Read(dossier, problems)!;
        Assert.Empty(problems.InOrder());
        var depends = record.Findings.Where(f => f.Code == "poll-depends-on-clustering").ToList();
        Assert.Equal(["Public Opinion", "Institute of Democracy"], depends.Select(f => f.Unit));
        var figures = depends[0].Figures.ToDictionary();

        // 42.2 against the votes, 42.1 against the percentages as published.
        Assert.Equal("42.2", figures["statistic"]);
        Assert.Equal("42.1", figures["statistic-of-published-shares"]);
        Assert.Equal("8.6", figures["statistic-at-0.10"]);
        Assert.Equal("10.0", figures["claimed-design-effect"]);
        var second = depends[1].Figures.ToDictionary();
        Assert.Equal(
            ("26.1", "5.3", "13.0"),
            (second["statistic"], second["statistic-at-0.10"], second["claimed-design-effect"])
        );
        Assert.Equal(2, record.Findings.Count(f => f.Code == "poll-untested"));

        var page = ReportPage.Of(ElectionResult.Of(dossier, problems)!, record);
        Assert.Contains("id=\"poll-curve-1-title\"", page, StringComparison.Ordinal);
        Assert.Contains("depends on the clustering", page, StringComparison.Ordinal);
        Assert.DoesNotContain("poll-curve-3", page, StringComparison.Ordinal);
    }
}
