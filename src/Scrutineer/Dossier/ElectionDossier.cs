using Scrutineer.Counting;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Dossier;

/// <summary>The folder that holds one election, read and joined with its law.</summary>
public sealed class ElectionDossier
{
    private ILookup<(string Contest, string Unit, Stage Stage), Figure>? byPlace;

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
        foreach (var problem in own.InOrder())
        {
            problems.Add(problem.Where, problem.Found, problem.Expected, problem.Remedy);
        }

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
            ? new ElectionDossier(Folder, File, Law, changed, Figures) { Inputs = Inputs, EditionIsSet = EditionIsSet }
            : null;

    /// <summary>The stage whose figures decide a contest: the latest of preliminary, final and corrected.</summary>
    public Stage? DecidingStage(string contest)
    {
        var stages = Figures
            .Where(f =>
                f.Contest == contest
                && f.Stage is Stage.Preliminary or Stage.Final or Stage.Corrected
                && f.Name is FigureName.Votes or FigureName.Share
            )
            .Select(f => f.Stage)
            .ToList();
        return stages.Count == 0 ? null : stages.Max();
    }

    /// <summary>The constituencies for which a contest has votes or shares at its deciding stage, in order.</summary>
    public IReadOnlyList<string> Units(string contest)
    {
        var stage = DecidingStage(contest);
        return
        [
            .. Figures
                .Where(f => f.Contest == contest && f.Name is FigureName.Votes or FigureName.Share && f.Stage == stage)
                .Select(f => f.Unit)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The tally of a contest in a constituency at its deciding stage.</summary>
    public Tally TallyOf(string contest, string unit)
    {
        var repeat = Figures.Any(f => f.Contest == contest && f.Unit == unit && f.Stage == Stage.Repeat);
        return TallyAt(contest, unit, DecidingStage(contest) ?? Stage.Final) with
        {
            RepeatVote = repeat ? TallyAt(contest, unit, Stage.Repeat) : null,
        };
    }

    /// <summary>The seats declared officially, by list; empty where none are in the dossier.</summary>
    public IReadOnlyDictionary<string, int> OfficialSeats(string contest, string unit)
    {
        var seats = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var figure in Figures.Where(f => f.Contest == contest && f.Unit == unit && f.Name == FigureName.Seats))
        {
            if (figure.Count.Value is { } value && figure.Stage is Stage.Final or Stage.Corrected or Stage.Repeat)
            {
                seats.TryAdd(figure.List, (int)value);
            }
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
        byPlace ??= Figures.ToLookup(f => (f.Contest, f.Unit, f.Stage));
        var found = new Dictionary<(FigureName, string), Figure>();
        foreach (var figure in byPlace[(contest, unit, stage)])
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
    public Tally TallyOf(string contest)
    {
        var stage = DecidingStage(contest) ?? Stage.Final;
        return new TallyTree(this, contest, stage).Whole();
    }

    /// <summary>The figures of one unit, in the order of the file's contenders.</summary>
    internal Tally TallyAt(string contest, string unit, Stage stage)
    {
        var entry = File.Contests[contest];
        var here = FiguresAt(contest, unit, stage);
        Count Of(FigureName name, string list = "") =>
            here.TryGetValue((name, list), out var figure) ? figure.Count : Count.NotReported;
        return new Tally
        {
            Unit = unit,
            BallotOrderKnown = entry.BallotOrder == BallotOrder.AsWritten,
            Contenders =
            [
                .. entry.Contenders.Select(c => new Contender(c.Key, Of(FigureName.Votes, c.Key))
                {
                    Name = c.Value.Name,
                    Registered = c.Value.Registered,
                    Kind = c.Value.Kind,
                    Members = c.Value.Members,
                    Persons = c.Value.Persons,
                    PublishedShares = Figures
                        .Where(f =>
                            f.Contest == contest
                            && f.Unit == unit
                            && f.Stage == stage
                            && f.Name == FigureName.Share
                            && f.List == c.Key
                        )
                        .DistinctBy(f => f.Base)
                        .ToDictionary(f => f.Base!.Value, f => f.Share!.Value),
                }),
            ],
            Registered = Of(FigureName.Registered),
            ElectorsPresent = Of(FigureName.ElectorsPresent),
            BallotsIssued = Of(FigureName.BallotsIssued),
            BallotsInBox = Of(FigureName.BallotsInBox),
            Invalid = Of(FigureName.Invalid),
            PublishedValidVotes = Of(FigureName.ValidVotes),
            AgainstAll = Of(FigureName.AgainstAll),
            Seats = Of(FigureName.ConstituencySeats),
            LevellingSeats = Of(FigureName.LevellingSeats),
            Population = Of(FigureName.Population),
            Area = Of(FigureName.AreaKm2),
        };
    }

    private static ElectionDossier? ReadInto(string folder, string? edition, Problems problems)
    {
        var headPath = Path.Combine(folder, "election.yaml");
        var resultsPath = Path.Combine(folder, "results.csv");
        if (SourceText.Read(headPath, problems) is not { } source || YamlReader.Read(source, problems) is not { } top)
        {
            return null;
        }

        if (new FieldReader(problems).Read<DossierFile>(top) is not { } file)
        {
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

        var figures = FigureFile.Read(resultsPath, file, problems);
        if (LawLocator.Find(file.Law, folder) is not { } lawPath)
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
            CheckEntry(name, contest, file, problems);
        }

        return new ElectionDossier(folder, file, law, chosen, figures)
        {
            EditionIsSet = edition is not null || file.Edition is not null,
            Inputs =
            [
                KeyValuePair.Create("election.yaml", source.Sha256),
                KeyValuePair.Create("results.csv", SourceText.Read(resultsPath, new Problems())?.Sha256 ?? ""),
                KeyValuePair.Create($"laws/{file.Law}.yaml", law.Source.Sha256),
            ],
        };
    }

    private static void CheckEntry(string name, ContestEntry contest, DossierFile file, Problems problems)
    {
        foreach (var lot in contest.Lots)
        {
            foreach (var unknown in lot.Among.Where(a => !contest.Contenders.ContainsKey(a)))
            {
                problems.Add(
                    lot.At,
                    $"The lot in contest '{name}' names '{unknown}'.",
                    "lists or candidates of the contest",
                    Problems.Nearest(unknown, contest.Contenders.Keys)
                );
            }

            if (!lot.Drawn.All(d => lot.Among.Contains(d, StringComparer.Ordinal)))
            {
                problems.Add(
                    lot.At,
                    "Somebody was drawn who took no part.",
                    "'drawn' from 'among'",
                    "Correct the record of the lot."
                );
            }

            if (!file.Sources.ContainsKey(lot.Source))
            {
                problems.Add(
                    lot.At,
                    $"The lot's source '{lot.Source}' is not listed.",
                    "a key of 'sources'",
                    Problems.Nearest(lot.Source, file.Sources.Keys)
                );
            }
        }

        foreach (
            var (id, contender) in contest.Contenders.Where(c => c.Value.Colour is { } colour && !IsColour(colour))
        )
        {
            problems.Add(
                contest.At,
                $"The colour of '{id}' is '{contender.Colour}'.",
                "a colour as #rrggbb",
                "Write six hexadecimal digits after '#'."
            );
        }
    }

    private static bool IsColour(string text) =>
        text.Length == 7 && text[0] == '#' && text[1..].All(char.IsAsciiHexDigit);

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

        var governing = law.Governing(file.Called, file.PollingDay);
        if (governing is null)
        {
            problems.Add(
                top["polling-day"]!.At,
                $"No edition of {law.File.Id} is in force for {file.Called ?? file.PollingDay:yyyy-MM-dd}.",
                $"a day from {law.Editions[0].Head.InForce:yyyy-MM-dd}",
                "Correct the date, or add the edition to the law."
            );
        }

        return governing;
    }
}
