using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Registry;

namespace Scrutineer.Observation;

/// <summary>Do polls and observation refer to what there is: sources, places, contests, lists.</summary>
internal static class ObservationCheck
{
    public static void All(
        ObservationFile? observation,
        PollFile? polls,
        ElectionDossier dossier,
        IdentityRegister? register,
        Problems problems
    )
    {
        foreach (var rule in observation?.Rules ?? [])
        {
            Sources(rule.Sources, rule.At, dossier, problems);
        }

        foreach (var limit in observation?.Limits ?? [])
        {
            Sources(limit.Sources, limit.At, dossier, problems);
        }

        foreach (var observers in observation?.Observers ?? [])
        {
            Sources(observers.Sources, observers.At, dossier, problems);
        }

        foreach (var total in observation?.Totals ?? [])
        {
            Sources([total.Source], total.At, dossier, problems);
        }

        foreach (var incident in observation?.Incidents ?? [])
        {
            Sources(incident.Sources, incident.At, dossier, problems);
            foreach (var place in incident.Where)
            {
                Place(place, incident.At, register, problems);
            }
        }

        foreach (var poll in polls?.Polls ?? [])
        {
            Poll(poll, dossier, register, problems);
        }
    }

    private static void Poll(PollEntry poll, ElectionDossier dossier, IdentityRegister? register, Problems problems)
    {
        Sources(poll.Sources, poll.At, dossier, problems);
        foreach (var asked in poll.Asked)
        {
            Sources(asked.Sources, asked.At, dossier, problems);
        }

        if (poll.Where is { } place)
        {
            Place(place, poll.At, register, problems);
        }

        if (!dossier.File.Contests.TryGetValue(poll.Contest, out var contest))
        {
            problems.Add(
                poll.At,
                $"The poll is about the contest '{poll.Contest}', which the dossier does not have.",
                "a contest of the dossier",
                Problems.Nearest(poll.Contest, dossier.File.Contests.Keys)
            );
            return;
        }

        foreach (var list in poll.Shares.Keys.Where(l => !contest.Contenders.ContainsKey(l)))
        {
            problems.Add(
                poll.At,
                $"The poll has a share of '{list}', which does not stand in '{poll.Contest}'.",
                "a list or candidate of the contest",
                Problems.Nearest(list, contest.Contenders.Keys)
            );
        }
    }

    private static void Place(string place, Location at, IdentityRegister? register, Problems problems)
    {
        if (register is not null && register.Find(place) is not { Kind: IdentityKind.Place })
        {
            problems.Add(
                at,
                $"'{place}' is no place of the registry.",
                "the id of a place",
                Problems.Nearest(place, register.Of(IdentityKind.Place).Select(p => p.Id))
            );
        }
    }

    private static void Sources(IReadOnlyList<string> keys, Location at, ElectionDossier dossier, Problems problems)
    {
        if (keys.Count == 0)
        {
            problems.Add(at, "The entry has no source.", "one source or more", "Say where it was read.");
        }

        foreach (var key in keys.Where(k => !dossier.File.Sources.ContainsKey(k)))
        {
            problems.Add(
                at,
                $"The source '{key}' is not listed in election.yaml.",
                "a key of 'sources'",
                Problems.Nearest(key, dossier.File.Sources.Keys)
            );
        }
    }
}
