using System.Numerics;
using Scrutineer.Counting;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>The totals of a form's columns over the whole, by the weights of a sample or of a sample drawn from it again.</summary>
internal sealed class WeightedTotals
{
    private readonly bool[] known;
    private readonly int width;
    private readonly int stride;
    private readonly int[] times;
    private readonly double[] values;
    private readonly (int First, int Count, double Each)[] groups;
    private readonly double[] still;
    private readonly double[] whole;

    /// <summary>Lays out the stations of a sample in which every vote is known.</summary>
    public WeightedTotals(Sample sample)
    {
        width = sample.Layout.Columns.Count;
        var votes = sample.Layout.ColumnsOf(Dossier.FigureName.Votes);
        var stations = sample.Stations.Where(s => votes.All(c => s.Values[c] is not null)).ToList();
        Stations = stations.Count;
        known =
        [
            .. Enumerable
                .Range(0, width)
                .Select(c => Stations > 0 && stations.TrueForAll(s => s.Values[c] is not null)),
        ];
        stride = (width + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        times = new int[Stations];
        values = new double[Stations * stride];
        still = new double[stride];
        whole = new double[stride];
        var design = sample.Design(stations);
        var next = 0;
        var laid = new List<(int First, int Count, double Each)>();
        foreach (var group in design.Groups)
        {
            var count = group.Rows.Count;
            var moves = count > 1 && group.Fraction < 1;
            var scale = moves ? Math.Sqrt(1 - group.Fraction) : 0;
            laid.Add((next, moves ? count : 0, moves ? scale * count / (count - 1) : 0));
            foreach (var row in group.Rows)
            {
                for (var c = 0; c < width; c++)
                {
                    var value = design.Weights[row] * (stations[row].Values[c] ?? 0);
                    values[(next * stride) + c] = value;
                    still[c] += (1 - scale) * value;
                    whole[c] += value;
                }

                next++;
            }
        }

        groups = [.. laid];
    }

    /// <summary>How many stations there are.</summary>
    public int Stations { get; }

    /// <summary>The estimated totals, rounded to whole votes.</summary>
    public IReadOnlyList<Count> Estimate() => Rounded(whole);

    /// <summary>The totals of one replicate.</summary>
    public IReadOnlyList<Count> Replicate(SplitMix64 random)
    {
        var totals = (double[])still.Clone();
        Array.Clear(times);
        foreach (var (first, count, _) in groups)
        {
            for (var i = 1; i < count; i++)
            {
                times[first + random.Below(count)]++;
            }
        }

        // Rows in order and whole vectors: this is what a replicate costs.
        foreach (var (first, count, each) in groups)
        {
            for (var row = first; row < first + count; row++)
            {
                if (times[row] == 0)
                {
                    continue;
                }

                var weight = new Vector<double>(each * times[row]);
                for (var c = 0; c < stride; c += Vector<double>.Count)
                {
                    var sum = new Vector<double>(totals, c) + (weight * new Vector<double>(values, (row * stride) + c));
                    sum.CopyTo(totals, c);
                }
            }
        }

        return Rounded(totals);
    }

    private Count[] Rounded(double[] totals) =>
        [.. totals.Take(width).Select((t, c) => known[c] ? new Count((long)Math.Round(t)) : Count.NotReported)];
}
