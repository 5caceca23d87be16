using System.Globalization;
using System.Text.Json;
using Scrutineer.Counting.Forms;

namespace Scrutineer.Observation.Forms;

/// <summary>Whether an answer is of the kind that its question asks for.</summary>
public static class AnswerCheck
{
    /// <summary>The answer that nobody could see or tell; any question takes it.</summary>
    public const string NotObserved = "not-observed";

    /// <summary>The most characters of an answer in words.</summary>
    public const int LongestText = 2_000;

    /// <summary>What was expected; nothing where the answer is of the right kind.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer as sent.</param>
    public static string? Expected(QuestionEntry question, JsonElement answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (answer.ValueKind == JsonValueKind.String && answer.ValueEquals(NotObserved))
        {
            return null;
        }

        return question.Kind switch
        {
            QuestionKind.YesNo => Text(answer) is "yes" or "no" ? null : "yes, no or not-observed",
            QuestionKind.Choice => Choice(question, answer),
            QuestionKind.Number => Whole(answer, 0, question.Most ?? QuestionEntry.MostByDefault),
            QuestionKind.Rating => Whole(answer, 1, 4),
            QuestionKind.Time => Text(answer) is { Length: 5 } time
            && TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? null
                : "a time of day, as HH:MM",
            _ => Text(answer) is { Length: <= LongestText } text && !string.IsNullOrWhiteSpace(text)
                ? null
                : $"words, at most {LongestText} characters",
        };
    }

    private static string? Text(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.String ? answer.GetString() : null;

    private static string? Whole(JsonElement answer, int least, int most) =>
        answer.ValueKind == JsonValueKind.Number
        && answer.TryGetInt32(out var number)
        && number >= least
        && number <= most
            ? null
            : $"a whole number from {least} to {most}";

    private static string? Choice(QuestionEntry question, JsonElement answer)
    {
        var known = string.Join(", ", question.Choices.Keys);
        if (question.Several == YesNo.No)
        {
            return Text(answer) is { } one && question.Choices.ContainsKey(one) ? null : $"one of: {known}";
        }

        if (answer.ValueKind != JsonValueKind.Array)
        {
            return $"an array of: {known}";
        }

        var chosen = answer.EnumerateArray().Select(Text).ToList();
        return
            chosen.TrueForAll(c => c is not null && question.Choices.ContainsKey(c))
            && chosen.Distinct(StringComparer.Ordinal).Count() == chosen.Count
            ? null
            : $"an array of: {known}, each once";
    }
}
