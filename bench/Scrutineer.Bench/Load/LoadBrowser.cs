using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Scrutineer.Bench.Load;

/// <summary>A browser without scripts, from an address of its own within the loopback network.</summary>
internal sealed partial class LoadBrowser : IDisposable
{
    private const string Token = "__RequestVerificationToken";
    private readonly HttpClient client;

    /// <summary>A browser.</summary>
    /// <param name="number">Its number, from which its own address follows: limits by address hold for it alone.</param>
    /// <param name="server">The address of the server.</param>
    public LoadBrowser(int number, Uri server)
    {
        var own = new IPEndPoint(IPAddress.Parse($"127.0.{1 + (number / 250)}.{1 + (number % 250)}"), 0);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (context, stop) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                if (OperatingSystem.IsLinux())
                {
                    socket.Dispose();
                    socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
                    {
                        NoDelay = true,
                    };
                    socket.Bind(own);
                }

                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, stop);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        client = new HttpClient(handler) { BaseAddress = server, Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>The client with its cookies.</summary>
    public HttpClient Client => client;

    /// <summary>A page.</summary>
    public Task<string> PageAsync(string path) => client.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Sends a form.</summary>
    /// <returns>Where it leads; nothing where it was not accepted.</returns>
    public async Task<string?> SendAsync(string path, string token, IEnumerable<KeyValuePair<string, string>> values)
    {
        using var form = new FormUrlEncodedContent(values.Prepend(KeyValuePair.Create(Token, token)));
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), form);
        return answer.StatusCode is HttpStatusCode.Redirect ? answer.Headers.Location!.ToString()
            : answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict ? null
            : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode}");
    }

    /// <summary>What a form of a page hides under a name.</summary>
    public static string Hidden(string page, string name) =>
        Regex
            .Match(
                page,
                $"name=\"{name}\" value=\"(?<it>[^\"]*)\"",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            )
            .Groups["it"]
            .Value;

    /// <summary>What a form must send back.</summary>
    public static string TokenOf(string page) => Hidden(page, Token);

    /// <summary>The columns that a paper asks for.</summary>
    public static IEnumerable<int> ColumnsOf(string page) =>
        Column()
            .Matches(page)
            .Select(m => int.Parse(m.Groups["it"].Value, System.Globalization.CultureInfo.InvariantCulture));

    public void Dispose() => client.Dispose();

    [GeneratedRegex("data-column=\"(?<it>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Column();
}
