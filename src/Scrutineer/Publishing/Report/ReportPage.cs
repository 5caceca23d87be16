using System.Text;
using Scrutineer.Observation;
using Scrutineer.Results;

namespace Scrutineer.Publishing.Report;

/// <summary>The report as one self-contained page: no script, nothing loaded from elsewhere.</summary>
public static class ReportPage
{
    /// <summary>The page for an election, byte for byte the same for the same input.</summary>
    /// <param name="result">The election.</param>
    /// <param name="record">What its dossier records around the count; nothing where that was not read.</param>
    public static string Of(ElectionResult result, PublicRecord? record = null)
    {
        var answers = FourAnswers.Of(result);
        var sections = new List<(string Id, string Heading, string Content)>
        {
            ("seats", "Seats", SeatsSection.Of(result)),
            ("thresholds", "Thresholds", ThresholdSection.Of(result)),
            ("change", "What would have changed it", MarginSection.Of(result)),
            ("audit", "How the paper could confirm it", AuditSection.Of(result)),
            ("readings", "Readings of the law", ReadingSection.Of(result)),
            ("compared", "The same votes under other laws", ComparisonSection.Of(result)),
            ("scenarios", "If votes had been others", ScenarioSection.Of(result)),
            ("powers", "What the blocs can decide", PowersSection.Of(result)),
            ("derivation", "Derivation, step by step", DerivationSection.Of(result)),
            ("persons", "From seats to persons", PersonsSection.Of(result)),
            ("protocols", "From the stations' protocols", ProtocolSection.Of(result)),
            ("sample", "A sample beside the official figures", SampleSection.Of(result)),
            ("forensics", "Tests on the table of stations", ForensicsSection.Of(result.Forensics)),
            ("parties", "Parties, and their way through the election", PartiesSection.Of(result)),
            ("calendar", "Calendar: the rule, the day, what kept it", CalendarSection.Of(result)),
            ("timeline", "Timeline", TimelineSection.Of(result)),
            ("turnout", "Turnout over the day", TurnoutSection.Of(result.Dossier, record)),
            ("polls", "Polls", ObservationSection.Polls(result.Dossier, record)),
            ("observation", "Observers and incidents", ObservationSection.Of(result.Dossier, record)),
            ("claims", "Statements that differ, and why", ClaimSection.Of(record?.Claims)),
            ("findings", "Findings", FindingSection.Of(result)),
            ("sources", "Figures and sources", SourceSection.Of(result)),
            ("recompute", "Recompute it", RecomputeSection.Of(result, record)),
        };
        sections.RemoveAll(s => s.Content.Length == 0);
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<meta name=\"referrer\" content=\"no-referrer\">\n");
        page.Append(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
        );
        page.Append("<title>")
            .Append(Html.Text(result.Dossier.File.Title))
            .Append("</title>\n<style>\n")
            .Append(ReportStyle.Css)
            .Append("</style>\n</head>\n<body>\n");
        page.Append(
            "<a class=\"skip\" href=\"#main\">To the result</a>\n<header>\n<p class=\"kicker\">Scrutineer: from the law to the seats</p>\n"
        );
        page.Append("<h1>")
            .Append(Html.Text(result.Dossier.File.Title))
            .Append("</h1>\n</header>\n<main id=\"main\">\n<dl class=\"answers\">\n");
        Answer(page, "Seats", answers.Seats);
        Answer(page, "Stage", answers.Stage);
        Answer(page, "Official result", answers.Official);
        Answer(page, "Closest", answers.Closest);
        page.Append("</dl>\n<nav aria-label=\"Contents\"><ul>\n");
        foreach (var (id, heading, _) in sections)
        {
            page.Append("<li><a href=\"#").Append(id).Append("\">").Append(Html.Text(heading)).Append("</a></li>\n");
        }

        page.Append("</ul></nav>\n");
        foreach (var (id, heading, content) in sections)
        {
            page.Append(Html.Section(id, heading, content));
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Answer(StringBuilder page, string name, string answer) =>
        page.Append("<dt>").Append(name).Append("</dt><dd>").Append(Html.Text(answer)).Append("</dd>\n");
}
