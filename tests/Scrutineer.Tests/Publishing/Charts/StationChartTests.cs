using Scrutineer.Publishing.Charts;

namespace Scrutineer.Tests.Publishing.Charts;

/// <summary>The charts of a table of stations: spikes over a grid of percentages, and the fingerprint.</summary>
public sealed class StationChartTests
{
    private static readonly ChartFrame Frame = new("stations", "Stations", "Forty stations.");

    [Fact]
    public void PercentSpikes_SomeStations_IsAsApproved() =>
        Approved.Match(
            "Publishing/Charts/PercentSpikes.svg",
            ChartStyle.Standalone(
                PercentSpikes.Render(
                    Frame,
                    "turnout, per cent of registered voters",
                    [new(0, 1), new(55.5, 3), new(60, 12), new(70, 9), new(100, 4)]
                )
            )
        );

    [Fact]
    public void Fingerprint_SomeCells_IsAsApproved() =>
        Approved.Match(
            "Publishing/Charts/Fingerprint.svg",
            ChartStyle.Standalone(
                Fingerprint.Render(
                    Frame,
                    "turnout, per cent",
                    "share, per cent",
                    [new(50, 40, 100), new(51, 41, 300), new(90, 95, 50), new(100, 100, 10)]
                )
            )
        );

    // Cells 50 and 51 fall into one field of two per cent; it is the heaviest and so the darkest.
    [Fact]
    public void Fingerprint_NeighbouringPercents_ShareAField()
    {
        var svg = Fingerprint.Render(Frame, "turnout", "share", [new(50, 40, 100), new(51, 41, 300), new(90, 95, 100)]);
        Assert.Equal(2, svg.Split("fill-opacity=").Length - 1);
        Assert.Contains("fill-opacity=\"1.00\"", svg, StringComparison.Ordinal);
        Assert.Contains("fill-opacity=\"0.54\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void PercentSpikes_Description_NamesTheGreatest() =>
        Assert.Contains(
            "the most stations, 12, at 60.0 per cent",
            PercentSpikes.Render(Frame, "turnout", [new(55.5, 3), new(60, 12)]),
            StringComparison.Ordinal
        );

    [Fact]
    public void Render_HostileLabels_AreEscaped()
    {
        const string Hostile = "<script>alert(1)</script>";
        Assert.DoesNotContain("<script", PercentSpikes.Render(Frame, Hostile, [new(1, 1)]), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "<script",
            Fingerprint.Render(Frame, Hostile, Hostile, [new(1, 1, 1)]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Render_NothingOrOutOfRange_Throws()
    {
        Assert.Throws<ArgumentException>(() => PercentSpikes.Render(Frame, "turnout", []));
        Assert.Throws<ArgumentOutOfRangeException>(() => PercentSpikes.Render(Frame, "turnout", [new(101, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PercentSpikes.Render(Frame, "turnout", [new(1, double.NaN)]));
        Assert.Throws<ArgumentException>(() => Fingerprint.Render(Frame, "turnout", "share", []));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Fingerprint.Render(Frame, "turnout", "share", [new(-1, 1, 1)])
        );
    }
}
