using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Counting;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Totals;

namespace Scrutineer.Tests.Counting.Import;

/// <summary>The fast reader against a naive one, over tables made at random.</summary>
public sealed class TableReaderTests : IDisposable
{
    private static readonly int Tables = Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1" ? 5_000 : 100;

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Read_RandomTable_IsWhatTheNaiveReaderReads() =>
        ForAll(
            (seed, rows) =>
            {
                var made = new RandomTable(seed, rows);
                var table = Read(made);
                var naive = NaiveReader.Read(made);
                Assert.Equal(naive.Count, table.Count);
                foreach (var (index, row) in naive.Index())
                {
                    Assert.Equal(row.Station, table.StationOf(index));
                    Assert.Equal(row.Line, table.LineOf(index));
                    Assert.Equal(row.Figures, table[index].Figures);
                }
            }
        );

    [Fact]
    public void Count_RandomTable_HasTheNaiveSumsAtEveryLevel() =>
        ForAll((seed, rows) => AssertSums(new RandomTable(seed, rows), threads: 2));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 5)]
    [InlineData(4, 2)]
    public void Count_TableOfManyBlocks_IsTheSameForAnyNumberOfThreads(int seed, int threads)
    {
        var made = new RandomTable(seed, 40_000);
        Assert.True(made.Bytes.Length > 2 << 20, "the table must be longer than a block");
        AssertSums(made, threads);
    }

    [Fact]
    public void LineageOf_Row_IsWhereItsBytesAre()
    {
        var made = new RandomTable(5, 30_000);
        var bytes = made.Bytes;
        var table = Read(made, threads: 2);
        var unit = made.Encoding == TextEncoding.Utf16 ? 2 : 1;
        for (var row = 0; row < table.Count; row += 997)
        {
            var lineage = table.LineageOf(row);
            var line = bytes.AsSpan(0, (int)lineage.ByteOffset).Count((byte)'\n') + 1;
            Assert.Equal(line, lineage.Line);
            Assert.Equal((byte)'\n', bytes[lineage.ByteOffset - unit]);
        }
    }

    private void AssertSums(RandomTable made, int threads)
    {
        var count = ProtocolCount.Of(Read(made, threads));
        var counted = NaiveReader.Counted(NaiveReader.Read(made));
        Assert.Equal(counted.Count, count.Whole.Stations);
        Assert.Equal(NaiveReader.Sum(counted), count.Whole.Columns);
        Assert.Equal(
            counted
                .GroupBy(r => r.Region)
                .OrderBy(g => g.Key)
                .Select(g => (g.Key, g.Count(), string.Join(' ', NaiveReader.Sum(g)))),
            count.By("region").OrderBy(u => u.Unit).Select(u => (u.Unit, u.Stations, string.Join(' ', u.Columns)))
        );
        Assert.Equal(
            counted.Select(r => (r.Station, string.Join(' ', r.Figures))),
            count.By("station").Select(u => (u.Unit, string.Join(' ', u.Columns.Select(Figure))))
        );
    }

    private static Count Figure(ColumnTotal one) =>
        one.Known > 0 ? new Count((long)one.Sum)
        : one.Blank > 0 ? Count.Blank
        : one.Illegible > 0 ? Count.Illegible
        : Count.NotReported;

    private ProtocolTable Read(RandomTable made, int threads = 0)
    {
        File.WriteAllBytes(path, made.Bytes);
        return TestTables.Read(path, made.Mapping, threads);
    }

    private static void ForAll(Action<int, int> property) =>
        Prop.ForAll(
                (
                    from seed in Gen.Choose(0, int.MaxValue - 1)
                    from rows in Gen.Choose(0, 80)
                    select (seed, rows)
                ).ToArbitrary(),
                c => property(c.seed, c.rows)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Tables).WithReplay(20130, 27));
}
