using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Observation;
using Scrutineer.Registry;

namespace Scrutineer.Claims;

/// <summary>The statements about an election: checked against its files, compared with each other, counted by origin.</summary>
public sealed record ClaimLedger
{
    /// <summary>The file.</summary>
    public required ClaimFile File { get; init; }

    /// <summary>The statements, in the order of the file.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>The positions in each question, in the order of the file.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Position>> Positions { get; init; }

    /// <summary>Where positions differ from each other or from the record, in the order of the questions.</summary>
    public required IReadOnlyList<Contradiction> Contradictions { get; init; }

    /// <summary>What a careful reader should know.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether a dossier has statements.</summary>
    public static bool IsIn(ElectionDossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return System.IO.File.Exists(Path.Combine(dossier.Folder, ClaimFile.FileName));
    }

    /// <summary>Reads and evaluates the statements of a dossier. All problems are recorded; nothing is returned while one stands.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="facts">Its registry and events.</param>
    /// <param name="beside">Turnout and polls of the dossier, for statements about them.</param>
    /// <param name="asOf">Only statements that had been made when this day ended; all where nothing is said.</param>
    /// <param name="problems">Where problems go.</param>
    public static ClaimLedger? Read(
        ElectionDossier dossier,
        DossierFacts facts,
        (TurnoutReport? Turnout, PollFile? Polls) beside,
        DateOnly? asOf,
        Problems problems
    )
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var ledger = ReadInto(dossier, facts, beside, asOf, own);
        problems.AddAll(own);
        return own.Any ? null : ledger;
    }

    private static ClaimLedger? ReadInto(
        ElectionDossier dossier,
        DossierFacts facts,
        (TurnoutReport? Turnout, PollFile? Polls) beside,
        DateOnly? asOf,
        Problems problems
    )
    {
        if (
            SourceText.Read(Path.Combine(dossier.Folder, ClaimFile.FileName), problems) is not { } source
            || YamlReader.Read(source, problems) is not { } top
            || new FieldReader(problems).Read<ClaimFile>(top) is not { } file
            || problems.Any
        )
        {
            return null;
        }

        if (file.Format != "1")
        {
            problems.Add(
                top["scrutineer-claims"]!.At,
                $"The file is of version '{file.Format}' of the format of claims.",
                "version 1",
                "Use a newer Scrutineer for a newer file."
            );
        }

        ClaimCheck.All(file, dossier, facts.Register, problems);
        return problems.Any ? null : Evaluate(file, source.Sha256, dossier, facts, beside, asOf);
    }

    private static ClaimLedger Evaluate(
        ClaimFile file,
        string sha256,
        ElectionDossier dossier,
        DossierFacts facts,
        (TurnoutReport? Turnout, PollFile? Polls) beside,
        DateOnly? asOf
    )
    {
        var book = new RecordBook(dossier, facts, beside.Turnout, beside.Polls) { Rates = file.Rates };
        var statements = file
            .Claims.Select((claim, i) => Made(claim, i + 1, file, dossier, facts, book))
            .Where(s => asOf is not { } day || s.On?.HadHappenedBy(day) != Answer.No)
            .ToList();
        var positions = new OrderedDictionary<string, IReadOnlyList<Position>>(StringComparer.Ordinal);
        foreach (var key in file.Topics.Keys)
        {
            positions[key] =
            [
                .. statements
                    .Where(s => s.Entry.About == key)
                    .Aggregate(
                        new List<List<Statement>>(),
                        (groups, s) =>
                        {
                            if (groups.Find(g => IsSame(g[0], s)) is { } group)
                            {
                                group.Add(s);
                            }
                            else
                            {
                                groups.Add([s]);
                            }

                            return groups;
                        }
                    )
                    .Select(g => new Position(g)),
            ];
        }

        var contradictions = Compare(file, positions, new PairJudge(book, facts.Register));
        return new ClaimLedger
        {
            File = file,
            Statements = statements,
            Positions = positions,
            Contradictions = contradictions,
            Findings = ClaimFindings.Of(dossier, file, statements, positions, contradictions),
            Sha256 = sha256,
        };
    }

    private static Statement Made(
        ClaimEntry claim,
        int number,
        ClaimFile file,
        ElectionDossier dossier,
        DossierFacts facts,
        RecordBook book
    )
    {
        var on = claim.On ?? ClaimCheck.Published(claim, file);
        var holds = claim.Holds ?? on;
        var day = ClaimCheck.Day(claim, file, dossier);
        var value = new ClaimValue
        {
            Number = claim.Number,
            Date = claim.Date ?? claim.Relative?.In(file.Sources[claim.Sources[0]].Published!),
            IsRelative = claim.Relative is not null,
            Names = [.. claim.Names.Select(n => facts.Register?.Resolve(n, day) ?? new Resolution(n, []))],
            Word = claim.Word,
            Money = claim.Money,
        };
        IReadOnlyList<string> from = claim.Origin is { } origin ? [origin] : claim.Sources;
        var text = file.Sources[claim.Sources[0]];
        return new Statement(
            claim,
            number,
            value,
            on,
            holds,
            [.. from.SelectMany(s => OriginGraph.Roots(s, file.Sources)).Distinct(StringComparer.Ordinal)],
            claim.Speaker is { } speaker ? facts.NameOf(speaker, day) : claim.Voice ?? text.Outlet ?? text.Title,
            book.Ask(file.Topics[claim.About].Record, claim, value, holds)
        );
    }

    /// <summary>Whether two statements take one position: the same answer, of the same kind, base, place and time.</summary>
    private static bool IsSame(Statement a, Statement b) =>
        a.Value.Any
        && a.Value.Means(b.Value)
        && a.Value.IsRelative == b.Value.IsRelative
        && a.Of == b.Of
        && a.Entry.Where == b.Entry.Where
        && a.Entry.Kind == b.Entry.Kind
        && a.Entry.Stage == b.Entry.Stage
        && a.Entry.Base == b.Entry.Base
        && a.Check?.Agrees == b.Check?.Agrees
        && (a.Speaker == b.Speaker || (a.Entry.Speaker is null && a.Entry.Voice is null && !a.IsOpinion))
        && (a.Check is not null || Together(a.Holds, b.Holds));

    private static bool Together(PartialDate? a, PartialDate? b) =>
        a is null || b is null || (a.IsBefore(b) != Answer.Yes && b.IsBefore(a) != Answer.Yes);

    private static List<Contradiction> Compare(
        ClaimFile file,
        IReadOnlyDictionary<string, IReadOnlyList<Position>> positions,
        PairJudge judge
    )
    {
        var found = new List<Contradiction>();
        foreach (var (key, all) in positions)
        {
            var valued = all.Where(p => p.Value.Any).ToList();
            for (var i = 0; i < valued.Count; i++)
            {
                for (var j = i + 1; j < valued.Count; j++)
                {
                    if (judge.Judge(key, file.Topics[key], valued[i], valued[j]) is { } contradiction)
                    {
                        found.Add(contradiction);
                    }
                }
            }

            // What the record contradicts and nobody else does is shown against the record itself.
            found.AddRange(
                valued
                    .Where(p =>
                        p.Check?.Agrees == Answer.No
                        && !found.Exists(c => c.Why == Difference.Error && (c.First == p || c.Second == p))
                    )
                    .Select(p => new Contradiction(
                        key,
                        p,
                        null,
                        Difference.Error,
                        $"the record: {p.Check!.Says}{PairJudge.Stale(p.First)}"
                    ))
            );
        }

        return found;
    }
}
