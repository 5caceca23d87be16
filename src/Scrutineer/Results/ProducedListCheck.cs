using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Results;

/// <summary>Whether the list that an election chooses, such as that of primaries, stands in the election that it is for.</summary>
internal static class ProducedListCheck
{
    public static IEnumerable<Finding> Of(ElectionDossier dossier, Problems problems)
    {
        if (dossier.File.Produces is not { } produced)
        {
            yield break;
        }

        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(dossier.Folder))!, produced.Election);
        var other = Directory.Exists(folder) ? ElectionDossier.Read(folder, null, problems) : null;
        var list = other
            ?.File.Contests.GetValueOrDefault(produced.Contest)
            ?.Contenders.GetValueOrDefault(produced.List);
        yield return list is null
            ? new Finding(
                "produced-list-missing",
                Severity.Warning,
                $"This election chooses the list '{produced.List}' of {produced.Election}, contest '{produced.Contest}', which is not at hand.",
                "election.yaml",
                $"{produced.At}"
            )
            {
                Where = produced.At,
            }
            : new Finding(
                "produces-list",
                Severity.Info,
                $"This election chooses the list {list.Name} of {other!.File.Title}"
                    + (list.Persons is { } persons ? $", which names {persons} persons." : "."),
                "election.yaml",
                $"scrutineer parties {SourceText.Show(Path.Combine(Path.GetDirectoryName(dossier.Folder) ?? "", produced.Election))}"
            )
            {
                Where = produced.At,
            };
    }
}
