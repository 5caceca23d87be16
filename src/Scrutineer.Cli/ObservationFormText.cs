using Scrutineer.Counting.Forms;
using Scrutineer.Files;
using Scrutineer.Law;
using Scrutineer.Observation.Forms;
using Scrutineer.Publishing;

namespace Scrutineer.Cli;

/// <summary>An observation form as text that can be filled in on paper, and as JSON.</summary>
internal static class ObservationFormText
{
    private const string Blank = "________";

    private static readonly Dictionary<string, Labels> ByLanguage = new(StringComparer.Ordinal)
    {
        ["en"] = new("version", "Station", "Observer", "yes", "no", "not observed", "at", "very good", "very bad"),
        ["ru"] = new(
            "версия",
            "Участок",
            "Наблюдатель",
            "да",
            "нет",
            "не видел(а)",
            "в",
            "очень хорошо",
            "очень плохо"
        ),
        ["kk"] = new("нұсқа", "Учаске", "Байқаушы", "иә", "жоқ", "көрмедім", "уақыты", "өте жақсы", "өте нашар"),
    };

    /// <summary>The form in a language, with a box or a line for each answer, and the article of each question.</summary>
    public static string Paper(ObservationForm form, string language)
    {
        var labels = ByLanguage[language];
        var text = Words.Wrap($"{form.File.Title[language]} ({form.File.Id}, {labels.Version} {form.File.Version})", 0);
        text += $"SHA-256 {form.Source.Sha256}\n\n{labels.Station} {Blank}{Blank}  {labels.Observer} {Blank}\n";
        var number = 0;
        foreach (var section in form.File.Sections.Values)
        {
            text += "\n" + Words.Wrap(section.Title[language].ToUpperInvariant(), 0);
            foreach (var question in section.Questions.Values)
            {
                text += Words.Wrap($"{++number}. {question.Ask[language]}{Basis(form, question)}", 2);
                text += Words.Wrap(Answer(question, labels, language), 4);
            }
        }

        foreach (var (name, act) in form.File.Texts)
        {
            text += "\n" + Words.Wrap($"{name}: {act.Act}{(act.Note is { } note ? $". {note}" : "")}", 0);
        }

        return text;
    }

    /// <summary>The form in every language, as it is sent to devices.</summary>
    public static string Json(ObservationForm form) => ResultJson.Write(json => ObservationFormJson.Write(json, form));

    private static string Basis(ObservationForm form, QuestionEntry question)
    {
        var parts = new List<string>();
        if (question.Standard is { } standard)
        {
            parts.Add(standard);
        }

        if (question.Cite is { } cite)
        {
            var read = question.Checked ?? form.File.Checked;
            parts.Add(read == Checked.Text ? cite : $"{cite} ({ScalarType.Word(read)})");
        }

        return parts.Count == 0 ? "" : $" [{string.Join("; ", parts)}]";
    }

    private static string Answer(QuestionEntry question, Labels labels, string language) =>
        question.Kind switch
        {
            QuestionKind.YesNo => $"☐ {labels.Yes}  ☐ {labels.No}  ☐ {labels.NotObserved}",
            QuestionKind.Choice => string.Join("  ", question.Choices.Values.Select(c => $"☐ {c[language]}")),
            QuestionKind.Rating => $"☐ 1 {labels.Best}  ☐ 2  ☐ 3  ☐ 4 {labels.Worst}",
            QuestionKind.Time => "____:____",
            QuestionKind.Number => Blank,
            _ => string.Concat(Enumerable.Repeat(Blank, 6)),
        } + (question.Timed == YesNo.Yes ? $"  {labels.At} ____:____" : "");

    private sealed record Labels(
        string Version,
        string Station,
        string Observer,
        string Yes,
        string No,
        string NotObserved,
        string At,
        string Best,
        string Worst
    );
}
