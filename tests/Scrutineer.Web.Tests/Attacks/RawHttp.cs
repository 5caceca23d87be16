using System.Net.Sockets;
using System.Text;

namespace Scrutineer.Web.Tests.Attacks;

/// <summary>What no browser sends: bytes as they are written, as slowly as they are written.</summary>
internal static class RawHttp
{
    /// <summary>Sends pieces with a pause before each, and reads what comes until the server closes, or half a minute passes.</summary>
    public static async Task<string> SendAsync(Uri server, TimeSpan pause, params IEnumerable<string> pieces)
    {
        using var ends = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, ends.Token);
        await using var stream = client.GetStream();
        var answer = ReadAsync(stream, ends.Token);
        try
        {
            foreach (var piece in pieces)
            {
                if (answer.IsCompleted)
                {
                    break;
                }

                await stream.WriteAsync(Encoding.Latin1.GetBytes(piece), ends.Token);
                await Task.Delay(pause, ends.Token);
            }
        }
        catch (IOException)
        {
            // The server has closed.
        }

        return await answer;
    }

    /// <summary>One request, written at once; the server closes after it.</summary>
    public static Task<string> SendAsync(Uri server, string request) =>
        SendAsync(server, TimeSpan.Zero, [request.ReplaceLineEndings("\r\n")]);

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken ends)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, ends) is var read and > 0)
            {
                text.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // Closed without ceremony.
        }

        return text.ToString();
    }
}
