namespace Scrutineer.Web.Tests;

/// <summary>
/// One browser and one server for all tests of a class that only load what the server serves: each opens a page of somebody
/// new, and nothing that one does is seen by another.
/// </summary>
public sealed class SharedPages : IAsyncDisposable
{
    private Chromium? chromium;
    private Night? night;

    /// <summary>A new page of somebody new; the test is skipped where there is no browser.</summary>
    /// <param name="path">The path of the page.</param>
    internal async Task<Page> OpenAsync(string path)
    {
        chromium ??= await Chromium.StartAsync();
        night ??= await Night.StartAsync();
        return await chromium.OpenAsync(new Uri(night.Address, path));
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        if (night is not null)
        {
            await night.DisposeAsync();
        }
    }
}
