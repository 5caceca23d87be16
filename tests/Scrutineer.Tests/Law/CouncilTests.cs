using System.Text.Json;
using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Dutch municipal councils: whole quotas, residual seats by size of council, majority, exhausted lists, lots.</summary>
public class CouncilTests
{
    private static readonly Edition Edition = Laws.Read("nl/council").Named("2022")!;

    private static Standing Council(int seats, (string Id, long Votes, int Persons)[] lists, params Lot[] lots) =>
        Edition.Evaluate(
            "council",
            new Tally
            {
                Seats = new Count(seats),
                Contenders = [.. lists.Select(l => new Contender(l.Id, new Count(l.Votes)) { Persons = l.Persons })],
            },
            lots
        );

    /// <summary>23 seats: the quota is 2,400 ÷ 23; whole 11, 5, 1, 1, 1 and four by average, worked out by hand.</summary>
    [Fact]
    public void Averages_From19Seats_GoOneByOne()
    {
        var standing = Council(23, [("1", 1200, 30), ("2", 604, 6), ("3", 196, 6), ("4", 198, 5), ("5", 202, 4)]);
        Assert.Equal("1:12 2:6 3:1 4:2 5:2", standing.Line());
        Assert.Equal(["5", "2", "1", "4"], standing.Awards.Select(a => standing.Id(a.Contender)));
    }

    /// <summary>15 seats of 1,200 votes: the quota is 80, three quarters of it 60. List 2 has exactly 60.</summary>
    [Fact]
    public void LargestRemainder_ExactlyThreeQuartersOfTheQuota_Competes()
    {
        var standing = Council(
            15,
            [
                ("1", 808, 12),
                ("2", 60, 6),
                ("3", 58, 6),
                ("4", 57, 5),
                ("5", 56, 4),
                ("6", 55, 4),
                ("7", 54, 4),
                ("8", 52, 3),
            ]
        );
        Assert.Equal("1:12 2:1 3:1 4:1", standing.Line());
    }

    [Fact]
    public void Lot_DrawnSeatBySeat_SettlesTheTie()
    {
        (string, long, int)[] lists =
        [
            ("1", 500, 50),
            ("2", 140, 50),
            ("3", 140, 50),
            ("4", 140, 50),
            ("5", 140, 50),
            ("6", 140, 50),
        ];
        var open = Council(23, lists);
        Assert.Equal((Outcome.Tied, 3), (open.Ended, open.Tie!.Seats));
        var second = Council(23, lists, new Lot("averages", ["2", "3", "4", "5", "6"], ["4"]));
        Assert.Equal(["2", "3", "5", "6"], second.Tie!.Among);
        Assert.Equal(2, second.Tie.Seats);
        var done = Council(
            23,
            lists,
            new Lot("averages", ["2", "3", "4", "5", "6"], ["4"]),
            new Lot("averages", ["2", "3", "5", "6"], ["2"]),
            new Lot("averages", ["3", "5", "6"], ["5"])
        );
        Assert.Equal("1:10 2:3 3:2 4:3 5:3 6:2", done.Line());
        Assert.Equal(3, done.LotsUsed.Count);
    }

    /// <summary>
    /// Every case of the electoral council's own tests. Two cannot be asked of a law: one is about the order of its input,
    /// the other about leaving out a draw that does not matter; in that one this law asks for the lot as well.
    /// </summary>
    [Fact]
    public void Cases_All_GiveTheSeatsOrAskForTheLot()
    {
        var wrong = new List<string>();
        var run = 0;
        foreach (var @case in Cases.Read("abacus-apportionment.json"))
        {
            if (@case.Id() == "input-candidates-not-sorted")
            {
                continue;
            }

            run++;
            var dead = @case.TryGetProperty("deceased_candidates", out var deceased)
                ? deceased.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetArrayLength())
                : [];
            var lists = @case
                .GetProperty("votes")
                .EnumerateArray()
                .Select(v =>
                {
                    var id = v.GetProperty("list").GetString()!;
                    return (
                        id,
                        v.GetProperty("votes").GetInt64(),
                        v.GetProperty("candidates").GetInt32() - dead.GetValueOrDefault(id)
                    );
                })
                .ToArray();
            var seats = @case.GetProperty("seats").GetInt32();
            var drawn = @case.TryGetProperty("lots_drawn", out var lots)
                ? lots.EnumerateArray().Select(l => l.GetString()!).ToList()
                : [];
            var recorded = new List<Lot>();
            var standing = Council(seats, lists);
            foreach (var winner in drawn)
            {
                // The lot of the majority rule is drawn for who gives up a seat.
                recorded.Add(new Lot(standing.Tie!.Rule, standing.Tie.Among, [winner]));
                standing = Council(seats, lists, [.. recorded]);
            }

            var asks = @case.TryGetProperty("expected_error", out var error) && error.GetString() == "lots_required";
            if (asks != (standing.Ended == Outcome.Tied))
            {
                wrong.Add($"{@case.Id()}: {standing.Ended} {standing.Because}");
            }
            else if (asks && @case.TryGetProperty("lots", out var wanted))
            {
                var options = wanted.GetProperty("options").EnumerateArray().Select(o => o.GetString()!);
                if (!options.SequenceEqual(standing.Tie!.Among))
                {
                    wrong.Add($"{@case.Id()}: a lot among {string.Join(' ', standing.Tie.Among)}");
                }
            }

            if (
                @case.GetProperty("expected").ValueKind == JsonValueKind.Object
                && @case.GetProperty("expected").Numbers().Line() is var line
                && !asks
                && line != standing.Line()
            )
            {
                wrong.Add($"{@case.Id()}: {standing.Line()} and not {line}");
            }
        }

        Assert.Equal([], wrong);
        Assert.True(run >= 39);
    }
}
