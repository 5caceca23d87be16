using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results.Comparing;

namespace Scrutineer.Results.Scenarios;

/// <summary>The votes of a range for which the seats are the same.</summary>
/// <param name="From">The fewest votes of the range.</param>
/// <param name="To">The most.</param>
/// <param name="Tally">The figures at the fewest.</param>
/// <param name="Result">What the law makes of them.</param>
public sealed record ScenarioStep(long From, long To, Tally Tally, Compared Result)
{
    /// <summary>Where several changes hold a range: the votes of each, in their order.</summary>
    public IReadOnlyList<long> At { get; init; } = [];

    /// <summary>The seats of a list; nothing where it does not stand, or the seats cannot be told.</summary>
    public int? SeatsOf(string list) =>
        Result.Seats is { } seats && Tally.Contenders.ToList().FindIndex(c => c.Id == list) is >= 0 and var i
            ? seats[i]
            : null;
}

/// <summary>A scenario and what it gives. All of it is hypothetical.</summary>
/// <param name="File">The scenario.</param>
/// <param name="Dossier">The election that is changed.</param>
/// <param name="Input">The name and the SHA-256 of the file.</param>
/// <param name="Real">The figures and seats as they were, under the law as it governs.</param>
/// <param name="Ranges">The ranges, in the order of the changes.</param>
/// <param name="Steps">
/// The seats: one step without a range; with one, a step for each stretch of equal seats, in order; with several, or where the
/// range was not walked through, a step for each corner: every range at its least or its most.
/// </param>
public sealed record Scenario(
    ScenarioFile File,
    ElectionDossier Dossier,
    KeyValuePair<string, string> Input,
    ScenarioStep Real,
    IReadOnlyList<ScenarioRange> Ranges,
    IReadOnlyList<ScenarioStep> Steps
)
{
    /// <summary>The most combinations of votes that are put under the law, each of them.</summary>
    public const long MostVotes = 300_000;

    /// <summary>The most changes that hold a range.</summary>
    public const int MostRanges = 4;

    /// <summary>
    /// The fewest and the most seats of each list over the combinations that were put under the law; nothing where the steps
    /// say it all.
    /// </summary>
    public ScenarioGrid? Grid { get; init; }

    /// <summary>The number of which the one range is a part; nothing without a range, or with several.</summary>
    public long? Base => Ranges is [var only] ? only.All : null;

    /// <summary>All lists of the election and of the scenario: id and name.</summary>
    public IReadOnlyList<(string Id, string Name)> Lists =>
        [.. Real.Tally.Contenders.Concat(Steps[0].Tally.Contenders).Select(c => (c.Id, c.Name)).DistinctBy(c => c.Id)];

    /// <summary>Reads a scenario and computes it, or records what is wrong with it.</summary>
    /// <param name="dossier">The election.</param>
    /// <param name="path">The file.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="most">The most combinations of votes that are put under the law.</param>
    public static Scenario? Read(ElectionDossier dossier, string path, Problems problems, long most = MostVotes) =>
        Read(dossier, path, problems, most, onlyWhereVotesAreKnown: false);

    private static Scenario? Read(
        ElectionDossier dossier,
        string path,
        Problems problems,
        long most,
        bool onlyWhereVotesAreKnown
    )
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var scenario =
            SourceText.Read(path, own) is { } source
            && YamlReader.Read(source, own) is { } top
            && new FieldReader(own).Read<ScenarioFile>(top) is { } file
            && !own.Any
            && !(
                onlyWhereVotesAreKnown
                && dossier.File.Contests.ContainsKey(file.Contest)
                && !ScenarioCheck.VotesAreKnown(dossier, file.Contest)
            )
            && ScenarioCheck.Holds(file, dossier, top, own)
                ? Of(
                    file,
                    dossier,
                    KeyValuePair.Create($"scenarios/{Path.GetFileName(path)}", source.Sha256),
                    most,
                    own
                )
                : null;
        problems.AddAll(own);
        return own.Any ? null : scenario;
    }

    /// <summary>
    /// The scenarios in the folder of a dossier, in the order of their names; none where an edition was set over the election,
    /// since they are thought of under its own. A contest whose votes are not all known has none.
    /// </summary>
    /// <param name="dossier">The election.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="most">The most combinations of votes of each that are put under the law.</param>
    public static IReadOnlyList<Scenario> AllOf(ElectionDossier dossier, Problems problems, long most = MostVotes)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var folder = Path.Combine(dossier.Folder, "scenarios");
        return dossier.EditionIsSet || !Directory.Exists(folder)
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(folder, "*.yaml")
                    .Order(StringComparer.Ordinal)
                    .Select(f => Read(dossier, f, problems, most, onlyWhereVotesAreKnown: true))
                    .OfType<Scenario>(),
            ];
    }

    private static Scenario? Of(
        ScenarioFile file,
        ElectionDossier dossier,
        KeyValuePair<string, string> input,
        long most,
        Problems problems
    )
    {
        var alternative = file.Under is null ? Alternative.AsGoverned : Alternative.Parse(file.Under, problems);
        return
            alternative is not null
            && Comparison.Under(dossier, file.Contest, Alternative.AsGoverned, problems) is { } governed
            && Comparison.Under(dossier, file.Contest, alternative, problems) is { } under
            ? new ScenarioWalk(file, dossier, input, governed, under, most, problems).Result()
            : null;
    }
}
