using System.Globalization;
using Scrutineer.Claims;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Numerics;
using Scrutineer.Observation;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Scrutiny.Polls;

/// <summary>One poll of a dossier against its result.</summary>
/// <param name="Poll">The poll.</param>
/// <param name="Test">The test; nothing where the dossier does not allow one.</param>
/// <param name="Published">X² against the shares as published, rounded; nothing where they are not in the dossier.</param>
/// <param name="ClaimedEffect">The design effect that the claimed margin means; nothing where none is claimed.</param>
/// <param name="Within">The comparison within stations, where the poll's stations are known.</param>
/// <param name="Untold">Why there is no test; nothing where there is one.</param>
public sealed record PollAgainstResult(
    PollEntry Poll,
    PollTest? Test,
    double? Published,
    double? ClaimedEffect,
    WithinPrecinctError? Within,
    string? Untold
);

/// <summary>The polls of a dossier against its result.</summary>
public static class PollScrutiny
{
    private static readonly double[] Named = [0.02, 0.05, 0.10];

    /// <summary>Tests every poll of the whole that the dossier allows to be tested.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="polls">Its polls.</param>
    /// <param name="clusters">Polls by station, by the name of their file.</param>
    public static IReadOnlyList<PollAgainstResult> Of(
        ElectionDossier dossier,
        PollFile polls,
        IReadOnlyDictionary<string, PollClusters> clusters
    )
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(polls);
        ArgumentNullException.ThrowIfNull(clusters);
        return [.. polls.Polls.Select(p => Of(dossier, p, clusters))];
    }

    /// <summary>What the tests say.</summary>
    public static IReadOnlyList<Finding> Findings(ElectionDossier dossier, IReadOnlyList<PollAgainstResult> polls)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(polls);
        var verify = $"scrutineer check {SourceText.Show(dossier.Folder)}";
        return
        [
            .. polls.SelectMany(p =>
                Say(p).Select(f => f with { Verify = verify, Unit = p.Poll.Pollster, Where = p.Poll.At })
            ),
        ];
    }

    /// <summary>The verdict in words.</summary>
    public static string InWords(PollVerdict verdict) =>
        verdict switch
        {
            PollVerdict.Consistent => "consistent with the result",
            PollVerdict.Inconsistent => "inconsistent with the result",
            _ => "depends on the clustering",
        };

    private static PollAgainstResult Of(
        ElectionDossier dossier,
        PollEntry poll,
        IReadOnlyDictionary<string, PollClusters> clusters
    )
    {
        PollAgainstResult No(string why) => new(poll, null, null, null, null, why);
        if (poll.Where is not null)
        {
            return No("it asked in a part of the country");
        }

        if (poll.Shares.Count < 2)
        {
            return No("it gives the share of one list only");
        }

        if (poll.Asked.Count == 0)
        {
            return No("how many it asked is not known");
        }

        var official = poll.Shares.Keys.Select(l => FigureRecord.OfValid(dossier, poll.Contest, l)).ToList();
        if (official.Exists(o => o is not { Sign: > 0 }))
        {
            return No("the dossier does not have the votes of each of its lists");
        }

        var answers = poll.Asked.Min(a => a.Number.Low).ToDouble();
        var shares = poll.Shares.Values.Select(s => s.ToDouble()).ToList();
        var tally = dossier.TallyOf(poll.Contest, Law.Evaluation.Tally.Nation);
        var published = poll
            .Shares.Keys.Select(l =>
                tally.Contenders.First(c => c.Id == l).PublishedShares.TryGetValue(BaseName.ValidVotes, out var share)
                    ? ((share.Low + share.High) / 2).ToDouble()
                    : 0
            )
            .ToList();
        var order = poll.Shares.Keys.Zip(official).OrderByDescending(o => o.Second).Select(o => o.First).ToList();
        return new PollAgainstResult(
            poll,
            PollTest.Of(answers, poll.Stations, shares, official.ConvertAll(o => o!.Value.ToDouble())),
            published.TrueForAll(s => s > 0) ? PollTest.Of(answers, poll.Stations, shares, published).Statistic : null,
            poll.Margin is { } margin ? PollTest.ClaimedEffect(answers, margin.ToDouble()) : null,
            poll.Clusters is { } file && clusters.TryGetValue(file, out var known)
                ? WithinPrecinctError.Of(known, order[0], order[1])
                : null,
            null
        );
    }

    private static IEnumerable<Finding> Say(PollAgainstResult poll)
    {
        const string Basis = "Pearson's X² with the first-order correction of Rao and Scott (1981), 5 %";
        var name = PollFindings.Name(poll.Poll);
        if (poll.Test is not { } test)
        {
            yield return new Finding(
                "poll-untested",
                Severity.Info,
                $"{name}: it cannot be tested against the result: {poll.Untold}.",
                Basis,
                ""
            );
            yield break;
        }

        var claimed = poll.ClaimedEffect is { } effect
            ? $" The margin that it claims, {Shown.Percent(poll.Poll.Margin!.Value, 1)}, means a design effect of {EstimateWords.Number(effect, 1)}{(effect > test.CriticalEffect ? ", under which it does not differ" : ", under which it differs")}."
            : "";
        yield return new Finding(
            test.Verdict switch
            {
                PollVerdict.Consistent => "poll-consistent",
                PollVerdict.Inconsistent => "poll-inconsistent",
                _ => "poll-depends-on-clustering",
            },
            test.Verdict switch
            {
                PollVerdict.Consistent => Severity.Info,
                PollVerdict.Inconsistent => Severity.Warning,
                _ => Severity.Notice,
            },
            $"{name}: {InWords(test.Verdict)}. {Statement(poll, test)}{claimed} Who refused to answer is not observed.",
            Basis,
            ""
        )
        {
            Figures =
            [
                KeyValuePair.Create("verdict", ScalarType.Word(test.Verdict)),
                KeyValuePair.Create("answers", ((long)test.Answers).ToString(CultureInfo.InvariantCulture)),
                KeyValuePair.Create("statistic", EstimateWords.Number(test.Statistic, 1)),
                .. poll.Published is { } published
                    ? [KeyValuePair.Create("statistic-of-published-shares", EstimateWords.Number(published, 1))]
                    : Array.Empty<KeyValuePair<string, string>>(),
                KeyValuePair.Create("critical", EstimateWords.Number(test.Critical, 2)),
                .. test.Curve.Select(p =>
                    KeyValuePair.Create(
                        "statistic-at-" + EstimateWords.Number(p.Correlation, 2),
                        EstimateWords.Number(p.Statistic, 1)
                    )
                ),
                .. poll.ClaimedEffect is { } implied
                    ? [KeyValuePair.Create("claimed-design-effect", EstimateWords.Number(implied, 1))]
                    : Array.Empty<KeyValuePair<string, string>>(),
            ],
        };
        if (poll.Within is { } within)
        {
            var differs = within.Probability < PollTest.Level;
            yield return new Finding(
                "poll-within-precinct",
                differs ? Severity.Warning : Severity.Info,
                $"{name}: at {Shown.Of(within.Stations, "station", "stations")} the lead of {within.Ahead} over {within.Behind} is {EstimateWords.Points(within.Mean)} points beside the official one on average{(within.StandardError is { } error ? $" (standard error {EstimateWords.Number(error * 100, 2)}, p = {EstimateWords.Number(within.Probability ?? 1, 4)})" : "")}. No choice of stations explains it; who was asked, who refused, or the count may.",
                "within-precinct error, Student's t over stations",
                ""
            );
        }
    }

    private static string Statement(PollAgainstResult poll, PollTest test)
    {
        var lists = Shown.Whole(test.Degrees + 1);
        var first =
            $"If its {Shown.Whole((long)test.Answers)} answers{(poll.Poll.Asked.Count > 1 ? ", the smallest number given," : "")} were drawn one by one, X² over {lists} lists would be {EstimateWords.Number(test.Statistic, 1)}"
            + (
                poll.Published is { } published
                && EstimateWords.Number(published, 1) != EstimateWords.Number(test.Statistic, 1)
                    ? $" ({EstimateWords.Number(published, 1)} against the shares as published)"
                    : ""
            )
            + $"; above {EstimateWords.Number(test.Critical, 2)} it differs.";
        return test.Curve.Count == 0
            ? first
                + $" A design effect of {EstimateWords.Number(test.CriticalEffect, 1)} or more makes it agree; at how many stations it asked is not known."
            : first
                + $" At {Shown.Of(test.Stations!.Value, "station", "stations")} it is {Shown.Row(Named.Select(r => EstimateWords.Number(test.At(r).Statistic, 1)))} at intra-cluster correlations of {Shown.Row(Named.Select(r => EstimateWords.Number(r, 2)))}"
                + (
                    test.CriticalCorrelation is > 0 and { } at
                        ? $"; it agrees from {EstimateWords.Number(at, 3)} on."
                        : "."
                );
    }
}
