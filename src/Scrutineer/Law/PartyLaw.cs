using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Registry;

namespace Scrutineer.Law;

/// <summary>What a party must have or do to be registered.</summary>
public enum PartyRequirementKind
{
    /// <summary>The initiative group that gives notice, in persons.</summary>
    InitiativeGroup,

    /// <summary>The founding congress after the notice, in months.</summary>
    CongressWithin,

    /// <summary>The members, in persons.</summary>
    Members,

    /// <summary>The members in each region, in persons.</summary>
    MembersInEachRegion,

    /// <summary>The registration of the branches, in months.</summary>
    BranchesWithin,
}

/// <summary>One requirement.</summary>
public sealed record PartyRequirement : ILocated
{
    /// <summary>Which.</summary>
    [Field("what", "What is required.", Required = true)]
    public PartyRequirementKind What { get; init; }

    /// <summary>How much.</summary>
    [Field("is", "How much: persons, or months.", Required = true)]
    public Bound Is { get; init; } = null!;

    /// <summary>How it was checked.</summary>
    [Field("checked", "How the requirement was checked.", Required = true)]
    public Checked Checked { get; init; }

    /// <summary>The article.</summary>
    [Field("cite", "The article, where it is known.")]
    public string? Cite { get; init; }

    /// <inheritdoc/>
    public Location At { get; set; }

    /// <summary>The requirement in words.</summary>
    public string InWords() =>
        What switch
        {
            PartyRequirementKind.InitiativeGroup => $"an initiative group of {Is} persons",
            PartyRequirementKind.CongressWithin => $"a founding congress within {Is} months of the notice",
            PartyRequirementKind.Members => $"{Is} members",
            PartyRequirementKind.MembersInEachRegion => $"{Is} members in each region",
            _ => $"branches registered within {Is} months",
        };
}

/// <summary>An edition of the law on parties: the requirements that it sets; those it does not name stand on.</summary>
public sealed record PartyLawEdition : ILocated, IDated
{
    /// <summary>Its name.</summary>
    [Field("edition", "The name of the edition, by custom the year of its act.", Required = true)]
    public string Name { get; init; } = "";

    /// <inheritdoc/>
    [Field("from", "Since when it is in force; open where the beginning is not recorded.")]
    public PartialDate? From { get; init; }

    /// <inheritdoc/>
    [Field("to", "Until when it is in force.")]
    public PartialDate? To { get; init; }

    /// <summary>The act.</summary>
    [Field("by", "The act that made it.", Required = true)]
    public string By { get; init; } = "";

    /// <summary>How its dates were checked.</summary>
    [Field("checked", "How the dates of the edition were checked.", Required = true)]
    public Checked Checked { get; init; }

    /// <summary>The requirements.</summary>
    [Field("requires", "The requirements that it sets or changes; the others stand on.", Required = true)]
    public IReadOnlyList<PartyRequirement> Requires { get; init; } = [];

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Location At { get; set; }
}

/// <summary>A law on the registration of parties, as written.</summary>
public sealed record PartyLawFile
{
    /// <summary>The version of the format.</summary>
    [Field("scrutineer-party-law", "The version of the format; \"1\".", Required = true)]
    public string Format { get; init; } = "";

    /// <summary>The id.</summary>
    [Field("law", "The id of the law, such as kz-parties.", Required = true)]
    public string Id { get; init; } = "";

    /// <summary>The title.</summary>
    [Field("title", "The title, in words.", Required = true)]
    public string Title { get; init; } = "";

    /// <summary>Where it was read.</summary>
    [Field("read-at", "Where texts of it, or texts about it, were read, as addresses.")]
    public IReadOnlyList<string> ReadAt { get; init; } = [];

    /// <summary>The editions.</summary>
    [Field("editions", "The editions in order of time.", Required = true)]
    public IReadOnlyList<PartyLawEdition> Editions { get; init; } = [];

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }
}

/// <summary>A law on the registration of parties with its editions consolidated.</summary>
/// <param name="File">The file as written.</param>
/// <param name="Editions">The editions, each with every requirement that stands in it.</param>
/// <param name="Sha256">The SHA-256 of the file, in lower-case hexadecimal.</param>
public sealed record PartyLaw(PartyLawFile File, IReadOnlyList<PartyLawEdition> Editions, string Sha256)
{
    /// <summary>The editions that were in force on a day, or may have been.</summary>
    public IReadOnlyList<PartyLawEdition> On(DateOnly day) => [.. Editions.Where(e => e.Held(day) != Answer.No)];

    /// <summary>Reads a law on parties. All problems are recorded; nothing is returned while one stands.</summary>
    public static PartyLaw? Read(string path, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var law = ReadInto(path, own);
        problems.AddAll(own);
        return own.Any ? null : law;
    }

    private static PartyLaw? ReadInto(string path, Problems problems)
    {
        if (
            SourceText.Read(path, problems) is not { } source
            || YamlReader.Read(source, problems) is not { } top
            || new FieldReader(problems).Read<PartyLawFile>(top) is not { } file
        )
        {
            return null;
        }

        if (file.Format is not ("1" or ""))
        {
            problems.Add(
                top["scrutineer-party-law"]!.At,
                $"The file is of version '{file.Format}' of the format of laws on parties.",
                "version 1",
                "Use a newer Scrutineer for a newer file."
            );
        }

        var editions = new List<PartyLawEdition>();
        foreach (var edition in file.Editions)
        {
            foreach (var twice in edition.Requires.GroupBy(r => r.What).Where(g => g.Count() > 1))
            {
                problems.Add(
                    twice.Last().At,
                    $"Edition {edition.Name} sets '{ScalarType.Word(twice.Key)}' twice.",
                    "each requirement once",
                    "Remove one of the two."
                );
            }

            foreach (
                var earlier in file
                    .Editions.TakeWhile(e => e != edition)
                    .Where(e => ((IDated)e).During.Overlaps(((IDated)edition).During))
            )
            {
                problems.Add(
                    edition.At,
                    $"Edition {edition.Name} is in force {((IDated)edition).During.InWords()}, together with edition {earlier.Name}.",
                    "editions that follow each other",
                    "Correct 'from' or 'to'."
                );
            }

            var before = editions.Count > 0 ? editions[^1].Requires : [];
            editions.Add(
                edition with
                {
                    Requires =
                    [
                        .. before
                            .Where(b => !edition.Requires.Any(r => r.What == b.What))
                            .Concat(edition.Requires)
                            .OrderBy(r => r.What),
                    ],
                }
            );
        }

        return new PartyLaw(file, editions, source.Sha256);
    }
}
