using System.Numerics;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using Scrutineer.Results.Comparing;

namespace Scrutineer.Results.Scenarios;

/// <summary>Puts a scenario under the law: once, over every number of a range, or over a grid of several ranges.</summary>
internal sealed class ScenarioWalk(
    ScenarioFile file,
    ElectionDossier dossier,
    KeyValuePair<string, string> input,
    Func<Tally, IEnumerable<Tally>, Compared> governed,
    Func<Tally, IEnumerable<Tally>, Compared> under,
    long most,
    Problems problems
)
{
    private static readonly Dictionary<Law.BaseName, Law.ShareOf> Unpublished = [];

    private readonly Tally real = ScenarioCheck.Figures(dossier, file.Contest);

    /// <summary>The scenario; nothing where a change asks for what is not there.</summary>
    public Scenario? Result()
    {
        if (Ranges() is not { } ranges)
        {
            return null;
        }

        var all = ranges.Aggregate(BigInteger.One, (product, r) => product * r.Count);
        if (ranges.Count == 1 && all > Scenario.MostVotes)
        {
            problems.Add(
                ranges[0].Change.At,
                $"The range holds {Shown.Whole(all)} numbers of votes.",
                $"at most {Shown.Whole(Scenario.MostVotes)}, since each is put under the law",
                "Write a narrower range."
            );
            return null;
        }

        var scenario = new Scenario(file, dossier, input, Step(real, governed, []), ranges, []);
        if (ranges.Count < 2 && all <= most)
        {
            return Stretches(ranges) is { } stretches ? scenario with { Steps = stretches } : null;
        }

        var axes = ranges.Select(r => Axis(r, all <= most ? r.Count : EachOf(ranges.Count))).ToList();
        var corners = Combinations([
                .. ranges.Select(r => (IReadOnlyList<long>)[.. new[] { r.Least, r.Most }.Distinct()]),
            ])
            .Select(At)
            .ToList();
        return corners.Contains(null) || Over(axes, all <= most) is not { } grid
            ? null
            : scenario with
            {
                Steps = [.. corners.OfType<ScenarioStep>()],
                Grid = grid,
            };
    }

    /// <summary>
    /// The most numbers of each of several ranges whose combinations are few enough: a quarter of what can be tried, since a grid
    /// answers no more exactly for being finer.
    /// </summary>
    private long EachOf(int ranges)
    {
        var each = 2L;
        while (BigInteger.Pow(each + 1, ranges) <= most / 4)
        {
            each++;
        }

        return each;
    }

    /// <summary>So many numbers of a range at even distances, both ends among them.</summary>
    private static IReadOnlyList<long> Axis(ScenarioRange range, long numbers) =>
        numbers >= range.Count
            ? [.. Enumerable.Range(0, (int)range.Count).Select(i => range.Least + i)]
            :
            [
                .. Enumerable
                    .Range(0, (int)numbers)
                    .Select(i => range.Least + (long)((Int128)(range.Most - range.Least) * i / (numbers - 1))),
            ];

    private static IEnumerable<IReadOnlyList<long>> Combinations(IReadOnlyList<IReadOnlyList<long>> axes) =>
        axes.Aggregate(
            (IEnumerable<IReadOnlyList<long>>)
                [
                    [],
                ],
            (so, axis) => so.SelectMany(c => axis.Select(v => (IReadOnlyList<long>)[.. c, v]))
        );

    /// <summary>The ranges in votes; each change is tried at its most, and what it cannot take is a problem.</summary>
    private List<ScenarioRange>? Ranges()
    {
        var (ranges, changed) = (new List<ScenarioRange>(), real);
        foreach (var change in file.Changes)
        {
            if (After(changed, change, null) is not { } next)
            {
                return null;
            }

            if (change.Votes is { IsRange: true } range)
            {
                var all = ScenarioVotes.Base(ScenarioVotes.Leaves(changed, change.In).First(), change)!.Value;
                var (least, greatest) = range.Of(all);
                ranges.Add(new ScenarioRange(change, least, greatest, all));
            }

            changed = next;
        }

        return ranges;
    }

    private List<ScenarioStep>? Stretches(List<ScenarioRange> ranges)
    {
        var steps = new List<ScenarioStep>();
        var (from, to) = ranges is [var range] ? (range.Least, range.Most) : (0, 0);
        for (var votes = from; votes <= to; votes++)
        {
            if (At(ranges.Count == 0 ? [] : [votes]) is not { } step)
            {
                return null;
            }

            if (steps.Count > 0 && Same(steps[^1].Result, step.Result))
            {
                steps[^1] = steps[^1] with { To = votes };
            }
            else
            {
                steps.Add(step with { From = votes, To = votes, At = [] });
            }
        }

        return steps;
    }

    private ScenarioGrid? Over(List<IReadOnlyList<long>> axes, bool isWhole)
    {
        var seats = new Dictionary<string, (int Least, int Most)>(StringComparer.Ordinal);
        var (points, untold) = (0L, 0L);
        foreach (var at in Combinations(axes))
        {
            if (At(at) is not { } step)
            {
                return null;
            }

            points++;
            if (step.Result.Seats is null || step.Result.Ties.Count > 0)
            {
                untold++;
                continue;
            }

            foreach (var (i, list) in step.Tally.Contenders.Index())
            {
                var own = step.Result.Seats[i];
                seats[list.Id] = seats.TryGetValue(list.Id, out var so)
                    ? (Math.Min(so.Least, own), Math.Max(so.Most, own))
                    : (own, own);
            }
        }

        return new ScenarioGrid(points, isWhole, seats, untold);
    }

    /// <summary>The seats where each range, in its order, takes so many votes.</summary>
    private ScenarioStep? At(IReadOnlyList<long> votes)
    {
        var (tally, next) = (real, 0);
        foreach (var change in file.Changes)
        {
            if (After(tally, change, change.Votes is { IsRange: true } ? votes[next++] : null) is not { } changed)
            {
                return null;
            }

            tally = changed;
        }

        return Step(tally, under, votes);
    }

    private static ScenarioStep Step(
        Tally tally,
        Func<Tally, IEnumerable<Tally>, Compared> law,
        IReadOnlyList<long> votes
    ) => new(0, 0, tally, law(tally, ScenarioVotes.Leaves(tally, null))) { At = votes };

    /// <summary>The figures after a change; nothing, and a problem, where it takes more than there is.</summary>
    private Tally? After(Tally tally, ChangeEntry change, long? votes)
    {
        long? Taken(Tally leaf) =>
            ScenarioVotes.Base(leaf, change) is { } all ? votes ?? change.Votes?.Of(all).Most ?? all : null;
        foreach (var leaf in ScenarioVotes.Leaves(tally, change.In))
        {
            if (ScenarioVotes.Base(leaf, change) is not { } all)
            {
                problems.Add(
                    change.At,
                    "The number that the votes are taken from is not known.",
                    "a list that stands; for at-home and turnout, registered voters and ballots issued in the dossier",
                    "Name a list that stands when the change is made."
                );
                return null;
            }

            if (Taken(leaf) > all)
            {
                problems.Add(
                    change.At,
                    $"{Shown.Whole(Taken(leaf)!.Value)} votes are taken from {Shown.Whole(all)}.",
                    "no more than there are",
                    "Write fewer, or a share."
                );
                return null;
            }
        }

        return ScenarioVotes.After(tally, change, leaf => Taken(leaf)!.Value);
    }

    private static bool Same(Compared a, Compared b) =>
        a.Because == b.Because
        && a.Ties.Count + b.Ties.Count == 0
        && (a.Seats is null ? b.Seats is null : b.Seats is not null && a.Seats.SequenceEqual(b.Seats));

    /// <summary>Figures whose shares were published rest on them; changed votes have no published share.</summary>
    internal static Tally WithoutShares(Tally tally) =>
        tally with
        {
            Contenders = [.. tally.Contenders.Select(c => c with { PublishedShares = Unpublished })],
            Parts = [.. tally.Parts.Select(WithoutShares)],
        };
}
