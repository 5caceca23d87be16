using Scrutineer.Allocation;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using Tie = Scrutineer.Law.Evaluation.Tie;

namespace Scrutineer.Law.Rules;

/// <summary>The work of one <see cref="Place"/>: which list gets how many seats in which place.</summary>
internal sealed class Placement
{
    private readonly Standing standing;
    private readonly RuleEntry entry;
    private readonly Place rule;
    private readonly List<Standing> places;
    private readonly int[] open;
    private readonly int[] room;

    public Placement(Standing standing, RuleEntry entry, Place rule, List<Standing> places)
    {
        (this.standing, this.entry, this.rule, this.places) = (standing, entry, rule, places);
        open = [.. standing.Unplaced];
        room = [.. places.Select(p => rule.EachPlace ?? (int)(p.Tally.LevellingSeats.Value ?? int.MaxValue))];
        Given = [.. places.Select(_ => new int[open.Length])];
    }

    /// <summary>Seats by place and list.</summary>
    public int[][] Given { get; }

    /// <summary>Why the work cannot be finished.</summary>
    public sealed record Stop(string Because, Tie? Tie);

    /// <summary>The largest quotient over the average of all lists and places first, until every seat is placed.</summary>
    public Stop? OverAverage() => LargestFirst(c => OverAverage(c.List, c.Place));

    /// <summary>The largest quotient of all lists and places first, until every seat is placed.</summary>
    public Stop? Largest() => LargestFirst(c => Quotient(c.List, c.Place));

    private Stop? LargestFirst(Func<(int List, int Place), Rational> measure)
    {
        while (open.Sum() > 0)
        {
            var claims =
                from list in Enumerable.Range(0, open.Length)
                where open[list] > 0
                from place in Enumerable.Range(0, places.Count)
                where room[place] > 0
                select (list, place);
            if (Award(claims, measure) is { } stop)
            {
                return stop;
            }
        }

        return null;
    }

    /// <summary>The next seat belongs to the list with the largest quotient in the whole; the list's best place gets it.</summary>
    public Stop? OneByOne()
    {
        while (open.Sum() > 0)
        {
            var waiting = Enumerable.Range(0, open.Length).Where(i => open[i] > 0).ToList();
            var choice = Choice.Of(
                standing,
                entry.Id,
                waiting,
                i => rule.Series.Method.Quotient(standing.Votes(i).Value!.Value, standing.Seats[i] - open[i]) ?? 0,
                1,
                rule.Tie
            );
            if (choice.Tie is { } tie)
            {
                return new Stop(
                    $"Which list's seat is placed first is open between {Shown.Row(tie.Names)}: {tie.Because}.",
                    tie
                );
            }

            var list = choice.Chosen[0];
            var claims = Enumerable.Range(0, places.Count).Where(p => room[p] > 0).Select(p => (list, place: p));
            if (Award(claims, c => ShareQuotient(c.List, c.Place)) is { } stop)
            {
                return stop;
            }
        }

        return null;
    }

    /// <summary>Each list by itself, among the places in which it stands, going on from the seats that it holds there.</summary>
    public Stop? WithinLists()
    {
        for (var list = 0; list < open.Length; list++)
        {
            if (open[list] == 0)
            {
                continue;
            }

            long[] votes = [.. places.Select(p => p.Votes(list).Value ?? 0)];
            int[] held = [.. places.Select(p => p.Seats[list])];
            int[] floors =
            [
                .. places.Select((p, k) => Math.Max(held[k], rule.AtLeast is { } r ? p.SeatsFrom(r)?[list] ?? 0 : 0)),
            ];
            var result = rule.Series.Method.Apportion(votes, open[list] + held.Sum(), SeatBounds.AtLeast(floors));
            if (!result.Succeeded)
            {
                return new Stop($"{standing.Name(list)}: {result.Problem.Message}", null);
            }

            var share = result.Apportionment;
            for (var place = 0; place < places.Count; place++)
            {
                Given[place][list] = share.Seats[place] - held[place];
            }

            if (share.Tie is not { } tie)
            {
                continue;
            }

            if (Drawn([.. tie.Among.Select(p => places[p].Place)], tie.Seats, list) is not { } drawn)
            {
                return Open(list, [.. tie.Among], tie.Seats);
            }

            foreach (var place in drawn)
            {
                Given[places.FindIndex(p => p.Place == place)][list]++;
            }
        }

        return null;
    }

    private Rational OverAverage(int list, int place)
    {
        var at = places[place];
        var votes = at.Votes(list).Value!.Value;
        var valid = at.Tally.VotesForLists.Value ?? 0;
        return votes == 0 || valid == 0 || at.ContestSeats == 0
            ? Rational.Zero
            : rule.Series.Method.Quotient(votes, at.Seats[list])!.Value * at.ContestSeats / valid;
    }

    private Rational Quotient(int list, int place) =>
        places[place].Votes(list).Value is > 0 and var votes
            ? rule.Series.Method.Quotient(votes, places[place].Seats[list] + Given[place][list])!.Value
            : Rational.Zero;

    private Rational ShareQuotient(int list, int place)
    {
        var at = places[place];
        var votes = at.Votes(list).Value!.Value;
        var valid = at.Tally.VotesForLists.Value ?? 0;
        return votes == 0 || valid == 0
            ? Rational.Zero
            : rule.Series.Method.Quotient(votes, at.Seats[list] + Given[place][list])!.Value / valid;
    }

    /// <summary>Gives a seat to the strongest claim; equal claims that exclude each other are a tie.</summary>
    private Stop? Award(IEnumerable<(int List, int Place)> claims, Func<(int List, int Place), Rational> measure)
    {
        var best = new List<(int List, int Place)>();
        var most = Rational.Zero;
        foreach (var claim in claims)
        {
            var value = measure(claim);
            if (value > most)
            {
                (most, best) = (value, [claim]);
            }
            else if (value == most && value.Sign > 0)
            {
                best.Add(claim);
            }
        }

        if (best.Count == 0)
        {
            return new Stop(
                $"{Shown.Seats(open.Sum())} cannot be placed: no list that has them has votes where a seat is free.",
                null
            );
        }

        var (list, place) = best[0];
        if (best.Count > 1 && rule.Tie.Contains(TieRule.MoreVotes))
        {
            var strongest = best.Max(b => places[b.Place].Votes(b.List).Value);
            best = best.FindAll(b => places[b.Place].Votes(b.List).Value == strongest);
            (list, place) = best[0];
        }

        if (best.Count > 1)
        {
            if (best.TrueForAll(b => b.Place == place))
            {
                var names = best.ConvertAll(b => standing.Id(b.List));
                var lot = standing.Lots.FirstOrDefault(l =>
                    l.Rule == entry.Id
                    && l.Place == places[place].Place
                    && l.Among.ToHashSet(StringComparer.Ordinal).SetEquals(names)
                    && l.Drawn.Count == 1
                );
                if (lot is null)
                {
                    return new Stop(
                        $"Equal claims in {places[place].Place}: {Shown.Row(names)}.",
                        new Tie(names, 1, entry.Id, "no lot is recorded") { Place = places[place].Place }
                    );
                }

                list = best.First(b => standing.Id(b.List) == lot.Drawn[0]).List;
            }
            else if (best.TrueForAll(b => b.List == list))
            {
                if (Drawn([.. best.Select(b => places[b.Place].Place)], 1, list) is not { } drawn)
                {
                    return Open(list, [.. best.Select(b => b.Place)], 1);
                }

                place = places.FindIndex(p => p.Place == drawn[0]);
            }
        }

        Given[place][list]++;
        open[list]--;
        room[place]--;
        return null;
    }

    private IReadOnlyList<string>? Drawn(IReadOnlyList<string> among, int seats, int list) =>
        standing
            .Lots.FirstOrDefault(l =>
                l.Rule == entry.Id
                && l.Place == standing.Id(list)
                && l.Drawn.Count == seats
                && l.Among.ToHashSet(StringComparer.Ordinal).SetEquals(among)
            )
            ?.Drawn;

    private Stop Open(int list, IReadOnlyList<int> among, int seats)
    {
        var names = among.Select(p => places[p].Place).ToList();
        return new Stop(
            $"{Shown.Seats(seats)} of {standing.Name(list)} stays open between {Shown.Row(names)}: the claims are equal.",
            new Tie(names, seats, entry.Id, "no lot is recorded") { Place = standing.Id(list) }
        );
    }
}
