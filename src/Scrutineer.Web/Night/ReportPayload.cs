using System.Text.Json;
using Scrutineer.Counting;
using Scrutineer.Observation;

namespace Scrutineer.Web.Night;

/// <summary>What an observer's device signed. It is private until it is published, and can be purged.</summary>
/// <param name="Id">The identifier that the device gave it.</param>
/// <param name="Sequence">The device's own counter, in which a gap shows that something is missing.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Unit">The unit it is about; nothing where it names none.</param>
/// <param name="Made">When it was made, by the device's clock.</param>
/// <param name="Language">The language in which it was made.</param>
public sealed record ReportPayload(
    string Id,
    long Sequence,
    ReportKind Kind,
    UnitPath? Unit,
    DateTimeOffset Made,
    string Language
)
{
    /// <summary>The form that an observation answers.</summary>
    public FormPin? Form { get; init; }

    /// <summary>The answers of an observation by question: texts, numbers, or arrays of texts.</summary>
    public IReadOnlyDictionary<string, JsonElement> Answers { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>When answers were given, by question and the device's clock.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Times { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>The figures of a copy by the name of the column.</summary>
    public IReadOnlyDictionary<string, Count> Figures { get; init; } = new Dictionary<string, Count>();

    /// <summary>What happened, of an incident.</summary>
    public IncidentKind? Category { get; init; }

    /// <summary>How grave the observer holds it to be.</summary>
    public IncidentSeverity? Severity { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The observer's words; empty where there are none.</summary>
    public string Text { get; init; } = "";

    /// <summary>The SHA-256 of the photographs as they were sent.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
