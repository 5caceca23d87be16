using System.Diagnostics;
using System.Globalization;
using Scrutineer.Counting.Import;
using Scrutineer.Numerics;

namespace Scrutineer.Cli;

/// <summary>
/// Says on standard error how far a long reading has come: what is done, how fast, how long it will take. Silent for the
/// first second, then at most once a second; on a terminal it stays on one line.
/// </summary>
internal sealed class Progress
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly bool onTerminal = !Console.IsErrorRedirected;
    private readonly TextWriter output;
    private long next = Stopwatch.Frequency;
    private bool told;

    public Progress(TextWriter? output = null) => this.output = output ?? Console.Error;

    public void Tell(ReadProgress progress)
    {
        var due = Interlocked.Read(ref next);
        var now = clock.ElapsedTicks;
        if (now < due || Interlocked.CompareExchange(ref next, now + Stopwatch.Frequency, due) != due)
        {
            return;
        }

        told = true;
        output.Write(
            onTerminal ? "\r" + Line(progress, clock.Elapsed).PadRight(79) : Line(progress, clock.Elapsed) + "\n"
        );
    }

    /// <summary>Clears the line on a terminal.</summary>
    public void Done()
    {
        if (told && onTerminal)
        {
            output.Write("\r" + new string(' ', 79) + "\r");
        }
    }

    internal static string Line(ReadProgress progress, TimeSpan elapsed)
    {
        var rate = progress.Bytes / Math.Max(elapsed.TotalSeconds, 0.001);
        var left = rate > 0 ? Math.Max(0, progress.Of - progress.Bytes) / rate : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Bytes / 1e6:0.0} of {progress.Of / 1e6:0.0} MB, {Shown.Whole(progress.Rows)} protocols, {rate / 1e6:0} MB/s, {Math.Ceiling(left):0} s left"
        );
    }
}
