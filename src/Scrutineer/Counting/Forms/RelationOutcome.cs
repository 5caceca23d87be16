using Scrutineer.Allocation;

namespace Scrutineer.Counting.Forms;

/// <summary>What a control relation says about one protocol.</summary>
public enum RelationResult
{
    /// <summary>It holds, or does not apply.</summary>
    Holds,

    /// <summary>It is broken.</summary>
    Broken,

    /// <summary>A figure that it needs is not known.</summary>
    CannotBeTold,
}

/// <summary>What a control relation says about one protocol, with the two sides where it is broken.</summary>
/// <remarks><c>default</c> is "it holds".</remarks>
public readonly record struct RelationOutcome
{
    private readonly Int128 left;
    private readonly Int128 right;
    private readonly long scale;

    internal RelationOutcome(RelationResult result, int statement, Int128 left, Int128 right, long scale)
    {
        Result = result;
        Statement = statement;
        this.left = left;
        this.right = right;
        this.scale = scale;
    }

    /// <summary>What it says.</summary>
    public RelationResult Result { get; }

    /// <summary>Which of the relation's statements is broken, from 0.</summary>
    public int Statement { get; }

    /// <summary>The left side of the broken statement (the distance, for a distance); nought otherwise.</summary>
    public Rational Left => Exact(left);

    /// <summary>The right side of the broken statement; nought otherwise.</summary>
    public Rational Right => Exact(right);

    private Rational Exact(Int128 value) => scale == 0 ? Rational.Zero : new Rational(value, scale);
}
