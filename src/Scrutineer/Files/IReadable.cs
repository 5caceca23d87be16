using System.Text.Json.Nodes;

namespace Scrutineer.Files;

/// <summary>A type whose form in a file is not a plain mapping of fields and that therefore reads itself.</summary>
/// <typeparam name="TSelf">The type.</typeparam>
public interface IReadable<TSelf>
    where TSelf : class, IReadable<TSelf>
{
    /// <summary>Reads the value, or records problems and returns nothing.</summary>
    static abstract TSelf? Read(Node node, FieldReader reader);

    /// <summary>The JSON Schema of its form.</summary>
    static abstract JsonObject Schema(SchemaWriter schema);
}
