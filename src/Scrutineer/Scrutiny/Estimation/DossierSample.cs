using Scrutineer.Counting;
using Scrutineer.Counting.Import;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>
/// The sample that a dossier names, as it was designed: its form, its strata, the units drawn. The stations come as a table, or
/// as the protocols that stand while a night goes on.
/// </summary>
/// <param name="Dossier">The election.</param>
/// <param name="Source">The table of the stations received, its mapping and form; the table need not be there yet.</param>
/// <param name="Frame">What the sample was drawn from.</param>
/// <param name="Options">How shares are estimated.</param>
public sealed record DossierSample(
    ElectionDossier Dossier,
    ProtocolSource Source,
    SampleFrame Frame,
    EstimateOptions Options
)
{
    /// <summary>The level of strata where the dossier names none.</summary>
    public const string Stratum = "stratum";

    private SampleEntry Entry => Dossier.File.Sample!;

    /// <summary>Reads the design of the sample; nothing where the dossier names none, or a problem was recorded.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="problems">Where problems of the entry, the mapping, the form, the frame and the list of units go.</param>
    public static DossierSample? Read(ElectionDossier dossier, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(problems);
        if (dossier.File.Sample is not { } entry)
        {
            return null;
        }

        var own = new Problems();
        var source = ProtocolSource.OfSample(dossier, own);
        var frame = entry.Frame is { } file
            ? SampleFrame.Read(Path.Combine(dossier.Folder, file), own)
            : SampleFrame.Whole(entry.Stations);
        var drawn = entry.Drawn is { } list ? DrawnList.Read(Path.Combine(dossier.Folder, list), own) : null;
        var strata = entry.Strata ?? (entry.Frame is null ? null : Stratum);
        foreach (var level in new[] { strata, entry.Clusters }.OfType<string>())
        {
            if (source?.Mapping.Levels.Contains(level, StringComparer.Ordinal) == false)
            {
                own.Add(
                    entry.At,
                    $"The mapping {source.Mapping.File.Id} has no level '{level}'.",
                    "a level of the mapping for 'strata' and 'clusters'",
                    Problems.Nearest(level, source.Mapping.Levels)
                );
            }
        }

        if ((strata is null) != (entry.Frame is null) || (entry.Frame is not null && entry.Stations is not null))
        {
            own.Add(
                entry.At,
                "Strata, frame and number of stations do not fit each other.",
                "'frame' with 'strata', or 'stations' alone",
                "Name the frame that says how many stations each stratum has, or leave the strata out."
            );
        }

        if (entry.Stations < 1)
        {
            own.Add(entry.At, $"{entry.Stations} is no number of stations.", "1 or more", "Write the number of all.");
        }

        problems.AddAll(own);
        return own.Any || source is null || frame is null
            ? null
            : new DossierSample(
                dossier,
                source,
                frame,
                new EstimateOptions
                {
                    Base = entry.Base ?? source.Mapping.File.Base ?? BaseName.ValidVotes,
                    Strata = strata,
                    Clusters = entry.Clusters,
                    Sample = drawn,
                }
            );
    }

    /// <summary>What the sample says, as a part of a check; nothing where the dossier names none.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="problems">Where problems go.</param>
    public static SampleEstimate? Check(ElectionDossier dossier, Problems problems)
    {
        if (Read(dossier, problems) is not { } sample)
        {
            return null;
        }

        if (File.Exists(sample.Source.Path))
        {
            return
                TableReader.Read(sample.Source.Path, sample.Source.Mapping, sample.Source.Layout, problems) is { } table
                ? sample.Estimate(table, problems)
                : null;
        }

        return new SampleEstimate
        {
            Findings =
            [
                new Finding(
                    "sample-not-at-hand",
                    Severity.Notice,
                    $"The table of the sample that the dossier names ({sample.Entry.File}) is not at hand; nothing is estimated.",
                    "election.yaml, sample",
                    $"Fetch the table to {SourceText.Show(sample.Source.Path)}."
                )
                {
                    Where = sample.Entry.At,
                },
            ],
        };
    }

    /// <summary>Estimates from the table of the stations received.</summary>
    /// <param name="table">The table.</param>
    /// <param name="problems">Receives what does not fit together; nothing is returned while one stands.</param>
    public SampleEstimate? Estimate(ProtocolTable table, Problems problems) =>
        QuickCount.Of(table, Frame, Options, problems) is { } count
            ? SampleEstimate.Of(Dossier, Entry.Contest, count)
            : null;

    /// <summary>
    /// Estimates from the protocols that stand, one a station. Where the dossier lists the units drawn, only theirs are used; where
    /// it does not, all are taken as if drawn by lot, and a finding says so.
    /// </summary>
    /// <param name="protocols">The protocols, all of one form, their units named from the top as the mapping of the sample does.</param>
    /// <param name="problems">Receives what does not fit together; nothing is returned while one stands.</param>
    /// <param name="reportedAt">When a protocol came, by local time; nothing where that is not known.</param>
    /// <returns>The estimate, without a count while no station of the sample has come.</returns>
    /// <exception cref="ArgumentException">Two protocols are of one station, or of different forms.</exception>
    public SampleEstimate? Estimate(
        IReadOnlyCollection<Protocol> protocols,
        Problems problems,
        Func<Protocol, DateTime?>? reportedAt = null
    )
    {
        ArgumentNullException.ThrowIfNull(protocols);
        ArgumentNullException.ThrowIfNull(problems);
        var drawn = protocols.Where(p => Options.Sample?.Contains(p.Unit) != false).ToList();
        if (drawn.Count == 0)
        {
            return new SampleEstimate { Findings = [] };
        }

        if (drawn.Exists(p => p.Layout != drawn[0].Layout) || drawn.DistinctBy(p => p.Unit).Count() < drawn.Count)
        {
            throw new ArgumentException("Each station has one protocol, all of one form.", nameof(protocols));
        }

        var source = Source with { Layout = drawn[0].Layout };
        return QuickCount.Of(source, drawn, Frame, Options, reportedAt, problems) is { } count
            ? SampleEstimate.Of(Dossier, Entry.Contest, Options.Sample is null ? AsArrived(count) : count)
            : null;
    }

    private static QuickCount AsArrived(QuickCount count) =>
        count with
        {
            Findings =
            [
                new Finding(
                    "sample-arrived-not-drawn",
                    Severity.Warning,
                    "The dossier does not list the stations drawn: all that have come in are taken as if they were drawn by lot within their strata. What comes early is no random part of the whole, and the intervals do not hold for it.",
                    "election.yaml, sample",
                    "Draw stations with 'scrutineer sample --csv', and name the list as 'drawn'."
                ),
                .. count.Findings,
            ],
        };
}
