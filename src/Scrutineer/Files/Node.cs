using System.Text;
using Scrutineer.Findings;

namespace Scrutineer.Files;

/// <summary>A value of a structured file with the place where it stands. Every scalar is text until a field types it.</summary>
public abstract class Node(Location at)
{
    /// <summary>Where the value begins.</summary>
    public Location At { get; } = at;

    /// <summary>What kind of value it is, for messages: "a text", "a list", "a mapping".</summary>
    public abstract string Kind { get; }

    /// <summary>A copy whose parts can be changed without touching this one. Places are kept.</summary>
    public abstract Node Clone();

    /// <summary>The value in one canonical line: keys in order of writing, no comments. Equal lines mean equal values.</summary>
    public string ToCanonical()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    /// <summary>Appends the canonical form.</summary>
    protected internal abstract void Write(StringBuilder text);
}

/// <summary>A text.</summary>
public sealed class ScalarNode(Location at, string text, bool quoted = false) : Node(at)
{
    /// <summary>The text without quotation marks.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it stood in quotation marks.</summary>
    public bool Quoted { get; } = quoted;

    /// <inheritdoc/>
    public override string Kind => "a text";

    /// <inheritdoc/>
    public override Node Clone() => this;

    /// <inheritdoc/>
    protected internal override void Write(StringBuilder text) =>
        text.Append('"').Append(Text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")).Append('"');
}

/// <summary>A list of values.</summary>
public sealed class SequenceNode(Location at) : Node(at)
{
    /// <summary>The values in order.</summary>
    public List<Node> Items { get; } = [];

    /// <inheritdoc/>
    public override string Kind => "a list";

    /// <inheritdoc/>
    public override Node Clone()
    {
        var copy = new SequenceNode(At);
        copy.Items.AddRange(Items.Select(i => i.Clone()));
        return copy;
    }

    /// <inheritdoc/>
    protected internal override void Write(StringBuilder text)
    {
        text.Append('[');
        for (var i = 0; i < Items.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Items[i].Write(text);
        }

        text.Append(']');
    }
}

/// <summary>A mapping from names to values, in order of writing, each name once.</summary>
public sealed class MappingNode(Location at) : Node(at)
{
    /// <summary>The entries in order of writing; the key keeps its own place.</summary>
    public List<(ScalarNode Key, Node Value)> Entries { get; } = [];

    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <summary>The value under a name, or nothing.</summary>
    public Node? this[string key] => Entries.Find(e => string.Equals(e.Key.Text, key, StringComparison.Ordinal)).Value;

    /// <summary>Puts a value under a name: in the place of the old one, or last.</summary>
    public void Set(string key, Node value)
    {
        var index = Entries.FindIndex(e => string.Equals(e.Key.Text, key, StringComparison.Ordinal));
        if (index >= 0)
        {
            Entries[index] = (Entries[index].Key, value);
        }
        else
        {
            Entries.Add((new ScalarNode(value.At, key), value));
        }
    }

    /// <summary>Takes a name away; false where it was not there.</summary>
    public bool Remove(string key) =>
        Entries.RemoveAll(e => string.Equals(e.Key.Text, key, StringComparison.Ordinal)) > 0;

    /// <inheritdoc/>
    public override Node Clone()
    {
        var copy = new MappingNode(At);
        copy.Entries.AddRange(Entries.Select(e => (e.Key, e.Value.Clone())));
        return copy;
    }

    /// <inheritdoc/>
    protected internal override void Write(StringBuilder text)
    {
        text.Append('{');
        for (var i = 0; i < Entries.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Entries[i].Key.Write(text);
            text.Append(": ");
            Entries[i].Value.Write(text);
        }

        text.Append('}');
    }
}
