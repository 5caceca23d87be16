using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Registry;

namespace Scrutineer.Dossier;

/// <summary>A list or candidate as the dossier names it.</summary>
public sealed record ContenderEntry
{
    /// <summary>The name.</summary>
    [Field("name", "The name at the time of this election, in English.", Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The name in other languages.</summary>
    [Field("names", "The name in other languages, by language code.")]
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>A colour.</summary>
    [Field("colour", "The list's own colour, as #rrggbb.")]
    public string? Colour { get; init; }

    /// <summary>When it was registered.</summary>
    [Field("registered", "When the list was registered: a day or a minute.")]
    public RegisteredAt? Registered { get; init; }

    /// <summary>What kind of list it is.</summary>
    [Field("kind", "What kind of list it is, where the law treats kinds differently; a party where nothing is said.")]
    public ListKind Kind { get; init; }

    /// <summary>How many parties it joins.</summary>
    [Field("members", "How many parties a coalition joins; 1 where nothing is said.")]
    public int Members { get; init; } = 1;

    /// <summary>With whom it is joined.</summary>
    [Field("alliance", "The name of the alliance in which it is joined with other lists of the contest.")]
    public string? Alliance { get; init; }

    /// <summary>The alliance within the alliance.</summary>
    [Field("sub-alliance", "The name of the closer alliance within that alliance.")]
    public string? SubAlliance { get; init; }

    /// <summary>How many persons it names.</summary>
    [Field("persons", "How many persons the list names.")]
    public int? Persons { get; init; }

    /// <summary>Its id in the election before.</summary>
    [Field("before", "The id of the same party in the previous dossier, where it differs.")]
    public string? Before { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }
}

/// <summary>A recorded lot.</summary>
public sealed record LotEntry : ILocated
{
    /// <summary>The rule.</summary>
    [Field("rule", "The rule that left the tie.", Required = true)]
    public string Rule { get; init; } = "";

    /// <summary>Among whom.</summary>
    [Field("among", "Who took part in the draw.", Required = true)]
    public IReadOnlyList<string> Among { get; init; } = [];

    /// <summary>Who won.</summary>
    [Field("drawn", "Who won it.", Required = true)]
    public IReadOnlyList<string> Drawn { get; init; } = [];

    /// <summary>Where.</summary>
    [Field("place", "The constituency in which it was drawn; left out where the contest has one.")]
    public string? Place { get; init; }

    /// <summary>Its source.</summary>
    [Field("source", "Where the draw is recorded.", Required = true)]
    public string Source { get; init; } = "";

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>Whether the order in which the contenders are written is that of the ballot.</summary>
public enum BallotOrder
{
    /// <summary>It is.</summary>
    AsWritten,

    /// <summary>It was not found.</summary>
    Unknown,
}

/// <summary>A unit below the nation for which the dossier has figures, or ought to have.</summary>
public sealed record UnitEntry : ILocated
{
    /// <summary>The unit above it.</summary>
    [Field("within", "The unit of the next higher level in which it lies, itself under 'units'; the nation if absent.")]
    public string Within { get; init; } = Tally.Nation;

    /// <summary>The contests held there.</summary>
    [Field("contests", "The contests that are held there; all that are counted by unit if absent.")]
    public IReadOnlyList<string> Contests { get; init; } = [];

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>What one contest of the law was in this election.</summary>
public sealed record ContestEntry : ILocated
{
    /// <summary>Its own polling day, where it differs.</summary>
    [Field("polling-day", "Its own polling day, where it differs from the election's.")]
    public DateOnly? PollingDay { get; init; }

    /// <summary>When the result was declared.</summary>
    [Field("declared", "The day on which the result was declared.")]
    public DateOnly? Declared { get; init; }

    /// <summary>Whether the ballot order is known.</summary>
    [Field("ballot-order", "Whether the contenders are written in the order of the ballot.")]
    public BallotOrder BallotOrder { get; init; }

    /// <summary>One bloc for all who are elected here.</summary>
    [Field("bloc", "The name under which all elected in this contest sit as one bloc.")]
    public string? Bloc { get; init; }

    /// <summary>The colour of the bloc.</summary>
    [Field("bloc-colour", "The colour of that bloc, as #rrggbb.")]
    public string? BlocColour { get; init; }

    /// <summary>The lists or candidates.</summary>
    [Field("contenders", "The lists or candidates, by id, in ballot order.")]
    public IReadOnlyDictionary<string, ContenderEntry> Contenders { get; init; } =
        new Dictionary<string, ContenderEntry>();

    /// <summary>Lots that were drawn.</summary>
    [Field("lots", "Lots that were drawn.")]
    public IReadOnlyList<LotEntry> Lots { get; init; } = [];

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>Another copy of the protocols that a dossier names.</summary>
public sealed record CopyEntry : ILocated
{
    /// <summary>Whose copy it is.</summary>
    [Field(
        "kind",
        "Whose copy it is; a territorial-table holds one row for each unit above the stations, all others one for each station.",
        Required = true
    )]
    public Counting.CopyKind Kind { get; init; }

    /// <summary>The table.</summary>
    [Field("file", "The table, relative to the dossier; it is read where it lies.", Required = true)]
    public string File { get; init; } = "";

    /// <summary>Its mapping.</summary>
    [Field("map", "The mapping of the table, as country/name.", Required = true)]
    public string Map { get; init; } = "";

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>The list of another election that this one chooses.</summary>
public sealed record ProducedList : ILocated
{
    /// <summary>The election.</summary>
    [Field("election", "The id of the other election, a folder beside this one.", Required = true)]
    public string Election { get; init; } = "";

    /// <summary>The contest.</summary>
    [Field("contest", "The contest of the other election.", Required = true)]
    public string Contest { get; init; } = "";

    /// <summary>The list.</summary>
    [Field("list", "The list, by its id there.", Required = true)]
    public string List { get; init; } = "";

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>Where the protocols of an election lie, and how they are read.</summary>
public sealed record ProtocolsEntry : ILocated
{
    /// <summary>The contest.</summary>
    [Field("contest", "The contest of the law that the protocols count.", Required = true)]
    public string Contest { get; init; } = "";

    /// <summary>The table.</summary>
    [Field("file", "The table of protocols, relative to the dossier; it is read where it lies.", Required = true)]
    public string File { get; init; } = "";

    /// <summary>Its mapping.</summary>
    [Field("map", "The mapping of the table, as country/name.", Required = true)]
    public string Map { get; init; } = "";

    /// <summary>The form.</summary>
    [Field("form", "The form, as country/name; that of the mapping if absent.")]
    public string? Form { get; init; }

    /// <summary>What the file must be.</summary>
    [Field("sha256", "The SHA-256 of the file, where a certain one is meant.")]
    public string? Sha256 { get; init; }

    /// <summary>Other copies of the same protocols.</summary>
    [Field("copies", "Other copies of the same protocols, and tables of commissions above the stations.")]
    public IReadOnlyList<CopyEntry> Copies { get; init; } = [];

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>The head of a dossier, <c>election.yaml</c>.</summary>
public sealed record DossierFile
{
    /// <summary>The version of the format.</summary>
    [Field("scrutineer-dossier", "The version of the dossier format; \"1\".", Required = true)]
    public string Format { get; init; } = "";

    /// <summary>The id, equal to the folder's name.</summary>
    [Field("election", "The id of the election, equal to the folder's name.", Required = true)]
    public string Id { get; init; } = "";

    /// <summary>The title.</summary>
    [Field("title", "The title, in words.", Required = true)]
    public string Title { get; init; } = "";

    /// <summary>The law.</summary>
    [Field("law", "The law, as country/name: the file laws/country/name.yaml.", Required = true)]
    public string Law { get; init; } = "";

    /// <summary>Polling day.</summary>
    [Field("polling-day", "The day of voting.", Required = true)]
    public DateOnly PollingDay { get; init; }

    /// <summary>The day on which the election was called.</summary>
    [Field("called", "The day on which the election was called.")]
    public DateOnly? Called { get; init; }

    /// <summary>An edition to use whatever the dates say.</summary>
    [Field("edition", "An edition to use whatever the dates say; the report then says so.")]
    public string? Edition { get; init; }

    /// <summary>The election before.</summary>
    [Field("previous", "The id of the previous election, a folder beside this one.")]
    public string? Previous { get; init; }

    /// <summary>The registry.</summary>
    [Field("registry", "The registry of parties, persons, bodies and places: the folder registry/NAME.")]
    public string? Registry { get; init; }

    /// <summary>Where it is held.</summary>
    [Field("place", "The place in which the election is held, by its id in the registry.")]
    public string? Place { get; init; }

    /// <summary>What it decides elsewhere.</summary>
    [Field("produces", "The list of another election that this one chooses, such as that of primaries.")]
    public ProducedList? Produces { get; init; }

    /// <summary>The contests.</summary>
    [Field("contests", "What each contest of the law was in this election, by its name in the law.", Required = true)]
    public IReadOnlyDictionary<string, ContestEntry> Contests { get; init; } = new Dictionary<string, ContestEntry>();

    /// <summary>The units below the nation.</summary>
    [Field("units", "The units below the nation that the results name, by name.")]
    public IReadOnlyDictionary<string, UnitEntry> Units { get; init; } = new Dictionary<string, UnitEntry>();

    /// <summary>The protocols.</summary>
    [Field("protocols", "Where the protocols of the stations lie, and how they are read.")]
    public ProtocolsEntry? Protocols { get; init; }

    /// <summary>A sample of stations.</summary>
    [Field("sample", "A sample of stations that was reported apart from the official count, such as a quick count.")]
    public SampleEntry? Sample { get; init; }

    /// <summary>The observation forms.</summary>
    [Field(
        "observation-forms",
        "The forms that observers answer, by their paths below forms/; the four of forms/observation if absent."
    )]
    public IReadOnlyList<string> ObservationForms { get; init; } = [];

    /// <summary>The sources.</summary>
    [Field("sources", "The sources of facts and figures, by key.", Required = true)]
    public IReadOnlyDictionary<string, Source> Sources { get; init; } = new Dictionary<string, Source>();

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }
}
