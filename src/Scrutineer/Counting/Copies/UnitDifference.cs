namespace Scrutineer.Counting.Copies;

/// <summary>A unit whose two copies differ.</summary>
/// <param name="Left">The one copy.</param>
/// <param name="Right">The other copy.</param>
/// <param name="Fields">The fields in which they differ, in the order of the form.</param>
public sealed record UnitDifference(Protocol Left, Protocol Right, IReadOnlyList<FieldDifference> Fields)
{
    /// <summary>The unit.</summary>
    public UnitPath Unit => Left.Unit;

    /// <summary>The sum of the amounts without their signs, over the fields that have one.</summary>
    public Int128 Gross => Fields.Aggregate(Int128.Zero, (sum, f) => sum + Int128.Abs(f.Amount ?? 0));
}
