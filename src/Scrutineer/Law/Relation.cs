namespace Scrutineer.Law;

/// <summary>How a value must stand to a bound.</summary>
public enum Relation
{
    /// <summary>≥</summary>
    AtLeast,

    /// <summary>&gt;</summary>
    MoreThan,

    /// <summary>≤</summary>
    AtMost,

    /// <summary>&lt;</summary>
    FewerThan,

    /// <summary>=</summary>
    Exactly,
}
