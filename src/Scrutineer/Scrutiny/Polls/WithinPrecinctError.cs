using Scrutineer.Numerics;
using Scrutineer.Observation;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Scrutiny.Polls;

/// <summary>
/// An exit poll held against the official votes of the very stations at which it asked: the mean, over stations, of the poll's
/// lead less the official lead.
/// </summary>
/// <param name="Ahead">The list whose lead is compared.</param>
/// <param name="Behind">The list that it leads.</param>
/// <param name="Stations">At how many stations both lists are known.</param>
/// <param name="Mean">The mean difference of the leads, as a share: 0.05 is five points more for the list ahead in the poll.</param>
/// <param name="StandardError">Its standard error over stations; nothing for one station.</param>
/// <param name="Probability">The probability of so great a mean if it were nought, by Student's t over stations.</param>
/// <param name="DesignEffect">The design effect of the poll's share of the list ahead, measured on its stations.</param>
/// <remarks>
/// Source: Mitofsky, "A Short History of Exit Polls" (1991), for the measure. It has no sampling error of stations, so that what
/// remains is who was asked, who refused, and who did not tell the truth; or the count.
/// </remarks>
public sealed record WithinPrecinctError(
    string Ahead,
    string Behind,
    int Stations,
    double Mean,
    double? StandardError,
    double? Probability,
    double? DesignEffect
)
{
    /// <summary>Compares the leads station by station.</summary>
    /// <param name="clusters">Answers and votes of each station.</param>
    /// <param name="ahead">A list.</param>
    /// <param name="behind">Another list.</param>
    /// <returns>Nothing where no station has both answers and votes.</returns>
    public static WithinPrecinctError? Of(PollClusters clusters, string ahead, string behind)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        var stations = clusters.Stations.Where(s => s.Answers.Values.Sum() > 0 && s.Votes.Values.Sum() > 0).ToList();
        if (stations.Count == 0)
        {
            return null;
        }

        var differences = stations.ConvertAll(s => Lead(s.Answers, ahead, behind) - Lead(s.Votes, ahead, behind));
        var mean = differences.Average();
        double? error =
            differences.Count > 1
                ? Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (differences.Count - 1) / differences.Count)
                : null;
        var answers = stations.ConvertAll(s => (double)s.Answers.GetValueOrDefault(ahead));
        var ratio = RatioEstimator.Of(
            SampleDesign.Of(SampleFrame.Whole(null), new int[stations.Count]),
            answers,
            stations.ConvertAll(s => (double)s.Answers.Values.Sum()),
            answers
        );
        return new WithinPrecinctError(
            ahead,
            behind,
            stations.Count,
            mean,
            error,
            error > 0 ? Quantiles.StudentBeyond(mean / error.Value, differences.Count - 1) : null,
            ratio?.DesignEffect
        );
    }

    private static double Lead(IReadOnlyDictionary<string, int> of, string ahead, string behind) =>
        (of.GetValueOrDefault(ahead) - of.GetValueOrDefault(behind)) / (double)of.Values.Sum();
}
