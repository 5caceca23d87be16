using System.Xml.Linq;
using Scrutineer.Findings;
using Scrutineer.Observation;
using Scrutineer.Publishing.Report;
using Scrutineer.Results;
using Scrutineer.Results.Scenarios;
using Scrutineer.Tests.Dossier;

namespace Scrutineer.Tests.Publishing;

/// <summary>The sections of the report that show what is recorded around the count.</summary>
public class RecordSectionsTests
{
    private static readonly string Page = Of("kz-mazhilis-2021");

    private static string Of(string id)
    {
        var problems = new Problems();
        var dossier = Dossiers.Read(id);
        var page = ReportPage.Of(
            ElectionResult.Of(dossier, problems) with
            {
                Scenarios = Scenario.AllOf(dossier, problems, most: 12_000),
            },
            PublicRecord.Read(dossier, problems)
        );
        Assert.Empty(problems.InOrder());
        return page;
    }

    [Theory]
    [InlineData("turnout")]
    [InlineData("polls")]
    [InlineData("observation")]
    [InlineData("claims")]
    [InlineData("timeline")]
    [InlineData("scenarios")]
    public void Page_OfADossierWithARecord_HasTheSection(string id) =>
        Assert.Contains($"href=\"#{id}\"", Page, StringComparison.Ordinal);

    [Fact]
    public void Page_TheMapOfTiles_Has17UnitsAndTheirFigures()
    {
        var start = Page.LastIndexOf(
            "<svg",
            Page.IndexOf("aria-labelledby=\"turnout-map-title", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        var svg = XDocument.Parse(Page[start..(Page.IndexOf("</svg>", start, StringComparison.Ordinal) + 6)]);
        Assert.Equal(17, svg.Descendants().Count(e => e.Name.LocalName == "rect"));
        Assert.Contains(svg.Descendants(), e => e.Value == "75.5");
        Assert.Contains(svg.Descendants(), e => e.Value == "30.3");
    }

    [Theory]
    [InlineData("Auyl enters with 506\u202f910 votes, 7.0000 % of the votes for lists")]
    [InlineData("id=\"timeline-chart-title\"")]
    [InlineData(
        "Demands: the release of prisoners; a boycott of the election; a fiscal amnesty; a ban on leasing land."
    )]
    [InlineData("Channel: daily posts on Facebook.")]
    [InlineData("Insulting the President or the family of the President is prohibited")]
    [InlineData("the whole, for want of figures below it")]
    [InlineData("paper planes")]
    [InlineData("error in a source")]
    [InlineData("left open")]
    [InlineData("struck out by Act No. 285")]
    [InlineData("Reason given: A test against the coronavirus.")]
    public void Page_OfADossierWithARecord_Says(string words) => Assert.Contains(words, Page, StringComparison.Ordinal);

    [Fact]
    public void Page_OfADossierWithoutOne_HasNoEmptySection()
    {
        var page = Of("kz-senate-2017");
        Assert.DoesNotContain("href=\"#claims\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#turnout\"", page, StringComparison.Ordinal);
    }
}
