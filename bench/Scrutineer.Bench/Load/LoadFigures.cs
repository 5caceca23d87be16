using System.Collections.Concurrent;
using System.Diagnostics;

namespace Scrutineer.Bench.Load;

/// <summary>What a load saw: how long each kind of request took, and which moves were acknowledged.</summary>
internal sealed class LoadFigures
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<double>> times = new(StringComparer.Ordinal);

    private readonly ConcurrentQueue<(string Id, long At)> acknowledged = new();

    /// <summary>The identifiers of the moves that the server said it accepted.</summary>
    public IEnumerable<string> Acknowledged => acknowledged.Select(a => a.Id);

    /// <summary>A move that the server said it accepted.</summary>
    public void Acknowledge(string id) => acknowledged.Enqueue((id, Stopwatch.GetTimestamp()));

    /// <summary>Moves a second over the whole work, and over its second half, when the server's code is compiled.</summary>
    public (double Whole, double SecondHalf) Rates
    {
        get
        {
            var at = acknowledged.Select(a => a.At).Order().ToList();
            var half = at.Count / 2;
            return (
                at.Count / Lasted.TotalSeconds,
                (at.Count - 1 - half) / Stopwatch.GetElapsedTime(at[half], at[^1]).TotalSeconds
            );
        }
    }

    /// <summary>How long the work lasted, from the first paper taken to the last that stands.</summary>
    public TimeSpan Lasted { get; set; }

    /// <summary>Events that readers heard.</summary>
    public int Events => heard;

    private int heard;

    /// <summary>One request.</summary>
    public void Add(string kind, TimeSpan time) =>
        times.GetOrAdd(kind, _ => new ConcurrentQueue<double>()).Enqueue(time.TotalMilliseconds);

    /// <summary>One event.</summary>
    public void Hear() => Interlocked.Increment(ref heard);

    /// <summary>How many requests of a kind there were.</summary>
    public int Count(string kind) => times.TryGetValue(kind, out var all) ? all.Count : 0;

    /// <summary>The time in milliseconds that so many of a hundred requests of a kind did not exceed.</summary>
    public double Percentile(string kind, int percent)
    {
        if (!times.TryGetValue(kind, out var all) || all.IsEmpty)
        {
            return double.NaN;
        }

        var sorted = all.Order().ToList();
        return sorted[Math.Max(0, ((sorted.Count * percent) + 99) / 100 - 1)];
    }
}
