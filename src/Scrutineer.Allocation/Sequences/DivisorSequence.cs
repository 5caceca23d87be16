using Scrutineer.Allocation.Kernel;

namespace Scrutineer.Allocation.Sequences;

/// <summary>A divisor sequence d(0) &lt; d(1) &lt; …, by which a list that holds k seats claims the next with v/d(k).</summary>
internal abstract class DivisorSequence
{
    /// <summary>Whether <see cref="Divisor"/> and the quotients are given squared, because they are roots.</summary>
    public virtual bool Squared => false;

    /// <summary>What one seat more adds to the divisor, once the sequence is under way.</summary>
    public virtual Rational Unit => Rational.One;

    /// <summary>The divisors there are, and so the most seats a list can have.</summary>
    public virtual int Length => int.MaxValue;

    /// <summary>Whether d(0) is nought.</summary>
    public virtual bool SeatsEveryList => false;

    /// <summary>d(<paramref name="held"/>), or its square.</summary>
    public abstract Rational Divisor(int held);

    /// <summary>
    /// The kernel: fills <paramref name="held"/> with the seats beyond doubt and returns the number of tied seats.
    /// There is a vote, and the limits leave room for the house.
    /// </summary>
    public abstract int Allocate(Election election, Span<int> held);

    /// <summary>The strongest open and the weakest served claim (see <see cref="Step.Extremes"/>).</summary>
    public abstract void Extremes(Election election, ReadOnlySpan<int> held, out int open, out int served);

    /// <summary>Jump and step with one comparison and one rounding rule.</summary>
    protected static int Run<TOrder, TJump>(TOrder order, TJump jump, Election election, Span<int> held)
        where TOrder : struct, ISeatOrder
        where TJump : struct, IJump
    {
        Jump.Fill(jump, election, held);
        return Step.Settle(order, election, held);
    }
}
