using System.Collections.Immutable;

namespace Scrutineer.Scrutiny.Forensics.Integers;

/// <summary>
/// Every station of the integer test: whether its turnout, its share, or either is a whole percentage, and with which chance each
/// would be were the counts binomial with the station's own rates.
/// </summary>
public sealed class IntegerHits
{
    private readonly StationChoice choice;

    private IntegerHits(StationTable table, IntegerRule rule, StationChoice choice)
    {
        Table = table;
        Rule = rule;
        this.choice = choice;
    }

    /// <summary>The table.</summary>
    public StationTable Table { get; }

    /// <summary>The rule.</summary>
    public IntegerRule Rule { get; }

    /// <summary>The stations that are looked at.</summary>
    public IReadOnlyList<int> Used => choice.Used;

    /// <summary>The others, by reason.</summary>
    public IReadOnlyList<NotUsed> LeftOut => choice.LeftOut;

    /// <summary>The chance that the share is a whole percentage, by station used.</summary>
    public required ImmutableArray<double> ShareChance { get; init; }

    /// <summary>The chance that the turnout is one, by station used.</summary>
    public required ImmutableArray<double> TurnoutChance { get; init; }

    /// <summary>Whether the share is one, by station used.</summary>
    public required ImmutableArray<bool> ShareHit { get; init; }

    /// <summary>Whether the turnout is one, by station used.</summary>
    public required ImmutableArray<bool> TurnoutHit { get; init; }

    /// <summary>Looks at every station.</summary>
    public static IntegerHits Of(StationTable table, IntegerRule rule)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(rule);
        var stations = Choose(table, rule);
        var used = stations.Used;
        var (share, turnout) = (new double[used.Count], new double[used.Count]);
        var (shareHit, turnoutHit) = (new bool[used.Count], new bool[used.Count]);
        // Every station is for itself, so the order in which threads come does not matter.
        const int Block = 2048;
        Parallel.For(
            0,
            (used.Count + Block - 1) / Block,
            block =>
            {
                for (var i = block * Block; i < Math.Min(used.Count, (block + 1) * Block); i++)
                {
                    var s = used[i];
                    var (l, r, g, v) = (table.Leader[s], table.Received[s], table.Given[s], table.Registered[s]);
                    share[i] = IntegerChance.Of(l, r, rule);
                    turnout[i] = IntegerChance.Of(g, v, rule);
                    shareHit[i] = rule.IsHit(l, r);
                    turnoutHit[i] = rule.IsHit(g, v);
                }
            }
        );
        return new IntegerHits(table, rule, stations)
        {
            ShareChance = [.. share],
            TurnoutChance = [.. turnout],
            ShareHit = [.. shareHit],
            TurnoutHit = [.. turnoutHit],
        };
    }

    /// <summary>The report that says why the test cannot answer; nothing where it can.</summary>
    public TestReport? Refuse(string test) => choice.Refuse(test);

    /// <summary>The report that says that the test cannot answer for another reason.</summary>
    public TestReport Refuse(string test, string because) => choice.Refuse(test, because);

    /// <summary>The chance of a hit of a statistic, by station used.</summary>
    public double Chance(IntegerStatistic statistic, int i) =>
        statistic switch
        {
            IntegerStatistic.Share => ShareChance[i],
            IntegerStatistic.Turnout => TurnoutChance[i],
            _ => 1 - ((1 - ShareChance[i]) * (1 - TurnoutChance[i])),
        };

    /// <summary>Whether a statistic has a hit, by station used.</summary>
    public bool IsHit(IntegerStatistic statistic, int i) =>
        statistic switch
        {
            IntegerStatistic.Share => ShareHit[i],
            IntegerStatistic.Turnout => TurnoutHit[i],
            _ => ShareHit[i] || TurnoutHit[i],
        };

    private static StationChoice Choose(StationTable table, IntegerRule rule)
    {
        var (registered, given, received, leader) = (table.Registered, table.Given, table.Received, table.Leader);
        var most = rule.MostPercent;
        return new StationChoice(table)
            .WithTurnout()
            .WithShare()
            .Without($"fewer than {rule.MinRegistered} voters are registered", s => registered[s] < rule.MinRegistered)
            .Without(
                "more than 10,000,000 voters or ballots: not a polling station",
                s => registered[s] > IntegerRule.Largest || received[s] > IntegerRule.Largest
            )
            .Without($"the turnout is above {most} %", s => 100 * given[s] > most * registered[s])
            .Without($"the share of the list is above {most} %", s => 100 * leader[s] > most * received[s])
            .Choose();
    }
}
