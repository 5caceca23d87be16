namespace Scrutineer.Storage;

/// <summary>The database cannot be used as it is; the message says why, in words for whoever runs the server.</summary>
public sealed class StorageException : Exception
{
    /// <summary>With a message.</summary>
    public StorageException(string message)
        : base(message) { }

    /// <summary>With a message and what it came from.</summary>
    public StorageException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>Without words.</summary>
    public StorageException() { }
}
