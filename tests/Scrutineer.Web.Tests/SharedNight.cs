namespace Scrutineer.Web.Tests;

/// <summary>
/// One server for all tests of a class that is refused what it asks, or reads only: nothing that one test does is seen by
/// another.
/// </summary>
public sealed class SharedNight : IAsyncDisposable
{
    private readonly Dictionary<string, Browser> browsers = new(StringComparer.Ordinal);
    private Night? night;
    private int names;

    /// <summary>The server, which the first test starts.</summary>
    internal async Task<Night> StartedAsync() => night ??= await Night.StartAsync();

    /// <summary>The browser of its administrator.</summary>
    internal async Task<Browser> AdministratorAsync()
    {
        var server = await StartedAsync();
        return browsers.TryGetValue("", out var browser) ? browser : browsers[""] = await server.AdministratorAsync();
    }

    /// <summary>The browser of the one account of a role.</summary>
    /// <param name="role">The role.</param>
    internal async Task<Browser> OfRoleAsync(string role)
    {
        var administrator = await AdministratorAsync();
        return browsers.TryGetValue(role, out var browser)
            ? browser
            : browsers[role] = await night!.AsAsync(administrator, role + "-0", role);
    }

    /// <summary>A name that no account has yet.</summary>
    internal string NewName() => $"somebody-{++names}";

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers.Values)
        {
            browser.Dispose();
        }

        if (night is not null)
        {
            await night.DisposeAsync();
        }
    }
}
