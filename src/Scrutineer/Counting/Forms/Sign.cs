namespace Scrutineer.Counting.Forms;

/// <summary>How the left side of a relation must stand to the right.</summary>
public enum Sign
{
    /// <summary>=</summary>
    Equal,

    /// <summary>&lt;&gt;</summary>
    Different,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    AtMost,

    /// <summary>&gt;</summary>
    More,

    /// <summary>&gt;=</summary>
    AtLeast,
}
