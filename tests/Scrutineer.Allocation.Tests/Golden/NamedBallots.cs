using System.Text.Json;
using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Tests.Golden;

/// <summary>Ballots of a case file, which name the candidates: <c>[[["A","B"], 4], …]</c>.</summary>
internal sealed class NamedBallots
{
    private readonly List<(List<string> Names, long Count)> kinds;

    public NamedBallots(JsonElement ballots)
    {
        kinds =
        [
            .. ballots
                .EnumerateArray()
                .Select(b => (b[0].EnumerateArray().Select(n => n.GetString()!).ToList(), b[1].GetInt64())),
        ];
        Candidates = [.. kinds.SelectMany(k => k.Names).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The names, in order; a candidate is his place among them.</summary>
    public List<string> Candidates { get; }

    /// <summary>The kinds of ballots as places.</summary>
    public IEnumerable<(IReadOnlyList<int> Candidates, long Count)> Kinds =>
        kinds.Select(k => ((IReadOnlyList<int>)[.. k.Names.Select(n => Candidates.IndexOf(n))], k.Count));

    /// <summary>The ballots as rankings.</summary>
    public RankedBallots Ranked(bool reversed = false)
    {
        var builder = new RankedBallotsBuilder(Candidates.Count);
        foreach (var (candidates, count) in Kinds)
        {
            builder.Add([.. reversed ? Enumerable.Reverse(candidates) : candidates], count);
        }

        return builder.Build();
    }

    /// <summary>The names of some candidates.</summary>
    public IEnumerable<string> Names(IEnumerable<int> candidates) => candidates.Select(c => Candidates[c]);
}
