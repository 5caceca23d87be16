namespace Scrutineer.Law;

/// <summary>How a provision was checked. Everything but <see cref="Text"/> is a debt, and is printed with the result.</summary>
public enum Checked
{
    /// <summary>Read in a cited text of the act or an official notice.</summary>
    Text,

    /// <summary>Read in a secondary source.</summary>
    Secondary,

    /// <summary>Concluded or computed, not read.</summary>
    Inferred,

    /// <summary>General knowledge; nobody has read it in a source yet.</summary>
    Unread,
}
