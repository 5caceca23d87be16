using Scrutineer.Findings;
using Scrutineer.Publishing.Report;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;

namespace Scrutineer.Tests.Publishing.Report;

public class ConstituencyTableTests
{
    [Fact]
    public void Page_ContestWithConstituencies_TellsTheSeatsOfEach()
    {
        var problems = new Problems();
        var result = ElectionResult.Of(Dossiers.Read("is-althingi-2016"), problems);
        var page = ReportPage.Of(result);
        Assert.Contains("Seats in each constituency, lists that hold a seat", page, StringComparison.Ordinal);
        var contest = Assert.Single(result.Contests);
        Assert.All(
            contest.Standing!.Constituencies,
            place => Assert.Contains(place.Place, page, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("DISAGREES", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_ContestWithOneConstituency_HasNoSuchTable()
    {
        var result = ElectionResult.Of(Dossiers.Read("kz-mazhilis-2016"), new Problems());
        Assert.DoesNotContain("Seats in each constituency", ReportPage.Of(result), StringComparison.Ordinal);
    }
}
