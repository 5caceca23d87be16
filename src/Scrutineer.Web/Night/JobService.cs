using System.Data.Common;
using System.IO.Compression;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scrutineer.Evidence;
using Scrutineer.Storage;
using Scrutineer.Web.Endpoints;

namespace Scrutineer.Web.Night;

/// <summary>Does the jobs that were asked for, by this process or another: bundles of the log, each packed once for everybody.</summary>
internal sealed partial class JobService(
    JobStore jobs,
    LogKeeper keeper,
    ElectionNight night,
    Reports reports,
    ServerOptions options,
    ILogger<JobService> logger
) : BackgroundService
{
    /// <summary>The whole log as a bundle; what it is about is the size of the log.</summary>
    public const string Bundle = "bundle";

    // Under load the log grows each second; readers of one bundle share it for so long.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>The bundle of the log, packed now or a moment ago; nothing before the first checkpoint.</summary>
    public async Task<byte[]?> BundleAsync(CancellationToken gone)
    {
        if (await keeper.CheckpointAsync() is not { } note)
        {
            return null;
        }

        var now = options.Clock.GetUtcNow();
        var about =
            await jobs.DoneSinceAsync(Bundle, now - Fresh)
            ?? Checkpoint.Read(note.Text)!.Size.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await jobs.AskAsync(Bundle, about, now);
        while (true)
        {
            if (await jobs.ResultAsync(Bundle, about) is { } zip)
            {
                return zip;
            }

            await Task.Delay(LookEvery, gone);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                if (!await WorkAsync())
                {
                    await Task.Delay(LookEvery, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    private async Task<bool> WorkAsync()
    {
        try
        {
            return await jobs.WorkAsync((_, _) => PackAsync(), options.Clock);
        }
        catch (Exception wrong) when (wrong is DbException or StorageException or IOException or TimeoutException)
        {
            // The job is free again, for this process or another.
            NotDone(wrong.Message);
            return false;
        }
    }

    private async Task<byte[]> PackAsync()
    {
        var folder = Directory.CreateTempSubdirectory("scrutineer-bundle-");
        try
        {
            // The copies first: the log then holds all that they speak of.
            var copies = await ReportFiles.CopiesAsync(night, reports);
            await keeper.KeepAsync(options.Clock.GetUtcNow());
            await keeper.WriteBundleAsync(folder.FullName, reports.PublishedFiles);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, EvidenceBundle.CopiesFile), copies);
            using var zip = new MemoryStream();
            await ZipFile.CreateFromDirectoryAsync(folder.FullName, zip);
            return zip.ToArray();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A job was not done: {Reason}")]
    private partial void NotDone(string reason);
}
