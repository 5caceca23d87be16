using System.Text.Json;
using Scrutineer.Allocation.OpenLists;
using Scrutineer.Allocation.Plurality;
using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Tests.Golden;

/// <summary>Thresholds, caps, open lists and approvals of another library, errors of peers, and parts of real elections.</summary>
public class SharedListTests
{
    private const string Lists = "votelib-thresholds-openlists.json";
    private const string Peers = "peer-bugs.json";
    private const string Real = "votelib-real.json";

    public static TheoryData<string, string> ThresholdCases() =>
        new() { { Lists, "votelib-thr-exact-5pct" }, { Peers, "peer-bug-18" } };

    [Theory]
    [MemberData(nameof(ThresholdCases))]
    public void Apply_ExactlyTheShare_AdmitsTheList(string file, string id)
    {
        var (input, expected) = SharedFile.Load(file, id);
        var (names, votes) = SharedFile.Votes(input.GetProperty("votes"));
        var share = Rational.Parse(input.GetProperty("threshold").GetString()!);
        var admitted = new Threshold(share, input.GetProperty("inclusive").GetBoolean()).Apply(votes);
        Assert.Equal(
            expected.GetProperty("passes").EnumerateArray().Select(p => p.GetString()!),
            names.Where((_, i) => admitted[i] > 0)
        );
    }

    [Fact]
    public void Apportion_DHondtWithCap_IsAsExpected()
    {
        var (input, expected) = SharedFile.Load(Lists, "votelib-thr-cap-dhondt2");
        var result = Capped((v, n, b) => DivisorMethod.DHondt.Apportion(v, n, b), input);
        AssertSeats(expected.GetProperty("seats"), input, result);
    }

    /// <summary>The files give no seats for the others; both constraints hold.</summary>
    [Fact]
    public void Apportion_HareWithCap_GivesTheCapAndPassesTheRestOn()
    {
        foreach (var (file, id) in new[] { (Lists, "votelib-thr-cap-lr-bug"), (Peers, "peer-bug-14") })
        {
            var (input, _) = SharedFile.Load(file, id);
            Assert.Equal([4, 4, 2], Capped((v, n, b) => LargestRemainder.Hare.Apportion(v, n, b), input).Seats);
        }
    }

    [Fact]
    public void Apportion_GrowingHouse_CoversTheDirectSeats()
    {
        var (input, expected) = SharedFile.Load(Lists, "votelib-thr-leveling-overhang");
        var (names, votes) = SharedFile.Votes(input.GetProperty("votes"));
        int[] direct = [.. names.Select(n => input.GetProperty("direct").GetProperty(n).GetInt32())];
        var from = input.GetProperty("base_seats").GetInt32();
        var house = from;
        while (Elections.Solve(LargestRemainder.Hare, votes, house)!.Seats.Zip(direct).Any(s => s.First < s.Second))
        {
            house++;
        }

        Assert.Equal(expected.GetProperty("added_seats").GetInt32(), house - from);
    }

    [Fact]
    public void Fill_ShareOfTheListsVotes_IsAsExpected()
    {
        var (input, expected) = SharedFile.Load(Lists, "votelib-thr-openlist-jump");
        var votes = Personal(input);
        var rules = new OpenListRules(Rational.Parse(input.GetProperty("jump_fraction").GetString()!));
        AssertElected(expected, rules.Fill(votes, input.GetProperty("seats").GetInt32(), votes.Sum()));
    }

    [Fact]
    public void Fill_QuarterOfTheQuota_IsAsExpected()
    {
        var (input, expected) = SharedFile.Load(Lists, "votelib-thr-openlist-quota");
        var votes = Personal(input);
        var seats = input.GetProperty("seats").GetInt32();
        var rules = new OpenListRules(Rational.Parse(input.GetProperty("quota_fraction").GetString()!));
        AssertElected(expected, rules.Fill(votes, seats, new Rational(votes.Sum(), seats)));
    }

    [Fact]
    public void Fill_VotesAlone_BreaksTiesByTheList()
    {
        var (input, expected) = SharedFile.Load(Lists, "votelib-thr-openlist-tie");
        var (names, votes) = SharedFile.Votes(input.GetProperty("votes"));
        foreach (var (reversed, key) in new[] { (false, "elected"), (true, "with_reversed_list") })
        {
            string[] order = [.. reversed ? names.AsEnumerable().Reverse() : names];
            var result = new OpenListRules(Rational.Zero, TiesByListOrder: true).Fill(
                [.. order.Select(n => votes[names.IndexOf(n)])],
                input.GetProperty("seats").GetInt32(),
                votes.Sum()
            );
            Assert.Empty(Verifier.Verify(result).Objections);
            Assert.Equal(
                expected.GetProperty(key).EnumerateArray().Select(e => e.GetString()!),
                result.Elected.Select(c => order[c])
            );
        }
    }

    [Fact]
    public void Count_SatisfactionApproval_IsAsExpected()
    {
        var (input, expected) = SharedFile.Load(Lists, "votelib-thr-approval-sav");
        var ballots = new NamedBallots(input.GetProperty("approval"));
        var result = PluralityRules
            .SatisfactionApproval(input.GetProperty("seats").GetInt32())
            .Count(MarkedBallots.Of(ballots.Candidates.Count, ballots.Kinds));
        Assert.Empty(Verifier.Verify(result).Objections);
        Assert.Equal(
            expected.GetProperty("committee").EnumerateArray().Select(c => c.GetString()!),
            ballots.Names(result.Elected)
        );
        Assert.Equal(
            ballots.Candidates.Select(c => (Rational)expected.GetProperty("scores").GetProperty(c).GetInt32()),
            result.Votes
        );
    }

    [Fact]
    public void Elect_SequentialApproval_IsAsExpected()
    {
        var (input, expected) = SharedFile.Load(Lists, "votelib-thr-approval-spav");
        var ballots = new NamedBallots(input.GetProperty("approval"));
        var result = SequentialApproval.Elect(
            MarkedBallots.Of(ballots.Candidates.Count, ballots.Kinds),
            input.GetProperty("seats").GetInt32()
        );
        Assert.Empty(Verifier.Verify(result).Objections);
        Assert.Equal(
            expected.GetProperty("order").EnumerateArray().Select(c => c.GetString()!),
            ballots.Names(result.Elected)
        );
    }

    [Fact]
    public void Apportion_EastOfEngland2014_GivesSevenSeats()
    {
        var (input, expected) = SharedFile.Load(Peers, "peer-bug-01");
        var (_, votes) = SharedFile.Votes(input.GetProperty("votes"));
        var result = Elections.Solve(DivisorMethod.DHondt, votes, input.GetProperty("seats").GetInt32())!;
        AssertSeats(expected.GetProperty("seats"), input, result);
        Assert.Null(result.Tie);
    }

    [Fact]
    public void Count_RepeatedSurpluses_AreExactAndEndInATie()
    {
        var (input, expected) = SharedFile.Load(Peers, "peer-bug-09");
        var ballots = new NamedBallots(input.GetProperty("ballots"));
        var result = TransferCount.Count(
            ballots.Ranked(),
            TransferRules.ExactGregory(input.GetProperty("seats").GetInt32())
        );
        Assert.Empty(Verifier.Verify(result).Objections);
        Assert.Equal(expected.GetProperty("quota").GetInt32(), result.Stages[0].Quota);
        Assert.Equal(
            expected.GetProperty("elected_first_four").EnumerateArray().Select(c => c.GetString()!),
            ballots.Names(result.Elected).Take(4)
        );
        var tied = ballots.Names(result.Tie!.Among).ToList();
        Assert.Equal(expected.GetProperty("tie_for_last").EnumerateArray().Select(c => c.GetString()!), tied);
        Assert.All(
            result.Tie.Among,
            c => Assert.Equal(expected.GetProperty("both_at").GetInt32(), result.Stages[^1].Votes[c])
        );
    }

    [Fact]
    public void Apportion_TieOfRemainders_LeavesTheLargerRemainderAlone()
    {
        var (input, expected) = SharedFile.Load(Peers, "peer-bug-12");
        var (names, votes) = SharedFile.Votes(input.GetProperty("votes"));
        var result = Elections.Solve(LargestRemainder.Hare, votes, input.GetProperty("seats").GetInt32())!;
        AssertSeats(expected.GetProperty("seats"), input, result);
        var tie = expected.GetProperty("tie");
        Assert.Equal(
            tie.GetProperty("among").EnumerateArray().Select(t => t.GetString()!),
            result.Tie!.Among.Select(i => names[i])
        );
        Assert.Equal(tie.GetProperty("seats").GetInt32(), result.Tie.Seats);
    }

    /// <summary>Thresholds by the parties on a list: one, two or three, four or more.</summary>
    [Fact]
    public void Apportion_Slovakia2020_IsOfficial()
    {
        var (input, expected) = SharedFile.Load(Real, "votelib-real-sk-2020");
        var (names, votes) = SharedFile.Votes(input.GetProperty("votes"));
        var parties = input.GetProperty("members_per_list");
        var shares = input.GetProperty("thresholds");
        long[] admitted =
        [
            .. votes.Select(
                (v, i) => new Threshold(Rational.Parse(shares.GetProperty(Kind(names[i])).GetString()!)).Apply(votes)[i]
            ),
        ];
        var method = new LargestRemainder(Quota.HagenbachBischoffRounded);
        var result = Elections.Solve(method, admitted, input.GetProperty("seats").GetInt32())!;
        AssertSeats(expected.GetProperty("seats"), input, result);

        string Kind(string name) =>
            (parties.TryGetProperty(name, out var n) ? n.GetInt32() : 1) switch
            {
                1 => "1",
                2 or 3 => "2-3",
                _ => "4+",
            };
    }

    /// <summary>Sainte-Laguë over the lists with 5 % or an electorate; seats won beyond their share stay.</summary>
    [Fact]
    public void Apportion_NewZealand2008_IsOfficial()
    {
        var (input, expected) = SharedFile.Load(Real, "votelib-real-nz-2008");
        var (names, votes) = SharedFile.Votes(input.GetProperty("party_votes"));
        var direct = input.GetProperty("electorate_seats");
        var atLeast = new Threshold(Rational.Parse(input.GetProperty("threshold").GetString()!)).Apply(votes);
        long[] admitted = [.. votes.Select((v, i) => Direct(i) > 0 ? v : atLeast[i])];
        var share = Elections.Solve(DivisorMethod.SainteLague, admitted, input.GetProperty("base_seats").GetInt32())!;
        int[] seats = [.. share.Seats.Select((s, i) => Math.Max(s, Direct(i)))];
        Assert.Equal(
            names.Select(n => expected.GetProperty("seats").TryGetProperty(n, out var s) ? s.GetInt32() : 0),
            seats
        );
        Assert.Equal(expected.GetProperty("house").GetInt32(), seats.Sum());

        int Direct(int list) => direct.TryGetProperty(names[list], out var d) ? d.GetInt32() : 0;
    }

    /// <summary>The two steps in one constituency; the rest is compensation, which is law.</summary>
    [Fact]
    public void Apportion_Germany2017_GivesTheQuotasOfTheLaenderAndTheEnlargedHouse()
    {
        var (input, expected) = SharedFile.Load(Real, "votelib-real-de-2017");
        var (laender, people) = SharedFile.Votes(input.GetProperty("german_population_by_land"));
        var quotas = Elections.Solve(DivisorMethod.SainteLague, people, input.GetProperty("base_seats").GetInt32())!;
        Assert.Equal(
            laender.Select(l => expected.GetProperty("land_quota_seats").GetProperty(l).GetInt32()),
            quotas.Seats
        );
        var won = expected.GetProperty("seats").EnumerateObject().ToList();
        long[] votes =
        [
            .. won.Select(p =>
                input
                    .GetProperty("second_votes_by_land")
                    .EnumerateObject()
                    .Sum(l => l.Value.TryGetProperty(p.Name, out var v) ? v.GetInt64() : 0)
            ),
        ];
        var house = Elections.Solve(DivisorMethod.SainteLague, votes, expected.GetProperty("house").GetInt32())!;
        Assert.Equal(won.Select(p => p.Value.GetInt32()), house.Seats);
    }

    /// <summary>The first step, in one constituency: seats of the regions; the second scrutiny is law.</summary>
    [Fact]
    public void Apportion_Czechia2021_GivesTheSeatsOfTheRegions()
    {
        var (input, expected) = SharedFile.Load(Real, "votelib-real-cz-psp-2021");
        var regions = input.GetProperty("votes_by_district").EnumerateObject().ToList();
        var result = Elections.Solve(
            LargestRemainder.Hare,
            [.. regions.Select(r => r.Value.EnumerateObject().Sum(l => l.Value.GetInt64()))],
            input.GetProperty("seats").GetInt32()
        )!;
        Assert.Equal(
            regions.Select(r => expected.GetProperty("district_seats").GetProperty(r.Name).GetInt32()),
            result.Seats
        );
    }

    private static Apportionment Capped(Func<long[], int, SeatBounds, AllocationResult> method, JsonElement input)
    {
        var (names, votes) = SharedFile.Votes(input.GetProperty("votes"));
        var seats = input.GetProperty("seats").GetInt32();
        int[] most =
        [
            .. names.Select(n => input.GetProperty("cap").TryGetProperty(n, out var cap) ? cap.GetInt32() : seats),
        ];
        var result = method(votes, seats, SeatBounds.AtMost(most)).Value;
        Assert.Empty(Verifier.Verify(result).Objections);
        return result;
    }

    private static long[] Personal(JsonElement input) =>
        [.. input.GetProperty("personal_votes_in_list_order").EnumerateArray().Select(v => v.GetInt64())];

    private static void AssertElected(JsonElement expected, OpenListResult result)
    {
        Assert.Empty(Verifier.Verify(result).Objections);
        Assert.Equal(
            expected.GetProperty("elected_positions").EnumerateArray().Select(p => p.GetInt32() - 1),
            result.Elected
        );
    }

    private static void AssertSeats(JsonElement expected, JsonElement input, Apportionment result) =>
        Assert.Equal(
            input.GetProperty("votes").EnumerateObject().Select(l => expected.GetProperty(l.Name).GetInt32()),
            result.Seats
        );
}
