using Scrutineer.Storage;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;

namespace Scrutineer.Web.Tests;

/// <summary>The order in which clerks take papers.</summary>
public sealed class FreePapersTests : IAsyncDisposable
{
    private const int Stations = 3_000;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-papers-");
    private ElectionDatabase? database;
    private RecordStore? store;

    public async ValueTask DisposeAsync()
    {
        await (store?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (database?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Delete(true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(60)]
    [InlineData(97)]
    public async Task FreeFor_AClerk_NamesEveryPaperOnce(int stations)
    {
        var night = await OfAsync(stations);
        var papers = night.FreeFor("clerk-1", Roles.Clerk).Select(s => s.Entry.Unit).ToList();
        Assert.Equal(stations, papers.Count);
        Assert.Equal(stations, papers.Distinct().Count());
    }

    /// <summary>
    /// Two hundred clerks on servers that know nothing of each other, when 900 papers of 3,000 are left in one row: of 200 draws
    /// from 900, 179 are expected to be different. With a common order all would reach for the first of the row.
    /// </summary>
    [Fact]
    public async Task FreeFor_TwoHundredClerksAndFewPapers_SeldomReachForTheSame()
    {
        var night = await OfAsync(Stations);
        var left = night.All.Skip(1_000).Take(900).Select(s => s.Entry.Unit).ToHashSet();
        var first = Enumerable
            .Range(0, 200)
            .Select(i => night.FreeFor($"clerk-{i}", Roles.Clerk).First(s => left.Contains(s.Entry.Unit)).Entry.Unit)
            .Distinct();
        Assert.InRange(first.Count(), 165, 200);
    }

    private async Task<ElectionNight> OfAsync(int stations)
    {
        database = await ElectionDatabase.OpenAsync(Path.Combine(folder.FullName, "night.db"), "x");
        store = new RecordStore(database);
        return new ElectionNight(Nation.Of(stations), store, TimeProvider.System);
    }
}
