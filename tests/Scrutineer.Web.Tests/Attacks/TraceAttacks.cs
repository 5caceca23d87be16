using System.Text;
using Scrutineer.Web.Access;

namespace Scrutineer.Web.Tests.Attacks;

/// <summary>What a night leaves behind in logs, files and the database, for whoever searches them.</summary>
public class TraceAttacks
{
    [Fact]
    public async Task Night_WithEverythingInIt_LeavesNoSecretAndNoAddress()
    {
        var logs = new LogCapture();
        await using var night = await Night.StartAsync(change: o => o with { Logs = logs.Add });
        var secrets = new List<string> { Night.Password, night.Server.StartPath!.Split('/')[^1] };
        using (var administrator = await night.AdministratorAsync())
        {
            using var one = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
            using var two = await night.AsAsync(administrator, "clerk-2", Roles.Clerk);
            foreach (var browser in new[] { one, two })
            {
                await browser.ClaimAsync(Night.Station);
                await browser.SubmitAsync(Night.Station, c => Night.Figures[c]);
                secrets.AddRange(
                    browser.Cookies.GetCookies(night.Address).Select(c => c.Value).Where(v => v.Length > 20)
                );
            }

            // What goes wrong is logged more than what goes well.
            using var forger = night.Browser();
            await forger.PostAsync(
                "/sign-in",
                "/sign-in",
                ("name", "clerk-1"),
                ("password", "a wrong one " + Night.Password)
            );
            await forger.SendAsync("/entry/submit", ("c1", "336"));
            await forger.GetAsync("/start/" + secrets[1]);
        }

        Assert.True(secrets.Count >= 6);
        await night.LoggedAsync(4);
        await night.Server.DisposeAsync();
        Assert.All(secrets, s => Assert.DoesNotContain(s, logs.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(
            "127.0.0.1",
            logs.Text.Replace($"{night.Options.Urls[0]}", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.DoesNotMatch("(?<![0-9])336(?![0-9])", logs.Text);
        foreach (var file in Directory.GetFiles(night.Folder.FullName, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            Assert.All(
                [.. secrets, "127.0.0.1", "::1"],
                s =>
                    Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(s)) < 0, $"{Path.GetFileName(file)}: {s}")
            );
        }
    }
}
