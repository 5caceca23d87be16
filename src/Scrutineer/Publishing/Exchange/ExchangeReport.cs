using Scrutineer.Dossier;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Publishing.Exchange;

/// <summary>The figures of an election as they are handed to other programs, before they are written in a format.</summary>
/// <param name="Dossier">The election and its law.</param>
/// <param name="Status">How final the figures are.</param>
/// <param name="As">The moment of the figures. It follows from them, so that the same figures give the same bytes.</param>
/// <param name="Units">The reporting units, the nation first.</param>
/// <param name="Contests">The contests, each in each constituency.</param>
public sealed record ExchangeReport(
    ElectionDossier Dossier,
    ExchangeStatus Status,
    DateTimeOffset As,
    IReadOnlyList<ExchangeUnit> Units,
    IReadOnlyList<ExchangeContest> Contests
)
{
    /// <summary>The figures of a dossier at the stage that decides; a contest without votes or shares is left out.</summary>
    public static ExchangeReport Of(ElectionDossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var contests = new List<ExchangeContest>();
        var units = new OrderedDictionary<string, ExchangeUnit>(StringComparer.Ordinal)
        {
            [Tally.Nation] = new(Tally.Nation, dossier.File.Title, Tally.Nation, ""),
        };
        foreach (var contest in dossier.File.Contests.Keys.Where(dossier.Edition.Text.Contests.ContainsKey))
        {
            var level = dossier.Edition.Text.Contests[contest].Constituency;
            var tallies = dossier.Units(contest).Select(u => dossier.TallyOf(contest, u)).ToList();
            foreach (var tally in tallies)
            {
                Add(tally.Unit, level == Tally.Nation ? "" : level);

                // Contests can have electorates of their own, such as a college; a unit's voters are the widest.
                if (units[tally.Unit].Registered.Value is not { } known || known < tally.Registered.Value)
                {
                    units[tally.Unit] = units[tally.Unit] with
                    {
                        Registered = tally.Registered,
                        TookPart = tally.BallotsIssued,
                    };
                }
            }

            contests.AddRange(
                level == Tally.Nation
                    ? tallies.Count > 0
                        ? [new ExchangeContest(contest, Tally.Nation, tallies)]
                        : []
                    : tallies.Where(t => t.Unit != Tally.Nation).Select(t => new ExchangeContest(contest, t.Unit, [t]))
            );
        }

        return new ExchangeReport(dossier, StatusOf(dossier, contests), DayOf(dossier), [.. units.Values], contests);

        void Add(string unit, string level)
        {
            if (units.ContainsKey(unit))
            {
                return;
            }

            var above = dossier.File.Units.TryGetValue(unit, out var entry) ? entry.Within : Tally.Nation;
            Add(above, "");
            units[unit] = new ExchangeUnit(unit, unit, level, above);
        }
    }

    // The least final of the contests says how final the report is.
    private static ExchangeStatus StatusOf(ElectionDossier dossier, IReadOnlyCollection<ExchangeContest> contests)
    {
        var stages = contests
            .SelectMany(c => c.Tallies.Select(t => dossier.DecidingStage(c.Contest, t.Unit)!.Value))
            .ToHashSet();
        return stages.Count == 0 ? ExchangeStatus.PreElection
            : stages.Contains(Stage.Preliminary) ? ExchangeStatus.UnofficialPartial
            : stages.Contains(Stage.Corrected) ? ExchangeStatus.Correction
            : ExchangeStatus.Certified;
    }

    private static DateTimeOffset DayOf(ElectionDossier dossier) =>
        new(
            dossier
                .File.Contests.Values.Select(c => c.Declared ?? default)
                .Append(dossier.File.PollingDay)
                .Max()
                .ToDateTime(default),
            TimeSpan.Zero
        );
}
