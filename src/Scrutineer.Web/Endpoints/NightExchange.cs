using Scrutineer.Counting.Entry;
using Scrutineer.Counting.Totals;
using Scrutineer.Law.Evaluation;
using Scrutineer.Publishing.Exchange;
using Scrutineer.Web.Night;

namespace Scrutineer.Web.Endpoints;

/// <summary>What stands in a night as a report for other programs, with every unit of every level.</summary>
internal static class NightExchange
{
    /// <summary>The report as NIST SP 1500-100 has it.</summary>
    public static byte[] Nist(ElectionNight night, NightLevels levels) => NistJson.Of(Of(night, levels));

    private static ExchangeReport Of(ElectionNight night, NightLevels levels)
    {
        var setup = night.Setup;
        var level = setup.Dossier.Edition.Text.Contests[setup.Contest].Constituency;
        var reported = levels.All.Where(u => u.Reported > 0).ToList();
        var tallies = reported.ConvertAll(u => (u.Unit.Path, Tally: TallyOf(night, u)));
        var districts = levels.All.Where(u =>
            level == Tally.Nation ? u.Unit.Path == Counting.UnitPath.Whole : u.Unit.Level == level
        );
        return new ExchangeReport(
            setup.Dossier,
            levels.Whole.Reported == 0 ? ExchangeStatus.PreElection
                : levels.Whole.Reported < levels.Whole.Stations ? ExchangeStatus.UnofficialPartial
                : ExchangeStatus.UnofficialComplete,
            MomentOf(night),
            [.. levels.All.Select(u => UnitOf(night, u))],
            [
                .. districts
                    .Where(d => d.Reported > 0)
                    .Select(d => new ExchangeContest(
                        setup.Contest,
                        Id(d.Unit.Path),
                        [.. tallies.Where(t => t.Path.IsWithin(d.Unit.Path)).Select(t => t.Tally)]
                    )),
            ]
        );
    }

    private static ExchangeUnit UnitOf(ElectionNight night, UnitProgress progress)
    {
        var path = progress.Unit.Path;
        var isWhole = path == Counting.UnitPath.Whole;
        return new ExchangeUnit(
            Id(path),
            isWhole ? night.Setup.Dossier.File.Title : progress.Unit.Name,
            progress.Unit.Level,
            isWhole ? "" : Id(path.Parent)
        )
        {
            IsStation = night.Setup.Tree.IsStation(path),
            Progress = (progress.Stations, progress.Reported),
            Registered = progress.Voters is { IsComplete: true, Fits: true } ? progress.Voters.AsCount() : default,
            TookPart = progress.Reported > 0 ? TallyOf(night, progress).BallotsIssued : default,
        };
    }

    // The sum of what is known, as everywhere in the night's files; a total beyond 64 bits is not known.
    private static Tally TallyOf(ElectionNight night, UnitProgress progress) =>
        night.Setup.Layout.TallyOf(
            [.. progress.Columns.Select(c => c.Fits ? c.AsCount() : default)],
            Id(progress.Unit.Path)
        );

    private static DateTimeOffset MomentOf(ElectionNight night) =>
        night
            .All.Where(s => s.Entry.State == EntryState.Settled)
            .Select(s => s.Entry.History[^1].At)
            .Append(new DateTimeOffset(night.Setup.Dossier.File.PollingDay.ToDateTime(default), TimeSpan.Zero))
            .Max();

    private static string Id(Counting.UnitPath path) => path == Counting.UnitPath.Whole ? Tally.Nation : path.Text;
}
