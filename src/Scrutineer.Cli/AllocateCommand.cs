using System.Buffers;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scrutineer.Allocation;
using Scrutineer.Findings;

namespace Scrutineer.Cli;

/// <summary><c>allocate</c>: a filter for other programs. One case a line in, one result a line out, in order.</summary>
internal static class AllocateCommand
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Fields = ["id", "method", "seats", "votes", "quota", "threshold", "over-award"];

    public static Command Create()
    {
        var command = new Command(
            "allocate",
            "Turns votes into seats, case by case: JSON Lines on standard input, one result a line on standard output.\n\n"
                + "Example:\n"
                + "  echo '{\"id\":\"1\",\"method\":\"dhondt\",\"seats\":10,\"votes\":{\"A\":600,\"B\":300,\"C\":100}}' | scrutineer allocate\n\n"
                + $"Methods: {string.Join(", ", DivisorMethod.All.Select(m => m.Name))}, balinski-young, largest-remainder.\n"
                + $"Quotas of largest-remainder: {string.Join(", ", Quota.All.Select(q => q.Name))}.\n"
                + "Optional: \"threshold\":{\"share\":\"7%\",\"of\":7539280,\"inclusive\":true}, \"over-award\":\"error|ignore|subtract\".\n"
                + "A line that cannot be allocated answers with \"error\", and the run goes on."
        );
        command.SetAction(_ =>
        {
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            Run(input, output);
            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>
    /// Answers every line. What has been answered is flushed before the next wait for input, so that a program at the
    /// other end of a pipe can ask case by case.
    /// </summary>
    public static void Run(Stream input, Stream output)
    {
        var answers = new ArrayBufferWriter<byte>(1 << 16);
        var buffer = new byte[1 << 16];
        var held = 0;
        while (true)
        {
            var consumed = 0;
            while (buffer.AsSpan(consumed, held - consumed).IndexOf((byte)'\n') is var length and >= 0)
            {
                Answer(buffer.AsMemory(consumed, length), answers);
                consumed += length + 1;
            }

            buffer.AsSpan(consumed, held - consumed).CopyTo(buffer);
            held -= consumed;
            if (held == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            output.Write(answers.WrittenSpan);
            output.Flush();
            answers.ResetWrittenCount();
            var read = input.Read(buffer, held, buffer.Length - held);
            if (read == 0)
            {
                break;
            }

            held += read;
        }

        Answer(buffer.AsMemory(0, held), answers);
        output.Write(answers.WrittenSpan);
        output.Flush();
    }

    private static void Answer(ReadOnlyMemory<byte> line, ArrayBufferWriter<byte> answers)
    {
        if (line.Span.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        using (var json = new Utf8JsonWriter(answers, Options))
        {
            json.WriteStartObject();
            try
            {
                using var document = JsonDocument.Parse(
                    line,
                    new JsonDocumentOptions { AllowDuplicateProperties = false }
                );
                Case(document.RootElement, json);
            }
            catch (JsonException e)
            {
                json.WriteNull("id");
                json.WriteString("error", $"The line is not one JSON object: {e.Message.Split('.')[0]}.");
            }

            json.WriteEndObject();
        }

        answers.Write("\n"u8);
    }

    private static void Case(JsonElement line, Utf8JsonWriter json)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            json.WriteNull("id");
            json.WriteString("error", "The line is not a JSON object.");
            return;
        }

        json.WritePropertyName("id");
        if (line.TryGetProperty("id", out var id))
        {
            id.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }

        try
        {
            Write(Allocate(line, out var names), names, json);
        }
        catch (FormatException e)
        {
            json.WriteString("error", e.Message);
        }
    }

    private static void Write(AllocationResult result, IReadOnlyList<string> names, Utf8JsonWriter json)
    {
        if (result.Problem is { } problem)
        {
            json.WriteString("error", problem.Message);
            return;
        }

        var seats = result.Value.Seats;
        json.WriteStartObject("seats");
        for (var i = 0; i < names.Count; i++)
        {
            json.WriteNumber(names[i], seats[i]);
        }

        json.WriteEndObject();
        if (result.Value.Tie is { } tie)
        {
            json.WriteStartObject("tie");
            json.WriteStartArray("among");
            foreach (var index in tie.Among)
            {
                json.WriteStringValue(names[index]);
            }

            json.WriteEndArray();
            json.WriteNumber("seats", tie.Seats);
            json.WriteEndObject();
        }
    }

    /// <summary>Reads and allocates one case.</summary>
    /// <exception cref="FormatException">The case is not complete or not sound; the message says why.</exception>
    private static AllocationResult Allocate(JsonElement line, out IReadOnlyList<string> names)
    {
        foreach (var field in line.EnumerateObject())
        {
            // Fields of the caller's own pass; a misspelt one would silently change the result.
            if (
                !Fields.Contains(field.Name)
                && Problems.Nearest(field.Name, Fields) is var hint
                && hint.StartsWith("Did", StringComparison.Ordinal)
            )
            {
                throw new FormatException($"The field '{field.Name}' is not known. {hint}");
            }
        }

        var method = Method(line);
        var seats =
            line.TryGetProperty("seats", out var given)
            && given.ValueKind == JsonValueKind.Number
            && given.TryGetInt32(out var number)
            && number is >= 0 and <= AllocationMethod.LargestHouse
                ? number
                : throw new FormatException(
                    $"'seats' is not a whole number from 0 to {AllocationMethod.LargestHouse}."
                );
        var votes = Votes(line, out names);
        if (line.TryGetProperty("threshold", out var threshold))
        {
            votes = [.. Threshold(threshold).Apply(votes)];
            if (Array.TrueForAll(votes, v => v == 0))
            {
                throw new FormatException("No list reaches the threshold.");
            }
        }

        return method.Apportion(votes, seats);
    }

    private static AllocationMethod Method(JsonElement line)
    {
        var name = Text(line, "method") ?? throw new FormatException("'method' is missing.");
        var quota = Text(line, "quota");
        var overAward = Text(line, "over-award");
        if (name != "largest-remainder")
        {
            if (quota is not null || overAward is not null)
            {
                throw new FormatException(
                    $"'{(quota is null ? "over-award" : "quota")}' belongs to largest-remainder, not to '{name}'."
                );
            }

            return name == QuotaMethod.BalinskiYoung.Name
                ? QuotaMethod.BalinskiYoung
                : DivisorMethod.All.FirstOrDefault(m => m.Name == name)
                    ?? throw new FormatException($"The method '{name}' is not known.");
        }

        return new LargestRemainder(
            quota is null
                ? Quota.Hare
                : Quota.All.FirstOrDefault(q => q.Name == quota)
                    ?? throw new FormatException($"The quota '{quota}' is not known."),
            overAward switch
            {
                null or "error" => OverAward.Error,
                "ignore" => OverAward.Ignore,
                "subtract" => OverAward.Subtract,
                _ => throw new FormatException($"The mode '{overAward}' of over-award is not known."),
            }
        );
    }

    private static long[] Votes(JsonElement line, out IReadOnlyList<string> names)
    {
        if (!line.TryGetProperty("votes", out var given) || given.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("'votes' is not an object of names and whole numbers.");
        }

        var lists = new List<string>();
        var votes = new List<long>();
        Int128 total = 0;
        foreach (var list in given.EnumerateObject())
        {
            if (list.Value.ValueKind != JsonValueKind.Number || !list.Value.TryGetInt64(out var number) || number < 0)
            {
                throw new FormatException(
                    $"The votes of '{list.Name}' are not a whole number from 0 to {long.MaxValue}."
                );
            }

            lists.Add(list.Name);
            votes.Add(number);
            total += number;
        }

        if (lists.Count == 0)
        {
            throw new FormatException("'votes' names no list.");
        }

        names = lists;
        return total <= long.MaxValue
            ? [.. votes]
            : throw new FormatException($"The votes add up to more than {long.MaxValue}.");
    }

    private static Threshold Threshold(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object || !given.TryGetProperty("share", out var shareGiven))
        {
            throw new FormatException("'threshold' has no 'share'.");
        }

        var text = shareGiven.ValueKind == JsonValueKind.String ? shareGiven.GetString() : shareGiven.GetRawText();
        if (!Rational.TryParse(text, out var share) || share.Sign < 0 || share > Rational.One)
        {
            throw new FormatException($"The share '{text}' of the threshold is not an exact share such as \"7%\".");
        }

        long? of = null;
        if (given.TryGetProperty("of", out var ofGiven))
        {
            of =
                ofGiven.ValueKind == JsonValueKind.Number && ofGiven.TryGetInt64(out var size) && size >= 0
                    ? size
                    : throw new FormatException($"'of' is not a whole number from 0 to {long.MaxValue}.");
        }

        var inclusive =
            !given.TryGetProperty("inclusive", out var inclusiveGiven)
            || inclusiveGiven.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => throw new FormatException("'inclusive' is neither true nor false."),
            };
        return new Threshold(share, inclusive, of);
    }

    private static string? Text(JsonElement line, string field) =>
        !line.TryGetProperty(field, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new FormatException($"'{field}' is not a text.");
}
