namespace Scrutineer.Cli;

/// <summary>Turns the first Ctrl-C into a request to stop, so that a long run can still say what it had; a second one ends the program.</summary>
internal sealed class StopOnInterrupt : IDisposable
{
    private readonly CancellationTokenSource source = new();

    public StopOnInterrupt() => Console.CancelKeyPress += Stop;

    public CancellationToken Token => source.Token;

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
