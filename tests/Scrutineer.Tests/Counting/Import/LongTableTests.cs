using Scrutineer.Counting;
using Scrutineer.Counting.Totals;

namespace Scrutineer.Tests.Counting.Import;

/// <summary>Tables with one figure a row, as statistical offices publish them.</summary>
public sealed class LongTableTests
{
    private const string Mapping = """
        scrutineer-mapping: "1"
        mapping: long
        title: A long table
        form: forms/test.yaml
        encoding: utf-8
        separator: ","
        header-line: 1
        layout: long
        long: { key: what, value: number }
        units:
          - { level: region, columns: [region] }
          - { level: station, columns: [station] }
        fields: { registered: voters, issued: issued, invalid: spoilt, remarks: remarks }
        lists: { A: "for A", B: "for B" }

        """;

    [Fact]
    public void Read_FiguresOfOneStationFarApart_AreOneProtocol()
    {
        var table = TestTables.ReadText(
            "region,station,what,number\nN,1,voters,100\nN,2,voters,200\nN,1,for A,29\nN,1,issued,50\nN,1,for B,20\n"
                + "N,2,for A,\nN,1,spoilt,1\n",
            Mapping
        );
        Assert.Equal(2, table.Count);
        Assert.Equal([new(100), new(50), new(1), Count.NotReported, new(29), new(20)], table[0].Figures);
        Assert.Equal(
            [new(200), Count.NotReported, Count.NotReported, Count.NotReported, Count.Blank, Count.NotReported],
            table[1].Figures
        );
        Assert.Equal(300, (long)ProtocolCount.Of(table).Whole.Columns[0].Sum);
    }

    [Fact]
    public void Read_FigureTwiceAndFigureUnknown_AreLeftOutAndTold()
    {
        var count = ProtocolCount.Of(
            TestTables.ReadText(
                "region,station,what,number\nN,1,voters,100\nN,1,voters,100\nN,1,voters,101\nN,1,dogs,3\n",
                Mapping
            )
        );
        Assert.Equal(100, (long)count.Whole.Columns[0].Sum);
        Assert.Equal([4], count.Findings.Where(f => f.Code == "figure-twice").Select(f => f.Where!.Value.Line));
        Assert.Equal([5], count.Findings.Where(f => f.Code == "figure-unknown").Select(f => f.Where!.Value.Line));
        Assert.Equal(2, count.LeftOut.Sum(l => l.Rows));
    }
}
