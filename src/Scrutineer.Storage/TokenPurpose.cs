namespace Scrutineer.Storage;

/// <summary>What a token is for.</summary>
public enum TokenPurpose
{
    /// <summary>A person's session in a browser.</summary>
    Session,

    /// <summary>A program that enters or reads in an account's name.</summary>
    Program,
}
