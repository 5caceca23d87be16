using Scrutineer.Dossier;
using Scrutineer.Law;

namespace Scrutineer.Results;

/// <summary>Puts the contests of an election together into the body that they elect.</summary>
internal static class Composition
{
    public static IReadOnlyList<Bloc> Blocs(
        ElectionDossier dossier,
        IReadOnlyList<ContestResult> contests,
        ElectionResult? previous
    )
    {
        var seats = new OrderedDictionary<string, (string Name, string? Colour, int Seats)>(StringComparer.Ordinal);
        foreach (var contest in contests)
        {
            foreach (var (id, contender) in contest.Entry?.Contenders ?? new Dictionary<string, ContenderEntry>())
            {
                // Seats that count in another contest are among that contest's, except those of who does not stand in it.
                if (
                    contest.SeatsOf(id) is not { } won
                    || (
                        contest.Contest.CountedIn is { } target
                        && dossier.File.Contests.GetValueOrDefault(target)?.Contenders.ContainsKey(id) == true
                    )
                )
                {
                    continue;
                }

                var (key, name, colour) = contest.Entry!.Bloc is { } bloc
                    ? (contest.Name, bloc, contest.Entry.BlocColour)
                    : (id, contender.Name, contender.Colour);
                var sofar = seats.TryGetValue(key, out var known) ? known : (name, colour, 0);
                seats[key] = (sofar.Item1, sofar.Item2 ?? colour, sofar.Item3 + won);
            }
        }

        return
        [
            .. seats
                .Select(s => new Bloc(
                    s.Key,
                    s.Value.Name,
                    s.Value.Colour,
                    s.Value.Seats,
                    Before(dossier, s.Key, previous)
                ))
                .Where(b => b.Seats > 0 || b.Before > 0)
                .OrderByDescending(b => b.Seats),
        ];
    }

    public static IReadOnlyList<MajorityDistance> Majorities(Body body, IReadOnlyList<Bloc> blocs) =>
        [
            .. body.Majorities.SelectMany(m =>
                blocs.Select(b => new MajorityDistance(
                    m.Key,
                    (int)m.Value.Seats.LeastOf(House(body, blocs)),
                    House(body, blocs),
                    b.Name,
                    b.Seats
                ))
            ),
        ];

    private static int House(Body body, IReadOnlyList<Bloc> blocs) => Math.Max(body.Seats, blocs.Sum(b => b.Seats));

    private static int? Before(ElectionDossier dossier, string id, ElectionResult? previous)
    {
        if (previous is null || previous.Blocs.Count == 0)
        {
            return null;
        }

        var old =
            dossier
                .File.Contests.Values.Select(c => c.Contenders.GetValueOrDefault(id)?.Before)
                .FirstOrDefault(b => b is not null)
            ?? id;
        if (previous.Blocs.FirstOrDefault(b => b.Id == old) is { } bloc)
        {
            return bloc.Seats;
        }

        // Who is not named had no seat only if every seat of the body before is accounted for.
        return previous.Blocs.Sum(b => b.Seats) == previous.Dossier.Edition.Text.Body.Seats ? 0 : null;
    }
}
