using System.Text.Json;

namespace Scrutineer.Counting.Forms;

/// <summary>A statement turned into columns of a layout.</summary>
internal abstract class CompiledComparison
{
    /// <summary>Whether the statement is true of the figures; the two sides are given where it can be told.</summary>
    public abstract RelationResult Check(
        ReadOnlySpan<long> values,
        ReadOnlySpan<CountState> states,
        out Int128 left,
        out Int128 right
    );

    /// <summary>The common denominator of the two sides.</summary>
    public long Scale { get; protected init; } = 1;

    /// <summary>The columns it needs, in order, each once.</summary>
    public abstract IReadOnlyList<int> Columns { get; }

    /// <summary>The statement as data.</summary>
    public abstract void Write(Utf8JsonWriter json);

    protected static void Write(Utf8JsonWriter json, string kind, Sign sign, params ReadOnlySpan<CompiledSum> sums)
    {
        json.WriteStartObject();
        json.WriteString("kind", kind);
        json.WriteString("sign", Files.ScalarType.Word(sign));
        json.WriteStartArray("sums");
        foreach (var sum in sums)
        {
            sum.Write(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    protected static bool Meets(Sign sign, Int128 left, Int128 right) =>
        sign switch
        {
            Sign.Equal => left == right,
            Sign.Different => left != right,
            Sign.Less => left < right,
            Sign.AtMost => left <= right,
            Sign.More => left > right,
            _ => left >= right,
        };
}

/// <summary>Two sums and a sign.</summary>
internal sealed class CompiledSums : CompiledComparison
{
    private readonly CompiledSum left;
    private readonly CompiledSum right;
    private readonly Sign sign;

    public CompiledSums(CompiledSum left, Sign sign, CompiledSum right, long scale)
    {
        this.left = left;
        this.sign = sign;
        this.right = right;
        Scale = scale;
    }

    public override IReadOnlyList<int> Columns => [.. left.Columns.ToArray().Union(right.Columns.ToArray())];

    public override void Write(Utf8JsonWriter json) => Write(json, "sums", sign, left, right);

    public override RelationResult Check(
        ReadOnlySpan<long> values,
        ReadOnlySpan<CountState> states,
        out Int128 leftSide,
        out Int128 rightSide
    )
    {
        if (!left.IsKnown(states) || !right.IsKnown(states))
        {
            leftSide = rightSide = 0;
            return RelationResult.CannotBeTold;
        }

        leftSide = left.Of(values);
        rightSide = right.Of(values);
        return Meets(sign, leftSide, rightSide) ? RelationResult.Holds : RelationResult.Broken;
    }
}

/// <summary>A distance and a bound.</summary>
internal sealed class CompiledDistance : CompiledComparison
{
    private readonly CompiledSum one;
    private readonly CompiledSum other;
    private readonly CompiledSum bound;
    private readonly Sign sign;

    public CompiledDistance(CompiledSum one, CompiledSum other, Sign sign, CompiledSum bound, long scale)
    {
        this.one = one;
        this.other = other;
        this.sign = sign;
        this.bound = bound;
        Scale = scale;
    }

    public override IReadOnlyList<int> Columns =>
        [.. one.Columns.ToArray().Union(other.Columns.ToArray()).Union(bound.Columns.ToArray())];

    public override void Write(Utf8JsonWriter json) => Write(json, "distance", sign, one, other, bound);

    public override RelationResult Check(
        ReadOnlySpan<long> values,
        ReadOnlySpan<CountState> states,
        out Int128 left,
        out Int128 right
    )
    {
        if (!one.IsKnown(states) || !other.IsKnown(states) || !bound.IsKnown(states))
        {
            left = right = 0;
            return RelationResult.CannotBeTold;
        }

        left = Int128.Abs(one.Of(values) - other.Of(values));
        right = bound.Of(values);
        return Meets(sign, left, right) ? RelationResult.Holds : RelationResult.Broken;
    }
}

/// <summary>Whether something other than nought stands in a field.</summary>
internal sealed class CompiledFilled(int column, bool filled) : CompiledComparison
{
    public override IReadOnlyList<int> Columns => [column];

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", "filled");
        json.WriteNumber("column", column);
        json.WriteBoolean("filled", filled);
        json.WriteEndObject();
    }

    public override RelationResult Check(
        ReadOnlySpan<long> values,
        ReadOnlySpan<CountState> states,
        out Int128 left,
        out Int128 right
    )
    {
        var state = states.IsEmpty ? CountState.Known : states[column];
        left = values[column];
        right = 0;
        if (state == CountState.NotReported)
        {
            return RelationResult.CannotBeTold;
        }

        var isFilled = state == CountState.Illegible || (state == CountState.Known && values[column] != 0);
        return isFilled == filled ? RelationResult.Holds : RelationResult.Broken;
    }
}
