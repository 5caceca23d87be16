namespace Scrutineer.Files;

/// <summary>
/// Names the field of a file that fills a property and says what it means. The strict reader, the exported JSON Schema
/// and the documentation are all drawn from these.
/// </summary>
/// <param name="name">The name in the file.</param>
/// <param name="meaning">What it means, as completion and hover text of an editor.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string name, string meaning) : Attribute
{
    /// <summary>The name in the file.</summary>
    public string Name { get; } = name;

    /// <summary>What the field means.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>Whether the field must be given.</summary>
    public bool Required { get; init; }

    /// <summary>For a field kept as written (a <see cref="Node"/>): the type it is read as later.</summary>
    public Type? ReadAs { get; init; }
}
