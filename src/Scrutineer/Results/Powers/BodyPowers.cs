using Scrutineer.Dossier;

namespace Scrutineer.Results.Powers;

/// <summary>What an elected body can decide and with whom, before and after the election, and who fills which office.</summary>
/// <param name="Now">The house that was elected.</param>
/// <param name="Before">The house before; nothing where its dossier is not beside this one.</param>
/// <param name="Votes">How the votes moved; empty where the votes before are not known.</param>
/// <param name="SeatShift">Seats that are held by another bloc; nothing where the houses differ or a seat is unknown.</param>
/// <param name="Offices">How offices are filled on polling day; empty where the dossier names no registry.</param>
public sealed record BodyPowers(
    HousePowers Now,
    HousePowers? Before,
    IReadOnlyList<VoteShift> Votes,
    int? SeatShift,
    IReadOnlyList<Appointment> Offices
)
{
    /// <summary>What the result of an election means for the body.</summary>
    /// <param name="result">The result.</param>
    public static BodyPowers Of(ElectionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (now, dossier) = (HousePowers.Of(result), result.Dossier);
        var before = result.Previous is { Blocs.Count: > 0 } previous ? HousePowers.Of(previous) : null;
        return new BodyPowers(
            now,
            before,
            result.Previous is { } earlier ? VoteShift.Between(earlier.Dossier, dossier) : [],
            before is null ? null : Shift(before, now),
            result.Facts is { } facts
                ? Appointment.On(dossier.File.PollingDay, facts, dossier.Edition.Text.Body.Name)
                : []
        );
    }

    /// <summary>The bloc of the house before from which a bloc came; nothing where it held no seat there.</summary>
    /// <param name="bloc">A bloc of the house that was elected.</param>
    public Bloc? Predecessor(Bloc bloc)
    {
        ArgumentNullException.ThrowIfNull(bloc);
        var id = Origin(Now.Dossier, bloc.Id);
        return Before?.Blocs.FirstOrDefault(b => b.Id == id);
    }

    /// <summary>Blocs of the house before that no bloc of the new house came from.</summary>
    public IReadOnlyList<Bloc> Gone
    {
        get
        {
            var origins = Now.Blocs.Select(b => Origin(Now.Dossier, b.Id)).ToHashSet(StringComparer.Ordinal);
            return [.. (Before?.Blocs ?? []).Where(b => !origins.Contains(b.Id))];
        }
    }

    private static int? Shift(HousePowers before, HousePowers now)
    {
        if (before.Seats != now.Seats || before.Unknown + now.Unknown != 0)
        {
            return null;
        }

        var origins = now.Blocs.ToLookup(b => Origin(now.Dossier, b.Id), b => b.Seats, StringComparer.Ordinal);
        var gained = origins.Sum(o =>
            Math.Max(0, o.Sum() - (before.Blocs.FirstOrDefault(b => b.Id == o.Key)?.Seats ?? 0))
        );
        return gained;
    }

    private static string Origin(ElectionDossier dossier, string id) =>
        dossier
            .File.Contests.Values.Select(c => c.Contenders.GetValueOrDefault(id)?.Before)
            .FirstOrDefault(b => b is not null)
        ?? id;
}
