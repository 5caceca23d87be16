using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Counting;
using Scrutineer.Counting.Corrections;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Tests.Counting.Corrections;

public class SeatRangesTests
{
    private static readonly ElectoralLaw Mazhilis = ElectoralLaw.Read(
        Checkout.Path("laws/kz/mazhilis.yaml"),
        new Problems()
    )!;

    // 10 January 2021, Central Election Commission: votes of the five lists in ballot order.
    private static readonly long[] Votes2021 = [659_019, 5_148_074, 383_023, 792_828, 258_618];
    private static readonly string[] Lists2021 = ["PPK", "NurOtan", "Auyl", "AkZhol", "Adal"];

    private static Tally Tally(IReadOnlyList<long> votes) =>
        new() { Contenders = [.. votes.Select((v, i) => new Contender(Lists2021[i], new Count(v)))] };

    private static string Words(SeatRanges ranges) =>
        string.Join("; ", ranges.Lists.Select(l => $"{l.List} {l.Least}–{l.Most} ({l.LeastReached}–{l.MostReached})"));

    [Fact]
    public void Of_Mazhilis2021NothingMissing_IsDecided()
    {
        var ranges = SeatRanges.Of(Mazhilis.Named("2020")!, "lists", Tally(Votes2021), 0);
        Assert.Equal([10, 76, 0, 12, 0], ranges.Lists.Select(l => l.Now));
        Assert.True(ranges.IsDecided);
        Assert.All(ranges.Lists, l => Assert.True(l.IsExact));
    }

    [Fact]
    public void Of_Mazhilis2021AMillionMissing_BoundsEveryListAndAdmitsAuyl()
    {
        var ranges = SeatRanges.Of(Mazhilis.Named("2020")!, "lists", Tally(Votes2021), 1_000_000);
        Assert.Equal(
            "PPK 7–22 (8–22); NurOtan 61–80 (63–79); Auyl 0–17 (0–17); AkZhol 9–24 (10–23); Adal 0–16 (0–16)",
            Words(ranges)
        );
        Assert.StartsWith("At most 1,000,000 ballots are missing", ranges.Basis, StringComparison.Ordinal);
        Assert.False(ranges.IsDecided);
    }

    [Fact]
    public void Of_RuleForASinglePassingListMayApply_HasNoBound()
    {
        // 18 August 2007 under the rules of 2009: only one list passes, so the second is admitted with a factor.
        var ranges = SeatRanges.Of(Mazhilis.Named("2009")!, "lists", Tally([5_247_720, 269_310, 183_346]), 1_000);
        Assert.All(ranges.Lists, l => Assert.Null(l.Least));
        Assert.Equal(
            "There is no bound: the rule 'second-party' may apply, and is none of those for which one is known.",
            ranges.Basis
        );
        Assert.Equal(94, ranges.Lists[0].Now);
    }

    [Fact]
    public void Of_BaseThatIsNotKnown_HasNoBound()
    {
        var literal = Mazhilis.Named("2020")!.With(["literal"], [], new Problems())!;
        Assert.Equal(
            "There is no bound: how the number of voters who took part can grow is not known.",
            SeatRanges.Of(literal, "lists", Tally(Votes2021), 5).Basis
        );
    }

    [Fact]
    public void Of_AnyDistributionOfTheMissingBallots_StaysWithinTheBounds()
    {
        var votes = Gen.Choose(0, 400).ArrayOf(5);
        var cases = votes.SelectMany(v => Gen.Choose(0, 200).ArrayOf(6).Select(more => (Votes: v, More: more)));
        var bounded = 0;
        Prop.ForAll(
                cases.ToArbitrary(),
                c =>
                {
                    var edition = Mazhilis.Named("2020")!;
                    var counted = Tally([.. c.Votes.Select(v => (long)v)]);
                    // The sixth share of the missing ballots stays invalid or is never cast.
                    var missing = c.More.Sum();
                    var ranges = SeatRanges.Of(edition, "lists", counted, missing);
                    var final = edition.Evaluate(
                        "lists",
                        Tally([.. c.Votes.Select((v, i) => (long)v + c.More[i])]),
                        traced: false
                    );
                    bounded += ranges.Lists[0].Least is null ? 0 : 1;
                    return ranges
                        .Lists.Select((l, i) => (l, i))
                        .All(x =>
                            (x.l.Least ?? 0) <= final.Seats[x.i] + (final.Tie?.Seats ?? 0)
                            && (x.l.Most ?? 98) >= final.Seats[x.i]
                            && (x.l.Least ?? 0) <= x.l.LeastReached
                            && (x.l.Most ?? 98) >= x.l.MostReached
                        );
                }
            )
            .QuickCheckThrowOnFailure();
        Assert.True(bounded > 20, $"only {bounded} cases had a bound");
    }

    [Theory]
    [InlineData("dhondt")]
    [InlineData("sainte-lague")]
    [InlineData("sainte-lague 1.4")]
    public void Of_SeriesOfDivisors_AnyDistributionStaysWithinTheBounds(string series)
    {
        var edition = WithDivisors(series);
        var cases = Gen.Choose(0, 400)
            .ArrayOf(5)
            .SelectMany(v => Gen.Choose(0, 60).ArrayOf(6).Select(more => (Votes: v, More: more)));
        Prop.ForAll(
                cases.ToArbitrary(),
                c =>
                {
                    var missing = c.More.Sum();
                    var ranges = SeatRanges.Of(edition, "lists", Valid([.. c.Votes.Select(v => (long)v)]), missing);
                    var final = edition.Evaluate(
                        "lists",
                        Valid([.. c.Votes.Select((v, i) => (long)v + c.More[i])]),
                        traced: false
                    );
                    return c.Votes.Sum() + missing == 0
                        || ranges
                            .Lists.Select((l, i) => (l, i))
                            .All(x =>
                                x.l.Least <= final.Seats[x.i] + (final.Tie?.Seats ?? 0)
                                && x.l.Most >= final.Seats[x.i]
                                && x.l.Least <= x.l.LeastReached + (final.Tie?.Seats ?? 0)
                                && x.l.Most >= x.l.MostReached
                            );
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Of_DHondtByHand_IsExact()
    {
        // 100, 60 and 40 votes for 30 seats and 5 ballots missing. The divisor 6.5 gives 15, 9 and 6 seats now.
        var ranges = SeatRanges.Of(WithDivisors("dhondt"), "lists", Valid([100, 60, 40]), 5);
        Assert.Equal([15, 9, 6], ranges.Lists.Select(l => l.Now));
        Assert.All(ranges.Lists, l => Assert.InRange(l.Now, l.Least!.Value, l.Most!.Value));
        Assert.All(ranges.Lists, l => Assert.InRange(l.Most!.Value - l.Least!.Value, 0, 2));
        Assert.StartsWith(
            "At most 5 ballots are missing; a list gets most where all are for it",
            ranges.Basis,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_SeriesWithLaterStepsShorter_HasNoBound() =>
        Assert.StartsWith(
            "There is no bound: the rule",
            SeatRanges.Of(WithDivisors("imperiali-divisor"), "lists", Valid([100, 60, 40]), 5).Basis,
            StringComparison.Ordinal
        );

    /// <summary>The invented law of the example, with a series of divisors in place of quota and remainders.</summary>
    private static Edition WithDivisors(string series)
    {
        var text = File.ReadAllText(Checkout.Path("examples/laws/xx/assembly.yaml"));
        var from = text.IndexOf("          - divide:", StringComparison.Ordinal);
        var path = Path.Combine(Directory.CreateTempSubdirectory("scrutineer-").FullName, "assembly.yaml");
        File.WriteAllText(
            path,
            text[..from] + $"          - divisor: {{ series: {series}, tie: [lot], cite: act 6, checked: text }}\n"
        );
        var problems = new Problems();
        var law = ElectoralLaw.Read(path, problems);
        Assert.Empty(problems.InOrder());
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        return law!.Editions[^1];
    }

    private static Tally Valid(IReadOnlyList<long> votes) =>
        Tally(votes) with
        {
            Invalid = new Count(0),
            BallotsInBox = new Count(votes.Sum()),
            BallotsIssued = new Count(votes.Sum()),
        };

    [Fact]
    public void Of_VotesNotKnown_IsMisuse()
    {
        var counted = new Tally { Contenders = [new Contender("A", Count.NotReported)] };
        Assert.Throws<ArgumentException>(() => SeatRanges.Of(Mazhilis.Named("2020")!, "lists", counted, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            SeatRanges.Of(Mazhilis.Named("2020")!, "lists", Tally([1]), -1)
        );
    }
}
