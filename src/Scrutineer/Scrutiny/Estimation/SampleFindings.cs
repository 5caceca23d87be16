using System.Globalization;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>What a sample says of the official figures: which of them lie outside its intervals, and by how many votes.</summary>
internal static class SampleFindings
{
    private const string Basis = "design-based intervals of the sample; together by Bonferroni's inequality";

    public static IEnumerable<Finding> Of(
        IReadOnlyList<OfficialShare> official,
        SeatForecast? seats,
        IReadOnlyDictionary<string, int> declared,
        double confidence
    ) => Shares(official, EstimateWords.Percent(confidence, 0)).Concat(Seats(seats, declared));

    private static IEnumerable<Finding> Shares(IReadOnlyList<OfficialShare> official, string confidence)
    {
        var told = official.Where(o => o.IsOutside is not null).ToList();
        if (told.Count == 0)
        {
            yield break;
        }

        var outside = told.Where(o => o.IsOutside == true).ToList();
        if (outside.Count == 0)
        {
            yield return Say(
                "official-within-sample",
                Severity.Info,
                $"Of the {Shown.Of(told.Count, "official share", "official shares")} that the sample estimates, all lie within its intervals of {confidence} confidence."
            );
        }

        foreach (var share in outside)
        {
            var estimate = share.Estimate;
            var apart = share.Share!.Value.ToDouble() - estimate.Value!.Value;
            var votes = (long)Math.Round(Math.Abs(apart) * share.Whole!.Value);
            yield return Say(
                "official-outside-sample",
                share.IsOutsideJointly == true ? Severity.Warning : Severity.Notice,
                $"{estimate.Quantity}: the official figure is {Shown.Percent(share.Share.Value)} of the {estimate.Base.Replace('-', ' ')}, the sample gives {EstimateWords.Percent(estimate.Value.Value)} ({EstimateWords.Interval(estimate.Low!.Value, estimate.High!.Value)}): {EstimateWords.Points(apart)} points, about {Shown.Whole(votes)} of {Shown.Whole(share.Whole.Value)}. "
                    + (
                        share.IsOutsideJointly == true
                            ? "It is outside even where all lists are held together with that confidence."
                            : "Held together with the other lists it is not: of several intervals one often misses by chance."
                    )
                    + " Whether the count or the sample is off, this does not say."
            ) with
            {
                Unit = estimate.Quantity,
                Figures =
                [
                    KeyValuePair.Create("official", Shown.Percent(share.Share.Value)),
                    KeyValuePair.Create("estimate", EstimateWords.Percent(estimate.Value.Value)),
                    KeyValuePair.Create("votes", votes.ToString(CultureInfo.InvariantCulture)),
                ],
            };
        }
    }

    private static IEnumerable<Finding> Seats(SeatForecast? seats, IReadOnlyDictionary<string, int> declared)
    {
        foreach (var list in seats?.Lists ?? [])
        {
            if (declared.TryGetValue(list.List, out var official) && (official < list.Low || official > list.High))
            {
                yield return Say(
                    "official-seats-outside-sample",
                    Severity.Notice,
                    $"{list.List} was declared {Shown.Of(official, "seat", "seats")}; the sample gives {Shown.Whole(list.Low)} to {Shown.Whole(list.High)} ({EstimateWords.Percent(seats!.Confidence, 0)})."
                ) with
                {
                    Unit = list.List,
                };
            }
        }
    }

    private static Finding Say(string code, Severity severity, string statement) =>
        new(code, severity, statement, Basis, "");
}
