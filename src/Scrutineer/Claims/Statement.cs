using Scrutineer.Registry;

namespace Scrutineer.Claims;

/// <summary>One statement, with what its texts and the registry add to it.</summary>
/// <param name="Entry">The statement as it is recorded.</param>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Value">Its answer.</param>
/// <param name="On">When it was said; nothing where no text says.</param>
/// <param name="Holds">The time of which it speaks; nothing where no text says.</param>
/// <param name="Origins">The texts from which it comes, each once: what support is counted by.</param>
/// <param name="Speaker">Who says it, in words.</param>
/// <param name="Check">What the record says of it; nothing where there is no record to ask.</param>
public sealed record Statement(
    ClaimEntry Entry,
    int Number,
    ClaimValue Value,
    PartialDate? On,
    PartialDate? Holds,
    IReadOnlyList<string> Origins,
    string Speaker,
    RecordAnswer? Check
)
{
    /// <summary>Of whom it speaks, where that is not what the question is about.</summary>
    public string? Of => Entry.Of;

    /// <summary>Whether it is an opinion, for which only the speaker answers.</summary>
    public bool IsOpinion => Entry.Kind is ClaimKind.Judgement or ClaimKind.Forecast or ClaimKind.Quotation;
}

/// <summary>What the files of the election say of a statement.</summary>
/// <param name="Agrees">Whether they confirm it; not sure where they cannot tell.</param>
/// <param name="Says">What they say, in one sentence without its full stop.</param>
/// <param name="Basis">Where it stands.</param>
public sealed record RecordAnswer(Answer Agrees, string Says, string Basis);

/// <summary>Statements that say the same of the same: one position in a question.</summary>
/// <param name="Statements">The statements, in the order of the file.</param>
public sealed record Position(IReadOnlyList<Statement> Statements)
{
    /// <summary>The first who took it.</summary>
    public Statement First => Statements[0];

    /// <summary>The answer.</summary>
    public ClaimValue Value => First.Value;

    /// <summary>The texts in which it stands.</summary>
    public IReadOnlyList<string> Texts =>
        [.. Statements.SelectMany(s => s.Entry.Sources).Distinct(StringComparer.Ordinal)];

    /// <summary>The origins of those texts. Ten copies of one sentence have one.</summary>
    public IReadOnlyList<string> Origins => [.. Statements.SelectMany(s => s.Origins).Distinct(StringComparer.Ordinal)];

    /// <summary>What the record says of it.</summary>
    public RecordAnswer? Check => Statements.Select(s => s.Check).FirstOrDefault(c => c is not null);
}
