namespace Scrutineer.Web.Tests;

/// <summary>A server with one observer whose device has joined; all of it ends together.</summary>
/// <param name="Server">The server.</param>
/// <param name="Administrator">The browser of its administrator.</param>
/// <param name="Device">The device of the observer.</param>
/// <param name="Network">A browser without an account, from which the device sends.</param>
internal sealed record ObservedNight(Night Server, Browser Administrator, Device Device, Browser Network)
    : IAsyncDisposable
{
    /// <summary>Starts a server, and joins the device of an observer <c>swallow-3</c>.</summary>
    public static async Task<ObservedNight> StartAsync()
    {
        var server = await Night.StartAsync();
        var administrator = await server.AdministratorAsync();
        return new ObservedNight(
            server,
            administrator,
            await Device.JoinAsync(server, administrator, "swallow-3"),
            server.Browser()
        );
    }

    public async ValueTask DisposeAsync()
    {
        Network.Dispose();
        Device.Dispose();
        Administrator.Dispose();
        await Server.DisposeAsync();
    }
}
