using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Observation.Forms;

/// <summary>The observation forms of an election: those that its dossier names, or the four that come with the program.</summary>
public static class ObservationForms
{
    private static readonly string[] Shipped =
    [
        "observation/opening",
        "observation/voting",
        "observation/counting",
        "observation/tabulation",
    ];

    /// <summary>Reads the forms. All problems are recorded; nothing is returned while one stands.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="problems">Where problems go.</param>
    public static IReadOnlyList<ObservationForm>? Of(ElectionDossier dossier, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var forms = new List<ObservationForm>();
        var head = new Location(SourceText.Show(Path.Combine(dossier.Folder, "election.yaml")));
        foreach (var name in dossier.File.ObservationForms is { Count: > 0 } named ? named : Shipped)
        {
            if (FileLocator.Find("forms", name, dossier.Folder) is not { } path)
            {
                own.Add(
                    head,
                    $"There is no observation form '{name}'.",
                    "the path of a form below forms/",
                    "Correct 'observation-forms', or add the file."
                );
            }
            else if (ObservationForm.Read(path, own) is { } form)
            {
                if (forms.Exists(f => f.File.Id == form.File.Id))
                {
                    own.Add(
                        head,
                        $"Two observation forms are called '{form.File.Id}'.",
                        "each form once",
                        "Correct 'observation-forms'."
                    );
                }

                form.Earlier = Earlier(path, form, own);
                forms.Add(form);
            }
        }

        problems.AddAll(own);
        return own.Any ? null : forms;
    }

    // The files earlier/NAME-VERSION.yaml beside a form NAME.yaml.
    private static List<ObservationForm> Earlier(string path, ObservationForm form, Problems problems)
    {
        var folder = Path.Combine(Path.GetDirectoryName(path)!, "earlier");
        var name = Path.GetFileNameWithoutExtension(path);
        var earlier = new List<ObservationForm>();
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, $"{name}-*.yaml") : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            if (ObservationForm.Read(file, problems) is not { } read)
            {
                continue;
            }

            if (
                read.File.Id != form.File.Id
                || read.File.Version == form.File.Version
                || Path.GetFileName(file) != $"{name}-{read.File.Version}.yaml"
            )
            {
                problems.Add(
                    new Location(SourceText.Show(file)),
                    $"The file holds version {read.File.Version} of '{read.File.Id}'; version {form.File.Version} of '{form.File.Id}' is the current one.",
                    $"another version of '{form.File.Id}', in a file named {name}-VERSION.yaml",
                    "Rename the file, or take it out of this folder."
                );
            }

            earlier.Add(read);
        }

        return earlier;
    }
}
