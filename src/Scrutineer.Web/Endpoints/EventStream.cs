using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Scrutineer.Web.Endpoints;

/// <summary>Server-sent events named <c>revision</c>: a number, now and whenever it changed.</summary>
internal static class EventStream
{
    /// <summary>The number first, so that a page that lost its connection sees whether it missed something; then each new one.</summary>
    /// <param name="number">The number as it stands.</param>
    /// <param name="listen">Adds or, if told so, removes a listener of changes.</param>
    /// <param name="stopping">That the server stops.</param>
    /// <param name="gone">That the reader went away.</param>
    public static async IAsyncEnumerable<SseItem<string>> Of(
        Func<long> number,
        Action<EventHandler, bool> listen,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken gone
    )
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        var channel = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
        );
        void Tell(object? sender, EventArgs e) => channel.Writer.TryWrite(true);
        listen(Tell, true);
        try
        {
            var more = true;
            while (more)
            {
                yield return new SseItem<string>($"{number()}", "revision");
                try
                {
                    more = await channel.Reader.WaitToReadAsync(ends.Token);
                    channel.Reader.TryRead(out _);
                }
                catch (OperationCanceledException)
                {
                    more = false;
                }
            }
        }
        finally
        {
            listen(Tell, false);
        }
    }
}
