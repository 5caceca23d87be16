using Scrutineer.Files;
using Scrutineer.Numerics;
using Scrutineer.Results;
using Scrutineer.Results.Parties;

namespace Scrutineer.Publishing.Report;

/// <summary>Each party's name and status on polling day, and its way through the election.</summary>
internal static class PartiesSection
{
    public static string Of(ElectionResult result)
    {
        if (result.Parties is not { } parties || !parties.Parties.Any(p => p.Passage.Count > 0))
        {
            return "";
        }

        var rows = parties
            .Parties.Where(p => p.Passage.Count > 0 || p.Status.Count > 0)
            .Select(p =>
                (IReadOnlyList<Cell>)
                    [
                        p.Identity.NameOn(parties.Day),
                        string.Join(" or ", p.Status.Select(s => ScalarType.Word(s.Is))),
                        ScalarType.Word(p.State),
                        string.Join("; ", p.Passage.Select(Step)),
                    ]
            )
            .ToList();
        return $"<p>{Html.Text($"On {Shown.Day(parties.Day)}, {Shown.Of(parties.InTheRace, "party was", "parties were")} in the race.")}</p>\n"
            + Html.Table(
                $"Parties and movements on {Shown.Day(parties.Day)}",
                ["Party", "By law", "In the election", "Its way"],
                rows,
                "parties"
            );
    }

    private static string Step(PartyStep step)
    {
        var vote = step.Event.Vote is { } v ? $" ({v.For}–{v.Against}{(v.Abstained is { } n ? $"–{n}" : "")})" : "";
        return $"{step.Event.On.InWords()}: {ScalarType.Word(step.State)}{vote}";
    }
}
