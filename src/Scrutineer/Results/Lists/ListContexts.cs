using Scrutineer.Allocation;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law;

namespace Scrutineer.Results.Lists;

/// <summary>What a dossier, and the one before it, say about a list.</summary>
public static class ListContexts
{
    /// <summary>The context of a list in a dossier; nothing where the dossier has no such list.</summary>
    /// <param name="election">The dossier.</param>
    /// <param name="list">The list.</param>
    /// <param name="contest">The contest, by the edition that governs.</param>
    /// <param name="problems">Receives problems of the previous dossier.</param>
    public static ListContext? Of(ElectionDossier election, ListFile list, Contest contest, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(election);
        ArgumentNullException.ThrowIfNull(list);
        if (
            !election.File.Contests.TryGetValue(list.Contest, out var entry)
            || !entry.Contenders.TryGetValue(list.List, out var contender)
        )
        {
            return null;
        }

        var place = entry.Contenders.Keys.ToList().IndexOf(list.List) + 1;
        var won = election.OfficialSeats(list.Contest, "nation");
        return new ListContext(contest, entry.PollingDay ?? election.File.PollingDay)
        {
            LastShare = Share(election.Previous(problems), list.Contest, contender.Before ?? list.List),
            BallotNumber = entry.BallotOrder == BallotOrder.AsWritten ? place : null,
            SeatsWon = won.TryGetValue(list.List, out var seats) ? seats : null,
            Persons = contender.Persons,
        };
    }

    /// <summary>A list's share of the votes for lists in a dossier; nothing where its votes are not known.</summary>
    private static Rational? Share(ElectionDossier? dossier, string contest, string list)
    {
        if (
            dossier?.File.Contests.GetValueOrDefault(contest)?.Contenders.ContainsKey(list) != true
            || dossier.DecidingStage(contest, "nation") is null
        )
        {
            return null;
        }

        var votes = dossier.TallyOf(contest, "nation").Contenders.ToDictionary(c => c.Id, c => c.Votes.Value);
        return votes.Values.All(v => v is not null) && votes.Values.Sum(v => v!.Value) is > 0 and var all
            ? new Rational(votes[list]!.Value, all)
            : null;
    }
}
