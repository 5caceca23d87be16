using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Scrutineer.Web.Tests;

/// <summary>The device of an observer: a key that never leaves it, and what it signs.</summary>
internal sealed class Device : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private long sequence;

    public string Observer { get; private set; } = "";

    public string Key => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    /// <summary>Makes an account of an observer and joins it by its link.</summary>
    public static async Task<Device> JoinAsync(Night night, Browser administrator, string pseudonym)
    {
        var secret = await Night.JoiningAsync(administrator, pseudonym);
        var device = new Device();
        using var browser = night.Browser();
        using var answer = await device.JoinAsync(browser, secret);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return device;
    }

    /// <summary>Sends a link's secret with the device's key.</summary>
    public async Task<HttpResponseMessage> JoinAsync(Browser browser, string secret)
    {
        var answer = await browser.Client.PostAsJsonAsync(
            "/observe/join",
            new
            {
                secret,
                key = Key,
                algorithm = "ecdsa-p256",
            }
        );
        if (answer.IsSuccessStatusCode)
        {
            Observer = (string)(await BodyAsync(answer))["observer"]!;
        }

        return answer;
    }

    /// <summary>A payload with what every report has.</summary>
    public JsonObject Payload(string kind, string? unit, DateTimeOffset? made = null)
    {
        var payload = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString("D"),
            ["sequence"] = ++sequence,
            ["kind"] = kind,
            ["made"] = Moment(made ?? DateTimeOffset.UtcNow),
            ["language"] = "ru",
        };
        if (unit is not null)
        {
            payload["unit"] = unit;
        }

        return payload;
    }

    public JsonObject Incident(string? unit = Night.Station, DateTimeOffset? made = null)
    {
        var payload = Payload("incident", unit, made);
        payload["category"] = "observer-obstructed";
        payload["severity"] = "rights";
        payload["text"] = "The chair told the observer to leave the room: «выйдите».";
        return payload;
    }

    public JsonObject Copy(params string[] files)
    {
        var payload = Payload("copy", Night.Station);
        payload["figures"] = new JsonObject
        {
            ["registered"] = "333",
            ["invalid"] = "-",
            ["spoiled"] = "?",
        };
        payload["files"] = new JsonArray([.. files.Select(f => JsonValue.Create(f))]);
        return payload;
    }

    /// <summary>Answers to a form of the server, as the device has it.</summary>
    public JsonObject Observation(JsonNode form, params (string Question, JsonNode Answer)[] answers)
    {
        var payload = Payload("observation", Night.Station);
        payload["form"] = new JsonObject
        {
            ["id"] = (string)form["id"]!,
            ["version"] = (string)form["version"]!,
            ["sha256"] = (string)form["sha256"]!,
        };
        payload["answers"] = new JsonObject(answers.Select(a => KeyValuePair.Create(a.Question, (JsonNode?)a.Answer)));
        payload["times"] = new JsonObject { [answers[0].Question] = Moment(DateTimeOffset.UtcNow.AddMinutes(-1)) };
        return payload;
    }

    /// <summary>The envelope of a payload, signed.</summary>
    public byte[] Sign(JsonObject payload) => Sign(payload.ToJsonString());

    public byte[] Sign(string payload, string? observer = null) =>
        Encoding.UTF8.GetBytes(
            new JsonObject
            {
                ["observer"] = observer ?? Observer,
                ["payload"] = payload,
                ["signature"] = Signature(payload),
                ["algorithm"] = "ecdsa-p256",
            }.ToJsonString()
        );

    public string Signature(string text) =>
        Convert.ToBase64String(
            key.SignData(
                Encoding.UTF8.GetBytes(text),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation
            )
        );

    /// <summary>Sends an envelope.</summary>
    public static async Task<(HttpStatusCode Status, JsonNode Told)> SendAsync(Browser browser, byte[] envelope)
    {
        using var content = new ByteArrayContent(envelope);
        using var answer = await browser.Client.PostAsync("/observe/records", content);
        return (answer.StatusCode, await BodyAsync(answer));
    }

    /// <summary>Sends a photograph.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Told)> SendFileAsync(
        Browser browser,
        byte[] bytes,
        string? signature = null
    )
    {
        using var content = new ByteArrayContent(bytes);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/observe/files") { Content = content };
        request.Headers.Add("X-Observer", Observer);
        request.Headers.Add("X-Signature", signature ?? Signature(HashOf(bytes)));
        using var answer = await browser.Client.SendAsync(request);
        return (answer.StatusCode, await BodyAsync(answer));
    }

    /// <summary>The lines of what this device would give to somebody to carry.</summary>
    public string Carried(IEnumerable<byte[]> photographs, IEnumerable<JsonObject> payloads) =>
        string.Join(
            '\n',
            [
                new JsonObject
                {
                    ["scrutineer-carried"] = 1,
                    ["election"] = "xx-assembly-2025",
                    ["key"] = Key,
                }.ToJsonString(),
                .. photographs.Select(p =>
                    new JsonObject
                    {
                        ["file"] = Convert.ToBase64String(p),
                        ["signature"] = Signature(HashOf(p)),
                        ["observer"] = Observer,
                    }.ToJsonString()
                ),
                .. payloads.Select(p => Encoding.UTF8.GetString(Sign(p))),
            ]
        );

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static async Task<JsonNode> BodyAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    public void Dispose() => key.Dispose();
}
