using Scrutineer.Claims;

namespace Scrutineer.Publishing.Report;

/// <summary>Where statements differ from each other or from the record, and why.</summary>
internal static class ClaimSection
{
    public static string Of(ClaimLedger? ledger)
    {
        if (ledger is null)
        {
            return "";
        }

        var rows = ledger
            .Contradictions.GroupBy(c => (c.Topic, c.Why, c.Because))
            .Select(g =>
                (IReadOnlyList<Cell>)
                    [
                        ledger.File.Topics[g.Key.Topic].Question,
                        string.Join("; ", g.Select(c => Told(ledger, c.First)).Distinct(StringComparer.Ordinal)),
                        string.Join(
                            "; ",
                            g.Select(c => c.Second is { } other ? Told(ledger, other) : "the record")
                                .Distinct(StringComparer.Ordinal)
                        ),
                        g.Key.Why.InWords(),
                        g.Key.Because,
                    ]
            )
            .ToList();
        var open = ledger.Contradictions.Count(c => c.Why == Difference.Open);
        return $"<p>{Html.Text($"{ledger.Statements.Count} statements in {ledger.Statements.SelectMany(s => s.Entry.Sources).Distinct(StringComparer.Ordinal).Count()} texts answer {ledger.Positions.Count} questions. Texts that copy each other count once. {open} differences are left open.")}</p>\n"
            + (
                rows.Count == 0
                    ? ""
                    : Html.Table(
                        "Statements that differ",
                        ["Question", "One", "The other", "Why", "Because"],
                        rows,
                        "claims-differ"
                    )
            );
    }

    private static string Told(ClaimLedger ledger, Position position) =>
        $"{position.Value.InWords()} ({string.Join(", ", position.Texts.Select(t => ledger.File.Sources[t].Outlet ?? t).Distinct(StringComparer.Ordinal))}{(position.Origins.Count < position.Texts.Count ? $": {position.Origins.Count} of origin" : "")})";
}
