using System.Collections.Concurrent;
using System.Diagnostics;

namespace Scrutineer.Web.Night;

/// <summary>One edition of the public pages: its answers, each made when it is first asked for.</summary>
/// <param name="revision">The revision of the night that it shows at least.</param>
internal sealed class PublicEdition(long revision)
{
    // What one edition may hold; pages beyond it are made anew for each reader.
    private const long MostBytes = 64L << 20;

    private readonly ConcurrentDictionary<string, Lazy<Task<PublicAnswer>>> answers = new(StringComparer.Ordinal);
    private readonly long began = Stopwatch.GetTimestamp();
    private long held;

    /// <summary>The revision of the night that it shows at least.</summary>
    public long Revision => revision;

    /// <summary>How long ago it was begun.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(began);

    /// <summary>The answer of a name, made by the first who asks.</summary>
    /// <param name="name">The language and the path.</param>
    /// <param name="make">Makes it.</param>
    public async Task<PublicAnswer> AnswerAsync(string name, Func<Task<PublicAnswer>> make)
    {
        var mine = new Lazy<Task<PublicAnswer>>(make);
        var kept = answers.GetOrAdd(name, mine);
        try
        {
            var answer = await kept.Value;
            if (
                ReferenceEquals(kept, mine) && (!answer.IsWhole || Interlocked.Add(ref held, answer.Length) > MostBytes)
            )
            {
                answers.TryRemove(name, out _);
            }

            return answer;
        }
        catch (Exception) when (!ReferenceEquals(kept, mine))
        {
            // Whoever was first went away before it was made.
            return await make();
        }
        catch
        {
            answers.TryRemove(name, out _);
            throw;
        }
    }
}
