namespace Scrutineer.Registry;

/// <summary>What an identity of the registry is.</summary>
public enum IdentityKind
{
    /// <summary>A political party, registered or not.</summary>
    Party,

    /// <summary>A political movement that is not a party.</summary>
    Movement,

    /// <summary>A person in public life.</summary>
    Person,

    /// <summary>A body: a chamber, a commission, a ministry, an organisation.</summary>
    Body,

    /// <summary>An office that a person holds.</summary>
    Office,

    /// <summary>A place.</summary>
    Place,
}
