namespace Scrutineer.Dossier;

/// <summary>Which figure of one and the same quantity is meant.</summary>
public enum Stage
{
    /// <summary>Asked of voters who left the polling station.</summary>
    ExitPoll,

    /// <summary>Announced before the result was fixed.</summary>
    Preliminary,

    /// <summary>Fixed by the commission.</summary>
    Final,

    /// <summary>Final, after a correction.</summary>
    Corrected,

    /// <summary>Annulled.</summary>
    Annulled,

    /// <summary>Of a repeat vote.</summary>
    Repeat,
}
