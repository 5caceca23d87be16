using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>
/// Seat intervals by the rescaling bootstrap: in each stratum <c>n − 1</c> of the <c>n</c> stations are drawn with replacement, a
/// station drawn <c>t</c> times has the weight <c>w[1 − λ + λ t n/(n − 1)]</c> with <c>λ = √(1 − f)</c>, and the totals so weighted
/// pass through the law's own evaluation.
/// </summary>
/// <remarks>
/// Source: Rao and Wu, "Resampling Inference with Complex Survey Data", JASA 83 (1988), section 4.1, with m = n − 1; weights as in
/// Rao, Wu and Yue, Survey Methodology 18 (1992). For a ratio its variance is that of the linearised formula.
/// </remarks>
public static class SeatBootstrap
{
    /// <summary>A run that was stopped earlier tells no interval.</summary>
    private const int LeastReplicates = 100;

    /// <summary>Draws the sample again from itself and evaluates the law each time.</summary>
    /// <param name="sample">The sample. Stations in which a vote is not known are left out.</param>
    /// <param name="law">The law's id.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="contest">A contest whose seats are filled in one constituency, the nation.</param>
    /// <param name="replicates">How many times; 2,000 is plenty for 95 %.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="confidence">The confidence of the intervals.</param>
    /// <param name="progress">Is told how far it has come: done, and of how many.</param>
    /// <param name="stop">Stops the drawing; what was drawn by then is told, with its number.</param>
    /// <exception cref="ArgumentException">The contest is not filled in the nation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is not one replicate or more.</exception>
    public static SeatForecast Of(
        Sample sample,
        string law,
        Edition edition,
        string contest,
        int replicates,
        ulong seed,
        double confidence,
        Action<long, long>? progress = null,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(replicates);
        if (edition.Text.Contests[contest].Constituency != Tally.Nation)
        {
            throw new ArgumentException(
                "The seats of the contest are filled in several constituencies.",
                nameof(contest)
            );
        }

        var totals = new WeightedTotals(sample);
        var point = Evaluate(totals.Estimate());
        var forecast = new SeatForecast(
            law,
            edition.Name,
            contest,
            point.ContestSeats,
            replicates,
            seed,
            confidence,
            [],
            0
        );
        if (totals.Stations < 2 || point.Ended is Outcome.Unknown or Outcome.Appointed)
        {
            return forecast with
            {
                Untold =
                    totals.Stations < 2
                        ? "fewer than two stations report every vote"
                        : $"the law needs a figure that the sample does not have: {point.Because}",
            };
        }

        var lists = point.Seats.Length;
        var seats = new int[lists][];
        var passed = new int[lists];
        for (var i = 0; i < lists; i++)
        {
            seats[i] = new int[replicates];
        }

        var random = new SplitMix64(seed);
        var undecided = 0;
        var done = 0;
        for (var replicate = 0; replicate < replicates && !stop.IsCancellationRequested; replicate++)
        {
            var standing = Evaluate(totals.Replicate(random));
            undecided += standing.Ended == Outcome.Allocated ? 0 : 1;
            for (var i = 0; i < lists; i++)
            {
                seats[i][replicate] = standing.Seats[i];
                passed[i] += standing.Ended is Outcome.Allocated or Outcome.Tied && standing.Admitted[i] ? 1 : 0;
            }

            done++;
            progress?.Invoke(done, replicates);
        }

        if (done < LeastReplicates && done < replicates)
        {
            return forecast with
            {
                Replicates = done,
                Untold = $"the drawing was stopped after {done} of {replicates} times",
            };
        }

        var low = (int)Math.Floor((1 - confidence) / 2 * done);
        return forecast with
        {
            Replicates = done,
            Undecided = undecided,
            Lists =
            [
                .. seats.Select(
                    (s, i) =>
                    {
                        Array.Sort(s, 0, done);
                        return new ListForecast(
                            point.Id(i),
                            point.Seats[i],
                            s[low],
                            s[done - 1 - low],
                            passed[i] / (double)done
                        );
                    }
                ),
            ],
        };

        Standing Evaluate(IReadOnlyList<Count> columns) =>
            edition.Evaluate(contest, sample.Layout.TallyOf(columns), traced: false);
    }
}
