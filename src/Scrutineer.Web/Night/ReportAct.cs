using System.Text.Json.Nodes;
using Scrutineer.Files;

namespace Scrutineer.Web.Night;

/// <summary>What a coordinator does with a report; each becomes a record of the report's stream.</summary>
internal enum ReportAct
{
    /// <summary>Says how grave it is, what it is about, and where the work on it stands.</summary>
    Triage,

    /// <summary>Says who is to see to it.</summary>
    Assign,

    /// <summary>Names the complaint that was made of it, and the ruling on that.</summary>
    Link,

    /// <summary>Says of which report it is a duplicate; both are kept.</summary>
    Merge,

    /// <summary>Makes it public.</summary>
    Publish,

    /// <summary>Takes it back from the public; what was read stays read.</summary>
    Withhold,
}

/// <summary>An act of a coordinator on a report as it was seen.</summary>
/// <param name="Id">The identifier that the page gave it; sent again, it is accepted once.</param>
/// <param name="Report">The report.</param>
/// <param name="Version">The version of the report that the coordinator saw.</param>
/// <param name="By">Who.</param>
/// <param name="Act">What.</param>
/// <param name="Body">What the record says; public, as all lines of the log.</param>
internal sealed record ReportDecision(string Id, Report Report, long Version, string By, ReportAct Act, JsonObject Body)
{
    /// <summary>The kind of the record.</summary>
    public string Kind => ScalarType.Word(Act);
}
