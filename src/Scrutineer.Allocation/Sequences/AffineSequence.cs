using System.Numerics;
using Scrutineer.Allocation.Kernel;

namespace Scrutineer.Allocation.Sequences;

/// <summary>d(0) = first, then second, second + step, second + 2·step, …</summary>
internal sealed class AffineSequence : DivisorSequence
{
    private readonly Rational first;
    private readonly Rational second;
    private readonly Rational step;
    private readonly AffineJump jump;
    private readonly AffineOrder order;

    /// <summary>Whether every divisor a list can reach fits 64 bits when scaled to whole numbers.</summary>
    private readonly bool narrow;

    public AffineSequence(Rational first, Rational second, Rational step)
    {
        (this.first, this.second, this.step) = (first, second, step);
        jump = new AffineJump(FixedPoint.Of(1 - ((second - step) / step)), (ulong)FixedPoint.Of(first / step));

        var scale = first.Denominator;
        scale *= second.Denominator / BigInteger.GreatestCommonDivisor(scale, second.Denominator);
        scale *= step.Denominator / BigInteger.GreatestCommonDivisor(scale, step.Denominator);
        narrow = (Divisor(int.MaxValue) * scale).Floor() <= ulong.MaxValue;
        if (narrow)
        {
            order = new AffineOrder(Whole(first * scale), Whole(second * scale), Whole(step * scale));
        }
    }

    public override Rational Unit => step;

    public override bool SeatsEveryList => first.Sign == 0;

    public override Rational Divisor(int held) => held == 0 ? first : second + ((held - 1) * step);

    public override int Allocate(Election election, Span<int> held) =>
        narrow ? Run(order, jump, election, held) : Run(new UnboundedOrder(this), jump, election, held);

    public override void Extremes(Election election, ReadOnlySpan<int> held, out int open, out int served)
    {
        if (narrow)
        {
            Step.Extremes(order, election, held, out open, out served);
        }
        else
        {
            Step.Extremes(new UnboundedOrder(this), election, held, out open, out served);
        }
    }

    private static ulong Whole(Rational value) => (ulong)value.Numerator;
}
