using Scrutineer.Files;
using Scrutineer.Results;

namespace Scrutineer.Publishing.Report;

/// <summary>What the checks say: the sentence first, then its basis, then how to verify it.</summary>
internal static class FindingSection
{
    public static string Of(ElectionResult result)
    {
        if (result.Findings.Count == 0)
        {
            return "<p>No check has anything to say about these figures.</p>\n";
        }

        var text = "";
        foreach (var finding in result.Findings)
        {
            var severity = ScalarType.Word(finding.Severity);
            text +=
                $"<article class=\"finding {severity}\">\n<p><span class=\"severity\">{Html.Text(char.ToUpperInvariant(severity[0]) + severity[1..])}.</span> {Html.Text(finding.Statement)}</p>\n"
                + $"<p class=\"small\">{Html.Text($"Basis: {finding.Basis}.")} Verify: <code>{Html.Plain(finding.Verify)}</code>. <code>{Html.Plain(finding.Code)}</code>{(finding.Unit.Length > 0 ? Html.Text($" · {finding.Unit}") : "")}</p>\n</article>\n";
        }

        return text;
    }
}
