using Scrutineer.Counting.Totals;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;
using Scrutineer.Results.Calendars;
using Scrutineer.Results.Parties;
using Scrutineer.Scrutiny.Estimation;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Margins;

namespace Scrutineer.Results;

/// <summary>Everything that the law and the figures say about an election: contests, composition, majorities, findings.</summary>
public sealed record ElectionResult
{
    /// <summary>The dossier.</summary>
    public required ElectionDossier Dossier { get; init; }

    /// <summary>The contests, in the order of the law, each in each of its constituencies.</summary>
    public required IReadOnlyList<ContestResult> Contests { get; init; }

    /// <summary>The previous election, evaluated; nothing where there is none beside this one.</summary>
    public ElectionResult? Previous { get; init; }

    /// <summary>The blocs of the body, largest first.</summary>
    public IReadOnlyList<Bloc> Blocs { get; init; } = [];

    /// <summary>How far each bloc is from each majority.</summary>
    public IReadOnlyList<MajorityDistance> Majorities { get; init; } = [];

    /// <summary>The scenarios of the dossier, where they were asked for; all of them hypothetical.</summary>
    public IReadOnlyList<Scenarios.Scenario> Scenarios { get; init; } = [];

    /// <summary>The seats of the body: those of the law, or those filled where the house has grown or the law has no one number.</summary>
    public int House => Math.Max(Dossier.Edition.Text.Body.Seats, Blocs.Sum(b => b.Seats));

    /// <summary>What the stations' protocols say; nothing where the dossier names none.</summary>
    public CountedProtocols? Protocols { get; init; }

    /// <summary>What the sample says that the dossier names; nothing where it names none.</summary>
    public SampleEstimate? Sample { get; init; }

    /// <summary>What tests on the full table of stations say; nothing where there is no table.</summary>
    public ForensicResult? Forensics { get; init; }

    /// <summary>The dated facts; nothing where they could not be read, or were not asked for.</summary>
    public DossierFacts? Facts { get; init; }

    /// <summary>The calendar; nothing where the law has none, or the facts of the dossier could not be read.</summary>
    public ElectionCalendar? Calendar { get; init; }

    /// <summary>The parties on polling day; nothing where the dossier names no registry.</summary>
    public PartiesOnDay? Parties { get; init; }

    /// <summary>What the checks say, the gravest first.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Whether a finding of severity error stands, or a seat disagrees with the official result.</summary>
    public bool HasErrors => Findings.Any(f => f.Severity == Severity.Error) || Contests.Any(c => c.Agrees == false);

    /// <summary>Evaluates an election and runs every check that its figures allow.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="problems">Receives problems of the previous dossier.</param>
    public static ElectionResult Of(ElectionDossier dossier, Problems problems)
    {
        var previousDossier = dossier.Previous(problems);
        var previous = previousDossier is null ? null : Bare(previousDossier, null);
        var result = Bare(dossier, previous);
        var facts = DossierFacts.Read(dossier, problems);
        var calendar = facts is { Any: true } ? ElectionCalendar.Of(dossier, facts) : null;
        var parties = facts?.Register is null ? null : PartiesOnDay.Of(dossier, facts, dossier.File.PollingDay);
        return result with
        {
            Facts = facts,
            Calendar = calendar,
            Parties = parties,
            Findings =
            [
                .. Checks
                    .All(result)
                    .Concat(calendar?.Findings ?? [])
                    .Concat(parties?.Findings ?? [])
                    .Concat(ProducedListCheck.Of(dossier, problems))
                    .OrderByDescending(f => f.Severity),
            ],
        };
    }

    /// <summary>Evaluates an election and the one before it with their dated facts, without checks and margins.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="problems">Receives problems of the previous dossier and of the facts.</param>
    public static ElectionResult SeatsOf(ElectionDossier dossier, Problems problems)
    {
        var previous = dossier.Previous(problems);
        return Bare(dossier, previous is null ? null : Bare(previous, null, full: false), full: false) with
        {
            Facts = DossierFacts.Read(dossier, problems),
        };
    }

    /// <summary>Evaluates one contest with its readings and margins.</summary>
    public static IReadOnlyList<ContestResult> OfContest(
        ElectionDossier dossier,
        string name,
        bool traced = true,
        bool margins = true
    )
    {
        var contest = dossier.Edition.Text.Contests[name];
        var entry = dossier.File.Contests.GetValueOrDefault(name);
        var units = entry is null ? [] : dossier.Units(name);
        if (units.Count == 0)
        {
            var official = entry is null ? new Dictionary<string, int>() : dossier.OfficialSeats(name);
            return
            [
                new ContestResult
                {
                    Name = name,
                    Contest = contest,
                    Unit = "nation",
                    Entry = entry,
                    Stage = null,
                    Standing = null,
                    Outcome = contest.AppointedBy is null ? Outcome.Unknown : Outcome.Appointed,
                    Because =
                        contest.AppointedBy is { } by ? $"Filled by {by}, without a vote."
                        : official.Count > 0 ? "The votes are not in the dossier; the seats are those declared."
                        : "The votes are not in the dossier.",
                    Seats = contest.Seats > 0 ? contest.Seats : official.Values.Sum(),
                    Official = official,
                },
            ];
        }

        return contest.IsTiered
            ? [Evaluated(dossier, name, Tally.Nation, dossier.TallyOf(name), traced, margins)]
            : [.. units.Select(u => Evaluated(dossier, name, u, dossier.TallyOf(name, u), traced, margins))];
    }

    private static ContestResult Evaluated(
        ElectionDossier dossier,
        string name,
        string unit,
        Tally tally,
        bool traced,
        bool margins
    )
    {
        var contest = dossier.Edition.Text.Contests[name];
        var lots = dossier.Lots(name);
        var earlier = EarlierSeats.Before(dossier, name);
        var standing = dossier.Edition.Evaluate(name, tally, lots, traced, earlier);
        var (told, untold) = Readings.Of(dossier, name, standing);
        return new ContestResult
        {
            Name = name,
            Contest = contest,
            Unit = unit,
            Entry = dossier.File.Contests[name],
            Stage = contest.IsTiered
                ? dossier.Units(name).Max(u => dossier.DecidingStage(name, u))
                : dossier.DecidingStage(name, unit),
            Standing = standing,
            Outcome = standing.Ended!.Value,
            Because = standing.Because,
            Seats = standing.ContestSeats,
            Official = contest.IsTiered ? dossier.OfficialSeats(name) : dossier.OfficialSeats(name, unit),
            OfficialByPlace = contest.IsTiered ? dossier.OfficialByPlace(name) : EarlierSeats.None,
            Readings = told,
            Untold = untold,
            Transfers =
                !margins ? []
                : contest.Rules.Any(r => r.Rule is TransferableVote)
                    ? BallotTransfers.All(dossier.Edition, name, tally, lots)
                : tally.Parts.Count == 0 ? TransferSearch.All(dossier.Edition, name, tally, lots, earlier)
                : ConstituencyTransfers.All(dossier.Edition, name, tally, lots, earlier),
            Thresholds = ThresholdDistance.Of(contest, standing),
            Certificate = Certification.Of(standing),
        };
    }

    private static ElectionResult Bare(ElectionDossier dossier, ElectionResult? previous, bool full = true)
    {
        var contests = dossier.Edition.Text.Contests.Keys.SelectMany(c => OfContest(dossier, c, full, full)).ToList();
        var blocs = Composition.Blocs(dossier, contests, previous);
        return new ElectionResult
        {
            Dossier = dossier,
            Contests = contests,
            Previous = previous,
            Blocs = blocs,
            Majorities = Composition.Majorities(dossier.Edition.Text.Body, blocs),
        };
    }
}
