using System.Text.Json;
using Scrutineer.Counting;
using Scrutineer.Files;
using Scrutineer.Observation;
using Scrutineer.Observation.Forms;
using Scrutineer.Web.Endpoints;
using Scrutineer.Web.Language;
using Scrutineer.Web.Night;

namespace Scrutineer.Web.Observers;

/// <summary>Reads what a device signed, strictly: every property is known, of its kind and within its length, or is told as a problem.</summary>
internal sealed class PayloadReader
{
    /// <summary>The most characters of an observer's words.</summary>
    public const int LongestText = 8_000;

    /// <summary>The most photographs of one report.</summary>
    public const int MostFiles = 20;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 5, AllowDuplicateProperties = false };

    private static readonly Dictionary<ReportKind, string[]> Properties = new()
    {
        [ReportKind.Observation] = ["form", "answers", "times"],
        [ReportKind.Copy] = ["figures"],
        [ReportKind.Incident] = ["category", "severity", "at"],
    };

    private static readonly string[] Common = ["id", "sequence", "kind", "unit", "made", "language", "text", "files"];

    private static readonly string[] PinNames = ["id", "version", "sha256"];

    private readonly ElectionSetup setup;
    private readonly JsonFields fields;
    private readonly List<ReportProblem> problems;

    private readonly bool accepted;

    private PayloadReader(ElectionSetup setup, JsonElement root, List<ReportProblem> problems, bool accepted)
    {
        this.setup = setup;
        this.accepted = accepted;
        this.problems = problems;
        fields = new JsonFields(root, problems);
    }

    /// <summary>Reads a payload. Nothing is returned while a problem stands; all are told.</summary>
    /// <param name="text">The text that was signed.</param>
    /// <param name="setup">The election.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="accepted">Whether it was accepted before: then its form need not be known any more.</param>
    public static ReportPayload? Read(
        string text,
        ElectionSetup setup,
        List<ReportProblem> problems,
        bool accepted = false
    )
    {
        try
        {
            using var json = JsonDocument.Parse(text, Strict);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new PayloadReader(setup, json.RootElement.Clone(), problems, accepted).Payload();
            }
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or ArgumentException)
        {
            // Told below: it is no JSON, names a property twice, or holds half of a surrogate pair.
        }

        problems.Add(new ReportProblem("payload", "a JSON object with each name once"));
        return null;
    }

    /// <summary>The identifier in a payload that may be wrong otherwise; nothing where none can be read.</summary>
    public static string? IdOf(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Strict);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
                && id.GetString() is { Length: <= 64 } known
                ? known
                : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private ReportPayload? Payload()
    {
        var kind = fields.Word<ReportKind>("kind", required: true);
        fields.Only([.. Common, .. kind is { } known ? Properties[known] : [.. Properties.Values.SelectMany(p => p)]]);
        var id = fields.Text("id", 36, required: true);
        if (id is not null && (!Guid.TryParseExact(id, "D", out var guid) || guid.ToString("D") != id))
        {
            problems.Add(new ReportProblem("id", "a UUID in lower case"));
        }

        var payload = new ReportPayload(
            id ?? "",
            fields.Whole("sequence", required: true) ?? 0,
            kind ?? default,
            Unit(kind == ReportKind.Copy),
            fields.Instant("made", required: true) ?? default,
            fields.Text("language", 8, required: true) ?? ""
        )
        {
            // What was signed is kept as it is; what is shown shows the marks that would turn its order.
            Text = TextDirection.Shown(fields.Text("text", LongestText, required: kind == ReportKind.Incident) ?? ""),
            Files = Photographs(),
        };
        if (!Texts.Languages.Any(l => l.Code == payload.Language) && payload.Language.Length > 0)
        {
            problems.Add(
                new ReportProblem("language", "one of: " + string.Join(", ", Texts.Languages.Select(l => l.Code)))
            );
        }

        payload = kind switch
        {
            ReportKind.Observation => Observation(payload),
            ReportKind.Copy => payload with { Figures = Figures(payload.Files.Count > 0) },
            ReportKind.Incident => payload with
            {
                Category = fields.Word<IncidentKind>("category", required: true),
                Severity = fields.Word<IncidentSeverity>("severity", required: true),
                At = fields.Instant("at", required: false),
            },
            _ => payload,
        };
        return problems.Count == 0 ? payload : null;
    }

    private UnitPath? Unit(bool station)
    {
        if (fields.Text("unit", 1_000, required: station) is not { } text)
        {
            return null;
        }

        try
        {
            var path = UnitPath.Parse(text);
            if (station ? setup.Tree.IsStation(path) : setup.Tree.Find(path) is not null)
            {
                return path;
            }
        }
        catch (ArgumentException)
        {
            // Told below, as every other text that is no unit.
        }

        problems.Add(new ReportProblem("unit", station ? "a station of this election" : "a unit of this election"));
        return null;
    }

    private ReportPayload Observation(ReportPayload payload)
    {
        var pin = Pin();
        var form = pin is null ? null : setup.Answered(pin);
        if (pin is not null && form is null && !accepted)
        {
            problems.Add(new ReportProblem("form", Known(pin)));
        }

        var answers = fields.Object("answers", required: true);
        if (answers is { Count: 0 })
        {
            problems.Add(new ReportProblem("answers", "at least one answer"));
        }

        foreach (var (name, answer) in form is not null && answers is not null ? answers : [])
        {
            if (!form!.Questions.TryGetValue(name, out var question))
            {
                problems.Add(new ReportProblem("answers." + JsonFields.Short(name), "a question of the form"));
            }
            else if (AnswerCheck.Expected(question, answer) is { } expected)
            {
                problems.Add(new ReportProblem("answers." + name, expected));
            }
        }

        var times = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var (name, time) in fields.Object("times", required: false) ?? [])
        {
            if (answers?.ContainsKey(name) == true && JsonFields.Instant(time) is { } at)
            {
                times[name] = at;
            }
            else
            {
                problems.Add(
                    new ReportProblem("times." + JsonFields.Short(name), $"{JsonFields.AnInstant}, of an answer")
                );
            }
        }

        return payload with
        {
            Form = pin,
            Answers = answers ?? [],
            Times = times,
        };
    }

    // What is known instead, and what makes the report welcome: the form is not lost, and neither is the report.
    private string Known(FormPin pin)
    {
        if (setup.Forms.FirstOrDefault(f => f.File.Id == pin.Id) is not { } form)
        {
            return "one of: " + string.Join(", ", setup.Forms.Select(f => f.File.Id));
        }

        var versions = form.Earlier.Prepend(form).Select(f => $"version {f.File.Version}, SHA-256 {f.Source.Sha256}");
        return $"{form.File.Id} in {string.Join("; or ", versions)}. To take answers to another version, put its file into the folder 'earlier' beside the form, start the server again, and have the report tried again";
    }

    private FormPin? Pin()
    {
        if (fields.Object("form", required: true) is not { } form)
        {
            return null;
        }

        var texts = PinNames
            .Select(n => form.TryGetValue(n, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null)
            .ToList();
        if (form.Count == texts.Count && texts is [{ } id, { } version, { } sha256])
        {
            return new FormPin(id, version, sha256);
        }

        problems.Add(new ReportProblem("form", "id, version and sha256 as texts"));
        return null;
    }

    private Dictionary<string, Count> Figures(bool photographed)
    {
        var figures = new Dictionary<string, Count>(StringComparer.Ordinal);
        var given = fields.Object("figures", required: !photographed);
        if (given is { Count: 0 } && !photographed)
        {
            problems.Add(new ReportProblem("figures", "at least one figure, or a photograph"));
        }

        foreach (var (name, value) in given ?? [])
        {
            var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
            if (setup.Layout.Columns.All(c => c.Name != name))
            {
                problems.Add(new ReportProblem("figures." + JsonFields.Short(name), "a column of the form"));
            }
            else if (EntryEndpoints.Typed(text) is { } figure)
            {
                figures[name] = figure;
            }
            else
            {
                problems.Add(new ReportProblem("figures." + name, "a number in digits, - or ?, as a text"));
            }
        }

        return figures;
    }

    private List<string> Photographs()
    {
        var files = fields.Texts("files", MostFiles);
        if (
            files.Exists(f => f.Length != 64 || !f.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f'))
            || files.Distinct(StringComparer.Ordinal).Count() != files.Count
        )
        {
            problems.Add(new ReportProblem("files", "SHA-256 in base 16 and lower case, each once"));
        }

        return files;
    }
}
