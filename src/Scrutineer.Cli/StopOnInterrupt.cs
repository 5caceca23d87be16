namespace Scrutineer.Cli;

/// <summary>Turns the first Ctrl-C into a request to stop, so that a long run can still say what it had; a second one ends the program.</summary>
internal sealed class StopOnInterrupt : IDisposable
{
    private readonly CancellationTokenSource source = new();

    public StopOnInterrupt() => Console.CancelKeyPress += Stop;

    public CancellationToken Token => source.Token;

    /// <summary>The exit code of a run that was stopped, as shells count it: 128 and the number of the signal.</summary>
    public const int Stopped = 130;

    /// <summary>Whether somebody asked to stop.</summary>
    public bool WasAsked => source.IsCancellationRequested;

    /// <summary>Says on standard error that what was printed is not all, and gives the exit code.</summary>
    public static int Told(string whatIsMissing)
    {
        Console.Error.WriteLine($"Stopped by Ctrl-C: what was finished is printed; {whatIsMissing}.");
        return Stopped;
    }

    public void Dispose()
    {
        Console.CancelKeyPress -= Stop;
        source.Dispose();
    }

    private void Stop(object? sender, ConsoleCancelEventArgs e)
    {
        e.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
