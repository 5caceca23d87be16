using Scrutineer.Claims;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Scrutiny.Courses;
using Scrutineer.Scrutiny.Polls;

namespace Scrutineer.Observation;

/// <summary>
/// What a dossier records around the count: statements, turnout over the day, polls, observers and incidents. Each part is
/// there where its file is.
/// </summary>
public sealed record PublicRecord
{
    private static readonly string[] FileNames =
    [
        ClaimFile.FileName,
        TurnoutReport.FileName,
        TurnoutReport.TilesName,
        PollFile.FileName,
        ObservationFile.FileName,
    ];

    /// <summary>The registry and events.</summary>
    public required DossierFacts Facts { get; init; }

    /// <summary>The statements.</summary>
    public ClaimLedger? Claims { get; init; }

    /// <summary>The turnout over the day.</summary>
    public TurnoutReport? Turnout { get; init; }

    /// <summary>The course of the day against earlier elections; nothing where none before it has turnout over the day.</summary>
    public TurnoutCourses? Courses { get; init; }

    /// <summary>Whether a low turnout voids a contest, for each contest of the law.</summary>
    public IReadOnlyList<TurnoutValidity> Validity { get; init; } = [];

    /// <summary>The polls.</summary>
    public PollFile? Polls { get; init; }

    /// <summary>The polls against the result.</summary>
    public IReadOnlyList<PollAgainstResult> PollTests { get; init; } = [];

    /// <summary>The observers and incidents.</summary>
    public ObservationFile? Observation { get; init; }

    /// <summary>The SHA-256 of each file read, by its name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Inputs { get; init; } = [];

    /// <summary>What all of it has to say, the gravest first.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Reads what a dossier records. All problems are recorded; nothing is returned while one stands.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="asOf">Only statements that had been made when this day ended; all where nothing is said.</param>
    public static PublicRecord? Read(ElectionDossier dossier, Problems problems, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var facts = DossierFacts.Read(dossier, own);
        PublicRecord? record = null;
        if (facts is not null)
        {
            var polls = Whole<PollFile>(dossier, PollFile.FileName, f => f.Format, own);
            var observation = Whole<ObservationFile>(dossier, ObservationFile.FileName, f => f.Format, own);
            ObservationCheck.All(observation, polls, dossier, facts.Register, own);
            var turnout = TurnoutReport.Read(dossier, facts, own);
            var claims = ClaimLedger.IsIn(dossier)
                ? ClaimLedger.Read(dossier, facts, (turnout, polls), asOf, own)
                : null;
            var clusters = own.Any ? [] : Clusters(dossier, polls, own);
            var tests = own.Any || polls is null ? [] : PollScrutiny.Of(dossier, polls, clusters);
            var courses = own.Any || turnout is null ? null : TurnoutCourses.Of(dossier, turnout, own);
            record = own.Any
                ? null
                : new PublicRecord
                {
                    Facts = facts,
                    Claims = claims,
                    Turnout = turnout,
                    Courses = courses,
                    Validity = [.. dossier.Edition.Text.Contests.Keys.Select(c => TurnoutValidity.Of(dossier, c))],
                    Polls = polls,
                    PollTests = tests,
                    Observation = observation,
                    Inputs =
                    [
                        .. FileNames
                            .Where(n => File.Exists(Path.Combine(dossier.Folder, n)))
                            .Select(n =>
                                KeyValuePair.Create(
                                    n,
                                    SourceText.Read(Path.Combine(dossier.Folder, n), new Problems())?.Sha256 ?? ""
                                )
                            ),
                        .. clusters.Select(c => KeyValuePair.Create(c.Key, c.Value.Source.Sha256)),
                    ],
                    Findings =
                    [
                        .. (claims?.Findings ?? [])
                            .Concat(turnout is null ? [] : TurnoutFindings.Of(dossier, turnout))
                            .Concat(courses?.Findings ?? [])
                            .Concat(polls is null ? [] : PollFindings.Of(dossier, polls, facts))
                            .Concat(PollScrutiny.Findings(dossier, tests))
                            .Concat(observation is null ? [] : ObservationFindings.Of(dossier, observation))
                            .OrderByDescending(f => f.Severity),
                    ],
                };
        }

        problems.AddAll(own);
        return own.Any ? null : record;
    }

    /// <summary>
    /// The most votes that an incident can have touched: as given, or the ballots of the smallest unit around it whose
    /// figures are known. Nothing where not even those of the whole are.
    /// </summary>
    public static (long Votes, string Of)? MostVotes(ElectionDossier dossier, IncidentEntry incident)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(incident);
        if (incident.Severity == IncidentSeverity.Rights)
        {
            return null;
        }

        if (incident.Votes is { } given)
        {
            return (given, "as given");
        }

        if (dossier.File.Contests.Keys.FirstOrDefault() is not { } contest)
        {
            return null;
        }

        var units = incident.Where.Select(w => Ballots(dossier, contest, w)).ToList();
        return units.Count > 0 && incident.Places is null && units.TrueForAll(u => u is not null)
                ? (units.Sum(u => u!.Value), string.Join(", ", incident.Where))
            : Ballots(dossier, contest, "nation") is { } whole ? (whole, "the whole, for want of figures below it")
            : null;
    }

    /// <summary>The polls by station, by the name of their file.</summary>
    private static Dictionary<string, PollClusters> Clusters(
        ElectionDossier dossier,
        PollFile? polls,
        Problems problems
    )
    {
        var read = new Dictionary<string, PollClusters>(StringComparer.Ordinal);
        foreach (var poll in polls?.Polls.Where(p => p.Clusters is not null) ?? [])
        {
            var path = Path.Combine(dossier.Folder, poll.Clusters!);
            if (PollClusters.Read(path, [.. poll.Shares.Keys], problems) is { } clusters)
            {
                read[poll.Clusters!] = clusters;
            }
        }

        return read;
    }

    private static long? Ballots(ElectionDossier dossier, string contest, string unit)
    {
        var tally = dossier.TallyOf(contest, unit);
        return tally.BallotsIssued.Value ?? tally.BallotsInBox.Value ?? tally.Registered.Value;
    }

    private static T? Whole<T>(ElectionDossier dossier, string name, Func<T, string> format, Problems problems)
        where T : class
    {
        var path = Path.Combine(dossier.Folder, name);
        var own = new Problems();
        if (!File.Exists(path))
        {
            return null;
        }

        var file =
            SourceText.Read(path, own) is { } source && YamlReader.Read(source, own) is { } top
                ? new FieldReader(own).Read<T>(top)
                : null;
        if (file is not null && !own.Any && format(file) != "1")
        {
            own.Add(
                new Location(SourceText.Show(path)),
                $"The file is of version '{format(file)}' of its format.",
                "version 1",
                "Use a newer Scrutineer for a newer file."
            );
        }

        problems.AddAll(own);
        return own.Any ? null : file;
    }
}
