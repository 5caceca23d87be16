using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Registry;

namespace Scrutineer.Dossier;

/// <summary>
/// The dated facts of a dossier: its registry, its events and the calendar that was set. They are read only by those who
/// ask for them; the seats of an election do not need them.
/// </summary>
public sealed record DossierFacts
{
    /// <summary>The name of the file of events.</summary>
    public const string FileName = "events.yaml";

    /// <summary>The registry; nothing where the dossier names none.</summary>
    public IdentityRegister? Register { get; private init; }

    /// <summary>The law on parties; nothing where the registry names none.</summary>
    public PartyLaw? PartyLaw { get; private init; }

    /// <summary>The events, in order of time; those of one time in the order of the file.</summary>
    public IReadOnlyList<EventEntry> Events { get; private init; } = [];

    /// <summary>The calendar that was set, by window.</summary>
    public IReadOnlyDictionary<string, SetWindow> Calendar { get; private init; } = new Dictionary<string, SetWindow>();

    /// <summary>The last day of the term of those who hold the seats.</summary>
    public PartialDate? TermEnds { get; private init; }

    /// <summary>The SHA-256 of each file read, by its name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Inputs { get; private init; } = [];

    /// <summary>Whether there is anything to ask.</summary>
    public bool Any => Register is not null || Events.Count > 0 || Calendar.Count > 0;

    /// <summary>What to call an identity on a day: its name in the registry, or the id where there is none.</summary>
    public string NameOf(string id, DateOnly day) => Register?.Find(id)?.NameOn(day) ?? id;

    /// <summary>Reads the facts of a dossier. All problems are recorded; nothing is returned while one stands.</summary>
    public static DossierFacts? Read(ElectionDossier dossier, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var facts = ReadInto(dossier, own);
        problems.AddAll(own);
        return own.Any ? null : facts;
    }

    private static DossierFacts? ReadInto(ElectionDossier dossier, Problems problems)
    {
        var inputs = new List<KeyValuePair<string, string>>();
        var head = new Location(SourceText.Show(Path.Combine(dossier.Folder, "election.yaml")));
        IdentityRegister? register = null;
        PartyLaw? partyLaw = null;
        if (dossier.File.Registry is { } name)
        {
            if (FileLocator.FindFolder("registry", name, dossier.Folder) is { } folder)
            {
                register = IdentityRegister.Read(folder, problems);
            }
            else
            {
                problems.Add(
                    head,
                    $"The registry '{name}' was not found.",
                    $"a folder registry/{name} above the dossier, above the working folder, or beside the program",
                    "Check the name, or add the registry."
                );
            }
        }

        if (register?.PartyLaw is { } law)
        {
            if (FileLocator.Find("laws", law, dossier.Folder) is { } path)
            {
                partyLaw = PartyLaw.Read(path, problems);
                inputs.Add(KeyValuePair.Create($"laws/{law}.yaml", partyLaw?.Sha256 ?? ""));
            }
            else
            {
                problems.Add(
                    new Location($"registry/{register.Name}"),
                    $"The law on parties '{law}' was not found.",
                    $"a file laws/{law}.yaml",
                    "Check the name, or add the law."
                );
            }
        }

        inputs.AddRange(register?.Inputs ?? []);
        if (
            register is not null
            && dossier.File.Place is { } place
            && register.Find(place) is not { Kind: IdentityKind.Place }
        )
        {
            problems.Add(
                head,
                $"The election is held in '{place}', which is no place of the registry.",
                "the id of a place",
                Problems.Nearest(place, register.Of(IdentityKind.Place).Select(p => p.Id))
            );
        }

        var events = ReadEvents(dossier, register, inputs, problems);
        return new DossierFacts
        {
            Register = register,
            PartyLaw = partyLaw,
            Events =
            [
                .. (events?.Events ?? []).OrderBy(e => e.On.Earliest > DateTime.MinValue ? e.On.Earliest : e.On.Latest),
            ],
            Calendar = events?.Calendar ?? new Dictionary<string, SetWindow>(),
            TermEnds = events?.TermEnds,
            Inputs = inputs,
        };
    }

    private static EventFile? ReadEvents(
        ElectionDossier dossier,
        IdentityRegister? register,
        List<KeyValuePair<string, string>> inputs,
        Problems problems
    )
    {
        var path = Path.Combine(dossier.Folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        if (
            SourceText.Read(path, problems) is not { } source
            || YamlReader.Read(source, problems) is not { } top
            || new FieldReader(problems).Read<EventFile>(top) is not { } file
            || problems.Any
        )
        {
            return null;
        }

        if (file.Format != "1")
        {
            problems.Add(
                top["scrutineer-events"]!.At,
                $"The file is of version '{file.Format}' of the format of events.",
                "version 1",
                "Use a newer Scrutineer for a newer file."
            );
        }

        inputs.Add(KeyValuePair.Create(FileName, source.Sha256));
        EventCheck.All(file, dossier, register, problems);
        return file;
    }
}
