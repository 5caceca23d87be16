namespace Scrutineer.Counting.Copies;

/// <summary>A field in which two copies of one protocol differ.</summary>
/// <param name="Column">The column.</param>
/// <param name="Left">What the one copy says.</param>
/// <param name="Right">What the other says.</param>
public readonly record struct FieldDifference(int Column, Count Left, Count Right)
{
    /// <summary>By how much the right copy is above the left one; nothing where one of them has no number.</summary>
    public long? Amount => Right.Value - Left.Value;
}
