namespace Scrutineer.Storage;

/// <summary>Why nothing is purged.</summary>
public enum PurgeRefusal
{
    /// <summary>There is nothing private of what is named: it is not there, or was purged before.</summary>
    Nothing,

    /// <summary>It is a record of a protocol or of a setting: what counts is replayed from it.</summary>
    Counts,
}
