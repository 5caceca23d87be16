using System.Diagnostics;
using System.Globalization;
using Scrutineer.Numerics;

namespace Scrutineer.Cli;

/// <summary>
/// Says on standard error how far a long computation has come: what is done, of how many, how long it will take. Silent for
/// the first second of a job, then at most once a second; on a terminal it stays on one line.
/// </summary>
internal sealed class WorkProgress(TextWriter? output = null)
{
    private readonly TextWriter output = output ?? Console.Error;
    private readonly bool onTerminal = !Console.IsErrorRedirected;
    private readonly Lock gate = new();
    private string job = "";
    private Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan next = TimeSpan.FromSeconds(1);
    private bool told;

    public void Tell(string what, long done, long of)
    {
        lock (gate)
        {
            if (what != job)
            {
                (job, clock, next) = (what, Stopwatch.StartNew(), TimeSpan.FromSeconds(1));
            }

            if (clock.Elapsed < next)
            {
                return;
            }

            next = clock.Elapsed + TimeSpan.FromSeconds(1);
            told = true;
            var line = Line(what, done, of, clock.Elapsed);
            output.Write(onTerminal ? "\r" + line.PadRight(79) : line + "\n");
        }
    }

    /// <summary>Clears the line on a terminal.</summary>
    public void Done()
    {
        if (told && onTerminal)
        {
            output.Write("\r" + new string(' ', 79) + "\r");
        }
    }

    internal static string Line(string what, long done, long of, TimeSpan elapsed)
    {
        var left = done > 0 ? elapsed.TotalSeconds * (of - done) / done : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {Shown.Whole(done)} of {Shown.Whole(of)}, {Math.Ceiling(Math.Max(0, left)):0} s left"
        );
    }
}
