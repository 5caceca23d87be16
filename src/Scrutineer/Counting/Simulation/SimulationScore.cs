using Scrutineer.Findings;

namespace Scrutineer.Counting.Simulation;

/// <summary>How many stations with one kind of fault a set of findings names.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Stations">The stations that have it.</param>
/// <param name="Caught">Those that a finding of severity warning or error names.</param>
public sealed record InjectionScore(InjectionKind Kind, int Stations, int Caught);

/// <summary>What checks catch of what was put wrong, and what they report that was not.</summary>
/// <param name="Kinds">Each kind that was put in.</param>
/// <param name="WronglyNamed">Stations in which nothing was put wrong and that a finding of severity warning or error names.</param>
/// <param name="Sound">Stations in which nothing was put wrong.</param>
public sealed record SimulationScore(IReadOnlyList<InjectionScore> Kinds, int WronglyNamed, int Sound)
{
    /// <summary>Scores findings against the truth.</summary>
    /// <param name="stations">How many stations there are.</param>
    /// <param name="truth">What was put wrong.</param>
    /// <param name="findings">What the checks say; only findings about a unit are looked at.</param>
    public static SimulationScore Of(int stations, IReadOnlyList<InjectedFigure> truth, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(findings);
        var named = findings
            .Where(f => f.Severity >= Severity.Warning && f.Unit.Length > 0)
            .Select(f => f.Unit)
            .ToHashSet(StringComparer.Ordinal);
        var wrong = truth.Select(t => t.Unit.Text).ToHashSet(StringComparer.Ordinal);
        return new SimulationScore(
            [
                .. truth
                    .GroupBy(t => t.Kind)
                    .OrderBy(g => g.Key)
                    .Select(g =>
                    {
                        var units = g.Select(t => t.Unit.Text).Distinct(StringComparer.Ordinal).ToList();
                        return new InjectionScore(g.Key, units.Count, units.Count(named.Contains));
                    }),
            ],
            named.Count(n => !wrong.Contains(n)),
            stations - wrong.Count
        );
    }
}
