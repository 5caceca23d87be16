using System.Text.Json.Nodes;
using Scrutineer.Counting;

namespace Scrutineer.Web.Night;

/// <summary>What an observer handed in, and what became of it.</summary>
/// <param name="ClientId">The identifier that the device gave it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Unit">The unit it is about; nothing where it names none.</param>
/// <param name="Observer">The observer's pseudonym.</param>
/// <param name="At">When the server accepted it.</param>
public sealed record Report(string ClientId, ReportKind Kind, UnitPath? Unit, string Observer, DateTimeOffset At)
{
    /// <summary>What the device signed; nothing where it was purged.</summary>
    public ReportPayload? Payload { get; init; }

    /// <summary>The form that an observation answers.</summary>
    public FormPin? Form { get; init; }

    /// <summary>The device's own counter.</summary>
    public long Sequence { get; init; }

    /// <summary>The SHA-256 of the stored photographs.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>How many records its stream has: the version that the next one must follow.</summary>
    public long Version { get; init; }

    /// <summary>Where it stands in the work of coordinators: <c>new</c> until one of them says otherwise.</summary>
    public string Status { get; init; } = "new";

    /// <summary>How grave a coordinator holds it to be; nothing before one has said.</summary>
    public string? Severity { get; init; }

    /// <summary>What a coordinator holds it to be about; nothing before one has said.</summary>
    public string? Category { get; init; }

    /// <summary>Who is to see to it.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>The complaint that was made of it, in words.</summary>
    public string? Complaint { get; init; }

    /// <summary>The ruling on it, in words.</summary>
    public string? Ruling { get; init; }

    /// <summary>The report of which it is a duplicate.</summary>
    public string? MergedInto { get; init; }

    /// <summary>What of it is public; nothing while it is not.</summary>
    public JsonObject? Published { get; init; }

    /// <summary>The territory of its stream.</summary>
    public string Territory => ReportRecord.Territory(Unit);

    /// <summary>
    /// What makes its times doubtful, as words of <see cref="ClockDoubt"/>. They are noted and never a reason to refuse: a wrong
    /// clock is no fault of what was seen.
    /// </summary>
    public IReadOnlyList<ClockDoubt> Doubts => Payload is { } signed ? ClockDoubts.Of(signed, At) : [];
}
