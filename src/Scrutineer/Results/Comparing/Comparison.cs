using Scrutineer.Allocation;
using Scrutineer.Counting;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using Tie = Scrutineer.Law.Evaluation.Tie;

namespace Scrutineer.Results.Comparing;

/// <summary>The same votes under several laws side by side.</summary>
/// <param name="Dossier">The election.</param>
/// <param name="Contest">The contest whose votes are compared.</param>
/// <param name="Lists">The lists, in ballot order.</param>
/// <param name="Votes">The votes of each list in all constituencies.</param>
/// <param name="Laws">What each alternative gives, the first being that with which the others are compared.</param>
public sealed record Comparison(
    ElectionDossier Dossier,
    string Contest,
    IReadOnlyList<Contender> Lists,
    IReadOnlyList<long> Votes,
    IReadOnlyList<Compared> Laws
)
{
    /// <summary>
    /// The alternatives that are looked at where none are named: the law as it governs, its other editions, and three
    /// methods without a threshold.
    /// </summary>
    /// <param name="dossier">The election.</param>
    /// <param name="contest">The contest.</param>
    public static IReadOnlyList<Alternative> Usual(ElectionDossier dossier, string contest)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var editions = dossier
            .Law.Editions.Where(e => e.Name != dossier.Edition.Name && e.Text.Contests.ContainsKey(contest))
            .Select(e => new Alternative { Written = $"edition={e.Name}", Edition = e.Name });
        AllocationMethod[] methods = [DivisorMethod.DHondt, DivisorMethod.SainteLague, LargestRemainder.Hare];
        return
        [
            Alternative.AsGoverned,
            .. editions,
            .. methods.Select(m => new Alternative { Written = $"method={m.Name}", Method = m }),
        ];
    }

    /// <summary>Puts the votes of a contest under each alternative, or records what is wrong with the call.</summary>
    /// <param name="dossier">The election.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="alternatives">The alternatives; the first is that with which the others are compared.</param>
    /// <param name="problems">Where problems go.</param>
    public static Comparison? Of(
        ElectionDossier dossier,
        string contest,
        IReadOnlyList<Alternative> alternatives,
        Problems problems
    )
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(alternatives);
        ArgumentNullException.ThrowIfNull(problems);
        var units = dossier.File.Contests.ContainsKey(contest) ? dossier.Units(contest) : [];
        if (units.Count == 0)
        {
            problems.Add(
                new Location(SourceText.Show(dossier.Folder)),
                $"The votes of contest '{contest}' are not in the dossier.",
                "a contest with votes",
                "Add them to results.csv, or name another contest with --contest."
            );
            return null;
        }

        var whole = dossier.TallyOf(contest);
        var votes = new long[whole.Contenders.Count];
        foreach (var (i, contender) in whole.Contenders.Index())
        {
            if (contender.Votes.Value is not { } known)
            {
                problems.Add(
                    new Location(SourceText.Show(dossier.Folder)),
                    $"The votes of {contender.Id} are {Shown.Whole(contender.Votes)}.",
                    "the votes of every list",
                    "Without them no share and no index can be told."
                );
                return null;
            }

            votes[i] = known;
        }

        var laws = new List<Compared>();
        foreach (var alternative in alternatives)
        {
            if (Under(dossier, contest, alternative, problems) is { } under)
            {
                laws.Add(under(whole, units.Select(u => dossier.TallyOf(contest, u))));
            }
        }

        return problems.Any
            ? null
            : new Comparison(dossier, contest, whole.Contenders, votes, [.. Beside(laws, votes)]);
    }

    /// <summary>The indices of each, and the seats that it moves against the first.</summary>
    private static IEnumerable<Compared> Beside(List<Compared> laws, long[] votes) =>
        laws.Select(law =>
            law.Seats is not { } seats
                ? law
                : law with
                {
                    Indices = Disproportionality.Of(votes, seats),
                    Moved =
                        laws[0].Seats is { } first && first.Sum() == seats.Sum()
                            ? first.Zip(seats, (a, b) => Math.Abs(a - b)).Sum() / 2
                            : null,
                }
        );

    /// <summary>
    /// What an alternative makes of votes, the whole and the constituencies given; or nothing, and what is wrong with the
    /// call. It can be asked of many votes.
    /// </summary>
    internal static Func<Tally, IEnumerable<Tally>, Compared>? Under(
        ElectionDossier dossier,
        string contest,
        Alternative alternative,
        Problems problems
    )
    {
        var units = dossier.Units(contest);
        if (alternative.Method is { } method)
        {
            var house = alternative.Seats ?? SeatsOf(dossier, contest, units);
            return (whole, _) =>
                UnderMethod(
                    method,
                    alternative,
                    [.. whole.Contenders.Select(c => c.Votes.Value!.Value)],
                    whole.Contenders,
                    house
                );
        }

        if (LawOf(dossier, alternative, problems) is not { } law)
        {
            return null;
        }

        var own = law == dossier.Law;
        var governing = own ? dossier.Edition : law.Governing(dossier.File.Called, dossier.File.PollingDay);
        var edition = alternative.Edition is { } name ? law.Named(name) : governing ?? law.Editions[^1];
        if (edition is null)
        {
            Problem(
                problems,
                $"{law.File.Id} has no edition '{alternative.Edition}'.",
                law.Editions.Select(e => e.Name)
            );
            return null;
        }

        if (ContestOf(edition, alternative.Contest, contest) is not { } target)
        {
            Problem(
                problems,
                $"Edition {edition.Name} of {law.File.Id} has no contest '{alternative.Contest ?? contest}'.",
                edition.Text.Contests.Keys
            );
            return null;
        }

        return edition.With(alternative.Readings, alternative.Settings, problems) is { } changed
            ? (whole, parts) => UnderLaw(dossier, contest, units, whole, parts, alternative, law, changed, target)
            : null;
    }

    private static Compared UnderLaw(
        ElectionDossier dossier,
        string contest,
        IReadOnlyList<string> units,
        Tally whole,
        IEnumerable<Tally> parts,
        Alternative alternative,
        ElectoralLaw law,
        Edition edition,
        string target
    )
    {
        var title = Title(dossier, alternative, law, edition, target, contest);
        var entry = edition.Text.Contests[target];
        if (entry.IsTiered && whole.Parts.Count == 0)
        {
            return new Compared(
                alternative,
                title,
                entry.Seats,
                null,
                "The law divides by constituencies, and the dossier has only the votes of the whole."
            );
        }

        var own = law == dossier.Law && target == contest;
        var earlier = own ? EarlierSeats.Before(dossier, contest) : null;
        IEnumerable<Tally> tallies =
            entry.IsTiered ? [whole]
            : entry.Constituency == Tally.Nation && whole.Parts.Count > 0 ? [whole with { Parts = [] }]
            : parts;
        if (entry.Seats == 0)
        {
            // A law without a number of its own takes the number of the contest that is compared.
            var count = new Count(SeatsOf(dossier, contest, units));
            tallies = tallies.Select(t => t.Seats.IsKnown ? t : t with { Seats = count });
        }

        var standings = tallies
            .Select(t => edition.Evaluate(target, t, own ? dossier.Lots(contest) : null, traced: false, earlier))
            .ToList();
        var house = standings.Sum(s => s.ContestSeats);
        if (
            standings.Find(s =>
                s.Ended is not (Outcome.Allocated or Outcome.Tied or Outcome.NoDistribution or Outcome.RepeatVote)
            ) is
            { } failed
        )
        {
            return new Compared(alternative, title, house, null, failed.Because);
        }

        return new Compared(
            alternative,
            title,
            house,
            [.. Enumerable.Range(0, whole.Contenders.Count).Select(i => standings.Sum(s => s.Seats[i]))],
            string.Join(" ", standings.Select(s => s.Because).Where(b => b.Length > 0).Distinct())
        )
        {
            Ties = [.. standings.SelectMany(s => s.OpenTies)],
        };
    }

    private static Compared UnderMethod(
        AllocationMethod method,
        Alternative alternative,
        long[] votes,
        IReadOnlyList<Contender> lists,
        int house
    )
    {
        var quota = method is LargestRemainder { Quota: var q } ? $", {q.Name} quota" : "";
        var threshold = alternative.Threshold is { } share
            ? $", lists from {Shown.Percent(share).Replace(".00 ", " ", StringComparison.Ordinal)} of the votes for lists"
            : "";
        var title = $"method {method.Name}{quota}{threshold}";
        var passing = alternative.Threshold is { } bound ? new Threshold(bound).Apply(votes).ToArray() : votes;
        if (Array.TrueForAll(passing, v => v == 0))
        {
            return new Compared(alternative, title, house, null, "No list reaches the threshold.");
        }

        var result = method.Apportion(passing, house);
        if (result.Problem is { } problem)
        {
            return new Compared(alternative, title, house, null, problem.Message);
        }

        var ties = result.Value.Tie is { } tie
            ? (Tie[])
                [
                    new Tie(
                        [.. tie.Among.Select(i => lists[i].Id)],
                        tie.Seats,
                        method.Name,
                        "the method leaves them equal"
                    ),
                ]
            : [];
        return new Compared(alternative, title, house, result.Value.Seats) { Ties = ties };
    }

    private static int SeatsOf(ElectionDossier dossier, string contest, IReadOnlyList<string> units)
    {
        var seats = dossier.Edition.Text.Contests.TryGetValue(contest, out var entry) ? entry.Seats : 0;
        var declared = dossier.OfficialSeats(contest).Values.Sum();
        return entry is { IsTiered: false } && seats > 0 ? seats * units.Count
            : declared > 0 ? declared
            : ElectionResult.OfContest(dossier, contest, traced: false, margins: false).Sum(r => r.Seats);
    }

    private static ElectoralLaw? LawOf(ElectionDossier dossier, Alternative alternative, Problems problems)
    {
        if (alternative.Law is not { } name)
        {
            return dossier.Law;
        }

        var path = File.Exists(name) ? name : FileLocator.Find("laws", name, dossier.Folder);
        if (path is not null)
        {
            return ElectoralLaw.Read(path, problems);
        }

        problems.Add(
            new Location("--under"),
            $"The law '{name}' was not found.",
            "the path of a law, or country/name of one in laws/",
            "Check the name."
        );
        return null;
    }

    /// <summary>The contest named; or the one of the same name; or the only one that fills seats by votes.</summary>
    private static string? ContestOf(Edition edition, string? named, string same)
    {
        var contests = edition.Text.Contests;
        if (named is not null || contests.ContainsKey(same))
        {
            return contests.ContainsKey(named ?? same) ? named ?? same : null;
        }

        var filled = contests.Where(c => c.Value.AppointedBy is null && c.Value.Rules.Count > 0).ToList();
        return filled.Count == 1 ? filled[0].Key : null;
    }

    private static string Title(
        ElectionDossier dossier,
        Alternative alternative,
        ElectoralLaw law,
        Edition edition,
        string target,
        string contest
    )
    {
        var title = $"{law.File.Id}, edition {edition.Name}";
        if (law != dossier.Law && target != contest)
        {
            title += $", contest {target}";
        }

        foreach (var reading in alternative.Readings)
        {
            title += $", reading {reading}";
        }

        foreach (var (field, value) in alternative.Settings)
        {
            title += $", {field} = {value}";
        }

        return title;
    }

    private static void Problem(Problems problems, string found, IEnumerable<string> known) =>
        problems.Add(new Location("--under"), found, string.Join(", ", known), "Name one of them.");
}
