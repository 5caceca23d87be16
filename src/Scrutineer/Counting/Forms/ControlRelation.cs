using System.Text.Json;
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

    /// <summary>The relation as data, in the columns of its layout.</summary>
    internal void Write(Utf8JsonWriter json, ProtocolForm form)
    {
        json.WriteStartObject();
        json.WriteString("code", Code);
        json.WriteString("severity", Files.ScalarType.Word(Severity));
        json.WriteString("sentence", FormWords.Sentence(form, Entry));
        json.WriteStartObject("text");
        foreach (var (role, words) in Entry.Text)
        {
            json.WriteString(role, words);
        }

        json.WriteEndObject();
        if (List is { } list)
        {
            json.WriteNumber("list", list);
        }

        Statements(json, "when", when);
        Statements(json, "says", says);
        json.WriteStartArray("unless");
        foreach (var earlier in Suppressors)
        {
            json.WriteNumberValue(earlier);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Statements(Utf8JsonWriter json, string name, CompiledComparison[] statements)
    {
        json.WriteStartArray(name);
        foreach (var statement in statements)
        {
            statement.Write(json);
        }

        json.WriteEndArray();
    }
}
