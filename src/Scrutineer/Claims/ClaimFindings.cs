using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Registry;

namespace Scrutineer.Claims;

/// <summary>What statements leave for a careful reader: what is refuted, left open, copied or put together.</summary>
internal static class ClaimFindings
{
    public static IReadOnlyList<Finding> Of(
        ElectionDossier dossier,
        ClaimFile file,
        IReadOnlyList<Statement> statements,
        IReadOnlyDictionary<string, IReadOnlyList<Position>> positions,
        IReadOnlyList<Contradiction> contradictions
    )
    {
        var verify = $"scrutineer claims {SourceText.Show(dossier.Folder)}";
        var findings = new List<Finding>();
        foreach (var refuted in statements.Where(s => s.Check?.Agrees == Answer.No))
        {
            findings.Add(
                new Finding(
                    "claim-refuted",
                    Severity.Warning,
                    $"{refuted.Speaker}: {refuted.Entry.Says.TrimEnd('.')}. On record: {refuted.Check!.Says}{PairJudge.Stale(refuted)}.",
                    refuted.Check.Basis,
                    $"{verify} --topic {refuted.Entry.About}"
                )
                {
                    Unit = refuted.Entry.About,
                    Where = refuted.Entry.At,
                }
            );
        }

        foreach (var priced in statements.Where(s => s.Value.Money.Count > 1 && s.Check?.Agrees == Answer.Yes))
        {
            findings.Add(
                new Finding(
                    "rate-fits",
                    Severity.Info,
                    $"{priced.Speaker}: {priced.Check!.Says}.",
                    priced.Check.Basis,
                    $"{verify} --topic {priced.Entry.About}"
                )
                {
                    Unit = priced.Entry.About,
                    Where = priced.Entry.At,
                }
            );
        }

        foreach (var open in contradictions.Where(c => c.Why == Difference.Open))
        {
            findings.Add(
                new Finding(
                    "claims-differ",
                    Severity.Warning,
                    $"{file.Topics[open.Topic].Question} {Told(open.First, file)}; {Told(open.Second!, file)}: {open.Because}.",
                    string.Join("; ", open.First.Texts.Concat(open.Second!.Texts).Select(t => file.Sources[t].Title)),
                    $"{verify} --topic {open.Topic}"
                )
                {
                    Unit = open.Topic,
                    Where = open.First.First.Entry.At,
                }
            );
        }

        findings.AddRange(Copied(file, positions, verify));
        findings.AddRange(Composite(file, statements, verify));
        return [.. findings.OrderByDescending(f => f.Severity)];
    }

    /// <summary>The position in a sentence: the answer, and in how many texts of how many origins it stands.</summary>
    private static string Told(Position position, ClaimFile file) =>
        $"'{position.Value.InWords()}' ({string.Join(", ", position.Texts.Select(t => file.Sources[t].Outlet ?? t))})";

    private static IEnumerable<Finding> Copied(
        ClaimFile file,
        IReadOnlyDictionary<string, IReadOnlyList<Position>> positions,
        string verify
    ) =>
        positions
            .SelectMany(p => p.Value.Select(position => (p.Key, Position: position)))
            .Where(p => p.Position.Texts.Count > 2 && p.Position.Origins.Count == 1)
            .Select(p => new Finding(
                "one-origin",
                Severity.Notice,
                $"{p.Position.First.Entry.Says.TrimEnd('.')}: {p.Position.Texts.Count} texts say so, and all take it from one: {file.Sources[p.Position.Origins[0]].Title}.",
                string.Join("; ", p.Position.Texts.Select(t => file.Sources[t].Title)),
                $"{verify} --topic {p.Key}"
            )
            {
                Unit = p.Key,
                Where = p.Position.First.Entry.At,
            });

    /// <summary>Texts put together from passages of several origins, or of different days.</summary>
    private static IEnumerable<Finding> Composite(ClaimFile file, IReadOnlyList<Statement> statements, string verify)
    {
        foreach (var (key, text) in file.Sources)
        {
            var passages = statements
                .Where(s => s.Entry.Sources.Contains(key) && s.Entry.Origin is { } from && from != key)
                .Select(s => s.Entry.Origin!)
                .Distinct(StringComparer.Ordinal)
                .ToList();
            var dated = passages.Select(p => file.Sources[p].Published).OfType<PartialDate>().ToList();
            var apart = dated.Exists(a => dated.Exists(b => a.IsBefore(b) == Answer.Yes));
            if (passages.Count > 1 || text.Provenance == Provenance.Unknown)
            {
                yield return new Finding(
                    "composite-text",
                    Severity.Notice,
                    $"{text.Title} is put together from passages of {passages.Count} other {(passages.Count == 1 ? "text" : "texts")}{(apart ? " of different dates" : "")}{(text.Provenance == Provenance.Unknown ? "; where others of its passages come from is not named" : "")}: each of its statements is dated by its passage.",
                    string.Join("; ", passages.Select(p => file.Sources[p].Title)) is { Length: > 0 } basis
                        ? basis
                        : text.Title,
                    verify
                )
                {
                    Unit = key,
                    Where = text.At,
                };
            }
        }
    }
}
