using System.Collections.Immutable;
using Scrutineer.Counting;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>The national cases that are no election of their own: Kazakhstan 2021 under other numbers, Denmark's national step.</summary>
public class MiscCasesTests
{
    [Fact]
    public void Cases_KazakhstanAndDenmark_GiveTheirSeats()
    {
        foreach (var @case in Cases.Read("national-misc.json"))
        {
            var id = @case.Id();
            if (id.StartsWith("ge-", StringComparison.Ordinal))
            {
                continue; // GeorgiaTests
            }

            var votes = @case.GetProperty("input").TryGetProperty("votes", out var v)
                ? v
                : @case.Input("votes_of_eligible_parties");
            var tally = new Tally
            {
                Contenders = [.. votes.Numbers().Select(l => new Contender(l.Key, new Count(l.Value)))],
            };
            var seats = @case.Input("seats").GetInt32();
            var standing =
                id.StartsWith("dk-", StringComparison.Ordinal)
                    ? Danish(tally, seats, @case.Input("constituency_seats_exceeding_share").Numbers())
                : @case.GetProperty("input").TryGetProperty("method", out var method)
                    ? Divided(tally, seats, method.GetString()!)
                : Kazakh(tally, @case.Input("threshold").GetString()!);
            Assert.Equal((id, @case.Expected("seats").Numbers().Line()), (id, standing.Line()));
        }
    }

    private static Standing Kazakh(Tally tally, string threshold)
    {
        var problems = new Problems();
        var edition = Laws.Read("kz/mazhilis")
            .Named("2020")!
            .With([], [KeyValuePair.Create("threshold.share", threshold)], problems);
        Assert.False(problems.Any);
        return edition!.Evaluate("lists", tally);
    }

    private static Standing Divided(Tally tally, int seats, string method)
    {
        var name = method switch
        {
            "modified_sl_1.4" => "sainte-lague 1.4",
            "imperiali" => "imperiali-divisor",
            _ => method.Replace('_', '-'),
        };
        return Apply(new Divisor { Series = (Series)Series.TextForm.Parse(name)! }, tally, seats, []);
    }

    private static Standing Danish(Tally tally, int seats, Dictionary<string, long> held) =>
        Apply(
            new Level
            {
                Quota = QuotaName.Hare,
                Counting = ["constituencies"],
                Excess = Excess.DropsOut,
            },
            tally,
            seats,
            [.. tally.Contenders.Select(c => (int)held.GetValueOrDefault(c.Id))]
        );

    private static Standing Apply(Rule rule, Tally tally, int seats, ImmutableArray<int> held)
    {
        ImmutableArray<int> before = held.IsEmpty ? [.. new int[tally.Contenders.Count]] : held;
        return rule.Apply(
            new Standing
            {
                Tally = tally,
                AgainstAll = AgainstAll.Absent,
                ContestSeats = seats,
                Admitted = [.. tally.Contenders.Select(_ => true)],
                Seats = before,
                SeatsBy = SeatsByRule.None.SetItem("constituencies", before),
            },
            new RuleEntry
            {
                Id = "rule",
                Kind = "rule",
                Rule = rule,
                At = new Location("test"),
                Beside = new RuleEntry.Siblings(),
            }
        );
    }
}
