using System.Globalization;
using System.Text;
using Scrutineer.Counting;
using Scrutineer.Counting.Units;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Counting.Units;

public class UnitRegisterTests
{
    private const string Header = "unit,parent,level,code,name,kind,registered,from,until,follows\n";

    private static readonly DateOnly Before = new(2020, 1, 1);
    private static readonly DateOnly After = new(2021, 1, 10);

    private static (UnitRegister? Register, IReadOnlyList<string> Problems) Read(string rows)
    {
        var problems = new Problems();
        var register = UnitRegister.Read(Texts.Source("units.csv", Header + rows), problems);
        return (register, problems.Lines());
    }

    [Fact]
    public void On_RegionSplit_GivesTheTreeOfEachDay()
    {
        // South Kazakhstan became Turkistan and the city of Shymkent on 19 June 2018.
        var (register, problems) = Read(
            """
            SK,,region,,South Kazakhstan,,,,2018-06-18,
            TU,,region,,Turkistan,,,2018-06-19,,SK
            SH,,region,,Shymkent,,,2018-06-19,,SK
            s1,SK,station,1,School 1,,900,,2018-06-18,
            s1,SH,station,1,School 1,,900,2018-06-19,,
            s2,SK,station,2,School 2,,700,,2018-06-18,
            s2,TU,station,2,Turkistan school,,700,2018-06-19,,
            e1,,station,electronic,Electronic vote,electronic,50,,,
            """
        );
        Assert.Equal([], problems);
        var before = register!.On(new DateOnly(2018, 6, 18));
        var after = register.On(new DateOnly(2018, 6, 19));
        Assert.Equal(["SK/1", "SK/2", "electronic"], before.Stations.Select(s => s.Path.Text));
        Assert.Equal(["SH/1", "TU/2", "electronic"], after.Stations.Select(s => s.Path.Text));
        Assert.Equal(1650, before.RegisteredWithin(UnitPath.Whole).Sum);
        Assert.Equal(900, after.RegisteredWithin(UnitPath.Of("SH")).Sum);
        Assert.Equal(UnitKind.Electronic, after.Find(UnitPath.Of("electronic"))!.Kind);
        Assert.Equal(
            ["Split SK → SH;TU", "Moved s1 → s1", "Moved s2 → s2"],
            register
                .Between(new DateOnly(2018, 6, 18), new DateOnly(2018, 6, 19))
                .Select(c => $"{c.Kind} {string.Join(';', c.Before)} → {string.Join(';', c.After.Order())}")
        );
    }

    [Fact]
    public void Between_RenameMergeOpeningAndClosing_AreTold()
    {
        var (register, problems) = Read(
            """
            R,,region,,,,,,,
            a,R,station,,Akmola,,,,2020-06-30,
            a,R,station,,Kokshe,,,2020-07-01,,
            b,R,station,,,,,,2020-06-30,
            c,R,station,,,,,,2020-06-30,
            d,R,station,,,,,2020-07-01,,b;c
            e,R,station,,,,,2020-07-01,,
            f,R,station,,,,,,2020-06-30,
            """
        );
        Assert.Equal([], problems);
        Assert.Equal(
            ["Renamed a → a", "Merged b;c → d", "Opened  → e", "Closed f → "],
            register!
                .Between(Before, After)
                .Select(c => $"{c.Kind} {string.Join(';', c.Before)} → {string.Join(';', c.After)}")
        );
    }

    [Theory]
    [InlineData("a,b,x\nb,c,x\nc,a,x\n", "2: 3 units lie within each other in a circle: a → b → c → a.")]
    [InlineData("a,a,x\n", "2: 1 units lie within each other in a circle: a → a.")]
    [InlineData("a,,x\na,,x\n", "3: The unit 'a' is given twice for the same days (first in line 2).")]
    [InlineData("a,b,x\n", "2: 'a' lies within 'b', which is no unit of this file.")]
    [InlineData(",,x\n", "2: The row has no unit.")]
    public void Read_NoTree_IsLocated(string rows, string expected)
    {
        var problems = new Problems();
        Assert.Null(UnitRegister.Read(Texts.Source("units.csv", "unit,parent,level\n" + rows), problems));
        Assert.Contains(expected, problems.Lines());
    }

    [Fact]
    public void Read_ParentThatEndsEarlier_IsLocated()
    {
        var (register, problems) = Read("R,,region,,,,,,2020-05-31,\na,R,station,,,,,2020-01-01,,\n");
        Assert.Null(register);
        Assert.Equal(["3: 'a' lies within 'R', which does not exist on 2020-06-01."], problems);
    }

    [Fact]
    public void Read_TwoStationsOfOneCode_AreLocated()
    {
        var (_, problems) = Read("R,,region,,,,,,,\na,R,station,7,,,,,,\nb,R,station,7,,,,,,\n");
        Assert.Equal(["4: Two units within 'R' have the code '7' on the same days (first in line 3)."], problems);
    }

    [Fact]
    public void On_TreeThreeThousandDeep_IsRead()
    {
        const int depth = 3_000;
        var rows = new StringBuilder();
        for (var i = depth; i > 0; i--)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{i},{(i == 1 ? "" : i - 1)},x,,,,,,,\n");
        }

        var (register, problems) = Read(rows.ToString());
        Assert.Equal([], problems);
        Assert.Equal(depth, register!.On(After).Stations.Single().Path.Depth);
    }

    [Fact]
    public void Read_AnyTruncation_NeverThrows()
    {
        const string text =
            Header + "SK,,region,,South,,1,,2018-06-18,\ns1,SK,station,1,School,closed,900,,2018-06-18,SK\n";
        for (var length = 1; length < text.Length; length++)
        {
            UnitRegister.Read(Texts.Source("units.csv", text[..length]), new Problems());
        }

        Assert.NotNull(UnitRegister.Read(Texts.Source("units.csv", text), new Problems()));
    }
}
