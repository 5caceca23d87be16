using Scrutineer.Numerics;
using Scrutineer.Results;
using Scrutineer.Results.Powers;

namespace Scrutineer.Publishing.Report;

/// <summary>What the blocs of the body can decide, before and after; who fills which office.</summary>
internal static class PowersSection
{
    public static string Of(ElectionResult result)
    {
        var powers = BodyPowers.Of(result);
        if (powers.Now.Blocs.Count == 0 || powers.Now.Seats < 2 || powers.Now.Majorities.Count == 0)
        {
            return "";
        }

        var text = "";
        foreach (var majority in powers.Now.Majorities)
        {
            text += Html.Table(
                PowersWords.Sentence(majority),
                PowersWords.Columns,
                [.. PowersWords.Rows(powers, majority).Select(r => (IReadOnlyList<Cell>)[.. r.Select(c => (Cell)c)])],
                Html.Id("powers", majority.Name)
            );
            text += $"<p>{Html.Text(PowersWords.Coalitions(powers.Now, majority))}</p>\n";
            if (powers.Before?.Majorities.FirstOrDefault(m => m.Name == majority.Name) is { } before)
            {
                text += $"<p>{Html.Text(PowersWords.Coalitions(powers.Before, before))}</p>\n";
            }
        }

        text += string.Concat(PowersWords.Shifts(powers).Select(s => $"<p>{Html.Text(s)}</p>\n"));
        if (powers.Offices.Count > 0)
        {
            text += Html.Table(
                $"Who fills which office, as of {Shown.Day(result.Dossier.File.PollingDay)}",
                ["Office", "Appointed by", "Confirmed by", "Must be asked"],
                [.. powers.Offices.Select(o => (IReadOnlyList<Cell>)[.. PowersWords.Row(o).Select(c => (Cell)c)])],
                "offices"
            );
        }

        return text + $"<p class=\"small\">{Html.Text(PowersWords.Base)}</p>\n";
    }
}
