using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Registry;

namespace Scrutineer.Dossier;

/// <summary>The sex of a person, as a quota counts it.</summary>
public enum Sex
{
    /// <summary>A woman.</summary>
    Female,

    /// <summary>A man.</summary>
    Male,
}

/// <summary>A person on a list, with what the law asks about. What is left out is not known, and not "no".</summary>
public sealed record ListedPerson : ILocated
{
    /// <summary>The name.</summary>
    [Field("name", "The name, as the list prints it.", Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The sex.</summary>
    [Field("sex", "The sex, as a quota counts it.")]
    public Sex? Sex { get; init; }

    /// <summary>The birth.</summary>
    [Field("born", "The day, month or year of birth.")]
    public PartialDate? Born { get; init; }

    /// <summary>Citizenship.</summary>
    [Field("citizen", "Whether the person is a citizen.")]
    public Answer? Citizen { get; init; }

    /// <summary>Residence.</summary>
    [Field("resident-since", "Since when the person has lived in the country without a break.")]
    public PartialDate? ResidentSince { get; init; }

    /// <summary>The party.</summary>
    [Field("party", "The party of which the person is a member, by its id.")]
    public string? Party { get; init; }

    /// <summary>A conviction.</summary>
    [Field("unspent-conviction", "Whether a conviction is not spent.")]
    public Answer? UnspentConviction { get; init; }

    /// <summary>A corruption crime.</summary>
    [Field("corruption-crime", "Whether a court has established a corruption crime.")]
    public Answer? CorruptionCrime { get; init; }

    /// <summary>Higher education.</summary>
    [Field("higher-education", "Whether the person has a higher education.")]
    public Answer? HigherEducation { get; init; }

    /// <summary>Service.</summary>
    [Field("service", "Years of public service.")]
    public int? Service { get; init; }

    /// <summary>A disability.</summary>
    [Field("disabled", "Whether a quota counts the person as having a disability.")]
    public Answer? Disabled { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>Numbers of a list that a source gives without the persons.</summary>
public sealed record ListNumbers : ILocated
{
    /// <summary>The persons.</summary>
    [Field("persons", "How many persons the list names.", Required = true)]
    public int Persons { get; init; }

    /// <summary>Those whom the quota counts.</summary>
    [Field("quota", "How many of them the quota counts.")]
    public int? Quota { get; init; }

    /// <summary>The source.</summary>
    [Field("source", "Where it was read, in words or as a key of the dossier's sources.", Required = true)]
    public string Source { get; init; } = "";

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>A list of candidates, as a party submits it.</summary>
public sealed record ListFile : ILocated
{
    /// <summary>The version of the format.</summary>
    [Field("scrutineer-list", "The version of the format; \"1\".", Required = true)]
    public string Format { get; init; } = "";

    /// <summary>The list.</summary>
    [Field("list", "The id of the list, as the dossier has it.", Required = true)]
    public string List { get; init; } = "";

    /// <summary>The contest.</summary>
    [Field("contest", "The contest of the law in which it stands.", Required = true)]
    public string Contest { get; init; } = "";

    /// <summary>The day of submission.</summary>
    [Field("submitted", "The day on which it was submitted.")]
    public DateOnly? Submitted { get; init; }

    /// <summary>Polling day.</summary>
    [Field("polling-day", "Polling day, where no dossier says it.")]
    public DateOnly? PollingDay { get; init; }

    /// <summary>The approval.</summary>
    [Field("approved", "The vote of the party's highest body: how many for it, of how many members in all.")]
    public ListApproval? Approved { get; init; }

    /// <summary>The share last time.</summary>
    [Field("last-share", "The list's share of the votes in the previous election, which can free it from the fee.")]
    public Rational? LastShare { get; init; }

    /// <summary>The fee paid.</summary>
    [Field("fee-paid", "The fee that was paid for the whole list, in the country's money.")]
    public int? FeePaid { get; init; }

    /// <summary>The number on the ballot.</summary>
    [Field("ballot-number", "The number on the ballot, as it was drawn.")]
    public int? BallotNumber { get; init; }

    /// <summary>Numbers without persons.</summary>
    [Field("numbers", "What a source says of the list without naming its persons.")]
    public ListNumbers? Numbers { get; init; }

    /// <summary>The persons.</summary>
    [Field("persons", "The persons in the order of the list.")]
    public IReadOnlyList<ListedPerson> Persons { get; init; } = [];

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }

    /// <summary>Reads a list; nothing where a problem stands.</summary>
    public static ListFile? Read(string path, Findings.Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Findings.Problems();
        var file =
            SourceText.Read(path, own) is { } source && YamlReader.Read(source, own) is { } top
                ? new FieldReader(own).Read<ListFile>(top)
                : null;
        if (file is { Format: not ("1" or "") })
        {
            own.Add(
                file.At,
                $"The file is of version '{file.Format}' of the format of lists.",
                "version 1",
                "Use a newer Scrutineer for a newer file."
            );
        }

        if (file is { Persons.Count: 0, Numbers: null })
        {
            own.Add(
                file.At,
                "The list names nobody.",
                "'persons', or 'numbers' where only those are known",
                "Add one of the two."
            );
        }

        if (file is { Persons.Count: > 0, Numbers: { } numbers } && numbers.Persons != file.Persons.Count)
        {
            own.Add(
                numbers.At,
                $"'numbers' gives {numbers.Persons} persons, and {file.Persons.Count} are listed.",
                "the same number, or only one of the two",
                "Correct one, or remove 'numbers'."
            );
        }

        problems.AddAll(own);
        return own.Any ? null : file;
    }
}

/// <summary>The vote of a party's highest body on its list.</summary>
public sealed record ListApproval : ILocated
{
    /// <summary>Votes for.</summary>
    [Field("for", "Votes for the list.", Required = true)]
    public int For { get; init; }

    /// <summary>The members.</summary>
    [Field("of", "The whole membership of the body.", Required = true)]
    public int Of { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}
