using System.Diagnostics;
using System.Globalization;

namespace Scrutineer.Bench;

/// <summary>
/// Times of one job on a machine that others use too: the minimum is what the code costs, the median what one gets.
/// </summary>
/// <param name="Minimum">The fastest sample, in nanoseconds per operation.</param>
/// <param name="Median">The middle sample, in nanoseconds per operation.</param>
/// <param name="Allocated">Bytes taken from the heap, per operation.</param>
internal sealed record Measurement(double Minimum, double Median, long Allocated)
{
    /// <summary>
    /// Runs the job until the compiler has had its say, then takes samples. <paramref name="job"/> gets the number of
    /// the operation, so that it can go through many inputs.
    /// </summary>
    public static Measurement Of(Action<int> job, int samples = 31)
    {
        var warmUp = Stopwatch.StartNew();
        var runs = 0;
        do
        {
            job(runs++);
        } while (warmUp.ElapsedMilliseconds < 400);

        // A sample lasts about three milliseconds, or one operation where that is longer.
        var operations = Math.Max(1, (int)(runs * 3.0 / warmUp.ElapsedMilliseconds));
        var times = new double[samples];
        long allocated = 0;
        for (var sample = 0; sample < samples; sample++)
        {
            var heap = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < operations; i++)
            {
                job((sample * operations) + i);
            }

            times[sample] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / operations;
            allocated = (GC.GetAllocatedBytesForCurrentThread() - heap) / operations;
        }

        Array.Sort(times);
        return new Measurement(times[0], times[samples / 2], allocated);
    }

    /// <summary>A time with three significant digits and its unit.</summary>
    public static string Text(double nanoseconds) =>
        nanoseconds switch
        {
            < 1e3 => Digits(nanoseconds) + " ns",
            < 1e6 => Digits(nanoseconds / 1e3) + " µs",
            < 1e9 => Digits(nanoseconds / 1e6) + " ms",
            _ => Digits(nanoseconds / 1e9) + " s",
        };

    private static string Digits(double value) =>
        value.ToString(
            value switch
            {
                < 10 => "0.00",
                < 100 => "0.0",
                _ => "0",
            },
            CultureInfo.InvariantCulture
        );
}
