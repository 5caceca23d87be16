using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Dossier;

/// <summary>Do the parts of <c>election.yaml</c> fit each other and the law.</summary>
internal static class DossierCheck
{
    /// <summary>Ids of elections name folders, so they may not lead out of the folder that holds them.</summary>
    public static void Ids(DossierFile file, MappingNode top, Problems problems)
    {
        foreach (var (field, id) in new[] { ("election", file.Id), ("previous", file.Previous) })
        {
            if (
                id is { Length: > 0 }
                && (id[0] == '.' || !id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.'))
            )
            {
                problems.Add(
                    top[field]!.At,
                    $"'{id}' cannot be the id of an election.",
                    "the name of its folder: letters, digits, hyphens",
                    "Write for example 'kz-mazhilis-2021'."
                );
            }
        }
    }

    /// <summary>Each unit lies in another of the list, and at last in the nation.</summary>
    public static void Units(DossierFile file, Problems problems)
    {
        foreach (var (name, unit) in file.Units)
        {
            foreach (var unknown in unit.Contests.Where(c => !file.Contests.ContainsKey(c)))
            {
                problems.Add(
                    unit.At,
                    $"The unit '{name}' names the contest '{unknown}', which election.yaml does not have.",
                    "a key of 'contests'",
                    Problems.Nearest(unknown, file.Contests.Keys)
                );
            }

            if (name == Tally.Nation)
            {
                problems.Add(unit.At, "The nation is listed under 'units'.", "units below it", "Remove the line.");
            }
            else if (unit.Within != Tally.Nation && !file.Units.ContainsKey(unit.Within))
            {
                problems.Add(
                    unit.At,
                    $"The unit '{name}' lies within '{unit.Within}', which is not under 'units'.",
                    "a unit of the dossier",
                    Problems.Nearest(unit.Within, file.Units.Keys)
                );
            }
            else if (LiesInItself(name, file))
            {
                problems.Add(
                    unit.At,
                    $"The unit '{name}' lies within itself, by way of '{unit.Within}'.",
                    "units that lie in one another up to the nation",
                    "Correct 'within'."
                );
            }
        }
    }

    private static bool LiesInItself(string name, DossierFile file)
    {
        var at = file.Units[name].Within;
        for (var steps = 0; steps < file.Units.Count && file.Units.TryGetValue(at, out var above); steps++)
        {
            if (at == name)
            {
                return true;
            }

            at = above.Within;
        }

        return false;
    }

    /// <summary>Lots and colours of a contest.</summary>
    public static void Entry(string name, ContestEntry contest, Edition edition, DossierFile file, Problems problems)
    {
        var rules = edition.Text.Contests.GetValueOrDefault(name)?.Rules.Select(r => r.Id).ToList();
        foreach (var lot in contest.Lots)
        {
            if (rules?.Contains(lot.Rule, StringComparer.Ordinal) == false)
            {
                problems.Add(
                    lot.At,
                    $"The lot names the rule '{lot.Rule}', which contest '{name}' does not have.",
                    "the rule that left the tie",
                    Problems.Nearest(lot.Rule, rules)
                );
            }

            if (!lot.Drawn.All(d => lot.Among.Contains(d, StringComparer.Ordinal)))
            {
                problems.Add(
                    lot.At,
                    "Somebody was drawn who took no part.",
                    "'drawn' from 'among'",
                    "Correct the record of the lot."
                );
            }

            if (!file.Sources.ContainsKey(lot.Source))
            {
                problems.Add(
                    lot.At,
                    $"The lot's source '{lot.Source}' is not listed.",
                    "a key of 'sources'",
                    Problems.Nearest(lot.Source, file.Sources.Keys)
                );
            }
        }

        foreach (
            var (id, colour) in contest
                .Contenders.Select(c => (c.Key, c.Value.Colour))
                .Append((name, contest.BlocColour))
                .Where(c => c.Item2 is { } colour && !IsColour(colour))
        )
        {
            problems.Add(
                contest.At,
                $"The colour of '{id}' is '{colour}'.",
                "a colour as #rrggbb",
                "Write six hexadecimal digits after '#'."
            );
        }
    }

    private static bool IsColour(string text) =>
        text.Length == 7 && text[0] == '#' && text[1..].All(char.IsAsciiHexDigit);

    /// <summary>Lots are drawn among lists and candidates, or among constituencies, where these have equal claims to a seat.</summary>
    public static void LotNames(DossierFile file, Problems problems)
    {
        foreach (var (name, contest) in file.Contests)
        {
            foreach (var lot in contest.Lots)
            {
                foreach (
                    var unknown in lot.Among.Where(a => !Claimants(contest).Contains(a) && !file.Units.ContainsKey(a))
                )
                {
                    problems.Add(
                        lot.At,
                        $"The lot in contest '{name}' names '{unknown}'.",
                        "lists or candidates of the contest, or its constituencies",
                        Problems.Nearest(unknown, contest.Contenders.Keys)
                    );
                }
            }
        }
    }

    /// <summary>Who can be drawn: the contenders, and the alliances in which they are joined.</summary>
    private static HashSet<string> Claimants(ContestEntry contest) =>
        contest
            .Contenders.Keys.Concat(contest.Contenders.Values.Select(c => c.Alliance).OfType<string>())
            .Concat(
                contest
                    .Contenders.Values.Where(c => c.SubAlliance is not null)
                    .Select(c => $"{c.Alliance}/{c.SubAlliance}")
            )
            .ToHashSet(StringComparer.Ordinal);
}
