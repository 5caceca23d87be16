using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Dossier;

/// <summary>The folder that holds one election, read and joined with its law.</summary>
public sealed class ElectionDossier
{
    private ILookup<(string Contest, string Unit, Stage Stage), Figure>? byPlace;

    private ILookup<(string Contest, string Unit, Stage Stage), Figure> ByPlace =>
        byPlace ??= Figures.ToLookup(f => (f.Contest, f.Unit, f.Stage));

    private ElectionDossier(
        string folder,
        DossierFile file,
        ElectoralLaw law,
        Edition edition,
        IReadOnlyList<Figure> figures
    )
    {
        Folder = folder;
        File = file;
        Law = law;
        Edition = edition;
        Figures = figures;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The head of the dossier.</summary>
    public DossierFile File { get; }

    /// <summary>The law.</summary>
    public ElectoralLaw Law { get; }

    /// <summary>The edition that governs the election.</summary>
    public Edition Edition { get; private init; }

    /// <summary>Every figure, in the order of the file.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <summary>Whether somebody set another edition over this election.</summary>
    public bool EditionIsSet { get; private init; }

    /// <summary>The SHA-256 of each input file, by its name.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Inputs { get; init; }

    /// <summary>
    /// Reads a dossier and its law. All problems of all files are recorded; nothing is returned while one stands.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="edition">An edition to set over the election; nothing for the one that governs it.</param>
    /// <param name="problems">Where problems go.</param>
    public static ElectionDossier? Read(string folder, string? edition, Problems problems)
    {
        if (!Directory.Exists(folder))
        {
            problems.Add(
                new Location(SourceText.Show(folder)),
                System.IO.File.Exists(folder) ? "This is a file." : "There is no such folder.",
                "a dossier: a folder with election.yaml and results.csv",
                "Check the path; examples stand in elections/."
            );
            return null;
        }

        var own = new Problems();
        var dossier = ReadInto(folder, edition, own);
        problems.AddAll(own);
        return own.Any ? null : dossier;
    }

    /// <summary>The dossier of the previous election, where one is named and stands beside this one.</summary>
    public ElectionDossier? Previous(Problems problems)
    {
        if (File.Previous is not { } previous)
        {
            return null;
        }

        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Folder))!, previous);
        return Directory.Exists(folder) ? Read(folder, null, problems) : null;
    }

    /// <summary>The dossier under other readings and settings of its law.</summary>
    public ElectionDossier? With(
        IReadOnlyCollection<string> readings,
        IReadOnlyList<KeyValuePair<string, string>> settings,
        Problems problems
    ) =>
        Edition.With(readings, settings, problems) is { } changed
            ? new ElectionDossier(Folder, File, Law, changed, Figures)
            {
                Inputs = Inputs,
                EditionIsSet = EditionIsSet,
                Ballots = Ballots,
            }
            : null;

    /// <summary>
    /// The stage whose figures decide a contest in a constituency: the latest of preliminary, final and corrected.
    /// </summary>
    public Stage? DecidingStage(string contest, string unit) =>
        new Stage?[] { Stage.Corrected, Stage.Final, Stage.Preliminary }.FirstOrDefault(stage =>
            ByPlace[(contest, unit, stage!.Value)].Any(f => f.Name is FigureName.Votes or FigureName.Share)
        );

    /// <summary>The constituencies for which a contest has votes or shares at a deciding stage, in order.</summary>
    public IReadOnlyList<string> Units(string contest) =>
        [
            .. Figures
                .Where(f => f.Contest == contest)
                .Select(f => f.Unit)
                .Distinct(StringComparer.Ordinal)
                .Where(u => DecidingStage(contest, u) is not null),
        ];

    /// <summary>
    /// The figure that decides: that of the stage, or where a correction says nothing of it, the final one that it leaves
    /// as it is.
    /// </summary>
    public Figure? Deciding(string contest, string unit, Stage stage, FigureName name, string list = "") =>
        Find(contest, unit, stage, name, list)
        ?? (stage == Stage.Corrected ? Find(contest, unit, Stage.Final, name, list) : null);

    /// <summary>The tally of a contest in a constituency at its deciding stage.</summary>
    public Tally TallyOf(string contest, string unit)
    {
        var repeat = Figures.Any(f => f.Contest == contest && f.Unit == unit && f.Stage == Stage.Repeat);
        return UnitTally.Of(this, contest, unit, DecidingStage(contest, unit) ?? Stage.Final) with
        {
            RepeatVote = repeat ? UnitTally.Of(this, contest, unit, Stage.Repeat) : null,
        };
    }

    /// <summary>The seats declared officially, by list, at the latest stage; empty where none are in the dossier.</summary>
    public IReadOnlyDictionary<string, int> OfficialSeats(string contest, string unit)
    {
        var seats = new Dictionary<string, int>(StringComparer.Ordinal);
        var declared = Figures.Where(f =>
            f.Contest == contest
            && f.Unit == unit
            && f.Name == FigureName.Seats
            && f.Count.IsKnown
            && f.Stage is Stage.Final or Stage.Corrected or Stage.Repeat
        );
        foreach (var list in declared.GroupBy(f => f.List))
        {
            // The first of the latest stage: a correction replaces what it corrects.
            seats.Add(list.Key, (int)list.MaxBy(f => f.Stage)!.Count.Value!.Value);
        }

        return seats;
    }

    /// <summary>The seats declared in the whole: as stated for the nation, or the sum of the units where that is not stated.</summary>
    public IReadOnlyDictionary<string, int> OfficialSeats(string contest)
    {
        var nation = OfficialSeats(contest, Tally.Nation);
        if (nation.Count > 0)
        {
            return nation;
        }

        var sums = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (list, seats) in OfficialByPlace(contest).Values.SelectMany(p => p))
        {
            sums[list] = sums.GetValueOrDefault(list) + seats;
        }

        return sums;
    }

    /// <summary>The seats declared in each unit below the nation, by list; units without any are left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> OfficialByPlace(string contest)
    {
        var places = new OrderedDictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);
        foreach (var unit in Figures.Where(f => f.Contest == contest && f.Name == FigureName.Seats).Select(f => f.Unit))
        {
            if (
                unit != Tally.Nation
                && !places.ContainsKey(unit)
                && OfficialSeats(contest, unit) is { Count: > 0 } seats
            )
            {
                places[unit] = seats;
            }
        }

        return places;
    }

    /// <summary>The first figure of a kind, where the dossier has one.</summary>
    public Figure? Find(string contest, string unit, Stage stage, FigureName name, string list = "") =>
        Figures.FirstOrDefault(f =>
            f.Contest == contest && f.Unit == unit && f.Stage == stage && f.Name == name && f.List == list
        );

    /// <summary>The first figure of each kind and list in a unit at a stage.</summary>
    internal IReadOnlyDictionary<(FigureName Name, string List), Figure> FiguresAt(
        string contest,
        string unit,
        Stage stage
    )
    {
        var found = new Dictionary<(FigureName, string), Figure>();
        var finals = stage == Stage.Corrected ? ByPlace[(contest, unit, Stage.Final)] : [];
        foreach (var figure in ByPlace[(contest, unit, stage)].Concat(finals))
        {
            found.TryAdd((figure.Name, figure.List), figure);
        }

        return found;
    }

    /// <summary>The recorded lots of a contest.</summary>
    public IReadOnlyList<Lot> Lots(string contest) =>
        File.Contests.TryGetValue(contest, out var entry)
            ? [.. entry.Lots.Select(l => new Lot(l.Rule, l.Among, l.Drawn) { Place = l.Place })]
            : [];

    /// <summary>
    /// The tally of a contest with all its constituencies at its deciding stage. Votes of the whole are the sums of the
    /// constituencies; a list without a row in a constituency where others have one did not stand there.
    /// </summary>
    public Tally TallyOf(string contest) => new TallyTree(this, contest).Whole();

    /// <summary>The ranked ballots by contest and unit; empty where the dossier has no <c>ballots.csv</c>.</summary>
    public IReadOnlyDictionary<(string Contest, string Unit), IReadOnlyList<RankedBallot>> Ballots
    {
        get;
        private init;
    } = new Dictionary<(string, string), IReadOnlyList<RankedBallot>>();

    private static ElectionDossier? ReadInto(string folder, string? edition, Problems problems)
    {
        var headPath = Path.Combine(folder, "election.yaml");
        var resultsPath = Path.Combine(folder, "results.csv");
        if (
            SourceText.Read(headPath, problems) is not { } source
            || YamlReader.Read(source, problems) is not { } top
            || new FieldReader(problems).Read<DossierFile>(top) is not { } file
        )
        {
            FigureFile.ReadForm(resultsPath, problems);
            return null;
        }

        if (file.Format is not ("1" or ""))
        {
            problems.Add(
                top["scrutineer-dossier"]!.At,
                $"The file is of version '{file.Format}' of the dossier format.",
                "version 1",
                "Use a newer Scrutineer for a newer file."
            );
            return null;
        }

        DossierCheck.Ids(file, top, problems);
        var figures = FigureFile.Read(resultsPath, file, problems);
        DossierCheck.Units(file, problems);
        DossierCheck.LotNames(file, problems);
        var ballots = BallotFile.Read(folder, file, problems);
        if (file.Law.Length == 0)
        {
            // It could not be read, and that has been said.
            return null;
        }

        if (FileLocator.Find("laws", file.Law, folder) is not { } lawPath)
        {
            problems.Add(
                top["law"]?.At ?? top.At,
                $"The law '{file.Law}' was not found.",
                $"a file laws/{file.Law}.yaml above the dossier, above the working folder, or beside the program",
                "Check the name, or add the law."
            );
            return null;
        }

        if (ElectoralLaw.Read(lawPath, problems) is not { } law)
        {
            return null;
        }

        var chosen = Choose(law, file, edition, top, problems);
        if (chosen is null)
        {
            return null;
        }

        foreach (var (name, contest) in file.Contests.Where(c => !chosen.Text.Contests.ContainsKey(c.Key)))
        {
            if (edition is null)
            {
                problems.Add(
                    contest.At,
                    $"Edition {chosen.Name} of {law.File.Id} has no contest '{name}'.",
                    "a contest of the edition",
                    Problems.Nearest(name, chosen.Text.Contests.Keys)
                );
            }
        }

        foreach (var (name, contest) in file.Contests)
        {
            DossierCheck.Entry(name, contest, chosen, file, problems);
        }

        return new ElectionDossier(folder, file, law, chosen, figures)
        {
            EditionIsSet = edition is not null || file.Edition is not null,
            Ballots = ballots,
            Inputs =
            [
                KeyValuePair.Create("election.yaml", source.Sha256),
                KeyValuePair.Create("results.csv", SourceText.Read(resultsPath, new Problems())?.Sha256 ?? ""),
                .. ballots.Count == 0
                    ? Array.Empty<KeyValuePair<string, string>>()
                    :
                    [
                        KeyValuePair.Create(
                            BallotFile.Name,
                            SourceText.Read(Path.Combine(folder, BallotFile.Name), new Problems())?.Sha256 ?? ""
                        ),
                    ],
                KeyValuePair.Create($"laws/{file.Law}.yaml", law.Source.Sha256),
            ],
        };
    }

    private static Edition? Choose(
        ElectoralLaw law,
        DossierFile file,
        string? edition,
        MappingNode top,
        Problems problems
    )
    {
        if ((edition ?? file.Edition) is { } name)
        {
            var named = law.Named(name);
            if (named is null)
            {
                problems.Add(
                    edition is null ? top["edition"]!.At : new Location("--edition"),
                    $"{law.File.Id} has no edition '{name}'.",
                    "the name of an edition",
                    Problems.Nearest(name, law.Editions.Select(e => e.Name))
                );
            }

            return named;
        }

        if (file.PollingDay == default || (file.Called is null && top["called"] is not null))
        {
            // A day could not be read, and that has been said.
            return null;
        }

        var governing = law.Governing(file.Called, file.PollingDay);
        if (governing is null)
        {
            var decides =
                law.File.AppliesBy == AppliesBy.DayOfCall && file.Called is not null ? "called" : "polling-day";
            problems.Add(
                top[decides]!.At,
                $"No edition of {law.File.Id} is in force for {(decides == "called" ? file.Called!.Value : file.PollingDay):yyyy-MM-dd}.",
                $"a day from {law.Editions[0].Head.InForce:yyyy-MM-dd}",
                "Correct the date, or add the edition to the law."
            );
        }

        return governing;
    }
}
