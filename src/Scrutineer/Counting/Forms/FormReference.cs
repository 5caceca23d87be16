namespace Scrutineer.Counting.Forms;

/// <summary>How a person names a form: a name or path, and where it has several variants <c>@</c> and one of them.</summary>
/// <param name="Form">The name or path.</param>
/// <param name="Variant">The variant; empty where none is named.</param>
public readonly record struct FormReference(string Form, string Variant)
{
    /// <summary>Takes <c>nl/record@csb</c> apart.</summary>
    public static FormReference Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.LastIndexOf('@');
        return at < 0 || text.AsSpan(at).ContainsAny('/', '\\', '.')
            ? new FormReference(text, "")
            : new FormReference(text[..at], text[(at + 1)..]);
    }
}
