using System.Text.RegularExpressions;
using Scrutineer.Findings;

namespace Scrutineer.Observation.Forms;

/// <summary>Whether the names of an observation form refer to something, and whether its questions can be answered.</summary>
internal static partial class ObservationFormCheck
{
    public static void Of(ObservationFormFile file, Location at, Problems problems)
    {
        Words(file.Title, "The title", at, problems);
        Name(file.Id, "form", at, problems);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, section) in file.Sections)
        {
            Name(name, "section", section.At, problems);
            Words(section.Title, $"The heading of '{name}'", section.At, problems);
            foreach (var (id, question) in section.Questions)
            {
                if (!asked.Add(id))
                {
                    problems.Add(
                        question.At,
                        $"The form asks '{id}' twice.",
                        "an id once in the form",
                        "Rename one of them."
                    );
                }

                Question(file, id, question, problems);
            }
        }

        if (asked.Count == 0)
        {
            problems.Add(at, "The form asks nothing.", "at least one question", "Write a section with its questions.");
        }
    }

    private static void Question(ObservationFormFile file, string id, QuestionEntry question, Problems problems)
    {
        Name(id, "question", question.At, problems);
        Words(question.Ask, $"The question '{id}'", question.At, problems);
        var isChoice = question.Kind == QuestionKind.Choice;
        if (isChoice ? question.Choices.Count < 2 : question.Choices.Count > 0)
        {
            problems.Add(
                question.At,
                $"The question '{id}' has {question.Choices.Count} choices.",
                isChoice ? "at least two" : "choices at a question of kind 'choice' alone",
                isChoice ? "Write them under 'choices'." : "Remove them, or correct 'kind'."
            );
        }

        foreach (var (choice, words) in question.Choices)
        {
            Name(choice, "choice", question.At, problems);
            Words(words, $"The choice '{choice}' of '{id}'", question.At, problems);
        }

        Alone(question.InOrder is not null, QuestionKind.YesNo, "in-order");
        Alone(question.Most is not null, QuestionKind.Number, "most");
        Alone(question.Several == Counting.Forms.YesNo.Yes, QuestionKind.Choice, "several");
        foreach (
            var part in $"{question.Standard};{question.Cite}".Split(
                ';',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            var text = part.Split(' ')[0];
            if (!file.Texts.ContainsKey(text))
            {
                problems.Add(
                    question.At,
                    $"'{part}' cites '{text}', which 'texts' does not list.",
                    "the short name of a text, then the place in it",
                    Problems.Nearest(text, file.Texts.Keys)
                );
            }
        }

        void Alone(bool given, QuestionKind kind, string field)
        {
            if (given && question.Kind != kind)
            {
                problems.Add(
                    question.At,
                    $"The question '{id}' has '{field}' and is of kind '{Files.ScalarType.Word(question.Kind)}'.",
                    $"'{field}' at a question of kind '{Files.ScalarType.Word(kind)}' alone",
                    "Remove it, or correct 'kind'."
                );
            }
        }
    }

    // What an observer reads must be there in the observer's language.
    private static void Words(IReadOnlyDictionary<string, string> words, string what, Location at, Problems problems)
    {
        foreach (var language in ObservationForm.Languages.Where(l => !words.ContainsKey(l)))
        {
            problems.Add(at, $"{what} is not written in '{language}'.", "every language", $"Add '{language}: …'.");
        }

        foreach (var language in words.Keys.Except(ObservationForm.Languages))
        {
            problems.Add(
                at,
                $"{what} is written in '{language}'.",
                "one of: " + string.Join(", ", ObservationForm.Languages),
                "Remove it, or correct the code."
            );
        }
    }

    private static void Name(string name, string what, Location at, Problems problems)
    {
        if (!Plain().IsMatch(name))
        {
            problems.Add(
                at,
                $"The {what} is called '{name}'.",
                "at most 60 lower-case letters, digits and hyphens, beginning with a letter",
                "Rename it; what people read stands in the texts."
            );
        }
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,59}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();
}
