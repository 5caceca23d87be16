using Scrutineer.Counting;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>The totals of a form's columns over the whole, by the weights of a sample or of a sample drawn from it again.</summary>
internal sealed class WeightedTotals
{
    private readonly bool[] known;
    private readonly int width;
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
        values = new double[Stations * width];
        still = new double[width];
        whole = new double[width];
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
                    values[(next * width) + c] = value;
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
        Span<double> drawn = stackalloc double[width];
        foreach (var (first, count, each) in groups)
        {
            if (count == 0)
            {
                continue;
            }

            drawn.Clear();
            for (var i = 1; i < count; i++)
            {
                var row = values.AsSpan((first + random.Below(count)) * width, width);
                for (var c = 0; c < row.Length; c++)
                {
                    drawn[c] += row[c];
                }
            }

            for (var c = 0; c < width; c++)
            {
                totals[c] += each * drawn[c];
            }
        }

        return Rounded(totals);
    }

    private Count[] Rounded(double[] totals) =>
        [.. totals.Select((t, c) => known[c] ? new Count((long)Math.Round(t)) : Count.NotReported)];
}
