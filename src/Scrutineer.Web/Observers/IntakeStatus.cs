namespace Scrutineer.Web.Observers;

/// <summary>What became of a report that was handed in.</summary>
public enum IntakeStatus
{
    /// <summary>It is on the disk.</summary>
    Accepted,

    /// <summary>The same was accepted before.</summary>
    Before,

    /// <summary>Another thing has its identifier.</summary>
    Differs,

    /// <summary>It is none that this election takes.</summary>
    Refused,

    /// <summary>Nobody known signed it.</summary>
    Unknown,

    /// <summary>The device hands in more than it may in a minute.</summary>
    Slow,

    /// <summary>The device has handed in as much as one device may.</summary>
    Full,
}
