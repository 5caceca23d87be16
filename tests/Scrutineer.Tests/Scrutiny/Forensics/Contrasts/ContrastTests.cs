using Scrutineer.Findings;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Forensics.Contrasts;

namespace Scrutineer.Tests.Scrutiny.Forensics.Contrasts;

public sealed class ContrastTests
{
    private static readonly ForensicRun Run = new();

    [Fact]
    public void Contrast_FourByHand()
    {
        // Two territories of one size: the marked have 0.1 and 0.3 less than the other; 0.2 in the mean, 0.1 off in each.
        var contrast = MarkedContrast
            .Of([0, 0, 1, 1], [true, false, true, false], [0.4, 0.5, 0.4, 0.7], [100, 100, 100, 100])!
            .Value;
        Assert.Equal(-0.2, contrast.Difference, 1e-12);
        Assert.Equal(-0.2, contrast.Raw, 1e-12);

        // Marks centred are ±½, so each territory's score is 0.05 and the information 1: √(2·(0.05² + 0.05²)).
        Assert.Equal(0.1, contrast.Error, 1e-12);
        Assert.Equal(2, contrast.Territories);
    }

    [Fact]
    public void Contrast_MarksInLargeStations_AreAdjustedForSize()
    {
        // The figure grows with the logarithm of size and with nothing else.
        var sizes = Enumerable.Range(0, 400).Select(i => 100L + (i * 37 % 1900)).ToArray();
        var marks = sizes.Select((s, i) => s + (i * 613 % 800) > 1200).ToArray();
        var contrast = MarkedContrast
            .Of(
                [.. Enumerable.Range(0, 400).Select(i => i / 20)],
                marks,
                [.. sizes.Select(s => 0.1 * Math.Log(s))],
                sizes
            )!
            .Value;
        Assert.Equal(0, contrast.Difference, 1e-9);
        Assert.True(contrast.Raw > 0.05);
    }

    [Fact]
    public void Run_UnmarkedStationsStuffed_FiresWithTheVotesThatWereAdded()
    {
        var clean = Stations.Clean(2000, 41);
        var marked = Enumerable.Range(0, clean.Count).Select(i => i % 4 == 0).ToArray();
        var table = clean with { Marked = [.. marked] };
        Assert.False(new ContrastTest().Run(table, Run).Fires);
        var added = Enumerable
            .Range(0, clean.Count)
            .Select(i => marked[i] ? 0 : Math.Min(150, clean.Registered[i] - clean.Given[i]))
            .ToArray();
        var stuffed = table with
        {
            Given = [.. clean.Given.Select((g, i) => g + added[i])],
            Received = [.. clean.Received.Select((r, i) => r + added[i])],
            Votes = clean.Votes.SetItem(0, [.. clean.Leader.Select((l, i) => l + added[i])]),
        };
        var report = new ContrastTest().Run(stuffed, Run);
        Assert.True(report.Fires, report.Says);
        Assert.Equal("marked-stations-differ", Assert.Single(report.Findings).Code);
        Assert.InRange(report.Effect.Votes!.Value / added.Sum(), 0.85, 1.15);
    }

    /// <summary>
    /// Machine- against hand-counted stations: no published table says which is which, so the known difference is made. At every
    /// hand-counted station five of a hundred ballots are moved to the list.
    /// </summary>
    [Fact]
    public void Run_HandCountedStationsMoveVotes_RecoversTheDifference()
    {
        const double Moved = 0.05;
        var clean = Stations.Clean(3000, 43);
        var isMachine = Enumerable.Range(0, clean.Count).Select(i => i % 3 == 0).ToArray();
        var moved = Enumerable
            .Range(0, clean.Count)
            .Select(i => isMachine[i] ? 0 : Math.Min(clean.Votes[1][i], (long)(Moved * clean.Received[i])))
            .ToArray();
        var table = clean with
        {
            Marked = [.. isMachine],
            Votes = clean
                .Votes.SetItem(0, [.. clean.Leader.Select((l, i) => l + moved[i])])
                .SetItem(1, [.. clean.Votes[1].Select((l, i) => l - moved[i])]),
        };
        var report = new ContrastTest().Run(table, Run);
        Assert.True(report.Fires);
        var share = report["share"];
        Assert.InRange(-share["difference"] - Moved, -2.5 * share["error"], 2.5 * share["error"]);
        Assert.InRange(report[""]["excess-votes-of-the-others"] / moved.Sum(), 0.8, 1.2);
        Assert.InRange(report["turnout"]["p-value"], 0.001, 1);
    }

    [Fact]
    public void Run_WithoutMarks_SaysSo()
    {
        Assert.Contains(
            "No stations are marked",
            new ContrastTest().Run(Stations.Clean(50, 1), Run).CannotSay,
            StringComparison.Ordinal
        );
        var all = Stations.Clean(50, 1) with { Marked = [.. Enumerable.Repeat(true, 50)] };
        Assert.Contains(
            "fewer than two territories",
            new ContrastTest().Run(all, Run).CannotSay,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Marks_Read_AreLocatedWhereTheyAreWrong()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "unit\nT1/S2\nT1/S3\n");
            var problems = new Problems();
            var table = StationMarks.Read(path, problems)!.On(Stations.Clean(30, 1), problems);
            Assert.Empty(problems.InOrder());
            Assert.Equal([1, 2], Enumerable.Range(0, 30).Where(i => table.Marked[i]));
            File.WriteAllText(path, "unit\nT1/S2\nT1/S2\nT1//S3\nT9/S999\n");
            StationMarks.Read(path, problems)!.On(Stations.Clean(30, 1), problems);
            Assert.Equal([3, 4, 5], problems.InOrder().Select(p => p.Where.Line));
            File.WriteAllText(path, "station\n");
            Assert.Null(StationMarks.Read(path, problems));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
