using Scrutineer.Allocation;
using Scrutineer.Claims;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>An estimate and the official share of the same base.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Share">The official share; nothing where the dossier does not have its figures.</param>
/// <param name="Whole">The size of the base by the official figures; nothing where the dossier does not have it.</param>
public sealed record OfficialShare(Estimate Estimate, Rational? Share, long? Whole)
{
    /// <summary>Whether the official share is outside the interval; nothing where one of the two is not known.</summary>
    public bool? IsOutside { get; private init; }

    /// <summary>
    /// Whether it is outside an interval so wide that all shares of lists together are held with the same confidence
    /// (Bonferroni's inequality).
    /// </summary>
    public bool? IsOutsideJointly { get; private init; }

    /// <summary>Pairs every estimate with its official share.</summary>
    internal static IReadOnlyList<OfficialShare> Of(ElectionDossier dossier, string contest, QuickCount count)
    {
        var lists = Math.Max(1, count.Sample.Layout.Lists.Count);
        var joint = QuickCount
            .Of(count.Sample, count.Options with { Confidence = 1 - ((1 - count.Options.Confidence) / lists) })
            .Estimates;
        return
        [
            .. count.Estimates.Select(
                (estimate, i) =>
                {
                    var (share, whole) = Official(dossier, contest, estimate, count.Leaders);
                    return new OfficialShare(estimate, share, whole)
                    {
                        IsOutside = Outside(estimate, share),
                        IsOutsideJointly = Outside(joint[i], share),
                    };
                }
            ),
        ];
    }

    private static bool? Outside(Estimate estimate, Rational? share) =>
        share is { } official && estimate is { Low: { } low, High: { } high }
            ? official.ToDouble() is var value && (value < low || value > high)
            : null;

    private static (Rational? Share, long? Whole) Official(
        ElectionDossier dossier,
        string contest,
        Estimate estimate,
        (string Ahead, string Behind)? leaders
    )
    {
        if (
            !dossier.File.Contests.ContainsKey(contest)
            || ScalarType.Of(typeof(BaseName))!.Parse(estimate.Base) is not BaseName name
            || FigureRecord.Size(dossier, contest, name) is not { } whole
            || whole == 0
        )
        {
            return (null, null);
        }

        var tally = dossier.TallyOf(contest, Tally.Nation);
        long? part = estimate switch
        {
            { Quantity: Quantity.TurnoutName } => tally.BallotsIssued.Value ?? tally.BallotsInBox.Value,
            { Quantity: var q } when q.StartsWith(Quantity.LeadPrefix, StringComparison.Ordinal) => Votes(
                leaders?.Ahead
            ) - Votes(leaders?.Behind),
            _ => Votes(estimate.Quantity),
        };
        return part is { } known ? (new Rational(known, whole), whole) : (null, whole);

        long? Votes(string? list) => tally.Contenders.FirstOrDefault(c => c.Id == list)?.Votes.Value;
    }
}
