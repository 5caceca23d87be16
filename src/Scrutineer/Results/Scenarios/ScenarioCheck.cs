using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Results.Scenarios;

/// <summary>Whether a scenario makes sense for its election.</summary>
internal static class ScenarioCheck
{
    /// <summary>The figures of a contest: the whole, and its constituencies where it has several.</summary>
    public static Tally Figures(ElectionDossier dossier, string contest)
    {
        var whole = dossier.TallyOf(contest);
        var units = dossier.Units(contest);
        return ScenarioWalk.WithoutShares(
            whole.Parts.Count == 0 && units.Count > 1
                ? whole with
                {
                    Parts = [.. units.Select(u => dossier.TallyOf(contest, u))],
                }
                : whole
        );
    }

    /// <summary>Whether the votes of every list of a contest are known in every constituency.</summary>
    public static bool VotesAreKnown(ElectionDossier dossier, string contest) =>
        dossier.Units(contest).Count > 0
        && ScenarioVotes.Leaves(Figures(dossier, contest), null).All(l => l.VotesForLists.IsKnown);

    public static bool Holds(ScenarioFile file, ElectionDossier dossier, MappingNode top, Problems problems)
    {
        if (file.Format != "1")
        {
            Add(
                top["scrutineer-scenario"]!.At,
                $"The file is of version '{file.Format}'.",
                "version 1",
                "Use a newer Scrutineer."
            );
        }

        if (file.Source is { } source && !dossier.File.Sources.ContainsKey(source))
        {
            Add(
                top["source"]!.At,
                $"The dossier has no source '{source}'.",
                "the key of a source",
                Problems.Nearest(source, dossier.File.Sources.Keys)
            );
        }

        if (!dossier.File.Contests.ContainsKey(file.Contest) || !VotesAreKnown(dossier, file.Contest))
        {
            Add(
                top["contest"]!.At,
                $"'{file.Contest}' is no contest with the votes of every list.",
                string.Join(", ", dossier.File.Contests.Keys),
                "Name a contest whose votes the dossier holds."
            );
            return false;
        }

        var figures = Figures(dossier, file.Contest);
        var units = Units(figures).ToList();
        var lists = figures.Contenders.Select(c => c.Id).ToList();
        foreach (var change in file.Changes)
        {
            Change(change, lists);
            if (change is { Do: ChangeKind.Add, List: { } added })
            {
                lists.Add(added);
            }
            else if (change is { Do: ChangeKind.Remove, List: { } removed })
            {
                lists.Remove(removed);
            }
        }

        if (
            file.Changes.Where(c => c.Votes is { IsRange: true }).Skip(Scenario.MostRanges).FirstOrDefault() is
            { } beyond
        )
        {
            Add(
                beyond.At,
                $"This is range {Scenario.MostRanges + 1}.",
                $"at most {Scenario.MostRanges}",
                "Write a number in place of one of them."
            );
        }

        return !problems.Any;

        void Change(ChangeEntry change, List<string> standing)
        {
            var (list, from, to, votes, name) = change.Do switch
            {
                ChangeKind.Move => (false, true, true, true, false),
                ChangeKind.Add => (true, true, false, true, true),
                ChangeKind.Remove => (true, false, true, false, false),
                _ => (false, false, false, true, false),
            };
            Has("list", change.List is not null, list, required: true);
            Has("from", change.From is not null, from, required: true);
            Has("to", change.To is not null, to, required: change.Do == ChangeKind.Move);
            Has("votes", change.Votes is not null, votes, required: true);
            Has("name", change.Name is not null, name, required: false);
            if (change.In is { } unit && !units.Contains(unit))
            {
                Add(
                    change.At,
                    $"There is no constituency '{unit}'.",
                    "one of the contest",
                    Problems.Nearest(unit, units)
                );
            }
            else if (
                change.Votes is { IsShare: false } or { IsRange: true }
                && ScenarioVotes.Leaves(figures, change.In).Skip(1).Any()
            )
            {
                Add(
                    change.At,
                    "Several constituencies cannot share a number of votes, or a range.",
                    "a share, taken in each; or one constituency",
                    "Name it with 'in'."
                );
            }

            Stands(change.From, home: true);
            Stands(change.To, home: true);
            if (
                change.List is { } id
                && change.Do == ChangeKind.Add
                && (standing.Contains(id) || id == ChangeEntry.AtHome)
            )
            {
                Add(change.At, $"'{id}' stands already.", "a list that does not", "Move votes to it instead.");
            }
            else if (change.Do == ChangeKind.Remove)
            {
                Stands(change.List, home: false);
            }

            if (change.Do == ChangeKind.Turnout && change.Votes is { IsShare: false })
            {
                Add(
                    change.At,
                    "Turnout is given as a number.",
                    "a share of the ballots issued",
                    "Write for example 90 %."
                );
            }

            if ((change.From ?? change.List) == change.To && change.To is not null)
            {
                Add(change.At, $"Votes of '{change.To}' go to '{change.To}'.", "two lists", "Name another.");
            }

            void Has(string field, bool there, bool allowed, bool required)
            {
                if (there != allowed && (there || required))
                {
                    Add(
                        change.At,
                        there
                            ? $"'{field}' does not belong to '{ScalarType.Word(change.Do)}'."
                            : $"'{ScalarType.Word(change.Do)}' has no '{field}'.",
                        there ? "only the fields of the change" : $"'{field}'",
                        there ? "Leave it out." : "Add it."
                    );
                }
            }

            void Stands(string? id, bool home)
            {
                if (id is not null && !standing.Contains(id) && !(home && id == ChangeEntry.AtHome))
                {
                    Add(change.At, $"There is no list '{id}'.", "a list that stands", Problems.Nearest(id, standing));
                }
            }
        }

        static IEnumerable<string> Units(Tally tally) => tally.Parts.SelectMany(Units).Prepend(tally.Unit);

        void Add(Location at, string found, string expected, string remedy) =>
            problems.Add(at, found, expected, remedy);
    }
}
