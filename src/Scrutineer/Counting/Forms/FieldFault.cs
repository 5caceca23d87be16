namespace Scrutineer.Counting.Forms;

/// <summary>What is wrong with a field by itself.</summary>
public enum FieldFaultKind
{
    /// <summary>The paper asks for a number and none was written.</summary>
    RequiredAndBlank,

    /// <summary>The number is greater than the field can hold.</summary>
    AboveMost,
}

/// <summary>A field that is wrong by itself, before any relation is looked at.</summary>
/// <param name="Column">The column.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Value">The number, where there is one.</param>
/// <param name="Most">The greatest number allowed, where that is what is wrong.</param>
public readonly record struct FieldFault(int Column, FieldFaultKind Kind, long Value, long Most)
{
    internal static IReadOnlyList<FieldFault> In(
        FormLayout layout,
        ReadOnlySpan<long> values,
        ReadOnlySpan<CountState> states
    )
    {
        List<FieldFault>? faults = null;
        foreach (var (column, most) in layout.Limits)
        {
            if (values[column] > most && (states.IsEmpty || states[column] == CountState.Known))
            {
                (faults ??= []).Add(new FieldFault(column, FieldFaultKind.AboveMost, values[column], most));
            }
        }

        for (var i = 0; i < states.Length; i++)
        {
            if (
                states[i] == CountState.Blank
                && layout.Columns[i].Field is { Required: YesNo.Yes, Blank: BlankMeaning.Unknown }
            )
            {
                (faults ??= []).Add(new FieldFault(i, FieldFaultKind.RequiredAndBlank, 0, 0));
            }
        }

        return faults ?? (IReadOnlyList<FieldFault>)[];
    }
}
