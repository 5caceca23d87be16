using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>What the sample of a dossier says, beside the official figures.</summary>
public sealed record SampleEstimate
{
    /// <summary>How many times the sample is drawn again from itself for seats.</summary>
    public const int Replicates = 2_000;

    private const ulong Seed = 1;

    /// <summary>The estimates; nothing where the table is not at hand, or no station of the sample has come.</summary>
    public QuickCount? Count { get; init; }

    /// <summary>Seats by the law; nothing where the contest is not filled in the nation.</summary>
    public SeatForecast? Seats { get; init; }

    /// <summary>The estimates of <see cref="Count"/> in their order, each with the official share of the same base.</summary>
    public IReadOnlyList<OfficialShare> Official { get; init; } = [];

    /// <summary>The official seats by list, where they are known.</summary>
    public IReadOnlyDictionary<string, int> OfficialSeats { get; init; } = new Dictionary<string, int>();

    /// <summary>All there is to say, the gravest first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Holds estimates against the official figures, and puts them under the law.</summary>
    internal static SampleEstimate Of(ElectionDossier dossier, string contest, QuickCount count)
    {
        var official = OfficialShare.Of(dossier, contest, count);
        var seats =
            dossier.Edition.Text.Contests[contest].Constituency == Tally.Nation
            && count.Sample.Layout.Form.ListField is not null
                ? SeatBootstrap.Of(
                    count.Sample,
                    dossier.Law.File.Id,
                    dossier.Edition,
                    contest,
                    Replicates,
                    Seed,
                    count.Options.Confidence
                )
                : null;
        var declared = dossier.File.Contests.ContainsKey(contest)
            ? dossier.OfficialSeats(contest)
            : new Dictionary<string, int>();
        var own = EstimateFindings.Command(count);
        var verify = count.Sample.Table is null ? own : $"scrutineer estimate {SourceText.Show(dossier.Folder)}";
        return new SampleEstimate
        {
            Count = count,
            Seats = seats,
            Official = official,
            OfficialSeats = declared,
            Findings =
            [
                .. count
                    .Findings.Concat(SampleFindings.Of(official, seats, declared, count.Options.Confidence))
                    .Select(f => f.Verify == own || f.Verify.Length == 0 ? f with { Verify = verify } : f)
                    .OrderByDescending(f => f.Severity),
            ],
        };
    }
}
