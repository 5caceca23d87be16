using Scrutineer.Findings;

namespace Scrutineer.Counting.Forms;

/// <summary>A control relation of a form, made ready for one ballot: for one list, where it holds for each list.</summary>
public sealed class ControlRelation
{
    private readonly CompiledComparison[] says;
    private readonly CompiledComparison[] when;

    internal ControlRelation(
        RelationEntry entry,
        int? list,
        CompiledComparison[] says,
        CompiledComparison[] when,
        int[] unless
    )
    {
        Entry = entry;
        List = list;
        this.says = says;
        this.when = when;
        Suppressors = unless;
    }

    /// <summary>The relation as written.</summary>
    public RelationEntry Entry { get; }

    /// <summary>Its code.</summary>
    public string Code => Entry.Code;

    /// <summary>How much it matters that it is broken.</summary>
    public Severity Severity => Entry.Severity;

    /// <summary>The list that it is about, from 0; nothing where it is about the whole protocol.</summary>
    public int? List { get; }

    /// <summary>The relations of the layout, by index, that say the same already where they are broken.</summary>
    internal int[] Suppressors { get; }

    /// <summary>The columns that it needs, without those of its condition, each once.</summary>
    public IReadOnlyList<int> Columns => [.. says.SelectMany(s => s.Columns).Distinct()];

    /// <summary>Checks the relation on the figures of one protocol. Nothing is allocated.</summary>
    /// <param name="values">The numbers by column; nought wherever the state is not known.</param>
    /// <param name="states">The states by column; an empty span says that every figure is known.</param>
    public RelationOutcome Check(ReadOnlySpan<long> values, ReadOnlySpan<CountState> states)
    {
        foreach (var condition in when)
        {
            switch (condition.Check(values, states, out _, out _))
            {
                case RelationResult.Broken:
                    return default;
                case RelationResult.CannotBeTold:
                    return new RelationOutcome(RelationResult.CannotBeTold, 0, 0, 0, 0);
                default:
                    break;
            }
        }

        var untold = false;
        for (var i = 0; i < says.Length; i++)
        {
            switch (says[i].Check(values, states, out var left, out var right))
            {
                case RelationResult.Broken:
                    return new RelationOutcome(RelationResult.Broken, i, left, right, says[i].Scale);
                case RelationResult.CannotBeTold:
                    untold = true;
                    break;
                default:
                    break;
            }
        }

        return untold ? new RelationOutcome(RelationResult.CannotBeTold, 0, 0, 0, 0) : default;
    }
}
