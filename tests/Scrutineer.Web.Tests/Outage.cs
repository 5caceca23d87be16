using System.Net;
using System.Net.Sockets;

namespace Scrutineer.Web.Tests;

/// <summary>A wire between a phone and the server that can be cut, wholly or so that what is sent arrives and no answer comes back.</summary>
internal sealed class Outage : IAsyncDisposable
{
    private readonly Uri server;
    private readonly List<Socket> open = [];
    private TcpListener listener = new(IPAddress.Loopback, 0);
    private volatile bool answersAreLost;

    /// <summary>A wire that works.</summary>
    public Outage(Uri server)
    {
        this.server = server;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
    }

    /// <summary>Where the phone finds the server.</summary>
    public Uri Address => new($"http://127.0.0.1:{Port}");

    private int Port { get; }

    /// <summary>Cuts the wire: what is open breaks, and nothing new is answered.</summary>
    public void Cut()
    {
        listener.Stop();
        Break();
    }

    /// <summary>From now on the server hears the phone, and the phone does not hear the server.</summary>
    public void LoseAnswers() => answersAreLost = true;

    /// <summary>The wire works again.</summary>
    public void Mend()
    {
        Cut();
        answersAreLost = false;
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        _ = AcceptAsync(listener);
    }

    public ValueTask DisposeAsync()
    {
        Cut();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync(TcpListener of)
    {
        try
        {
            while (true)
            {
                var phone = await of.AcceptSocketAsync();
                var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
                lock (open)
                {
                    open.Add(phone);
                    open.Add(far);
                }

                await far.ConnectAsync(server.Host, server.Port);
                _ = CopyAsync(phone, far, () => false);
                _ = CopyAsync(far, phone, () => answersAreLost);
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // The wire is cut.
        }
    }

    private static async Task CopyAsync(Socket from, Socket to, Func<bool> lost)
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (await from.ReceiveAsync(buffer.AsMemory()) is var read and > 0)
            {
                if (lost())
                {
                    break;
                }

                for (var sent = 0; sent < read; )
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
                }
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // One end is gone; so is the other.
        }

        from.Dispose();
        to.Dispose();
    }

    private void Break()
    {
        lock (open)
        {
            open.ForEach(s => s.Dispose());
            open.Clear();
        }
    }
}
