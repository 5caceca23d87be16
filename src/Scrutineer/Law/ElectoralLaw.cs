using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Law;

/// <summary>An electoral law as data: every edition, consolidated.</summary>
public sealed class ElectoralLaw
{
    private ElectoralLaw(LawFile file, IReadOnlyList<Edition> editions, SourceText source)
    {
        File = file;
        Editions = editions;
        Source = source;
    }

    /// <summary>The file as written.</summary>
    public LawFile File { get; }

    /// <summary>The editions in order of time.</summary>
    public IReadOnlyList<Edition> Editions { get; }

    /// <summary>The text it was read from.</summary>
    public SourceText Source { get; }

    /// <summary>
    /// Reads a law through all three layers of validation: its grammar, its references, its sense. Nothing is returned
    /// while a problem stands; all of them are recorded.
    /// </summary>
    public static ElectoralLaw? Read(string path, Problems problems)
    {
        var own = new Problems();
        var law = ReadInto(path, own);
        problems.AddAll(own);
        return own.Any ? null : law;
    }

    /// <summary>The edition that governs an election, by the law's own rule on which day counts.</summary>
    /// <param name="called">The day on which the election was called, where known.</param>
    /// <param name="polling">Polling day.</param>
    public Edition? Governing(DateOnly? called, DateOnly polling) =>
        On(File.AppliesBy == AppliesBy.DayOfCall ? called ?? polling : polling);

    /// <summary>The edition in force on a day, or nothing before the first.</summary>
    public Edition? On(DateOnly day) =>
        Editions.LastOrDefault(e => e.Head.InForce <= day && (e.Head.Until is not { } until || day <= until));

    /// <summary>The edition of a name, or nothing.</summary>
    public Edition? Named(string name) =>
        Editions.FirstOrDefault(e => string.Equals(e.Name, name, StringComparison.Ordinal));

    private static ElectoralLaw? ReadInto(string path, Problems problems)
    {
        if (SourceText.Read(path, problems) is not { } source || YamlReader.Read(source, problems) is not { } top)
        {
            return null;
        }

        var reader = new FieldReader(problems);
        if (reader.Read<LawFile>(top) is not { } file)
        {
            return null;
        }

        if (file.Format is not ("1" or ""))
        {
            problems.Add(
                top["scrutineer-law"]!.At,
                $"The file is of version '{file.Format}' of the law format.",
                "version 1",
                "Use a newer Scrutineer for a newer file."
            );
            return null;
        }

        if (top["editions"] is SequenceNode { Items.Count: 0 } none)
        {
            problems.Add(none.At, "The law has no edition.", "one edition or more", "Write the first edition out.");
        }

        LawCheck.Dates(file, problems);
        var editions = new List<Edition>();
        MappingNode? previous = null;
        foreach (var head in file.Editions)
        {
            var content = Consolidate(head, previous, problems);
            if (content is null)
            {
                continue;
            }

            previous = content;
            var grammar = new Problems();
            var text = new FieldReader(grammar).Read<EditionText>(content);
            if (text is { Body: not null, Ballot: not null, Contests: not null })
            {
                var edition = new Edition(head, text, content);
                if (grammar.Any)
                {
                    // An author mends every layer in one go; only what other readings would do waits for sound grammar.
                    LawCheck.AsWritten(file, edition, problems);
                }
                else
                {
                    LawCheck.Whole(file, edition, problems);
                    editions.Add(edition);
                }
            }

            problems.AddAll(grammar);
        }

        return new ElectoralLaw(file, editions, source);
    }

    private static MappingNode? Consolidate(EditionEntry head, MappingNode? previous, Problems problems)
    {
        var content = previous is null ? new MappingNode(head.At) : (MappingNode)previous.Clone();
        foreach (
            var (name, part) in new[]
            {
                ("body", head.Body),
                ("ballot", head.Ballot),
                ("bases", head.Bases),
                ("contests", head.Contests),
                ("calendar", head.Calendar),
            }
        )
        {
            if (part is not null)
            {
                content.Set(name, part.Clone());
            }
        }

        if (previous is null && head.Amend.Count > 0)
        {
            problems.Add(
                head.At,
                $"Edition {head.Name} amends, and no edition stands before it.",
                "a first edition that is complete",
                "Write body, ballot and contests out in the first edition."
            );
            return null;
        }

        foreach (var amendment in head.Amend)
        {
            LawPath.Amend(content, amendment, problems);
        }

        return content;
    }
}
