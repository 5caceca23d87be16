using System.Text;
using Scrutineer.Claims;
using Scrutineer.Dossier;
using Scrutineer.Numerics;
using Scrutineer.Registry;

namespace Scrutineer.Cli;

/// <summary>The statements about an election for a terminal.</summary>
internal static class ClaimsText
{
    public static string Of(ElectionDossier dossier, ClaimLedger ledger, string? only)
    {
        var text = new StringBuilder();
        var texts = ledger.Statements.SelectMany(s => s.Entry.Sources).Distinct(StringComparer.Ordinal).Count();
        var origins = ledger.Statements.SelectMany(s => s.Origins).Distinct(StringComparer.Ordinal).Count();
        text.Append(dossier.File.Title).Append('\n');
        text.Append(
            Words.Wrap(
                $"{Shown.Of(ledger.Statements.Count, "statement", "statements")} in {Shown.Of(texts, "text", "texts")} of {Shown.Of(origins, "origin", "origins")}, about {Shown.Of(ledger.Positions.Count, "question", "questions")}; {Shown.Of(ledger.Contradictions.Count, "difference", "differences")}, {ledger.Contradictions.Count(c => c.Why == Difference.Open)} left open",
                0
            )
        );
        foreach (var (key, positions) in ledger.Positions)
        {
            var differences = ledger.Contradictions.Where(c => c.Topic == key).ToList();
            if (only is null ? differences.Count == 0 : key != only)
            {
                continue;
            }

            text.Append('\n').Append(Words.Wrap($"{ledger.File.Topics[key].Question} [{key}]", 0));
            foreach (var position in positions)
            {
                Position(text, position);
            }

            foreach (var alike in differences.GroupBy(d => (d.Why, d.Because)))
            {
                var pairs = alike.Select(d =>
                    $"{d.First.Value.InWords()} | {d.Second?.Value.InWords() ?? "the record"}"
                );
                text.Append(
                    Words.Wrap(
                        $"{alike.Key.Why.InWords().ToUpperInvariant()}: {string.Join("; ", pairs.Distinct())}: {alike.Key.Because}.",
                        4
                    )
                );
            }
        }

        var findings = ledger.Findings.Where(f => only is null ? f.Code != "claim-refuted" : f.Unit == only).ToList();
        if (findings.Count > 0)
        {
            text.Append("\nFindings\n");
            foreach (var finding in findings)
            {
                text.Append(
                    Words.Wrap($"{Files.ScalarType.Word(finding.Severity)} {finding.Code}: {finding.Statement}", 2)
                );
            }
        }

        return text.ToString();
    }

    private static void Position(StringBuilder text, Position position)
    {
        var first = position.First;
        var answer = position.Value.Any ? position.Value.InWords() : first.Entry.Says.TrimEnd('.');
        var kind = string.Join(
            ", ",
            new[]
            {
                first.Entry.Kind == ClaimKind.Fact ? null : Files.ScalarType.Word(first.Entry.Kind),
                first.Entry.Stage is { } stage ? Files.ScalarType.Word(stage) : null,
                first.Entry.Base?.InWords(),
                first.Entry.Hedge == Hedge.Stated ? null : Files.ScalarType.Word(first.Entry.Hedge),
            }.OfType<string>()
        );
        var check = position.Check?.Agrees switch
        {
            Answer.Yes => "; on record",
            Answer.No => "; the record says otherwise",
            Answer.NotSure => "; the record leaves it open",
            _ => "",
        };
        text.Append(
            Words.Wrap(
                $"- {answer}{(kind.Length > 0 ? $" ({kind})" : "")}: {Who(position)}{Support(position)}{check}",
                2
            )
        );
    }

    /// <summary>Whoever says it; of several texts that say it themselves, their keys say who.</summary>
    private static string Who(Position position) =>
        position.Texts.Count > 1 && position.First.Entry is { Speaker: null, Voice: null }
            ? $"{position.Texts.Count} texts"
            : $"{position.First.Speaker}, {position.First.On?.InWords() ?? "undated"}";

    private static string Support(Position position) =>
        position.Texts.Count == 1
            ? $" [{position.Texts[0]}{(position.First.Entry.Origin is { } from && from != position.Texts[0] ? $" from {from}" : "")}]"
            : $" [{string.Join(", ", position.Texts)}: {Shown.Of(position.Origins.Count, "origin", "origins")}]";
}
