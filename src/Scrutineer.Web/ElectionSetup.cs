using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Units;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Observation.Forms;

namespace Scrutineer.Web;

/// <summary>What the server knows of an election before a protocol comes: its dossier, the form of its protocols, its stations.</summary>
/// <param name="Dossier">The dossier with its law.</param>
/// <param name="Contest">The contest that the protocols are of.</param>
/// <param name="Layout">The form, made ready for the ballot.</param>
/// <param name="Tree">The units on polling day.</param>
public sealed record ElectionSetup(ElectionDossier Dossier, string Contest, FormLayout Layout, UnitTree Tree)
{
    /// <summary>The observation forms that observers answer, in the order of the dossier.</summary>
    public IReadOnlyList<ObservationForm> Forms { get; init; } = [];

    /// <summary>Reads the dossier, its form and its units. All problems are recorded; nothing is returned while one stands.</summary>
    /// <param name="folder">The dossier's folder.</param>
    /// <param name="problems">Where problems go.</param>
    public static ElectionSetup? Read(string folder, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(problems);
        if (
            ElectionDossier.Read(folder, null, problems) is not { } dossier
            || ProtocolSource.Of(dossier, null, null, problems) is not { } source
        )
        {
            return null;
        }

        var path = Path.Combine(folder, "units.csv");
        if (!File.Exists(path))
        {
            problems.Add(
                new Location(SourceText.Show(path)),
                "There is no such file.",
                "the stations that are to report, and the units above them",
                "Write it as docs/formats/units.md says."
            );
            return null;
        }

        var forms = ObservationForms.Of(dossier, problems);
        return UnitRegister.Read(path, problems)?.On(dossier.File.PollingDay) is { } tree && forms is not null
            ? new ElectionSetup(dossier, dossier.File.Protocols!.Contest, source.Layout, tree) { Forms = forms }
            : null;
    }
}
