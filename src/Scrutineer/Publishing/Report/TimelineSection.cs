using Scrutineer.Results;

namespace Scrutineer.Publishing.Report;

/// <summary>What happened, in order of time, under the names of the day.</summary>
internal static class TimelineSection
{
    public static string Of(ElectionResult result)
    {
        if (result.Calendar?.Facts is not { Events.Count: > 0 } facts)
        {
            return "";
        }

        var dossier = result.Dossier;
        var rows = facts
            .Events.Select(e =>
            {
                var day = e.On.Day ?? dossier.File.PollingDay;
                return (IReadOnlyList<Cell>)
                    [
                        e.On.InWords(),
                        EventWords.Says(e),
                        string.Join(", ", e.Who.Select(w => facts.NameOf(w, day))),
                        e.Where is { } place ? facts.NameOf(place, day) : "",
                        new Cell(
                            string.Join("; ", e.Sources.Select(s => dossier.File.Sources[s].Title)),
                            string.Join(
                                "; ",
                                e.Sources.Select(s =>
                                    Cell.Link(dossier.File.Sources[s].Title, Html.Id("source", s)).Markup
                                )
                            )
                        ),
                    ];
            })
            .ToList();
        return Html.Table(
            "Events in order of time; names are those of the day",
            ["When", "What", "Who", "Where", "Source"],
            rows,
            "timeline"
        );
    }
}
