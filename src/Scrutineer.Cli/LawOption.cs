using Scrutineer.Counting.Import;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law;

namespace Scrutineer.Cli;

/// <summary>The law, edition and contest by which counted or estimated votes become seats.</summary>
/// <param name="Law">The law.</param>
/// <param name="Edition">The edition.</param>
/// <param name="Contest">A contest whose seats are filled in the nation.</param>
/// <param name="Entry">The contest as the dossier describes it, where there is one.</param>
internal sealed record LawOption(ElectoralLaw Law, Edition Edition, string Contest, ContestEntry? Entry)
{
    /// <summary>Finds the law; nothing where none is asked for and the source has no dossier, or a problem was recorded.</summary>
    /// <param name="name">The law asked for, as a path or a name below laws/.</param>
    /// <param name="named">The edition asked for.</param>
    /// <param name="contest">The contest asked for.</param>
    /// <param name="source">The table, and its dossier where one names it.</param>
    /// <param name="problems">Where problems go.</param>
    public static LawOption? Find(
        string? name,
        string? named,
        string? contest,
        ProtocolSource source,
        Problems problems
    )
    {
        var dossier = source.Dossier;
        contest ??= dossier?.File.Protocols?.Contest;
        ElectoralLaw? law;
        Edition? edition;
        if (name is not null)
        {
            var path = File.Exists(name) ? name : FileLocator.Find("laws", name, source.Path);
            if (path is null)
            {
                problems.Add(
                    new Location("--law"),
                    $"'{name}' was not found.",
                    "a path, or a name below laws/",
                    "Check the name."
                );
                return null;
            }

            law = ElectoralLaw.Read(path, problems);
            edition = named is not null ? law?.Named(named) : law?.Editions[^1];
            if (law is not null && edition is null)
            {
                problems.Add(
                    new Location("--edition"),
                    $"{law.File.Id} has no edition '{named}'.",
                    "the name of an edition",
                    Problems.Nearest(named!, law.Editions.Select(e => e.Name))
                );
            }
        }
        else if (dossier is not null)
        {
            law = dossier.Law;
            edition = dossier.Edition;
        }
        else
        {
            return null;
        }

        if (law is null || edition is null)
        {
            return null;
        }

        contest ??= edition.Text.Contests.Count == 1 ? edition.Text.Contests.Keys.First() : null;
        if (contest is null || !edition.Text.Contests.TryGetValue(contest, out var rules))
        {
            problems.Add(
                new Location("--contest"),
                contest is null ? "No contest is named." : $"Edition {edition.Name} has no contest '{contest}'.",
                "the name of a contest",
                Problems.Nearest(contest ?? "", edition.Text.Contests.Keys)
            );
            return null;
        }

        if (rules.Constituency != "nation")
        {
            problems.Add(
                new Location("--contest"),
                $"The seats of '{contest}' are filled at the level {rules.Constituency}.",
                "a contest whose constituency is the nation",
                "Leave out the law; count --by gives the totals of each constituency."
            );
            return null;
        }

        return new LawOption(law, edition, contest, dossier?.File.Contests.GetValueOrDefault(contest));
    }
}
