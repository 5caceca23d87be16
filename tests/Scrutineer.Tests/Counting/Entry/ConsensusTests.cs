using Scrutineer.Allocation;
using Scrutineer.Counting;
using Scrutineer.Counting.Entry;
using Scrutineer.Counting.Forms;
using Scrutineer.Tests.Counting.Forms;

namespace Scrutineer.Tests.Counting.Entry;

public class ConsensusTests
{
    private static readonly FormLayout Layout = Shipped.Form("ge/president-2013").For(["41", "5"]);

    private static BlindEntry By(string clerk, params long[] figures) =>
        new(
            clerk,
            new Protocol(Layout, UnitPath.Of("3", "26"), CopyKind.FirstEntry, [.. figures.Select(f => new Count(f))])
        );

    private static readonly long[] Paper = [1183, 6, 192, 561, 687, 1100, 23, 441, 144];

    private static long[] Misread(int column, long value)
    {
        var figures = Paper.ToArray();
        figures[column] = value;
        return figures;
    }

    [Fact]
    public void Of_TwoPersonsAgreeAfterAThird_SettlesOnTheirFigures()
    {
        var paper = Consensus.Of([By("38", Misread(7, 444)), By("32", Paper), By("18", Paper)]);
        Assert.Equal(3, paper.AgreedAfter);
        Assert.Equal(441, paper.Whole![7].Value);
        Assert.Empty(paper.Open);
    }

    [Fact]
    public void Of_OnePersonTwice_IsOneReader()
    {
        var paper = Consensus.Of([By("38", Paper), By("38", Paper)]);
        Assert.Null(paper.Whole);
        Assert.Equal(9, paper.Open.Count);
    }

    [Fact]
    public void Of_DifferentErrorsInEach_AgreesByFieldAndNotInTheWhole()
    {
        var paper = Consensus.Of([By("a", Misread(7, 1)), By("b", Misread(8, 2)), By("c", Misread(0, 3))]);
        Assert.Null(paper.Whole);
        Assert.Empty(paper.Open);
        Assert.Equal(Paper, paper.ByField.Select(f => f!.Figure.Value!.Value));
    }

    [Fact]
    public void Of_LaterAgreementOnSomethingElse_KeepsBoth()
    {
        var wrong = Misread(8, 1144);
        var paper = Consensus.Of([By("a", wrong), By("b", wrong), By("c", Paper), By("d", Paper)]);
        Assert.Equal((1144, 144), (paper.Whole![8].Value, paper.Latest![8].Value));
        Assert.Equal(2, paper.AgreedAfter);
    }

    [Fact]
    public void Table_ThreeClerks_CountsEntriesAndFields()
    {
        var table = ClerkRecord.Table([
            Consensus.Of([By("a", Paper), By("b", Misread(0, 1)), By("c", Paper)]),
            Consensus.Of([By("a", Paper), By("c", Paper)]),
        ]);
        Assert.Equal(["b", "a", "c"], table.Select(c => c.By));
        Assert.Equal(new ClerkRecord("b", 1, 1, 9, 1), table[0]);
        Assert.Equal((Rational.One, new Rational(1, 9)), (table[0].EntryErrorRate, table[0].FieldErrorRate));
        Assert.Equal(new Rational(1, 20), table[1].CautiousFieldErrorRate);
    }

    [Fact]
    public void FurtherEntry_CarelessPairThatAgrees_AsksForAnother()
    {
        var paper = Consensus.Of([By("a", Paper), By("b", Paper)]);
        var rates = new Dictionary<string, Rational>(StringComparer.Ordinal) { ["a"] = new(1, 10), ["b"] = new(1, 10) };
        var careless = FurtherEntry.Of(paper, rates, new Rational(1, 20), new Rational(1, 100));
        Assert.True(careless.Wanted);
        Assert.Equal(new Rational(9, 100), careless.Risk);
        rates["b"] = new Rational(1, 1000);
        Assert.False(FurtherEntry.Of(paper, rates, new Rational(1, 20), new Rational(1, 100)).Wanted);
    }

    [Fact]
    public void FurtherEntry_OpenField_AsksForAnotherWhateverTheRisk()
    {
        var wanted = FurtherEntry.Of(
            Consensus.Of([By("a", Paper), By("b", Misread(3, 0))]),
            new Dictionary<string, Rational>(StringComparer.Ordinal),
            Rational.Zero,
            Rational.One
        );
        Assert.True(wanted.Wanted);
        Assert.Equal([3], wanted.Open);
    }

    [Fact]
    public void Of_NoEntryOrOneReader_IsMisuse()
    {
        Assert.Throws<ArgumentException>(() => Consensus.Of([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Consensus.Of([By("a", Paper)], readers: 1));
    }
}
