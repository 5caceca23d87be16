using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Counting;
using Scrutineer.Evidence;
using Scrutineer.Storage;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests.Attacks;

/// <summary>A disk that is full or cannot be written, a clock that goes back, two at once: said in words, and nothing acknowledged is lost.</summary>
public class FaultTests
{
    /// <summary>A real disk of two megabytes, filled to the last byte, then made read-only, then mended.</summary>
    [Fact]
    public async Task Disk_FullOrReadOnly_IsSaidAndGoesOnWhenItIsMended()
    {
        using var disk = Disk.OfTwoMegabytes();
        await using var night = await Server.StartAsync(change: o =>
            o with
            {
                Database = Path.Combine(disk.Folder, "night.db"),
            }
        );
        using var administrator = await night.AdministratorAsync();
        using var clerk = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        await clerk.ClaimAsync(Server.Station);
        var page = await clerk.TextAsync("/entry/paper?unit=" + Uri.EscapeDataString(Server.Station));
        var form = Browser.Filled(page, Server.Station, c => Server.Figures[c]);

        disk.Fill();
        await RefusedAsync(clerk, form);
        using var reader = night.Browser();
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/")).StatusCode);
        Assert.Equal(1, Version(night, Server.Station));

        disk.Empty();

        // The same page, sent again, is accepted without anybody having touched the server.
        var status = HttpStatusCode.ServiceUnavailable;
        for (var i = 0; i < 20 && status == HttpStatusCode.ServiceUnavailable; i++)
        {
            status = (await clerk.SendAsync("/entry/submit", form)).StatusCode;
            await Task.Delay(100, Ends);
        }

        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Equal(2, Version(night, Server.Station));
        await night.LoggedAsync(2);

        // A disk that can only be read: the server says so and does not start; mended, it starts with everything.
        await night.Server.DisposeAsync();
        disk.Remount("ro");
        await Assert.ThrowsAsync<StorageException>(() => ElectionServer.CreateAsync(Server.Setup(), night.Options));
        disk.Remount("rw");
        await night.RestartAsync();
        Assert.Equal(2, Version(night, Server.Station));
        await FitsAsync(night);
    }

    [Fact]
    public async Task Clock_SetBackByADay_ChangesNeitherOrderNorLog()
    {
        var clock = new HandClock();
        await using var night = await Server.StartAsync(clock);
        using var administrator = await night.AdministratorAsync();
        using var one = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        await one.ClaimAsync(Server.Station);
        await night.LoggedAsync(1);
        clock.Passes(TimeSpan.FromDays(-1));

        // A session that would now last a day longer ends; a new one begins, and the night goes on.
        Assert.Equal(HttpStatusCode.Redirect, (await one.GetAsync("/entry")).StatusCode);
        using var again = night.Browser();
        await again.PostAsync("/sign-in", "/sign-in", ("name", "clerk-1"), ("password", Server.Password));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await again.SubmitAsync(Server.Station, c => Server.Figures[c])).StatusCode
        );
        Assert.Equal(2, Version(night, Server.Station));
        await night.LoggedAsync(2);
        await FitsAsync(night);
        await night.RestartAsync();
        Assert.Equal(2, Version(night, Server.Station));
    }

    [Fact]
    public async Task Decision_OfTwoCoordinatorsAtOnce_IsMadeOnce()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var clerk = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        await clerk.ClaimAsync(Server.Station);
        await clerk.SubmitAsync(Server.Station, c => c == 1 ? "300" : Server.Figures[c]);
        var chiefs = new List<Browser>();
        var decisions = new List<(Browser, (string, string)[])>();
        for (var i = 0; i < 2; i++)
        {
            var chief = await night.AsAsync(administrator, $"coordinator-{i}", Roles.Coordinator);
            chiefs.Add(chief);
            var page = await chief.TextAsync("/queue/paper?unit=" + Uri.EscapeDataString(Server.Station));
            decisions.Add(
                (
                    chief,
                    [
                        ("__RequestVerificationToken", Browser.Hidden(page, "__RequestVerificationToken")),
                        ("id", $"decision {i}"),
                        ("unit", Server.Station),
                        ("version", "2"),
                        ("move", i == 0 ? "accept-as-written" : "return-to-clerk"),
                        ("reason", "the paper says so"),
                    ]
                )
            );
        }

        var answers = await Task.WhenAll(decisions.Select(d => d.Item1.SendAsync("/queue/decide", d.Item2)));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(3, Version(night, Server.Station));
        chiefs.ForEach(c => c.Dispose());
    }

    [Fact]
    public async Task Server_StartedTwiceOnOneFile_IsRefusedInWords()
    {
        await using var night = await Server.StartAsync();
        var wrong = await Assert.ThrowsAsync<StorageException>(() =>
            ElectionServer.CreateAsync(Server.Setup(), night.Options)
        );
        Assert.Contains("Another server", wrong.Message, StringComparison.Ordinal);
        using var reader = night.Browser();
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/")).StatusCode);
    }

    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    private static async Task RefusedAsync(Browser clerk, (string, string)[] form)
    {
        using var refused = await clerk.SendAsync("/entry/submit", form);
        var text = await refused.Content.ReadAsStringAsync(Ends);
        Assert.True(refused.StatusCode == HttpStatusCode.ServiceUnavailable, $"{refused.StatusCode}: {text}");
        Assert.True(refused.Headers.Contains("Retry-After"));
        Assert.Contains("The database does not answer", text, StringComparison.Ordinal);
    }

    private static long Version(Server night, string station) =>
        night.Server.Application.Services.GetRequiredService<ElectionNight>().Find(UnitPath.Parse(station))!.Version;

    private static async Task FitsAsync(Server night)
    {
        var services = night.Server.Application.Services;
        Assert.Empty(
            await DatabaseCheck.OfAsync(
                services.GetRequiredService<ElectionDatabase>(),
                services.GetRequiredService<NoteKey>()
            )
        );
    }

    /// <summary>A file system in memory; the test is skipped where this user may mount none.</summary>
    private sealed class Disk : IDisposable
    {
        private Disk(string folder) => Folder = folder;

        public string Folder { get; }

        private string Filler => Path.Combine(Folder, "filler");

        public static Disk OfTwoMegabytes()
        {
            var folder = Directory.CreateTempSubdirectory("scrutineer-disk-").FullName;
            if (!Run("mount", "-t", "tmpfs", "-o", "size=2m", "scrutineer", folder))
            {
                Directory.Delete(folder);
                Assert.Skip("This user may mount no file system.");
            }

            return new Disk(folder);
        }

        public void Fill()
        {
            using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            var page = new byte[1024];
            try
            {
                for (var i = 0; i < 4096; i++)
                {
                    file.Write(page);
                }

                Assert.Fail("The disk was never full.");
            }
            catch (IOException)
            {
                // Now it is.
            }
        }

        public void Empty() => File.Delete(Filler);

        public void Remount(string how) => Assert.True(Run("mount", "-o", "remount," + how, Folder));

        public void Dispose()
        {
            Run("umount", "-l", Folder);
            Directory.Delete(Folder);
        }

        private static bool Run(string program, params string[] arguments)
        {
            try
            {
                using var process = Process.Start(
                    new ProcessStartInfo(program, arguments)
                    {
                        UseShellExecute = false,
                        RedirectStandardError = true,
                        RedirectStandardOutput = true,
                    }
                )!;
                process.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }
}
