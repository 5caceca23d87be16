using Scrutineer.Counting;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Dossier;

/// <summary>
/// Joins the figures of the constituencies of a contest to one tally: each unit under the unit in which it lies, by
/// <c>units</c> in <c>election.yaml</c>. A unit listed there without a figure is part of the tally too, with votes unknown.
/// </summary>
internal sealed class TallyTree(ElectionDossier dossier, string contest)
{
    private readonly List<string> units = Units(dossier, contest);

    private static List<string> Units(ElectionDossier dossier, string contest)
    {
        var named = dossier
            .Figures.Where(f => f.Contest == contest && f.Unit != Tally.Nation)
            .Select(f => f.Unit)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return named.Count == 0
            ? named
            :
            [
                .. named.Union(
                    dossier
                        .File.Units.Where(u => u.Value.Contests is [] || u.Value.Contests.Contains(contest))
                        .Select(u => u.Key)
                ),
            ];
    }

    public Tally Whole()
    {
        // The contest's own level is the lowest; each level above it is one step up in the law's list of levels.
        var levels = dossier.Law.File.Levels.ToList();
        var lowest = levels.IndexOf(dossier.Edition.Text.Contests[contest].Constituency);
        return Build(Tally.Nation, levels, lowest, depth: Depth());
    }

    private int Depth() => units.Count == 0 ? 0 : units.Max(Above);

    private int Above(string unit) => 1 + (Parent(unit) is { } parent && parent != Tally.Nation ? Above(parent) : 0);

    private Stage StageOf(string unit) => dossier.DecidingStage(contest, unit) ?? Stage.Final;

    private string Parent(string unit) => dossier.File.Units.GetValueOrDefault(unit)?.Within ?? Tally.Nation;

    private Tally Build(string unit, List<string> levels, int lowest, int depth)
    {
        var own = UnitTally.Of(dossier, contest, unit, StageOf(unit));
        var parts = units.Where(u => Parent(u) == unit).Select(u => Build(u, levels, lowest, depth - 1)).ToList();
        var level = unit == Tally.Nation ? Tally.Nation : levels[Math.Min(levels.Count - 1, lowest + depth)];
        if (parts.Count == 0)
        {
            return own with
            {
                Level = level,
                Contenders = unit == Tally.Nation ? own.Contenders : Standing(unit, own.Contenders),
            };
        }

        return own with
        {
            Level = level,
            Parts = parts,
            Contenders =
            [
                .. own.Contenders.Select(
                    (c, i) =>
                        parts.TrueForAll(p => p.Contenders[i].Votes.IsKnown)
                            ? c with
                            {
                                Votes = new Count(parts.Sum(p => p.Contenders[i].Votes.Value!.Value)),
                            }
                            : c
                ),
            ],
            AgainstAll = parts.TrueForAll(p => p.AgainstAll.IsKnown)
                ? new Count(parts.Sum(p => p.AgainstAll.Value!.Value))
                : own.AgainstAll,
        };
    }

    /// <summary>
    /// A list without a row where others have one did not stand there, and so has no vote; a row that says
    /// <c>not-reported</c> stays unknown.
    /// </summary>
    private IReadOnlyList<Contender> Standing(string unit, IReadOnlyList<Contender> contenders)
    {
        var rows = dossier.FiguresAt(contest, unit, StageOf(unit));
        return contenders.Any(c => rows.ContainsKey((FigureName.Votes, c.Id)))
            ?
            [
                .. contenders.Select(c =>
                    rows.ContainsKey((FigureName.Votes, c.Id)) ? c : c with { Votes = new Count(0) }
                ),
            ]
            : contenders;
    }
}
