using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Units;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Observation.Forms;
using Scrutineer.Scrutiny.Estimation;
using Scrutineer.Web.Night;

namespace Scrutineer.Web;

/// <summary>What the server knows of an election before a protocol comes: its dossier, the form of its protocols, its stations.</summary>
/// <param name="Dossier">The dossier with its law.</param>
/// <param name="Contest">The contest that the protocols are of.</param>
/// <param name="Layout">The form, made ready for the ballot.</param>
/// <param name="Tree">The units on polling day.</param>
public sealed record ElectionSetup(ElectionDossier Dossier, string Contest, FormLayout Layout, UnitTree Tree)
{
    /// <summary>The sample of stations that the dossier names; nothing where it names none.</summary>
    public DossierSample? Sample { get; init; }

    /// <summary>The observation forms that observers answer, in the order of the dossier.</summary>
    public IReadOnlyList<ObservationForm> Forms { get; init; } = [];

    /// <summary>The form that answers are pinned to, in the very version that was answered; nothing where it is not known here.</summary>
    public ObservationForm? Answered(FormPin pin)
    {
        ArgumentNullException.ThrowIfNull(pin);
        return Forms
            .SelectMany(f => f.Earlier.Prepend(f))
            .FirstOrDefault(f => f.File.Id == pin.Id && f.File.Version == pin.Version && f.Source.Sha256 == pin.Sha256);
    }

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

        var sample = DossierSample.Read(dossier, problems);
        var forms = ObservationForms.Of(dossier, problems);
        return
            UnitRegister.Read(path, problems)?.On(dossier.File.PollingDay) is { } tree
            && forms is not null
            && !problems.Any
            ? new ElectionSetup(dossier, dossier.File.Protocols!.Contest, source.Layout, tree)
            {
                Sample = sample,
                Forms = forms,
            }
            : null;
    }
}
