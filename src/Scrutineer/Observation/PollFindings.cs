using Scrutineer.Allocation;
using Scrutineer.Claims;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Observation;

/// <summary>What polls have to say, beside each other and beside the result.</summary>
internal static class PollFindings
{
    public static IReadOnlyList<Finding> Of(ElectionDossier dossier, PollFile polls, DossierFacts facts)
    {
        var verify = $"scrutineer check {SourceText.Show(dossier.Folder)}";
        var findings = new List<Finding>();
        foreach (var poll in polls.Polls)
        {
            var basis = string.Join("; ", poll.Sources.Select(s => dossier.File.Sources[s].Title));
            Finding Say(string code, Severity severity, string statement) =>
                new(code, severity, $"{Name(poll)}: {statement}", basis, verify)
                {
                    Unit = poll.Pollster,
                    Where = poll.At,
                };

            if (poll.Asked.Select(a => a.Number.Written).Distinct().Count() > 1)
            {
                findings.Add(
                    Say(
                        "poll-sample-disputed",
                        Severity.Warning,
                        $"sources differ on how many it asked: {string.Join("; ", poll.Asked.Select(a => $"{a.Number.InWords()} ({string.Join(", ", a.Sources.Select(s => dossier.File.Sources[s].Title))})"))}."
                    )
                );
            }

            var sum = poll.Shares.Values.Aggregate(Rational.Zero, (a, b) => a + b);
            if (poll.Shares.Count > 1 && sum > Rational.One)
            {
                findings.Add(
                    Say("poll-sum-above-whole", Severity.Notice, $"its shares add up to {Shown.Percent(sum)}.")
                );
            }

            if (poll.Margin is { Sign: > 0 } margin && Smallest(poll) is { } asked)
            {
                // Of a simple random sample, at 95 %: n = 1.96² / (4 margin²), in the worst case of one half.
                var needed = (new Rational(9604, 10000) / (margin * margin)).Ceiling();
                if (asked > 2 * needed)
                {
                    findings.Add(
                        Say(
                            "poll-margin-not-of-sample",
                            Severity.Notice,
                            $"it claims a margin of {Shown.Percent(margin, 1)}, which a simple random sample of {Shown.Whole(needed)} has, and asked {Shown.Whole(asked)} or more: people asked at one station are alike, so that the number asked is not the number that counts."
                        )
                    );
                }
            }

            if (poll.Where is { } place)
            {
                findings.Add(
                    Say(
                        "poll-of-a-part",
                        Severity.Notice,
                        $"it asked in {facts.NameOf(place, dossier.File.PollingDay)} only; its shares are no shares of the whole."
                    )
                );
                continue;
            }

            if (poll.Margin is { } claimed)
            {
                var apart = poll
                    .Shares.Select(s =>
                        (
                            List: dossier.File.Contests[poll.Contest].Contenders[s.Key].Name,
                            s.Value,
                            Official: FigureRecord.OfValid(dossier, poll.Contest, s.Key)
                        )
                    )
                    .Where(s => s.Official is not null)
                    .Select(s =>
                        (s.List, s.Value, Official: s.Official!.Value, Apart: (s.Value - s.Official!.Value).Abs())
                    )
                    .ToList();
                if (apart.Count == 0)
                {
                    continue;
                }

                var most = apart.MaxBy(s => s.Apart);
                findings.Add(
                    Say(
                        most.Apart > claimed ? "poll-outside-margin" : "poll-within-margin",
                        most.Apart > claimed ? Severity.Warning : Severity.Info,
                        $"furthest from the result is {most.List}: {Shown.Percent(most.Value)} {poll.Base.InWords()} against {Shown.Percent(most.Official)} of the valid votes, {(most.Apart * 100).ToDecimal(2)} points apart, {(most.Apart > claimed ? "more than" : "within")} the margin of {Shown.Percent(claimed, 1)} that it claims."
                    )
                );
            }
        }

        return findings;
    }

    /// <summary>The poll in words.</summary>
    public static string Name(PollEntry poll) =>
        $"{(poll.Kind == PollKind.ExitPoll ? "Exit poll" : "Poll before the vote")} of {poll.Pollster}";

    private static System.Numerics.BigInteger? Smallest(PollEntry poll) =>
        poll.Asked.Count == 0 ? null : poll.Asked.Min(a => a.Number.Low).Floor();
}
