using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Scrutiny.Margins;
using Scrutineer.Tests.Law;

namespace Scrutineer.Tests.Scrutiny.Margins;

/// <summary>The smallest transfer of each pair, held against trying every number of votes one after the other.</summary>
public class TransferSearchTests
{
    private static readonly Tally Mazhilis2021 = new()
    {
        Contenders =
        [
            new("PPK", new Count(659019)),
            new("NurOtan", new Count(5148074)),
            new("Auyl", new Count(383023)),
            new("AkZhol", new Count(792828)),
            new("Adal", new Count(258618)),
        ],
    };

    [Fact]
    public void All_Mazhilis2021_ClosestIs11127FromAkZholToNurOtan()
    {
        var edition = LawText.Mazhilis.Named("2020")!;
        var transfers = TransferSearch.All(edition, "lists", Mazhilis2021, []);
        var least = TransferSearch.Least(transfers)!;
        Assert.Equal(("AkZhol", "NurOtan", 11127L), (least.From, least.To, least.Votes));
        Assert.Equal([KeyValuePair.Create("NurOtan", 1), KeyValuePair.Create("AkZhol", -1)], least.Seats);
    }

    public static TheoryData<string, string[]> Laws =>
        new()
        {
            { "2007", [] },
            { "2007", ["lost-to-others"] },
            { "2009", [] },
            { "2009", ["to-the-first"] },
            { "2009", ["lost-to-others"] },
            { "2020", [] },
            { "2021", [] },
            { "2021", ["literal"] },
        };

    [Theory]
    [MemberData(nameof(Laws))]
    public void All_RandomSmallElections_EqualsTheLinearScan(string name, string[] readings)
    {
        var random = new Random(20210110);
        var elections = Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1" ? 400 : 6;
        var found = 0;
        for (var n = 0; n < elections; n++)
        {
            // A small house makes seats move often; votes close together make ties and changes of rank.
            var edition = LawText.Mazhilis.Named(name)!.Under(readings, ("lists.seats", $"{random.Next(3, 15)}"));
            found += Compare(edition, Random(random), $"{name} {string.Join('+', readings)} #{n}");
        }

        Assert.True(found > elections, $"only {found} transfers in {elections} elections");
    }

    [Fact]
    public void All_MajorityOfCandidates_EqualsTheLinearScan()
    {
        var random = new Random(97);
        var most = LawText.Of("- elect: { seats: 1, by: most-votes, cited }");
        var two = LawText.Of(
            "- elect: { seats: 2, by: share, share: more than 1/4, of: valid-votes, otherwise: repeat-election, cited }"
        );
        var found = 0;
        for (var n = 0; n < 25; n++)
        {
            found += Compare(most, Random(random), $"most votes #{n}");
            found += Compare(two, Random(random), $"share #{n}");
        }

        Assert.True(found > 50, $"only {found} transfers");
    }

    [Fact]
    public void All_Approval_NobodyGetsMoreVotesThanThereAreBallots()
    {
        // In 2021 each of nine candidates for nine seats had 270 to 298 of 351 votes. To fail the weakest would have to
        // lose 95 votes, and no other has room for so many on 351 ballots.
        var edition = LawText.Mazhilis.Named("2020")!;
        var tally = LawText.Votes(298, 270, 274, 292, 282, 285, 271, 277, 290) with { BallotsIssued = new Count(351) };
        Assert.Equal(9, edition.Evaluate("assembly", tally).Seats.Sum());
        Assert.Empty(TransferSearch.All(edition, "assembly", tally, []));
        // Where the first has 180 votes, four above the least that is more than half of 351, five fewer are enough.
        var least = TransferSearch.Least(
            TransferSearch.All(
                edition,
                "assembly",
                LawText.Votes(180, 270, 274, 292, 282, 285, 271, 277, 290) with
                {
                    BallotsIssued = new Count(351),
                },
                []
            )
        )!;
        Assert.Equal(("A", "B", 5L), (least.From, least.To, least.Votes));
    }

    [Fact]
    public void All_ListLosesASeatByGainingVotes_IsStillFound()
    {
        // C's list is short: its seats go to others in the order of remainders, and B's remainder starts anew at each quota.
        var edition = LawText.Of(
            "- divide: { quota: hare, of: votes-of-admitted, cited }",
            "- remainders: { by: largest-remainder, cited }",
            "- fill: { order: as-listed, chosen-by: the party, exhausted: next-largest-remainder, vacancy: none, cited }"
        );
        var random = new Random(7);
        for (var n = 0; n < 20; n++)
        {
            var tally = Random(random);
            Compare(
                edition,
                tally with
                {
                    Contenders = [.. tally.Contenders.Select(c => c with { Persons = random.Next(1, 6) })],
                },
                $"short lists #{n}"
            );
        }
    }

    [Fact]
    public void All_ShareOnlyPublished_TellsNoTransferOfThatList()
    {
        var edition = LawText.Of(
            "- admit: { share: at least 10 %, of: ballots-issued, cited }",
            "- divide: { quota: hare, of: votes-of-admitted, cited }",
            "- remainders: { by: largest-remainder, cited }"
        );
        var shares = new Dictionary<BaseName, ShareOf>
        {
            [BaseName.BallotsIssued] = ShareOf.Published(new Allocation.Rational(1, 4), 1),
        };
        var votes = LawText.Votes(60, 40);
        var tally = votes with { Contenders = [.. votes.Contenders.Select(c => c with { PublishedShares = shares })] };
        Assert.Equal(Outcome.Allocated, edition.Evaluate("lists", tally).Ended);
        Assert.Empty(TransferSearch.All(edition, "lists", tally, []));
    }

    private static Tally Random(Random random)
    {
        var most = random.Next(4) == 0 ? 25 : 400;
        var votes = Enumerable.Range(0, random.Next(2, 7)).Select(_ => (long)random.Next(0, most)).ToArray();
        if (random.Next(3) == 0)
        {
            // One list far ahead, as the elections of 2007 and 2012 were: the rule on the second party applies.
            votes[0] += 12 * votes.Sum();
        }

        var lists = LawText.Votes([.. votes.Select(v => (long?)v)]);
        var registered = new DateTime(2020, 12, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return lists with
        {
            BallotsIssued = new Count(votes.Sum() + random.Next(0, 60)),
            AgainstAll = new Count(random.Next(0, 20)),
            Contenders =
            [
                .. lists.Contenders.Select(
                    (c, i) =>
                        c with
                        {
                            // Every other election knows in which order the lists were registered, so that ties are settled.
                            Registered =
                                most == 25 ? new RegisteredAt(registered.AddDays(i), registered.AddDays(i)) : null,
                            Persons = random.Next(3) == 0 ? random.Next(1, 9) : null,
                        }
                ),
            ],
        };
    }

    private static int Compare(Edition edition, Tally tally, string which)
    {
        var contest = edition.Text.Contests.ContainsKey("lists") ? "lists" : edition.Text.Contests.Keys.First();
        var found = TransferSearch.All(edition, contest, tally, []).Select(t => (t.From, t.To, t.Votes)).ToList();
        var expected = Scan(edition, contest, tally).ToList();
        Assert.True(
            found.SequenceEqual(expected),
            $"{which}: votes {string.Join(", ", tally.Contenders.Select(c => c.Votes))}, seats {edition.Text.Contests[contest].Seats}, "
                + $"persons {string.Join(", ", tally.Contenders.Select(c => c.Persons?.ToString() ?? "-"))}\n"
                + $"found    {string.Join(" ", found)}\nexpected {string.Join(" ", expected)}"
        );
        return found.Count;
    }

    /// <summary>Every number of votes, one after the other, for every pair of lists.</summary>
    private static IEnumerable<(string From, string To, long Votes)> Scan(Edition edition, string contest, Tally tally)
    {
        var now = edition.Evaluate(contest, tally, traced: false);
        if (now.Ended != Outcome.Allocated || now.Seats.Sum() == 0)
        {
            yield break;
        }

        for (var from = 0; from < tally.Contenders.Count; from++)
        {
            for (var to = 0; to < tally.Contenders.Count; to++)
            {
                var most = from == to ? 0 : tally.Contenders[from].Votes.Value!.Value;
                for (long votes = 1; votes <= most; votes++)
                {
                    var contenders = tally.Contenders.ToArray();
                    contenders[from] = contenders[from] with
                    {
                        Votes = new Count(contenders[from].Votes.Value!.Value - votes),
                    };
                    contenders[to] = contenders[to] with
                    {
                        Votes = new Count(contenders[to].Votes.Value!.Value + votes),
                    };
                    var after = edition.Evaluate(contest, tally with { Contenders = contenders }, traced: false);
                    if (
                        after.Ended is not (Outcome.Tied or Outcome.Unknown or Outcome.Invalid)
                        && !after.Seats.SequenceEqual(now.Seats)
                    )
                    {
                        yield return (contenders[from].Id, contenders[to].Id, votes);
                        break;
                    }
                }
            }
        }
    }
}
