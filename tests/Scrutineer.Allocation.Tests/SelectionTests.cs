using Scrutineer.Allocation.Kernel;

namespace Scrutineer.Allocation.Tests;

public class SelectionTests
{
    [Fact]
    public void Largest_ShapesThatSpoilQuickselect_IsTheSortedValue()
    {
        const int Length = 2_000;
        ulong[][] shapes =
        [
            [.. Enumerable.Range(0, Length).Select(i => (ulong)i)],
            [.. Enumerable.Range(0, Length).Select(i => (ulong)(Length - i))],
            [.. Enumerable.Range(0, Length).Select(i => (ulong)(i % 2 == 0 ? i : Length - i))],
            [.. Enumerable.Range(0, Length).Select(i => (ulong)Math.Min(i, Length - i))],
            [.. Enumerable.Repeat(ulong.MaxValue, Length)],
            [.. Enumerable.Range(0, Length).Select(i => (ulong)(i % 3))],
            [7],
        ];
        foreach (var shape in shapes)
        {
            var sorted = shape.OrderDescending().ToArray();
            foreach (var rank in new[] { 1, 2, shape.Length / 3, shape.Length / 2, shape.Length }.Where(r => r > 0))
            {
                if (rank <= shape.Length)
                {
                    Assert.Equal(sorted[rank - 1], Selection.Largest((ulong[])shape.Clone(), rank));
                }
            }
        }
    }
}
