using Scrutineer.Dossier;

namespace Scrutineer.Results.Powers;

/// <summary>One elected house and what its blocs can do.</summary>
/// <param name="Dossier">The election.</param>
/// <param name="Seats">The seats of the house.</param>
/// <param name="Blocs">The blocs that hold a seat, largest first.</param>
/// <param name="Majorities">The majorities that the law names, as of that election's edition.</param>
public sealed record HousePowers(
    ElectionDossier Dossier,
    int Seats,
    IReadOnlyList<Bloc> Blocs,
    IReadOnlyList<MajorityPower> Majorities
)
{
    /// <summary>Seats of which the dossier does not say who holds them; they vote with nobody.</summary>
    public int Unknown => Seats - Blocs.Sum(b => b.Seats);

    internal static HousePowers Of(ElectionResult result)
    {
        var blocs = result.Blocs.Where(b => b.Seats > 0).ToList();
        return new HousePowers(
            result.Dossier,
            result.House,
            blocs,
            [
                .. result.Dossier.Edition.Text.Body.Majorities.Select(m =>
                    MajorityPower.In(m.Key, m.Value, result.House, blocs)
                ),
            ]
        );
    }
}
