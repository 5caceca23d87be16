using System.Collections.Immutable;
using Scrutineer.Counting;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>A list, or lists joined, as one claimant to seats.</summary>
/// <param name="Id">The alliance's name, or the list's id.</param>
/// <param name="Name">For sentences.</param>
/// <param name="Members">The lists, in ballot order.</param>
internal sealed record Group(string Id, string Name, IReadOnlyList<int> Members);

/// <summary>A divisor rule among alliances, or within each of them.</summary>
internal static class Joined
{
    /// <summary>The lists in groups, by the first list of each; a list that is joined with none is a group by itself.</summary>
    public static IReadOnlyList<Group> Groups(Standing standing, JoinLevel? level, IReadOnlyList<int> lists)
    {
        var joins = level is { } by ? standing.Joins.GetValueOrDefault(by) : default;
        return
        [
            .. lists
                .GroupBy(i => joins.IsDefault || joins[i] is not { } name ? (i, "") : (-1, name))
                .Select(g =>
                    g.Key.Item1 < 0
                        ? new Group(g.Key.Item2, g.Key.Item2, [.. g])
                        : new Group(standing.Id(g.First()), standing.Name(g.First()), [.. g])
                ),
        ];
    }

    public static Standing Apply(Divisor rule, Standing standing, RuleEntry entry)
    {
        var given = rule.SeatsOf is { } reference ? standing.SeatsFrom(reference) : null;
        var shared = new int[standing.Seats.Length];
        var rows = new List<StepRow>();
        var settled = new List<string>();
        var lots = standing.LotsUsed;
        IReadOnlyList<int> all = [.. standing.AdmittedIndices];
        var outer = rule.Within is { } within ? Groups(standing, within, all) : [new Group("", "", all)];
        foreach (var group in outer)
        {
            var seats = rule.Within is null ? standing.SeatsToShare : given?[group.Members[0]] ?? 0;
            var claimants = Groups(standing, rule.Among, group.Members);
            var part = Part(standing, claimants, seats);
            var votes = SeatWords.VotesOfAdmitted(part);
            var result = rule.Series.Method.Apportion(votes, seats);
            if (!result.Succeeded)
            {
                var none = result.Problem.Message;
                return standing.With(entry, () => none).End(Outcome.NoDistribution, none);
            }

            var share = result.Apportionment;
            var choice = share.Tie is { } equal
                ? Choice.Settle(part, entry.Id, [], [.. equal.Among], equal.Seats, rule.Tie)
                : null;
            if (choice?.Tie is { } tie)
            {
                var open =
                    $"{Shown.Seats(tie.Seats)} stays open between {Shown.Row(tie.Names)}, whose quotients are equal: {tie.Because}.";
                return (standing with { Tie = tie }).With(entry, () => open).End(Outcome.Tied, open);
            }

            for (var i = 0; i < claimants.Count; i++)
            {
                var got = share.Seats[i] + (choice?.Chosen.Contains(i) == true ? 1 : 0);
                shared[claimants[i].Members[0]] = got;
                rows.Add(new StepRow(claimants[i].Id, [group.Name, Shown.Whole(votes[i]), Shown.Whole(got)]));
            }

            settled.AddRange(choice is { Settled.Length: > 0 } ? [choice.Settled] : []);
            lots = lots.AddRange(choice?.LotsUsed ?? []);
        }

        ImmutableArray<int> seatsByThis = [.. shared];
        var after = standing with { SeatsBy = standing.SeatsBy.SetItem(entry.Id, seatsByThis), LotsUsed = lots };
        if (rule.AwardsSeats)
        {
            after = after with { Seats = [.. standing.Seats.Select((s, i) => s + shared[i])] };
        }

        return after.With(
            entry,
            () =>
                $"{Shown.Seats(shared.Sum())}{(rule.AwardsSeats ? $": {SeatWords.Row(after, shared)}" : "")}."
                + string.Concat(settled.Select(s => $" {char.ToUpperInvariant(s[0])}{s[1..]}.")),
            () => new StepTable(["of", "votes", "seats"], rows)
        );
    }

    /// <summary>A contest of the claimants for these seats alone, in which ties are settled.</summary>
    private static Standing Part(Standing standing, IReadOnlyList<Group> claimants, int seats) =>
        standing with
        {
            Tally = standing.Tally with
            {
                Parts = [],
                Contenders =
                [
                    .. claimants.Select(g =>
                        (
                            g.Members.Count == 1
                                ? standing.Tally.Contenders[g.Members[0]]
                                : new Contender(g.Id, Count.NotReported)
                        ) with
                        {
                            Votes = new Count(g.Members.Sum(i => standing.Votes(i).Value!.Value)),
                        }
                    ),
                ],
            },
            ContestSeats = seats,
            Admitted = [.. claimants.Select(_ => true)],
            Seats = [.. new int[claimants.Count]],
            Places = [],
        };
}
