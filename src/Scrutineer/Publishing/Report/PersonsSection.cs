using Scrutineer.Numerics;
using Scrutineer.Results;

namespace Scrutineer.Publishing.Report;

/// <summary>Who names the persons that take the seats, from which list and by when.</summary>
internal static class PersonsSection
{
    public static string Of(ElectionResult result)
    {
        var text = "";
        foreach (var contest in result.Contests.Where(c => c.Standing is { Persons.Count: > 0 }))
        {
            var rows = contest
                .Standing!.Persons.Select(p =>
                    (IReadOnlyList<Cell>)
                        [
                            contest.NameOf(p.List),
                            Shown.Whole(p.Seats),
                            p.From is { } from ? Shown.Whole(from) : "not known",
                            $"to be named by {p.NamedBy}",
                            contest.Entry?.Declared is { } declared && p.WithinDays is { } days
                                ? Shown.Day(declared.AddDays(days))
                            : p.WithinDays is { } within ? $"within {within} days of the result"
                            : "no time is set",
                            p.Vacant is { } vacant ? Shown.Whole(vacant) : "not known",
                        ]
                )
                .ToList();
            text += Html.Table(
                $"Seats and lists, contest {contest.Name}; the order of the lists is {contest.Standing.Persons[0].Order}",
                ["List", ">Seats", ">Persons on the list", "Who takes them", "By", ">Vacant"],
                rows,
                Html.Id(contest.Name, contest.Unit, "persons")
            );
            text += $"<p>{Html.Text($"A seat that falls free later: {contest.Standing.Persons[0].Vacancy}.")}</p>\n";
        }

        return text;
    }
}
