using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using Scrutineer.Observation;
using Scrutineer.Results;

namespace Scrutineer.Publishing.Report;

/// <summary>What a stranger needs: certificates, the law in words, the hashes of the inputs, the command.</summary>
internal static class RecomputeSection
{
    public static string Of(ElectionResult result, PublicRecord? record = null)
    {
        var text = "";
        foreach (var contest in result.Contests)
        {
            text += contest.Certificate switch
            {
                QuotaCertificate quota => Paragraph(contest, Quota(contest, quota)),
                MajorityCertificate { Needed: { } needed } majority => Paragraph(
                    contest,
                    $"Of {Shown.Whole(majority.BaseVotes!.Value)} {majority.Base}, {Shown.Whole(needed)} votes are enough; who is elected has at least so many."
                ),
                _ => "",
            };
        }

        var inputs = result
            .Dossier.Inputs.Concat(result.Calendar?.Facts.Inputs ?? [])
            .Concat(record?.Inputs ?? [])
            .Concat(result.Scenarios.Select(s => s.Input))
            .Select(i => (IReadOnlyList<Cell>)[i.Key, new Cell(i.Value, $"<code>{i.Value}</code>")])
            .ToList();
        text += Html.Table("The files from which this report was computed", ["File", "SHA-256"], inputs, "inputs");
        var head = result.Dossier.Edition;
        text +=
            $"<p>{Html.Text(LawWords.Head(head))} <code>{Html.Plain($"scrutineer law {result.Dossier.Law.Source.Path} --print {head.Name}")}</code> prints it in words.</p>\n";
        var acts = string.Concat(
            result.Dossier.Law.File.Texts.Select(t =>
                $"<li><code>{Html.Plain(t.Key)}</code>: {Html.Text(t.Value.Act)}{(t.Value.Note is { } note ? $" <span class=\"small\">{Html.Text(note)}</span>" : "")}</li>\n"
            )
        );
        return text + $"<h3>Acts cited</h3>\n<ul>\n{acts}</ul>\n";
    }

    private static string Paragraph(ContestResult contest, string certificate) =>
        $"<p><strong>{Html.Text(contest.Name)}.</strong> {Html.Text(certificate)}</p>\n";

    private static string Quota(ContestResult contest, QuotaCertificate quota)
    {
        var whole = Shown.Row(quota.Shares.Select(s => $"{contest.NameOf(s.List)} {s.Whole}"));
        var certificate =
            $"The quota is {Shown.Whole(quota.Votes)}/{quota.Seats} = {Shown.Decimal(quota.Quota)}; whole quotas: {whole}.";
        return quota is { ByRemainder: true, LeastWinning: { } won, GreatestLosing: { } lost }
            ? $"{certificate} The least remainder that won a seat is {Shown.Decimal(won)} ({won}), the greatest that won none {Shown.Decimal(lost)} ({lost})."
            : certificate;
    }
}
