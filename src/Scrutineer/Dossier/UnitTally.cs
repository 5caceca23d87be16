using Scrutineer.Counting;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Dossier;

/// <summary>What the figures of a dossier say of one unit at a stage, as the law's rules ask for it.</summary>
internal static class UnitTally
{
    /// <summary>The figures of one unit, in the order of the file's contenders.</summary>
    public static Tally Of(ElectionDossier dossier, string contest, string unit, Stage stage)
    {
        var entry = dossier.File.Contests[contest];
        var here = dossier.FiguresAt(contest, unit, stage);
        Count At(FigureName name, string list = "") =>
            here.TryGetValue((name, list), out var figure) ? figure.Count : Count.NotReported;
        return new Tally
        {
            Unit = unit,
            BallotOrderKnown = entry.BallotOrder == BallotOrder.AsWritten,
            Contenders =
            [
                .. entry.Contenders.Select(c => new Contender(c.Key, At(FigureName.Votes, c.Key))
                {
                    Name = c.Value.Name,
                    Registered = c.Value.Registered,
                    Kind = c.Value.Kind,
                    Members = c.Value.Members,
                    Alliance = c.Value.Alliance,
                    SubAlliance = c.Value.SubAlliance,
                    Persons = c.Value.Persons,
                    PublishedShares = dossier
                        .Figures.Where(f =>
                            f.Contest == contest
                            && f.Unit == unit
                            && (f.Stage == stage || (stage == Stage.Corrected && f.Stage == Stage.Final))
                            && f.Name == FigureName.Share
                            && f.List == c.Key
                        )
                        .OrderByDescending(f => f.Stage)
                        .DistinctBy(f => f.Base)
                        .ToDictionary(f => f.Base!.Value, f => f.Share!.Value),
                }),
            ],
            Ballots = dossier.Ballots.GetValueOrDefault((contest, unit)) ?? [],
            Registered = At(FigureName.Registered),
            ElectorsPresent = At(FigureName.ElectorsPresent),
            BallotsIssued = At(FigureName.BallotsIssued),
            BallotsInBox = At(FigureName.BallotsInBox),
            Invalid = At(FigureName.Invalid),
            PublishedValidVotes = At(FigureName.ValidVotes),
            AgainstAll = At(FigureName.AgainstAll),
            Seats = At(FigureName.ConstituencySeats),
            LevellingSeats = At(FigureName.LevellingSeats),
            Population = At(FigureName.Population),
            Area = At(FigureName.AreaKm2),
        };
    }
}
