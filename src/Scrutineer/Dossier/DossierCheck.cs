using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;

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

    /// <summary>Who can be drawn: the contenders, and the alliances in which they are joined.</summary>
    /// <summary>Lots are drawn among lists and candidates, or among constituencies, where these have equal claims to a seat.</summary>
    public static void LotNames(DossierFile file, IEnumerable<Figure> figures, Problems problems)
    {
        var units = figures.Select(f => f.Unit).Concat(file.Units.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, contest) in file.Contests)
        {
            foreach (var lot in contest.Lots)
            {
                foreach (var unknown in lot.Among.Where(a => !Claimants(contest).Contains(a) && !units.Contains(a)))
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
