using System.Text.Json;
using Scrutineer.Counting.Forms;
using Scrutineer.Files;

namespace Scrutineer.Observation.Forms;

/// <summary>An observation form as data, in every language, for the program in which it is answered.</summary>
public static class ObservationFormJson
{
    /// <summary>Writes one object: <c>id</c>, <c>version</c>, <c>sha256</c>, <c>phase</c>, <c>title</c>, <c>texts</c> cited by short name, <c>sections</c> with their questions.</summary>
    public static void Write(Utf8JsonWriter json, ObservationForm form)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(form);
        json.WriteStartObject();
        json.WriteString("id", form.File.Id);
        json.WriteString("version", form.File.Version);
        json.WriteString("sha256", form.Source.Sha256);
        json.WriteString("phase", ScalarType.Word(form.File.Phase));
        Words(json, "title", form.File.Title);
        json.WriteStartObject("texts");
        foreach (var (name, text) in form.File.Texts)
        {
            json.WriteString(name, text.Act);
        }

        json.WriteEndObject();
        json.WriteStartArray("sections");
        foreach (var (id, section) in form.File.Sections)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            Words(json, "title", section.Title);
            json.WriteStartArray("questions");
            foreach (var (name, question) in section.Questions)
            {
                Question(json, name, question);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Question(Utf8JsonWriter json, string id, QuestionEntry question)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("kind", ScalarType.Word(question.Kind));
        Words(json, "ask", question.Ask);
        if (question.Kind == QuestionKind.Choice)
        {
            json.WriteBoolean("several", question.Several == YesNo.Yes);
            json.WriteStartArray("choices");
            foreach (var (choice, words) in question.Choices)
            {
                json.WriteStartObject();
                json.WriteString("id", choice);
                Words(json, "text", words);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (question.Kind == QuestionKind.Number)
        {
            json.WriteNumber("most", question.Most ?? QuestionEntry.MostByDefault);
        }

        json.WriteBoolean("timed", question.Timed == YesNo.Yes);
        Where("in-order", question.InOrder is { } answer ? ScalarType.Word(answer) : null);
        Where("standard", question.Standard);
        Where("cite", question.Cite);
        json.WriteEndObject();

        void Where(string name, string? value)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }
    }

    private static void Words(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> words)
    {
        json.WriteStartObject(name);
        foreach (var language in ObservationForm.Languages)
        {
            json.WriteString(language, words[language]);
        }

        json.WriteEndObject();
    }
}
