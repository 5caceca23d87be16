namespace Scrutineer.Web.Night;

/// <summary>What an observer hands in.</summary>
public enum ReportKind
{
    /// <summary>Answers to an observation form.</summary>
    Observation,

    /// <summary>The figures of a protocol, as the observer copied or photographed them.</summary>
    Copy,

    /// <summary>Something that happened.</summary>
    Incident,
}
