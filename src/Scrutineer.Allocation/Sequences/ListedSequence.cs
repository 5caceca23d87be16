using System.Collections.Immutable;
using System.Numerics;
using Scrutineer.Allocation.Kernel;

namespace Scrutineer.Allocation.Sequences;

/// <summary>Divisors written out one by one; a list can have as many seats as there are divisors.</summary>
internal sealed class ListedSequence : DivisorSequence
{
    private readonly ImmutableArray<Rational> divisors;
    private readonly Order order;
    private readonly ListedJump jump;
    private readonly bool narrow;

    public ListedSequence(ImmutableArray<Rational> divisors)
    {
        this.divisors = divisors;
        var step = divisors.Length == 1 ? divisors[0] : (divisors[^1] - divisors[0]) / (divisors.Length - 1);
        step = step.Sign == 0 ? Rational.One : step;
        jump = new ListedJump(
            [.. divisors.Select(d => (ulong)FixedPoint.Of(d / step))],
            FixedPoint.Of(1 - (divisors[0] / step))
        );

        var scale = divisors.Aggregate(
            BigInteger.One,
            (s, d) => s / BigInteger.GreatestCommonDivisor(s, d.Denominator) * d.Denominator
        );
        narrow = (divisors[^1] * scale).Numerator <= ulong.MaxValue;
        if (narrow)
        {
            order = new Order([.. divisors.Select(d => (ulong)(d * scale).Numerator)]);
        }
    }

    public override int Length => divisors.Length;

    public override bool SeatsEveryList => divisors[0].Sign == 0;

    public override Rational Divisor(int held) => divisors[held];

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

    private readonly struct Order(ulong[] divisors) : ISeatOrder
    {
        public int Compare(ulong leftVotes, int leftHeld, ulong rightVotes, int rightHeld)
        {
            var leftEnded = leftHeld >= divisors.Length;
            var rightEnded = rightHeld >= divisors.Length;
            return leftEnded || rightEnded
                ? rightEnded.CompareTo(leftEnded)
                : Wide.CompareProducts(leftVotes, divisors[rightHeld], rightVotes, divisors[leftHeld]);
        }
    }

    private readonly struct ListedJump(ulong[] signposts, long offset) : IJump
    {
        public long Offset => offset;

        public int Seats(ulong share)
        {
            var found = Array.BinarySearch(signposts, share);
            return found >= 0 ? found + 1 : ~found;
        }
    }
}
