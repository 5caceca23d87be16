namespace Scrutineer.Findings;

/// <summary>How much a finding matters. Only <see cref="Error"/> changes the exit code of a command.</summary>
public enum Severity
{
    /// <summary>Context that a reader may want.</summary>
    Info,

    /// <summary>Something to know before quoting the result.</summary>
    Notice,

    /// <summary>Something that a careful reader would ask about.</summary>
    Warning,

    /// <summary>Figures that cannot stand beside each other, or a result that disagrees with the official one.</summary>
    Error,
}
