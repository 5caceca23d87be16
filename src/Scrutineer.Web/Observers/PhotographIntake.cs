using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Scrutineer.Evidence.Photographs;
using Scrutineer.Storage;
using Scrutineer.Web.Night;

namespace Scrutineer.Web.Observers;

/// <summary>The one way by which photographs come in: who signed it, is it one, and what of it is kept.</summary>
internal sealed class PhotographIntake(
    DeviceStore devices,
    FileStore files,
    Reports reports,
    DeviceLimit limit,
    DeviceQuota quota,
    ServerOptions options
)
{
    /// <summary>The most bytes of a photograph.</summary>
    public const int Longest = 8 << 20;

    private const int Attempts = 5;

    /// <summary>Whether an observer has a device that could sign.</summary>
    public async Task<bool> KnowsAsync(string observer) => await devices.FindAsync(observer) is not null;

    /// <summary>Keeps a photograph, or says why not.</summary>
    /// <param name="observer">Who sent it.</param>
    /// <param name="signature">The signature over the SHA-256 of the bytes, in base 16 and lower case.</param>
    /// <param name="bytes">The bytes as they came.</param>
    /// <param name="carried">Whether somebody carried it here: then no limit by the minute holds.</param>
    public async Task<PhotographOutcome> AcceptAsync(
        string observer,
        string signature,
        ReadOnlyMemory<byte> bytes,
        bool carried = false
    )
    {
        var received = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        if (
            await devices.FindAsync(observer) is not { } key
            || !DeviceSignature.Verifies(key, Encoding.ASCII.GetBytes(received), signature)
        )
        {
            return new PhotographOutcome(IntakeStatus.Unknown, received);
        }

        using var lease = carried ? null : limit.Attempt(observer, DeviceLimit.Photograph);
        if (lease is { IsAcquired: false })
        {
            return new PhotographOutcome(IntakeStatus.Slow, received);
        }

        if (bytes.Length > Longest || Photograph.Read(bytes.Span, out _) is not { } photograph)
        {
            return new PhotographOutcome(IntakeStatus.Refused, received);
        }

        if (!await files.HasAsync(observer, received) && !await quota.TakeAsync(key, photograph.Bytes.Length))
        {
            return new PhotographOutcome(IntakeStatus.Full, received);
        }

        var stored = await files.AddAsync(observer, received, new StoredFile(photograph.Type, photograph.Bytes));
        foreach (var report in reports.Awaiting(observer, received, stored))
        {
            await JoinAsync(report, received, stored);
        }

        return new PhotographOutcome(IntakeStatus.Accepted, received, stored);
    }

    // A report may come before its photographs, read from a screen by another telephone. They follow it in its stream, so that
    // the log names them too.
    private async Task JoinAsync(Report report, string received, string stored)
    {
        var known = report;
        for (var i = 0; i < Attempts && known is not null; i++)
        {
            var record = new NewRecord(
                $"{report.ClientId} {received}",
                report.Territory,
                ReportRecord.Stream(report.ClientId),
                known.Version + 1,
                "photograph",
                report.Observer,
                options.Clock.GetUtcNow(),
                new JsonObject { ["files"] = new JsonArray(JsonValue.Create(stored)) }
            );
            if ((await reports.AppendAsync(record)).Appended != Appended.Overtaken)
            {
                return;
            }

            // A coordinator was faster; the photograph comes behind.
            known = await reports.ReadAsync(report);
        }
    }
}
