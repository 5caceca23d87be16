using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Scrutineer.Counting;

namespace Scrutineer.Bench.Load;

/// <summary>An observer's device: a key of its own, with which it signs incidents and hands them in through the night.</summary>
internal sealed class LoadObserver(string name, LoadBrowser browser, LoadFigures figures) : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private long sequence;

    /// <summary>Joins the device by a one-time link.</summary>
    public async Task JoinAsync(string secret)
    {
        using var answer = await browser.Client.PostAsJsonAsync(
            new Uri("/observe/join", UriKind.Relative),
            new
            {
                secret,
                key = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
                algorithm = "ecdsa-p256",
            }
        );
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Hands in incidents, one after the other.</summary>
    /// <param name="stations">The stations that they are about, in turn.</param>
    /// <param name="incidents">How many.</param>
    /// <param name="begins">After how long the first is handed in.</param>
    /// <param name="between">How long lies between two.</param>
    public async Task ReportAsync(IReadOnlyList<UnitPath> stations, int incidents, TimeSpan begins, TimeSpan between)
    {
        await Task.Delay(begins);
        for (var i = 0; i < incidents; i++)
        {
            var id = Guid.NewGuid().ToString("D");
            using var envelope = new ByteArrayContent(Signed(id, stations[i % stations.Count]));
            var began = Stopwatch.GetTimestamp();
            using var answer = await browser.Client.PostAsync(new Uri("/observe/records", UriKind.Relative), envelope);
            figures.Add("incident", Stopwatch.GetElapsedTime(began));
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException(
                    $"An incident was not accepted: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
                );
            }

            figures.Acknowledge(id);
            await Task.Delay(between);
        }
    }

    public void Dispose()
    {
        key.Dispose();
        browser.Dispose();
    }

    private byte[] Signed(string id, UnitPath unit)
    {
        var payload = new JsonObject
        {
            ["id"] = id,
            ["sequence"] = ++sequence,
            ["kind"] = "incident",
            ["unit"] = unit.Text,
            ["made"] = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["language"] = "ru",
            ["category"] = "observer-obstructed",
            ["severity"] = "rights",
            ["text"] = "SYNTHETIC: an incident of a load test, of about the length of two sentences.",
        }.ToJsonString();
        var signature = key.SignData(
            Encoding.UTF8.GetBytes(payload),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );
        return Encoding.UTF8.GetBytes(
            new JsonObject
            {
                ["observer"] = name,
                ["payload"] = payload,
                ["signature"] = Convert.ToBase64String(signature),
                ["algorithm"] = "ecdsa-p256",
            }.ToJsonString()
        );
    }
}
