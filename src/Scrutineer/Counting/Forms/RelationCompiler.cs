using System.Numerics;
using Scrutineer.Allocation;

namespace Scrutineer.Counting.Forms;

/// <summary>Turns the relations of a form into columns of a layout.</summary>
internal sealed class RelationCompiler(FormLayout layout)
{
    public IReadOnlyList<ControlRelation> All()
    {
        var relations = new List<ControlRelation>();
        foreach (var entry in layout.Form.Relations)
        {
            foreach (var list in entry.Each is null ? [null] : Enumerable.Range(0, layout.Lists.Count).Cast<int?>())
            {
                relations.Add(
                    new ControlRelation(
                        entry,
                        list,
                        [.. entry.Says.Items.Select(c => Compile(c, list))],
                        [.. entry.When.Items.Select(c => Compile(c, list))],
                        Suppressors(entry, list, relations)
                    )
                );
            }
        }

        return relations;
    }

    private static int[] Suppressors(RelationEntry entry, int? list, List<ControlRelation> earlier) =>
        [
            .. Enumerable
                .Range(0, earlier.Count)
                .Where(i =>
                    entry.Unless.Contains(earlier[i].Code, StringComparer.Ordinal)
                    && (list is null || earlier[i].List is null || earlier[i].List == list)
                ),
        ];

    private CompiledComparison Compile(Comparison comparison, int? list)
    {
        switch (comparison)
        {
            case SumComparison sums:
                var scale = Scale(sums.Left, sums.Right);
                return new CompiledSums(
                    Compile(sums.Left, list, scale),
                    sums.Sign,
                    Compile(sums.Right, list, scale),
                    scale
                );
            case DistanceComparison distance:
                var common = Scale(distance.One, distance.Other, distance.Bound);
                return new CompiledDistance(
                    Compile(distance.One, list, common),
                    Compile(distance.Other, list, common),
                    distance.Sign,
                    Compile(distance.Bound, list, common),
                    common
                );
            default:
                var filled = (FilledComparison)comparison;
                return new CompiledFilled(ColumnsOf(filled.Field, overAll: false, list).First(), filled.Filled);
        }
    }

    private CompiledSum Compile(Sum sum, int? list, long scale)
    {
        var columns = new List<int>();
        var factors = new List<long>();
        foreach (var part in sum.Parts)
        {
            var factor = (long)(part.Factor * scale).Numerator;
            foreach (var column in ColumnsOf(part.Field, part.OverAll, list))
            {
                columns.Add(column);
                factors.Add(factor);
            }
        }

        return new CompiledSum(
            [.. columns],
            [.. columns.Select(Summable)],
            [.. factors],
            (long)(sum.Constant * scale).Numerator
        );
    }

    private byte Summable(int column) =>
        (byte)(
            (1 << (int)CountState.Known)
            | (layout.Columns[column].Field.Blank == BlankMeaning.Nought ? 1 << (int)CountState.Blank : 0)
        );

    private IEnumerable<int> ColumnsOf(string field, bool overAll, int? list)
    {
        var (start, count) = layout.RangeOf(field);
        var all = Enumerable.Range(start, count);
        return layout.Form.Field(field)!.EachOf switch
        {
            EachOf.Lists when !overAll => all.Where(c => layout.Columns[c].List == list),
            EachOf.Candidates when list is not null => all.Where(c => layout.Columns[c].List == list),
            _ => all,
        };
    }

    private static long Scale(params ReadOnlySpan<Sum> sums)
    {
        var scale = BigInteger.One;
        foreach (var sum in sums)
        {
            scale = CommonDenominator(scale, sum.Parts.Select(p => p.Factor).Append(sum.Constant));
        }

        return (long)scale;
    }

    private static BigInteger CommonDenominator(BigInteger scale, IEnumerable<Rational> numbers) =>
        numbers.Aggregate(scale, (s, n) => s * n.Denominator / BigInteger.GreatestCommonDivisor(s, n.Denominator));

    /// <summary>Whether a statement's numbers are small enough to be turned into whole factors without loss.</summary>
    public static bool Fits(Comparison comparison)
    {
        Sum[] sums = comparison switch
        {
            SumComparison s => [s.Left, s.Right],
            DistanceComparison d => [d.One, d.Other, d.Bound],
            _ => [],
        };
        var parts = sums.SelectMany(s => s.Parts.Select(p => p.Factor)).ToList();
        var constants = sums.Select(s => s.Constant).ToList();
        // With these limits the widest sum, a hundred thousand columns of 64 bits, stays within 128 bits.
        return parts.TrueForAll(p => BigInteger.Abs(p.Numerator) <= 1_000_000)
            && constants.TrueForAll(c => BigInteger.Abs(c.Numerator) <= 1_000_000_000_000)
            && CommonDenominator(BigInteger.One, parts.Concat(constants)) <= 1_000_000;
    }
}
