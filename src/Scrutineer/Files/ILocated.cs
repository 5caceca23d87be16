using Scrutineer.Findings;

namespace Scrutineer.Files;

/// <summary>A value that remembers where it was read, so that later checks can point at it.</summary>
public interface ILocated
{
    /// <summary>Where the value begins.</summary>
    Location At { get; set; }
}
