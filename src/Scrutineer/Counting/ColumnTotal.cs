namespace Scrutineer.Counting;

/// <summary>
/// The total of one column over many protocols: the sum of what is known, and how many figures of each other kind it
/// leaves out. Unknown is not zero: a sum with figures left out is a lower bound.
/// </summary>
/// <param name="Sum">The sum of the known figures, exact beyond 64 bits.</param>
/// <param name="Known">How many figures were added.</param>
/// <param name="Blank">How many were left blank.</param>
/// <param name="Illegible">How many cannot be read.</param>
/// <param name="NotReported">How many were not reported.</param>
public readonly record struct ColumnTotal(Int128 Sum, long Known, long Blank, long Illegible, long NotReported)
{
    /// <summary>Whether every figure is known.</summary>
    public bool IsComplete => Blank == 0 && Illegible == 0 && NotReported == 0;

    /// <summary>Whether the sum fits the 64 bits in which figures are kept.</summary>
    public bool Fits => Sum <= long.MaxValue;

    /// <summary>The total as a figure: "not reported" where no figure is known.</summary>
    /// <exception cref="OverflowException">The sum does not fit; see <see cref="Fits"/>.</exception>
    public Count AsCount() => Known == 0 ? Count.NotReported : new Count(checked((long)Sum));

    /// <summary>The total with one more figure.</summary>
    public ColumnTotal With(Count figure) => With(figure.Value ?? 0, figure.State);

    /// <summary>The total with one more figure.</summary>
    public ColumnTotal With(long value, CountState state) =>
        state switch
        {
            CountState.Known => this with { Sum = Sum + value, Known = Known + 1 },
            CountState.Blank => this with { Blank = Blank + 1 },
            CountState.Illegible => this with { Illegible = Illegible + 1 },
            _ => this with { NotReported = NotReported + 1 },
        };

    /// <summary>The total of both.</summary>
    public static ColumnTotal operator +(ColumnTotal left, ColumnTotal right) =>
        new(
            left.Sum + right.Sum,
            left.Known + right.Known,
            left.Blank + right.Blank,
            left.Illegible + right.Illegible,
            left.NotReported + right.NotReported
        );

    /// <summary>The total of both.</summary>
    public static ColumnTotal Add(ColumnTotal left, ColumnTotal right) => left + right;

    /// <summary>What is left of a total without figures that are part of it.</summary>
    public static ColumnTotal operator -(ColumnTotal left, ColumnTotal right) =>
        new(
            left.Sum - right.Sum,
            left.Known - right.Known,
            left.Blank - right.Blank,
            left.Illegible - right.Illegible,
            left.NotReported - right.NotReported
        );

    /// <summary>What is left of a total without figures that are part of it.</summary>
    public static ColumnTotal Subtract(ColumnTotal left, ColumnTotal right) => left - right;
}
