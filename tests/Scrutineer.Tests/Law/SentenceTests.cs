using System.Reflection;
using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;

namespace Scrutineer.Tests.Law;

/// <summary>
/// No field of a rule is silent: changing its value changes the sentence in which the law is printed and the derivation is
/// written. Where a field has meaning only beside others, every example that can be written is tried.
/// </summary>
public class SentenceTests
{
    private static readonly Bound Seven = Bound.Parse("at least 7 %")!;

    private static readonly Hurdle FivePerCent = new()
    {
        Share = Bound.Parse("at least 5 %"),
        Of = BaseName.ValidVotes,
    };

    private static readonly Hurdle ThreeSeats = new() { Seats = Bound.Parse("at least 3"), In = "districts" };

    private static readonly Hurdle OneQuotaInTwoRegions = new()
    {
        Quotas = Bound.Parse("at least 1"),
        Of = BaseName.ValidVotes,
        In = "districts",
        At = "region",
        Places = Bound.Parse("at least 2"),
    };

    private static readonly Series Dhondt = (Series)Series.TextForm.Parse("dhondt")!;

    /// <summary>Rules in each of the forms in which a file can write them.</summary>
    private static readonly Rule[] Examples =
    [
        new Admit { Share = Seven, Of = BaseName.ValidVotes },
        new Admit { NextByVotes = 1 },
        new Require
        {
            Turnout = BaseName.BallotsIssued,
            Share = Seven,
            Of = BaseName.Registered,
        },
        new Divide { Quota = QuotaName.Hare, Of = BaseName.VotesOfAdmitted },
        new Guarantee { To = "second-party", Seats = Bound.Parse("at least 2")! },
        new Remainders(),
        new Elect { Seats = 1, By = ElectMeasure.MostVotes },
        new Elect
        {
            Seats = 1,
            By = ElectMeasure.MostVotes,
            Share = Seven,
            Of = BaseName.ValidVotes,
        },
        new Elect
        {
            Seats = 1,
            By = ElectMeasure.Share,
            Share = Seven,
            Of = BaseName.ValidVotes,
        },
        new Elect
        {
            Seats = 3,
            By = ElectMeasure.Share,
            Share = Seven,
            Of = BaseName.ValidVotes,
        },
        new RepeatVote { By = ElectMeasure.MostVotes },
        new RepeatVote
        {
            By = ElectMeasure.MostVotes,
            Share = Seven,
            Of = BaseName.ValidVotes,
        },
        new RepeatVote
        {
            By = ElectMeasure.Share,
            Share = Seven,
            Of = BaseName.ValidVotes,
        },
        new Fill { ChosenBy = "the party", Vacancy = "the next on the list" },
        new Stop(),
        new Admit { Any = [FivePerCent, ThreeSeats] },
        new Admit { Any = [OneQuotaInTwoRegions] },
        new Admit { All = [FivePerCent, ThreeSeats] },
        new Admit { Brackets = [FivePerCent with { For = ListKind.Coalition }, FivePerCent] },
        new Divide
        {
            Quota = QuotaName.Imperiali,
            Of = BaseName.VotesOfAdmitted,
            OverAward = OverAwardRule.TakeFromSmallestRemainder,
        },
        new Guarantee
        {
            With = Bound.Parse("more than 1/2"),
            Of = BaseName.VotesForLists,
            Seats = Bound.Parse("more than 1/2")!,
            From = GuaranteeFrom.LastSeatGiven,
        },
        new Remainders { By = RemainderMeasure.HighestAverage },
        new Apportion
        {
            To = "county",
            By = ApportionMeasure.Population,
            Series = Dhondt,
        },
        new Apportion
        {
            To = "county",
            By = ApportionMeasure.Votes,
            Quota = QuotaName.Hare,
        },
        new Divisor { Series = Dhondt },
        new Divisor
        {
            Series = Dhondt,
            Within = JoinLevel.Alliance,
            SeatsOf = "agreements",
        },
        new Join(),
        new TransferableVote(),
        new Bonus { Seats = 50 },
        new Bonus
        {
            Seats = 20,
            Share = Seven,
            Of = BaseName.ValidVotes,
            OneMorePer = new Rational(1, 200),
            AtMost = 50,
        },
        new Weigh { In = "district" },
        new Biproportion
        {
            To = "district",
            Lists = "upper",
            Series = Dhondt,
        },
        new Carry { From = "region", Quota = QuotaName.Droop },
        new Deduct { SeatsOf = "districts" },
        new Enlarge
        {
            Series = Dhondt,
            In = "land",
            Direct = "districts",
            First = "first",
            Claim = ClaimMeasure.LargerOfDirectAndMean,
        },
        new Limit { Again = ["whole"] },
        new Cover { SeatsOf = "districts", In = "land" },
        new Level { Series = Dhondt, Counting = ["county-seats"] },
        new Level { Quota = QuotaName.Hare, Counting = ["county-seats"] },
        new Level
        {
            Series = Dhondt,
            Counting = ["county-seats"],
            Excess = Excess.GivenBack,
        },
        new Place
        {
            To = "county",
            By = PlaceMeasure.QuotientOverAverage,
            Series = Dhondt,
        },
        new Place
        {
            To = "county",
            By = PlaceMeasure.WithinList,
            Series = Dhondt,
        },
        new Place
        {
            To = "county",
            By = PlaceMeasure.LargestQuotient,
            Series = Dhondt,
        },
    ];

    /// <summary>Fields that have a meaning only beside another: a base without a share is refused by the reader.</summary>
    private static bool IsWritten(Rule rule, FieldAttribute field) =>
        (rule, field.Name) switch
        {
            (Admit { NextByVotes: not null }, "share" or "of" or "exempt" or "instead-of") => false,
            (Admit { Any.Count: 0, All.Count: 0, Brackets.Count: 0 }, "instead-of") => false,
            (Admit { Share: null, NextByVotes: null }, "share" or "of" or "next-by-votes") => false,
            (Admit { Any.Count: 0 }, "any") or (Admit { All.Count: 0 }, "all") => false,
            (Admit { Brackets.Count: 0 }, "brackets") => false,
            (Divide { OverAward: not OverAwardRule.TakeFromSmallestRemainder }, "tie") => false,
            (Guarantee { With: null }, "with" or "of" or "from" or "tie") => false,
            (Guarantee { With: not null }, "to") => false,
            (Apportion { Series: not null } or Level { Series: not null }, "quota") => false,
            (Apportion { Series: null } or Level { Series: null }, "series") => false,
            (Bonus { Share: null }, "share" or "of" or "one-more-per" or "at-most") => false,
            (Divisor { Within: null }, "within" or "seats-of") => false,
            (Divisor { Within: not null }, "at-least") => false,
            (Level { Excess: not Excess.GivenBack }, "given-back-from") => false,
            (Place { By: PlaceMeasure.WithinList }, "each-place") => false,
            (Place { By: not PlaceMeasure.WithinList }, "at-least") => false,
            (Admit { Share: not null }, "next-by-votes") => false,
            (Elect { Share: null } or RepeatVote { Share: null }, "of" or "share") => false,
            _ => true,
        };

    public static TheoryData<string, string, int> Fields
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var (index, rule) in Examples.Index())
            {
                foreach (var (_, written) in FieldReader.Fields(rule.GetType()))
                {
                    // The article and how it was checked are printed beside the sentence.
                    if (written.Name is not ("cite" or "checked") && IsWritten(rule, written))
                    {
                        data.Add(rule.GetType().Name, written.Name, index);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Sentence_FieldChanges_SentenceChanges(string kind, string field, int example)
    {
        var rule = Examples[example];
        var property = FieldReader.Fields(rule.GetType()).Single(f => f.Field.Name == field).Property;
        var before = rule.Sentence();
        Assert.EndsWith(".", before, StringComparison.Ordinal);
        var sentences = Values(property.PropertyType, property.GetValue(rule))
            .Select(v => With(rule, property, v).Sentence())
            .ToList();
        Assert.True(
            sentences.Count > 0 || property.PropertyType == typeof(QuotaName),
            $"{kind}.{field} has no other value"
        );
        Assert.DoesNotContain(before, sentences);
        Assert.Equal(sentences.Count, sentences.Distinct().Count());
    }

    [Fact]
    public void Examples_HoldEveryKindOfRule() =>
        Assert.Equal(
            RuleEntry.Kinds.Values.Select(t => t.Name).Order(),
            Examples.Select(e => e.GetType().Name).Distinct().Order()
        );

    [Fact]
    public void Sentence_Condition_StandsBeforeIt()
    {
        var rule = new Stop();
        var sentences = new[] { null, "exactly 0", "exactly 1", "at least 2", "fewer than 2", "more than 1" }
            .Select(b =>
                b is null ? null : new When([KeyValuePair.Create(WhenCount.Admitted, Bound.Parse(b)!)], null, default)
            )
            .Append(new When([], "threshold", default))
            .Append(new When([], "second-party", default))
            .Select(w => Entry(rule, w).Sentence())
            .ToList();
        Assert.Equal(sentences.Count, sentences.Distinct().Count());
    }

    [Theory]
    [InlineData("electorate", "nobody")]
    [InlineData("seats", "11")]
    [InlineData("constituency", "district")]
    [InlineData("ballot", "approval")]
    [InlineData("nominated-by", "anybody")]
    [InlineData("appointed-by", "the President")]
    [InlineData("renewed", "half every three years")]
    [InlineData("vacancy", "a by-election")]
    public void Sentence_FieldOfAContestChanges_PrintedLawChanges(string field, string value)
    {
        var edition = LawText.Mazhilis.Named("2020")!;
        var changed = edition.Under([], ($"contests.lists.{field}", value));
        Assert.NotEqual(Print(edition), Print(changed));
    }

    [Theory]
    [InlineData("body.majorities.simple.seats", "at least 1/2")]
    [InlineData("body.majorities.simple.decides", "nothing")]
    [InlineData("ballot.against-all", "on-ballot")]
    [InlineData("bases.participants.means", "ballots-in-box")]
    [InlineData("body.seats", "108")]
    public void Sentence_FieldOfAnEditionChanges_PrintedLawChanges(string path, string value)
    {
        var edition = LawText.Mazhilis.Named("2020")!;
        Assert.NotEqual(Print(edition), Print(edition.Under([], (path, value))));
    }

    [Fact]
    public void Print_EveryEdition_NamesEveryRuleAndReading()
    {
        foreach (var edition in LawText.Mazhilis.Editions)
        {
            var provisions = LawWords.Of(edition);
            Assert.Equal(provisions.Count, provisions.Select(p => p.Path).Distinct().Count());
            foreach (var (name, contest) in edition.Text.Contests)
            {
                foreach (var rule in contest.Rules)
                {
                    var provision = provisions.Single(p => p.Path == $"{name}.{rule.Id}");
                    Assert.Equal(rule.Beside.Readings.Keys, provision.Others.Select(o => o.Name));
                    Assert.All(provision.Others, o => Assert.NotEqual(provision.Sentence, o.Sentence));
                }
            }
        }
    }

    private static string Print(Edition edition) =>
        LawWords.Head(edition) + string.Join('\n', LawWords.Of(edition).Select(p => p.Sentence));

    private static RuleEntry Entry(Rule rule, When? when) =>
        new()
        {
            Id = "rule",
            Kind = "stop",
            Rule = rule,
            At = new Location("law.yaml"),
            Beside = new RuleEntry.Siblings { When = when },
        };

    private static Rule With(Rule rule, PropertyInfo property, object? value)
    {
        var copy = (Rule)
            typeof(Rule).GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance)!.Invoke(rule, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    /// <summary>Values that differ from the present one, and from each other.</summary>
    private static IEnumerable<object?> Values(Type type, object? now)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        IEnumerable<object?> values =
            plain.IsEnum ? Enum.GetValues(plain).Cast<object?>()
            : plain == typeof(int) ? [1, 2, 5]
            : plain == typeof(string) ? ["one thing", "another thing"]
            : plain == typeof(Bound)
                ? new[] { "at least 5 %", "more than 5 %", "more than 1/2" }.Select(b => Bound.Parse(b))
            : plain == typeof(IReadOnlyList<TieRule>)
                ?
                [
                    new[] { TieRule.Lot },
                    new[] { TieRule.EarlierRegistration },
                    new[] { TieRule.MoreVotes },
                    new[] { TieRule.Lot, TieRule.MoreVotes },
                ]
            : plain == typeof(QuotientWeight)
                ?
                [
                    new QuotientWeight { Of = "second-party", QuotientTimes = new Rational(7, 10) },
                    new QuotientWeight { Of = "threshold", QuotientTimes = new Rational(7, 10) },
                    new QuotientWeight { Of = "second-party", QuotientTimes = new Rational(3, 4) },
                ]
            : plain == typeof(IReadOnlyList<Scrutineer.Allocation.Transferable.TieRule>)
                ?
                [
                    new[] { Scrutineer.Allocation.Transferable.TieRule.Lot },
                    new[] { Scrutineer.Allocation.Transferable.TieRule.LatestDifference },
                ]
            : plain == typeof(IReadOnlyList<Hurdle>)
                ? new[]
                {
                    FivePerCent with
                    {
                        Where = HurdleScope.Anywhere,
                    },
                    ThreeSeats with
                    {
                        Members = Seven,
                    },
                }.Select(h => new[] { h, h with { Of = BaseName.VotesForLists } })
            : plain == typeof(IReadOnlyList<ListKind>)
                ? [new[] { ListKind.Minority }, new[] { ListKind.Minority, ListKind.Coalition }]
            : plain == typeof(IReadOnlyList<string>) ? [new[] { "one" }, new[] { "one", "another" }]
            : plain == typeof(Rational) ? [new Rational(9, 5), new Rational(3, 2)]
            : plain == typeof(Series) ? new[] { "dhondt", "sainte-lague 1.4" }.Select(t => Series.TextForm.Parse(t))
            : throw new NotSupportedException($"the test knows no values of {plain.Name}");
        return values.Where(v => !Equals(Comparable(v), Comparable(now)));
    }

    private static object? Comparable(object? value) => value is Series series ? series.Written : value;
}
