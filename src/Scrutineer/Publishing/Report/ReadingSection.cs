using Scrutineer.Files;
using Scrutineer.Results;

namespace Scrutineer.Publishing.Report;

/// <summary>What the law gives under each other reading.</summary>
internal static class ReadingSection
{
    public static string Of(ElectionResult result)
    {
        var text = "";
        foreach (var contest in result.Contests.Where(c => c.Readings.Count > 0))
        {
            var ids = contest
                .Entry!.Contenders.Keys.Where(id =>
                    contest.SeatsOf(id) > 0
                    || contest.Readings.Any(r => r.Seats?.Any(s => s.Key == id && s.Value > 0) == true)
                )
                .ToList();
            var rows = new List<IReadOnlyList<Cell>>
            {
                (IReadOnlyList<Cell>)
                    [
                        "as applied",
                        "",
                        .. ids.Select(id =>
                            (Cell)(
                                contest.SeatsOf(id)?.ToString(System.Globalization.CultureInfo.InvariantCulture)
                                ?? "not known"
                            )
                        ),
                        "",
                    ],
            };
            foreach (var reading in contest.Readings.Concat(contest.Untold))
            {
                var seats = reading.Seats?.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
                rows.Add([
                    reading.Name,
                    $"{ScalarType.Word(reading.Basis)}: {reading.Because}",
                    .. ids.Select(id =>
                        (Cell)(
                            seats is null ? "?" : seats[id].ToString(System.Globalization.CultureInfo.InvariantCulture)
                        )
                    ),
                    reading.Changes switch
                    {
                        true => "changes seats",
                        false => "changes nothing",
                        _ => reading.WhyUnknown,
                    },
                ]);
            }

            text += Html.Table(
                $"Seats under each reading, contest {contest.Name}{(contest.Unit == "nation" ? "" : ", " + contest.Unit)}",
                ["Reading", "Basis", .. ids.Select(id => ">" + contest.NameOf(id)), "Effect"],
                rows,
                Html.Id(contest.Name, contest.Unit, "readings")
            );
        }

        var written = result.Dossier.Edition;
        foreach (var (name, contest) in written.Text.Contests)
        {
            foreach (
                var rule in contest.Rules.Where(r =>
                    r.Beside.Reading is not null && result.Contests.Any(c => c.Name == name && c.Standing is not null)
                )
            )
            {
                text +=
                    $"<p class=\"small\">{Html.Text($"Rule '{rule.Id}' is applied in the reading '{rule.Beside.Reading!.Name}' ({ScalarType.Word(rule.Beside.Reading.Basis)}): {rule.Beside.Reading.Because}.")}</p>\n";
            }
        }

        return text;
    }
}
