using Scrutineer.Scrutiny.Forensics;

namespace Scrutineer.Tests.Scrutiny.Forensics;

/// <summary>Tables on which little can be asked: every test says that it cannot answer and why, or answers; none throws.</summary>
public sealed class EdgeTableTests
{
    private static readonly ForensicRun Run = new() { Replicates = 10, Resamples = 10 };

    public static TheoryData<string> Tests =>
        [.. ForensicTests.All.Concat(ForensicTests.OnRequest).Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Tests))]
    public void Run_OneStation_CannotSay(string name)
    {
        var report = Of(name, Stations.Of((1000, 600, 600, [400, 150, 50])));
        Assert.True(report.CannotSay is { Length: > 10 }, name);
        Assert.False(report.Fires);
    }

    [Theory]
    [MemberData(nameof(Tests))]
    public void Run_NobodyRegistered_CannotSayOrLeavesThemOut(string name)
    {
        var report = Of(
            name,
            Stations.Of([.. Enumerable.Repeat<(long, long, long, long[])>((0, 0, 0, [0, 0, 0]), 30)])
        );
        Assert.False(report.Fires);
        Assert.Null(report.PValue is { } p && p < 1 ? "a p-value from nothing" : null);
    }

    [Theory]
    [MemberData(nameof(Tests))]
    public void Run_AllVotesForOneList_DoesNotThrow(string name)
    {
        var rows = Enumerable.Range(0, 300).Select(i => (900L + i, 500L + i, 500L + i, new[] { 500L + i, 0, 0 }));
        var report = Of(name, Stations.Of([.. rows]));
        Assert.True(report.CannotSay is null or { Length: > 10 });
    }

    [Theory]
    [MemberData(nameof(Tests))]
    public void Run_MoreBallotsThanVoters_LeavesThemOut(string name)
    {
        var clean = Stations.Clean(300, 5);
        var table = clean with { Given = clean.Given.SetItem(7, clean.Registered[7] + 50) };
        var report = Of(name, table);
        Assert.True(report.CannotSay is null or { Length: > 10 });
        Assert.InRange(report.Stations, 0, 300);
    }

    private static TestReport Of(string name, StationTable table) => ForensicTests.Named(name)!.Run(table, Run);
}
