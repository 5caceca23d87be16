using Scrutineer.Storage;
using Scrutineer.Web.Night;

namespace Scrutineer.Web.Observers;

/// <summary>The one way by which reports come in, over the network or carried: who signed it, what it says, once.</summary>
internal sealed class ReportIntake(
    ElectionSetup setup,
    DeviceStore devices,
    FileStore files,
    Reports reports,
    DeviceLimit limit,
    DeviceQuota quota,
    ServerOptions options
)
{
    /// <summary>The note on a report whose photographs did not all come yet.</summary>
    public const string PhotographMissing = "photograph-missing";

    /// <summary>Accepts an envelope, or says why not.</summary>
    /// <param name="bytes">The envelope as it came.</param>
    /// <param name="carried">Whether somebody carried it here: then no limit by the minute holds.</param>
    public async Task<IntakeOutcome> AcceptAsync(ReadOnlyMemory<byte> bytes, bool carried = false)
    {
        if (Envelope.Read(bytes) is not { } envelope)
        {
            return new IntakeOutcome(IntakeStatus.Refused)
            {
                Problems =
                [
                    new ReportProblem(
                        "envelope",
                        $"observer, payload, signature and algorithm, at most {Envelope.Longest} bytes"
                    ),
                ],
            };
        }

        if (
            await devices.FindAsync(envelope.Observer) is not { } key
            || !DeviceSignature.Verifies(key, envelope.Signed, envelope.Signature)
        )
        {
            return new IntakeOutcome(IntakeStatus.Unknown);
        }

        // Counted after the signature, so that nobody uses up another's share.
        using var lease = carried ? null : limit.Attempt(envelope.Observer);
        if (lease is { IsAcquired: false })
        {
            return new IntakeOutcome(IntakeStatus.Slow);
        }

        var problems = new List<ReportProblem>();
        if (PayloadReader.Read(envelope.Payload, setup, problems) is not { } payload)
        {
            return new IntakeOutcome(IntakeStatus.Refused, PayloadReader.IdOf(envelope.Payload))
            {
                Problems = problems,
            };
        }

        return await AppendAsync(key, envelope, payload);
    }

    private async Task<IntakeOutcome> AppendAsync(DeviceKey key, Envelope envelope, ReportPayload payload)
    {
        if (await reports.FirstAsync(payload.Id) is { } there)
        {
            return Again(there);
        }

        // What is there already costs nothing; what is new counts, also where it was carried.
        if (!await quota.TakeAsync(key, envelope.Bytes.Length))
        {
            return new IntakeOutcome(IntakeStatus.Full, payload.Id);
        }

        var received = payload.Files.Count == 0 ? null : await files.ReceivedAsync(envelope.Observer);
        var stored = payload.Files.Select(f => received!.GetValueOrDefault(f)).OfType<string>().Distinct().ToList();
        var now = options.Clock.GetUtcNow();
        var outcome = await reports.AppendAsync(ReportRecord.Of(envelope, payload, stored, now));
        return outcome.Appended switch
        {
            // Sent under two units at once, it stands where it was first.
            Appended.Now when reports.Find(payload.Id)?.Territory != ReportRecord.Territory(payload.Unit) =>
                new IntakeOutcome(IntakeStatus.Differs, payload.Id),
            Appended.Now => new IntakeOutcome(IntakeStatus.Accepted, payload.Id)
            {
                Notes =
                [
                    .. ClockDoubts.Of(payload, now).Select(d => Files.ScalarType.Word(d)),
                    .. payload.Files.Any(f => !received!.ContainsKey(f)) ? [PhotographMissing] : Array.Empty<string>(),
                ],
            },
            Appended.Before => new IntakeOutcome(IntakeStatus.Before, payload.Id),
            _ => outcome.Record is { } other ? Again(other) : new IntakeOutcome(IntakeStatus.Differs, payload.Id),
        };

        IntakeOutcome Again(StoredRecord record) =>
            new(ReportRecord.IsOf(record, envelope, payload) ? IntakeStatus.Before : IntakeStatus.Differs, payload.Id);
    }
}
