using Scrutineer.Files;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Counting.Corrections;

/// <summary>
/// When something happened, as exactly as its source gives it, in the election's own time. A day stands for all its
/// minutes: an event of a day is known from its first minute, and "as of" a day means its last.
/// </summary>
/// <param name="From">The first minute.</param>
/// <param name="To">The last minute.</param>
public sealed record Moment(DateTime From, DateTime To)
{
    /// <summary>How a moment is read from a file.</summary>
    public static ScalarType TextForm { get; } = RegisteredAt.TextForm with { Parse = Parse };

    /// <summary>Reads a day or a minute; nothing where the text is neither.</summary>
    public static Moment? Parse(string text) =>
        RegisteredAt.TextForm.Parse(text) is RegisteredAt at ? new Moment(at.From, at.To) : null;

    /// <summary>Whether something of this moment is known at another.</summary>
    public bool IsKnownAt(Moment other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return From <= other.To;
    }

    /// <summary>The moment as it is written in files.</summary>
    public override string ToString() => From == To ? From.ToString("yyyy-MM-ddTHH:mm") : From.ToString("yyyy-MM-dd");
}
