using System.Globalization;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Neighbours;

/// <summary>Stations whose share or turnout is far from that of all others of their territory.</summary>
public sealed record NeighbourTest : IForensicTest
{
    /// <summary>The fewest stations of a territory.</summary>
    public const int LeastStations = 5;

    /// <summary>From this score on a station is told.</summary>
    public const double Far = 4;

    /// <inheritdoc/>
    public string Name => "neighbours";

    /// <inheritdoc/>
    public string Asks => "Which stations are far from all others of their territory, given how much those differ?";

    /// <inheritdoc/>
    public string CannotSee =>
        "A barracks, a hospital or a village of another people is far from its neighbours by right, and where a whole territory was falsified alike nobody is far; it ranks stations to look at and is never a finding.";

    /// <inheritdoc/>
    public bool CanFire => false;

    /// <inheritdoc/>
    public string Specification =>
        "territories of at least 5 stations; z of L/R and of G/V of each station against the pooled rate of the others, beta-binomial with the others' dispersion by moments; descriptive, never fires";

    /// <inheritdoc/>
    public TestReport Run(StationTable table, ForensicRun run)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(run);
        var territory = table.Territory;
        var sizes = territory.Where(t => t >= 0).CountBy(t => t).ToDictionary();
        var choice = new StationChoice(table)
            .WithTurnout()
            .WithShare()
            .Without(
                $"its territory has fewer than {LeastStations} stations",
                s => territory[s] < 0 || sizes[territory[s]] < LeastStations
            )
            .Choose();
        if (choice.Refuse(Name, LeastStations) is { } refusal)
        {
            return refusal;
        }

        var share = new Score[table.Count];
        var turnout = new Score[table.Count];
        foreach (var group in choice.Used.GroupBy(s => territory[s]))
        {
            int[] stations = [.. group];
            Fill(share, stations, s => table.Leader[s], s => table.Received[s]);
            Fill(turnout, stations, s => table.Given[s], s => table.Registered[s]);
        }

        var scored = choice.Used.Where(s => double.IsFinite(share[s].Z) && double.IsFinite(turnout[s].Z)).ToList();
        var high = scored.Where(s => share[s].Z >= Far).ToList();
        var votes = high.Sum(s => table.Leader[s] - (share[s].Others * table.Received[s]));
        return new TestReport
        {
            Test = Name,
            Stations = choice.Used.Count,
            LeftOut = choice.LeftOut,
            Effect = new Effect(high.Count, votes),
            Figures =
            [
                Group("share", scored, share),
                Group("turnout", scored, turnout),
                new FigureGroup("", [new Figure("votes-beyond-neighbours", votes)]),
            ],
            Tables = run.IsBrief ? [] : [Table(table, scored, share, turnout)],
            Says = string.Create(
                CultureInfo.InvariantCulture,
                $"{Shown.Of(high.Count, "station has", "stations have")} a share for {table.ListName} at least {Far:0} standard deviations above the other stations of the territory, with {Shown.Whole((long)Math.Round(votes))} votes beyond the others' share; {scored.Count(s => share[s].Z <= -Far)} are as far below."
            ),
        };
    }

    private static void Fill(Score[] into, int[] stations, Func<int, long> part, Func<int, long> whole)
    {
        var scores = NeighbourScores.Of([.. stations.Select(part)], [.. stations.Select(whole)]);
        for (var i = 0; i < stations.Length; i++)
        {
            into[stations[i]] = new Score(scores[i].Z, scores[i].Share);
        }
    }

    private static FigureGroup Group(string name, List<int> scored, Score[] scores) =>
        new(
            name,
            [
                new Figure("scored", scored.Count),
                new Figure("above-3", scored.Count(s => scores[s].Z >= 3)),
                new Figure("below-3", scored.Count(s => scores[s].Z <= -3)),
                new Figure("above-4", scored.Count(s => scores[s].Z >= 4)),
                new Figure("below-4", scored.Count(s => scores[s].Z <= -4)),
            ]
        );

    private static FigureTable Table(StationTable table, List<int> scored, Score[] share, Score[] turnout) =>
        new(
            "farthest",
            "The stations whose share is farthest above that of the other stations of their territory, in per cent.",
            ["z-share", "share", "others-share", "z-turnout", "turnout", "votes-beyond"],
            [
                .. scored
                    .OrderByDescending(s => share[s].Z)
                    .ThenBy(s => s)
                    .Take(100)
                    .Select(s => new FigureRow(
                        table.PathOf(s).Text,
                        [
                            new Figure("z-share", share[s].Z, 2),
                            new Figure("share", 100.0 * table.Leader[s] / table.Received[s], 1),
                            new Figure("others-share", 100 * share[s].Others, 1),
                            new Figure("z-turnout", turnout[s].Z, 2),
                            new Figure("turnout", 100.0 * table.Given[s] / table.Registered[s], 1),
                            new Figure("votes-beyond", table.Leader[s] - (share[s].Others * table.Received[s])),
                        ]
                    )),
            ]
        )
        {
            RowsAre = "station",
            Told = 10,
        };

    private readonly record struct Score(double Z, double Others);
}
