namespace Scrutineer.Registry;

/// <summary>A fact that holds for a time.</summary>
public interface IDated
{
    /// <summary>When it began.</summary>
    PartialDate? From { get; }

    /// <summary>When it ended.</summary>
    PartialDate? To { get; }

    /// <summary>The days on which it holds.</summary>
    Interval During => new(From, To);
}
