using Scrutineer.Counting.Corrections;
using Scrutineer.Counting.Forms;
using Scrutineer.Dossier;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Counting.Totals;

/// <summary>What a law makes of counted protocols.</summary>
/// <param name="Law">The law's id.</param>
/// <param name="Edition">The edition's name.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Standing">The evaluation.</param>
public sealed record CountedSeats(string Law, string Edition, string Contest, Standing Standing)
{
    /// <summary>What stations that have not reported can still change; nothing where all have, or that is not known.</summary>
    public SeatRanges? Ranges { get; init; }

    /// <summary>Evaluates a contest on the totals of a count.</summary>
    /// <param name="count">The count.</param>
    /// <param name="law">The law.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="contest">A contest whose seats are filled in one constituency, the nation.</param>
    /// <param name="entry">The contest as a dossier describes it: names, registration, number of persons.</param>
    /// <param name="lots">Lots that were drawn.</param>
    /// <exception cref="ArgumentException">The contest's seats are filled in several constituencies.</exception>
    public static CountedSeats Of(
        ProtocolCount count,
        ElectoralLaw law,
        Edition edition,
        string contest,
        ContestEntry? entry = null,
        IReadOnlyList<Lot>? lots = null
    )
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(edition);
        if (edition.Text.Contests[contest].Constituency != "nation")
        {
            throw new ArgumentException(
                "The seats of the contest are filled in several constituencies.",
                nameof(contest)
            );
        }

        return Of(
            count.Table.Layout,
            count.Whole,
            count.NotReported > 0 ? count.MostMissing : null,
            law,
            edition,
            contest,
            entry,
            lots
        );
    }

    /// <summary>Evaluates a contest that is filled in the nation, on totals that may not be whole yet.</summary>
    /// <param name="layout">The form and ballot.</param>
    /// <param name="whole">The totals.</param>
    /// <param name="missing">The most ballots that can still come; nothing where none can, or that is not known.</param>
    /// <param name="law">The law.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="entry">The contest as a dossier describes it.</param>
    /// <param name="lots">Lots that were drawn.</param>
    internal static CountedSeats Of(
        FormLayout layout,
        UnitTotals whole,
        long? missing,
        ElectoralLaw law,
        Edition edition,
        string contest,
        ContestEntry? entry,
        IReadOnlyList<Lot>? lots
    )
    {
        var tally = Tally(layout, whole);
        if (entry is not null)
        {
            tally = tally with
            {
                BallotOrderKnown = entry.BallotOrder == BallotOrder.AsWritten,
                Contenders = [.. tally.Contenders.Select(c => WithEntry(c, entry))],
            };
        }

        return new CountedSeats(law.File.Id, edition.Name, contest, edition.Evaluate(contest, tally, lots))
        {
            Ranges =
                missing is { } most && tally.Contenders.All(c => c.Votes.IsKnown)
                    ? SeatRanges.Of(edition, contest, tally, most)
                    : null,
        };
    }

    /// <summary>The tally of a unit's totals. A total beyond 64 bits is not known.</summary>
    internal static Tally Tally(FormLayout layout, UnitTotals totals) =>
        layout.TallyOf([.. totals.Columns.Select(c => c.Fits ? c.AsCount() : Count.NotReported)]);

    private static Contender WithEntry(Contender contender, ContestEntry entry) =>
        entry.Contenders.TryGetValue(contender.Id, out var known)
            ? contender with
            {
                Name = known.Name,
                Registered = known.Registered,
                Persons = known.Persons,
            }
            : contender;
}
