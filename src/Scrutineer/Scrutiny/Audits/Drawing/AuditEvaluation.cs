using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Audits.Assertions;
using Scrutineer.Scrutiny.Audits.Comparison;

namespace Scrutineer.Scrutiny.Audits.Drawing;

/// <summary>What recounts of the drawn stations confirm, and what is to be done next.</summary>
/// <param name="Audit">The audit.</param>
/// <param name="RiskLimit">The risk limit.</param>
/// <param name="Drawn">The draws, by place in the manifest.</param>
/// <param name="Recounts">The ballots found in each station drawn.</param>
/// <param name="Assertions">The assertions with their p-values.</param>
public sealed record AuditEvaluation(
    StationAudit Audit,
    double RiskLimit,
    IReadOnlyList<int> Drawn,
    IReadOnlyDictionary<int, BallotCounts> Recounts,
    IReadOnlyList<CheckedAssertion> Assertions
)
{
    /// <summary>Whether every assertion is confirmed.</summary>
    public bool Confirmed => Assertions.All(a => a.Confirmed);

    /// <summary>The greatest p-value.</summary>
    public double P => Assertions.Max(a => a.P);

    /// <summary>Draws that are to follow; nothing where only a full count can tell.</summary>
    public int? FurtherDraws =>
        Assertions.Any(a => a.FurtherDraws is null) ? null : Assertions.Max(a => a.FurtherDraws);

    /// <summary>Evaluates the recounts of all stations drawn.</summary>
    public static AuditEvaluation Of(
        StationAudit audit,
        double riskLimit,
        IReadOnlyList<int> drawn,
        IReadOnlyDictionary<int, BallotCounts> recounts
    )
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(drawn);
        ArgumentNullException.ThrowIfNull(recounts);
        var exceeded = recounts.Any(r => Exceeds(audit, r.Key, r.Value));
        var all = recounts.Count == audit.Manifest.Units.Count(u => u.Counts.Total > 0);
        var most = audit.MostOverstated.ToDouble();
        return new AuditEvaluation(
            audit,
            riskLimit,
            drawn,
            recounts,
            [
                .. audit.Seats.Assertions.Select(assertion =>
                {
                    // Once every station is counted again nothing is left to chance.
                    var p =
                        all ? (recounts.Values.Aggregate((Int128)0, (sum, c) => sum + assertion.Sum(c)) > 0 ? 0 : 1)
                        : exceeded ? 1
                        : BatchComparison.PValue(most, drawn.Select(d => audit.Taint(d, assertion, recounts[d])));
                    var hopeless = all || exceeded || drawn.Any(d => audit.Taint(d, assertion, recounts[d]) >= 1);
                    var confirmed = p <= riskLimit;
                    return new CheckedAssertion(
                        assertion,
                        p,
                        confirmed,
                        confirmed ? 0
                            : hopeless ? null
                            : Further(audit, assertion, drawn, recounts, riskLimit)
                    );
                }),
            ]
        );
    }

    /// <summary>The discrepancies and what follows, as findings.</summary>
    public IReadOnlyList<Finding> Findings(string verify)
    {
        var findings = new List<Finding>();
        foreach (var (place, recount) in Recounts.OrderBy(r => r.Key))
        {
            var unit = Audit.Manifest.Units[place];
            if (Exceeds(Audit, place, recount))
            {
                findings.Add(
                    new Finding(
                        "recount-exceeds-protocol",
                        Severity.Error,
                        $"The recount of {unit.Unit} found {Shown.Whole(recount.Total)} ballots issued, the protocol has {Shown.Whole(unit.Counts.Total)}: the bound on which the draw rests does not hold, and the sample confirms nothing.",
                        "Stark 2009, section 3: the error bound of a batch",
                        verify
                    )
                    {
                        Unit = unit.Unit,
                        Where = unit.At,
                    }
                );
            }
            else if (!recount.Classes.SequenceEqual(unit.Counts.Classes))
            {
                findings.Add(
                    new Finding(
                        "recount-differs",
                        Severity.Warning,
                        $"The recount of {unit.Unit} differs from its protocol: {Shown.Row(Differences(unit.Counts, recount))}.",
                        "the recount",
                        verify
                    )
                    {
                        Unit = unit.Unit,
                        Where = unit.At,
                    }
                );
            }
        }

        if (!Confirmed)
        {
            var open = Assertions.Where(a => !a.Confirmed).Select(a => $"'{a.Assertion.Name}'").ToList();
            var stations = Audit.Manifest.Units.Count;
            findings.Add(
                new Finding(
                    "audit-goes-on",
                    Severity.Warning,
                    $"Not confirmed yet: {(open.Count > 3 ? $"{open.Count} of {Assertions.Count} assertions" : Shown.Row(open))}. "
                        + FurtherDraws switch
                        {
                            null => "No further sample can confirm it; all ballots have to be counted again.",
                            { } more when more >= stations =>
                                $"Counting all {Shown.Whole(stations)} stations is less work than {Shown.Whole(more)} further draws.",
                            { } more =>
                                $"If nothing more is overstated, {Shown.Of(more, "further draw confirms", "further draws confirm")} it.",
                        },
                    "risk limit "
                        + Shown.Percent(new Allocation.Rational((long)Math.Round(RiskLimit * 1e6), 1_000_000)),
                    verify
                )
            );
        }

        return [.. findings.OrderByDescending(f => f.Severity)];
    }

    /// <summary>The classes that differ, each with both numbers.</summary>
    private IEnumerable<string> Differences(BallotCounts protocol, BallotCounts recount)
    {
        for (var i = 0; i < protocol.Classes.Length; i++)
        {
            if (protocol.Classes[i] != recount.Classes[i])
            {
                yield return $"{NameOf(i)} {Shown.Whole(recount.Classes[i])} instead of {Shown.Whole(protocol.Classes[i])}";
            }
        }
    }

    private string NameOf(int index) =>
        index < Audit.Seats.Counts.Lists
            ? Audit.Seats.Standing.Name(index)
            : (index - Audit.Seats.Counts.Lists) switch
            {
                0 => "against all",
                1 => "invalid ballots",
                _ => "ballots not found",
            };

    private static bool Exceeds(StationAudit audit, int place, BallotCounts recount) =>
        recount.Total > audit.Manifest.Units[place].Counts.Total;

    private static int Further(
        StationAudit audit,
        Assertion assertion,
        IReadOnlyList<int> drawn,
        IReadOnlyDictionary<int, BallotCounts> recounts,
        double riskLimit
    )
    {
        var clean = Math.Log(1 - (1 / Math.Max(1 + 1e-12, audit.MostOverstated.ToDouble())));
        var log = drawn.Sum(d => clean - Math.Log(1 - Math.Max(0, audit.Taint(d, assertion, recounts[d]))));
        return Math.Max(1, (int)Math.Ceiling((log - Math.Log(riskLimit)) / -clean));
    }
}
