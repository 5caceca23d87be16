using Scrutineer.Publishing.Charts;
using Scrutineer.Results;

namespace Scrutineer.Publishing.Report;

/// <summary>One mark for each bloc and list, the same in every chart of a report.</summary>
internal sealed class Marks
{
    private static readonly string[] Spare =
    [
        "#3b6ea5",
        "#a5673b",
        "#4d8a57",
        "#7d5ba6",
        "#8a8a3d",
        "#3d8a8a",
        "#a53b7d",
        "#6b6b6b",
    ];

    private readonly Dictionary<string, ListMark> byId = new(StringComparer.Ordinal);

    /// <summary>The marks of an election.</summary>
    /// <param name="result">The election.</param>
    /// <param name="more">Lists that did not stand, and are drawn all the same.</param>
    public Marks(ElectionResult result, params IEnumerable<string> more)
    {
        var wanted = new OrderedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var bloc in result.Blocs)
        {
            wanted[bloc.Id] = bloc.Colour;
        }

        foreach (
            var (id, contender) in result.Contests.Where(c => c.Entry is not null).SelectMany(c => c.Entry!.Contenders)
        )
        {
            wanted.TryAdd(id, contender.Colour);
        }

        foreach (var bloc in result.Previous?.Blocs ?? [])
        {
            wanted.TryAdd("before:" + bloc.Id, bloc.Colour);
        }

        foreach (var id in more)
        {
            wanted.TryAdd(id, null);
        }

        var colours = wanted.Select((w, i) => Colour.Parse(w.Value ?? Spare[i % Spare.Length])).ToList();
        foreach (var (id, mark) in wanted.Keys.Zip(ListMark.Assign(colours)))
        {
            byId[id] = mark;
        }
    }

    public ListMark Of(string id) => byId[id];
}
