using Scrutineer.Files;

namespace Scrutineer.Registry;

/// <summary>
/// One file of a registry: identities with their dated facts, aliases and sources. All files of a folder are one registry.
/// </summary>
public sealed record RegistryFile
{
    /// <summary>The version of the format.</summary>
    [Field("scrutineer-registry", "The version of the registry format; \"1\".", Required = true)]
    public string Format { get; init; } = "";

    /// <summary>The registry it belongs to.</summary>
    [Field("registry", "The name of the registry, equal to the folder's name.", Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The law on parties.</summary>
    [Field("party-law", "The law on the registration of parties, as country/name: the file laws/country/name.yaml.")]
    public string? PartyLaw { get; init; }

    /// <summary>The levels of places.</summary>
    [Field("levels", "The levels of places, each with the other words that sources use for it.")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Levels { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Parties.</summary>
    [Field("parties", "Parties, by id.")]
    public IReadOnlyDictionary<string, IdentityEntry> Parties { get; init; } = new Dictionary<string, IdentityEntry>();

    /// <summary>Movements.</summary>
    [Field("movements", "Political movements that are not parties, by id.")]
    public IReadOnlyDictionary<string, IdentityEntry> Movements { get; init; } =
        new Dictionary<string, IdentityEntry>();

    /// <summary>Persons.</summary>
    [Field("persons", "Persons in public life, by id; nothing about a private person belongs here.")]
    public IReadOnlyDictionary<string, IdentityEntry> Persons { get; init; } = new Dictionary<string, IdentityEntry>();

    /// <summary>Bodies.</summary>
    [Field("bodies", "Chambers, commissions, ministries, organisations, by id.")]
    public IReadOnlyDictionary<string, IdentityEntry> Bodies { get; init; } = new Dictionary<string, IdentityEntry>();

    /// <summary>Offices.</summary>
    [Field("offices", "Offices that persons hold, by id.")]
    public IReadOnlyDictionary<string, IdentityEntry> Offices { get; init; } = new Dictionary<string, IdentityEntry>();

    /// <summary>Places.</summary>
    [Field("places", "Places, by id.")]
    public IReadOnlyDictionary<string, IdentityEntry> Places { get; init; } = new Dictionary<string, IdentityEntry>();

    /// <summary>Aliases.</summary>
    [Field("aliases", "Other spellings, transliterations and translations.")]
    public IReadOnlyList<AliasEntry> Aliases { get; init; } = [];

    /// <summary>Sources.</summary>
    [Field("sources", "The sources of the facts, by key; the files of a registry share them.")]
    public IReadOnlyDictionary<string, Source> Sources { get; init; } = new Dictionary<string, Source>();

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }
}
