using System.Text;
using Microsoft.Extensions.Logging;

namespace Scrutineer.Web.Tests.Attacks;

/// <summary>Everything that a server writes into its own log, down to debugging.</summary>
internal sealed class LogCapture : ILoggerProvider, ILogger
{
    private readonly StringBuilder text = new();

    public string Text
    {
        get
        {
            lock (text)
            {
                return text.ToString();
            }
        }
    }

    public void Add(ILoggingBuilder logging) => logging.AddProvider(this).SetMinimumLevel(LogLevel.Debug);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        lock (text)
        {
            text.Append(formatter(state, exception)).Append('\n').Append(exception).Append('\n');
        }
    }

    public void Dispose() { }
}
