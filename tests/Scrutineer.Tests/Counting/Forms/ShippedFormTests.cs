using Scrutineer.Counting;
using Scrutineer.Counting.Forms;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Counting.Forms;

public class ShippedFormTests
{
    public static TheoryData<string, string> All => Shipped.All();

    [Theory]
    [MemberData(nameof(All))]
    public void Read_ShippedForm_HasNoProblemAndNamesEveryCode(string name, string variant)
    {
        var form = Shipped.Form(name, variant);
        Assert.Equal(name.Replace('/', '-'), form.File.Id);
        Assert.All(form.Relations, r => Assert.Equal(["clerk", "coordinator"], r.Text.Keys));
        Assert.NotNull(form.ListField);
    }

    // The first station of the published table: Altai, commission 592, State Duma 2021.
    private static readonly long[] Altai592 =
    [
        385,
        380,
        0,
        140,
        38,
        202,
        38,
        140,
        4,
        174,
        0,
        0,
        57,
        2,
        11,
        16,
        49,
        26,
        0,
        1,
        2,
        4,
        0,
        2,
        0,
        4,
    ];

    private static FormLayout Duma =>
        Shipped.Form("ru/duma-2021").For([.. Enumerable.Range(1, 14).Select(i => $"L{i}")]);

    [Fact]
    public void Check_StationOfDuma2021_Holds() => Assert.Same(ProtocolCheck.Clean, Duma.Check(Altai592, []));

    [Fact]
    public void Check_OneVoteMore_BreaksTheSumOfVotesByOne()
    {
        var values = Altai592.ToArray();
        values[12]++;
        var broken = Assert.Single(Duma.Check(values, []).Broken);
        Assert.Equal("R3", broken.Relation.Code);
        Assert.Equal(((Allocation.Rational)174, (Allocation.Rational)175), (broken.Outcome.Left, broken.Outcome.Right));
    }

    [Fact]
    public void Check_BlankField_CannotBeToldAndIsAFault()
    {
        var layout = Duma;
        var values = Altai592.ToArray();
        var states = Enumerable.Repeat(CountState.Known, values.Length).ToArray();
        values[8] = 0;
        states[8] = CountState.Blank;
        var check = layout.Check(values, states);
        Assert.Empty(check.Broken);
        Assert.Equal("R2", Assert.Single(check.Untold).Code);
        Assert.Equal(FieldFaultKind.RequiredAndBlank, Assert.Single(check.Faults).Kind);
    }

    [Fact]
    public void Check_EmptyBoxes_IsANoticeOnly()
    {
        // Arkhangelsk, commission 481: 48 ballots issued and no ballot in any box, as published.
        long[] values = [137, 130, 0, 48, 0, 82, 0, 0, 0, 0, 0, 0, .. new long[14]];
        var check = Duma.Check(values, []);
        Assert.Equal([], check.Codes(Severity.Error));
        Assert.Equal(["R6"], check.Codes(Severity.Notice));
    }
}
