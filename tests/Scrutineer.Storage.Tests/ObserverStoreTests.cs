using System.Text;

namespace Scrutineer.Storage.Tests;

/// <summary>Devices of observers and the files that they send, on both databases.</summary>
public sealed class ObserverStoreTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>, IDisposable
{
    private static readonly DateTimeOffset Now = new(2021, 1, 10, 7, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Key = [1, 2, 3];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-observers-");

    public static TheoryData<Dialect> Both => [Dialect.Sqlite, Dialect.PostgreSql];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Join_ByALink_GivesTheAccountOneDevice(Dialect dialect)
    {
        await using var database = await OpenAsync(dialect);
        var (accounts, devices) = (new AccountStore(database), new DeviceStore(database));
        await accounts.AddAsync("swallow-3", "observer", Now);
        await accounts.AddAsync("swallow-4", "observer", Now);
        var link = await LinkAsync(accounts, "swallow-3");
        Assert.Null(await devices.JoinAsync(link, Key, "ecdsa-p256", Now.AddHours(2)));
        Assert.Null(await devices.FindAsync("swallow-3"));
        Assert.Equal("swallow-3", await devices.JoinAsync(link, Key, "ecdsa-p256", Now));
        Assert.Equal("swallow-3", await devices.JoinAsync(link, Key, "ecdsa-p256", Now));
        Assert.Null(await devices.JoinAsync(link, [4], "ecdsa-p256", Now));
        Assert.Equal(Key, (await devices.FindAsync("swallow-3"))!.Spki);
        Assert.Equal(["swallow-3"], await devices.JoinedAsync());

        // A key belongs to one account; the other link is not used up by trying.
        var other = await LinkAsync(accounts, "swallow-4");
        Assert.Null(await devices.JoinAsync(other, Key, "ecdsa-p256", Now));
        Assert.Equal("swallow-4", await devices.JoinAsync(other, [5], "ecdsa-p256", Now));

        await devices.JoinAsync(await LinkAsync(accounts, "swallow-3"), [6], "ecdsa-p256", Now);
        Assert.Equal([6], (await devices.FindAsync("swallow-3"))!.Spki);
        await accounts.DisableAsync("swallow-3", true);
        Assert.Null(await devices.FindAsync("swallow-3"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Link_OfOnePurpose_IsOfNoUseForAnother(Dialect dialect)
    {
        await using var database = await OpenAsync(dialect);
        var (accounts, devices) = (new AccountStore(database), new DeviceStore(database));
        await accounts.AddAsync("clerk-1", "clerk", Now);
        var password = await accounts.LinkAsync("clerk-1", Now, TimeSpan.FromHours(1));
        Assert.Null(await devices.JoinAsync(password, Key, "ecdsa-p256", Now));
        var device = await LinkAsync(accounts, "clerk-1");
        Assert.Null(await accounts.OfLinkAsync(device, Now));
        Assert.False(await accounts.UseLinkAsync(device, "hash", Now));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Add_AFile_IsKeptOnceAndPurgedForGood(Dialect dialect)
    {
        await using var database = await OpenAsync(dialect);
        var (accounts, files) = (new AccountStore(database), new FileStore(database));
        await accounts.AddAsync("swallow-3", "observer", Now);
        await accounts.AddAsync("swallow-4", "observer", Now);
        var file = new StoredFile("image/jpeg", Encoding.UTF8.GetBytes("a picture"));
        var (first, second) = (new string('a', 64), new string('b', 64));
        var stored = await files.AddAsync("swallow-3", first, file);
        Assert.Equal(stored, await files.AddAsync("swallow-3", second, file));
        Assert.Equal(stored, await files.AddAsync("swallow-4", first, file));
        Assert.Equal([first, second], (await files.ReceivedAsync("swallow-3")).Keys.Order(StringComparer.Ordinal));
        Assert.Equal("image/jpeg", (await files.FindAsync(stored))!.Type);

        // A copy of the database holds them all.
        var copy = Path.Combine(folder.FullName, "copy");
        await Backup.WriteAsync(database, copy);
        await using (var restored = await OpenAsync(Dialect.Sqlite))
        {
            await Backup.RestoreAsync(restored, copy);
            Assert.Equal(file.Bytes, (await new FileStore(restored).FindAsync(stored))!.Bytes);
            Assert.Equal(stored, (await new FileStore(restored).ReceivedAsync("swallow-4"))[first]);
        }

        Assert.True(await files.PurgeAsync(stored));
        Assert.False(await files.PurgeAsync(stored));
        Assert.Null(await files.FindAsync(stored));
        Assert.Equal(stored, await files.AddAsync("swallow-3", first, file));
        Assert.Null(await files.FindAsync(stored));
    }

    /// <summary>Two servers on one database count together, whatever comes at once; a restart and a copy forget nothing.</summary>
    [Theory]
    [MemberData(nameof(Both))]
    public async Task Take_ThroughTwoServersAtOnce_StopsAtTheQuota(Dialect dialect)
    {
        var target = dialect == Dialect.Sqlite ? Path.Combine(folder.FullName, "quota.db") : cluster.NewDatabase();
        var copy = Path.Combine(folder.FullName, "copy-of-quota");
        DeviceKey device;
        DeviceKey second;
        await using (var one = await ElectionDatabase.OpenAsync(target))
        await using (var other = await ElectionDatabase.OpenAsync(target))
        {
            device = await JoinedAsync(one, "swallow-3", 1);
            second = await JoinedAsync(one, "swallow-4", 2);
            var (here, there) = (new DeviceQuota(one, 30, 1_000), new DeviceQuota(other, 30, 1_000));
            var taken = await Task.WhenAll(
                Enumerable.Range(0, 80).Select(i => (i % 2 == 0 ? here : there).TakeAsync(device, 10))
            );
            Assert.Equal(30, taken.Count(t => t));
            Assert.False(await here.TakeAsync(second, 1_001));
            Assert.True(await here.TakeAsync(second, 600));
            Assert.False(await there.TakeAsync(second, 401));
            Assert.True(await there.TakeAsync(second, 400));
            await Backup.WriteAsync(one, copy);
        }

        await using var again = await ElectionDatabase.OpenAsync(target);
        Assert.False(await new DeviceQuota(again, 30, 1_000).TakeAsync(device, 0));
        Assert.True(await new DeviceQuota(again, 31, 1_000).TakeAsync(device, 0));
        await using var restored = await OpenAsync(Dialect.Sqlite);
        await Backup.RestoreAsync(restored, copy);
        Assert.False(await new DeviceQuota(restored, 30, 1_000).TakeAsync(device, 0));
        Assert.False(await new DeviceQuota(restored, 30, 1_000).TakeAsync(second, 1));

        static async Task<DeviceKey> JoinedAsync(ElectionDatabase database, string name, byte key)
        {
            var accounts = new AccountStore(database);
            await accounts.AddAsync(name, "observer", Now);
            await new DeviceStore(database).JoinAsync(await LinkAsync(accounts, name), [key], "ecdsa-p256", Now);
            return (await new DeviceStore(database).FindAsync(name))!;
        }
    }

    private static Task<string> LinkAsync(AccountStore accounts, string name) =>
        accounts.LinkAsync(name, Now, TimeSpan.FromHours(1), AccountStore.ForDevice);

    private Task<ElectionDatabase> OpenAsync(Dialect dialect) =>
        ElectionDatabase.OpenAsync(
            dialect == Dialect.Sqlite
                ? Path.Combine(folder.FullName, Guid.NewGuid().ToString("N") + ".db")
                : cluster.NewDatabase()
        );
}
