using System.Globalization;
using Scrutineer.Allocation;
using Scrutineer.Counting;
using Scrutineer.Counting.Entry;
using Scrutineer.Counting.Forms;
using Scrutineer.Numerics;
using Scrutineer.Tests.Counting.Forms;

namespace Scrutineer.Tests.Counting.Entry;

/// <summary>13,549 blind entries by 45 persons of 3,707 precinct protocols of Georgia, President 2013.</summary>
public class Georgia2013Tests
{
    private static readonly FormLayout Layout = Shipped
        .Form("ge/president-2013")
        .For([.. Enumerable.Range(1, 22).Append(41).Select(i => i.ToString(CultureInfo.InvariantCulture))]);

    private static readonly Lazy<Crowd> Read = new(() =>
        Crowd.Read(Checkout.Shared("data/ge-president-2013/crowd_data.csv"))
    );

    private static Crowd Entries()
    {
        Checkout.Shared("data/ge-president-2013/crowd_data.csv");
        return Read.Value;
    }

    private static bool Same(Protocol one, Protocol other) => BlindEntry.Differing(one, other).Count == 0;

    private static string Share(IEnumerable<Protocol> protocols)
    {
        var (leader, valid) = (0L, 0L);
        var (start, count) = Layout.RangeOf("votes");
        foreach (var protocol in protocols)
        {
            leader += protocol[start + count - 1].Value ?? 0;
            valid += Enumerable.Range(start, count).Sum(c => protocol[c].Value ?? 0);
        }

        return $"{leader}/{valid} {Shown.Percent(new Rational(leader, valid), 3)}";
    }

    [Fact]
    public void Entries_FirstTwoOfEachPrecinct_AgreeIn2690()
    {
        var papers = Entries().Papers;
        Assert.Equal(13_549, papers.Sum(p => p.Consensus.Entries.Count));
        Assert.Equal(3_707, papers.Count);
        var pairs = papers.Where(p => Same(p.Consensus.Entries[0].Protocol, p.Consensus.Entries[1].Protocol)).ToList();
        Assert.Equal(2_690, pairs.Count);
        Assert.Equal(2_649, pairs.Count(p => p.Consensus.Entries[0].By != p.Consensus.Entries[1].By));
    }

    [Fact]
    public void Entries_FirstOfEachPrecinct_DifferFromTheValidatedRowIn624() =>
        Assert.Equal(624, Entries().Papers.Count(p => !Same(p.Consensus.Entries[0].Protocol, p.Validated)));

    [Fact]
    public void Consensus_TwoPersonsOnThirtyFields_SettlesEveryPrecinct()
    {
        var papers = Entries().Papers;
        Assert.Equal(30, Layout.Columns.Count);
        Assert.All(papers, p => Assert.NotNull(p.Consensus.Whole));
        Assert.Equal(8_914, papers.Sum(p => p.Consensus.AgreedAfter));
        Assert.Equal("1011918/1629698 62.092 %", Share(papers.Select(p => p.Consensus.Whole!)));
        Assert.Equal("1012126/1629265 62.122 %", Share(papers.Select(p => p.Consensus.Latest!)));
    }

    [Fact]
    public void Consensus_AgainstTheOfficialTable_DiffersIn72Precincts()
    {
        var official = Crowd.Official(Checkout.Shared("data/ge-president-2013/official.csv"));
        var papers = Entries().Papers;
        var (start, count) = Layout.RangeOf("votes");
        int Differing(Func<Consensus, Protocol> of) =>
            papers.Count(p =>
                BlindEntry
                    .Differing(of(p.Consensus), official[of(p.Consensus).Unit])
                    .Any(c => c >= start && c < start + count)
            );
        Assert.Equal("1012569/1629988 62.121 %", Share(official.Values));
        Assert.Equal(72, Differing(c => c.Whole!));
        Assert.Equal(56, Differing(c => c.Latest!));
    }

    [Fact]
    public void Consensus_FirstAndLastAgreement_DifferIn84AndR1CatchesAThirdOfTheErrors()
    {
        var official = Crowd.Official(Checkout.Shared("data/ge-president-2013/official.csv"));
        var papers = Entries().Papers;
        var (start, _) = Layout.RangeOf("votes");
        var changed = papers
            .Select(p => BlindEntry.Differing(p.Consensus.Whole!, p.Consensus.Latest!))
            .Where(columns => columns.Count > 0)
            .ToList();
        Assert.Equal((84, 39), (changed.Count, changed.Count(columns => columns[^1] >= start)));
        var broken = papers
            .Select(p => p.Consensus.Whole!)
            .Where(p => Layout.Check(p.Values, p.States).Broken.Any(b => b.Relation.Code == "R1"))
            .ToList();
        Assert.Equal(92, broken.Count);
        Assert.Equal(24, broken.Count(p => BlindEntry.Differing(p, official[p.Unit]).Any(c => c >= start)));
    }

    [Fact]
    public void Table_OfClerks_HasFortyFiveAndItsErrorsAddUp()
    {
        var papers = Entries().Papers;
        var table = ClerkRecord.Table(papers.Select(p => p.Consensus));
        Assert.Equal(45, table.Count);
        Assert.Equal(13_549, table.Sum(c => c.Entries));
        Assert.Equal(13_549 * 30, table.Sum(c => c.Fields));
        Assert.True(table.Zip(table.Skip(1)).All(pair => pair.First.EntryErrorRate >= pair.Second.EntryErrorRate));
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Join(
                '\n',
                table.Select(c =>
                    $"{c.By}: {c.WrongEntries} of {c.Entries} entries wrong, {Shown.Percent(c.EntryErrorRate)}; {c.WrongFields} fields"
                )
            )
        );
        Assert.Equal(new ClerkRecord("22", 103, 47, 3_090, 129), table[0]);
        Assert.Equal(new ClerkRecord("33", 10, 0, 300, 0), table[^1]);
        Assert.Equal(new ClerkRecord("38", 1_279, 215, 38_370, 320), table.MaxBy(c => c.Entries));
    }

    [Fact]
    public void FurtherEntry_AdaptiveReplay_StopsEarlierForCarefulPairs()
    {
        var papers = Entries().Papers;
        var rates = ClerkRecord
            .Table(papers.Select(p => p.Consensus))
            .ToDictionary(c => c.By, c => c.CautiousFieldErrorRate, StringComparer.Ordinal);
        var wanted = papers.Count(p =>
            FurtherEntry
                .Of(Consensus.Of([.. p.Consensus.Entries.Take(2)]), rates, new Rational(1, 20), new Rational(1, 200))
                .Wanted
        );
        // At least those whose first two entries differ, or are one person's, need a third.
        Assert.True(wanted >= 3_707 - 2_649);
        Assert.True(wanted < 3_707);
    }

    [Fact]
    public void Official_Table_BreaksTheRelationsAsOftenAsTheFormSays()
    {
        var official = Crowd.Official(Checkout.Shared("data/ge-president-2013/official.csv"));
        var complete = official.Values.Where(p => p.States.IndexOfAnyExcept(CountState.Known) < 0).ToList();
        var broken = complete
            .SelectMany(p => Layout.Relations.Where(r => r.Check(p.Values, []).Result == RelationResult.Broken))
            .CountBy(r => r.Code)
            .ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        Assert.Equal(3_655, complete.Count);
        Assert.Equal((4, 2, 1, 1, 3), (broken["R1"], broken["R2"], broken["R3"], broken["R4"], broken["R5"]));
        Assert.Equal(3_230, complete.Count - broken["R6"]);
    }
}
