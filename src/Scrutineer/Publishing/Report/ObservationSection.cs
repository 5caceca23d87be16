using Scrutineer.Claims;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Numerics;
using Scrutineer.Observation;
using Scrutineer.Registry;

namespace Scrutineer.Publishing.Report;

/// <summary>Who watched, under which rules, what happened, and what the polls said.</summary>
internal static class ObservationSection
{
    public static string Of(ElectionDossier dossier, PublicRecord? record) =>
        record is null ? "" : Rules(record) + Limits(record) + Observers(record) + Incidents(dossier, record);

    public static string Polls(ElectionDossier dossier, PublicRecord? record)
    {
        if (record?.Polls is not { Polls.Count: > 0 } polls)
        {
            return "";
        }

        return string.Concat(
            polls.Polls.Select(
                (poll, i) =>
                    $"<p>{Html.Text(Described(dossier, record, poll))}</p>\n"
                    + Html.Table(
                        PollFindings.Name(poll),
                        ["List", ">Poll", ">Result", ">Apart"],
                        [
                            .. poll.Shares.Select(s =>
                            {
                                var official = poll.Where is null
                                    ? FigureRecord.OfValid(dossier, poll.Contest, s.Key)
                                    : null;
                                return (IReadOnlyList<Cell>)
                                    [
                                        dossier.File.Contests[poll.Contest].Contenders[s.Key].Name,
                                        Shown.Percent(s.Value),
                                        official is { } share ? Shown.Percent(share) : "no like figure",
                                        official is { } result ? ((s.Value - result) * 100).ToDecimal(2) : "",
                                    ];
                            }),
                        ],
                        $"poll-{i + 1}"
                    )
                    + PollTestFigure.Of(record.PollTests.FirstOrDefault(t => t.Poll == poll), i + 1)
            )
        );
    }

    private static string Described(ElectionDossier dossier, PublicRecord record, PollEntry poll)
    {
        var asked =
            poll.Asked.Count == 0
                ? "how many it asked is not known"
                : "asked "
                    + string.Join(
                        " or ",
                        poll.Asked.Select(a =>
                            $"{a.Number.InWords()} (by {string.Join(", ", a.Sources.Select(s => dossier.File.Sources[s].Title))})"
                        )
                    );
        return $"{PollFindings.Name(poll)}{(poll.Where is { } place ? $" in {record.Facts.NameOf(place, dossier.File.PollingDay)} only" : "")}{(poll.Client is { } client ? $", ordered by: {client}" : "")}: {asked}{(poll.Stations is { } stations ? $" at {stations} stations" : "")}; {(poll.Margin is { } margin ? $"claims a margin of {Shown.Percent(margin, 1)}" : "claims no margin")}; shares {poll.Base.InWords()}. {poll.Method}";
    }

    private static string Rules(PublicRecord record) =>
        record.Observation is not { Rules.Count: > 0 } observation
            ? ""
            : Html.Table(
                "Rules on who may observe",
                ["Rule", "Holds", "Takes away", "Basis"],
                [
                    .. observation.Rules.Select(r =>
                        (IReadOnlyList<Cell>)
                            [
                                r.Says,
                                new Interval(r.From, r.To).InWords(),
                                r.Narrows ?? "",
                                $"{r.Cite ?? "no article"} ({ScalarType.Word(r.Checked)})",
                            ]
                    ),
                ],
                "observation-rules"
            );

    private static string Limits(PublicRecord record) =>
        record.Observation is not { Limits.Count: > 0 } observation
            ? ""
            : Html.Table(
                "Provisions that limit speech, press and assembly",
                ["Provision", "Limits", "Holds", "Sanction", "Basis"],
                [
                    .. observation.Limits.Select(l =>
                        (IReadOnlyList<Cell>)
                            [
                                l.Says,
                                ScalarType.Word(l.Limits),
                                new Interval(l.From, l.To).InWords(),
                                l.Sanction ?? "",
                                $"{l.Cite} ({ScalarType.Word(l.Checked)})",
                            ]
                    ),
                ],
                "speech-limits"
            );

    private static string Observers(PublicRecord record) =>
        record.Observation is not { Observers.Count: > 0 } observation
            ? ""
            : Html.Table(
                "Observers by organisation",
                ["Organisation", "Kind", ">Accredited"],
                [
                    .. observation.Observers.Select(o =>
                        (IReadOnlyList<Cell>)
                            [
                                o.Organisation,
                                ScalarType.Word(o.Kind),
                                o.Number is { } number ? Shown.Whole(number) : "not known",
                            ]
                    ),
                ],
                "observers"
            );

    private static string Incidents(ElectionDossier dossier, PublicRecord record)
    {
        if (record.Observation is not { Incidents.Count: > 0 } observation)
        {
            return "";
        }

        return Html.Table(
                "Incidents",
                ["When", "Where", "What", "Report", "Persons", "Touched at most", ">Votes at most", "Sources"],
                [
                    .. observation.Incidents.Select(i =>
                    {
                        var most = PublicRecord.MostVotes(dossier, i);
                        return (IReadOnlyList<Cell>)
                            [
                                i.On.InWords(),
                                i.Where.Count == 0
                                    ? "the whole"
                                    : string.Join(
                                        ", ",
                                        i.Where.Select(w => record.Facts.NameOf(w, dossier.File.PollingDay))
                                    ) + (i.Places is { } places ? $" ({places.InWords()} places)" : ""),
                                ScalarType.Word(i.What).Replace('-', ' '),
                                i.Says + (i.Reason is { } reason ? $" Reason given: {reason}." : ""),
                                i.Persons?.InWords() ?? "",
                                ScalarType.Word(i.Severity),
                                most is { } votes ? $"{Shown.Whole(votes.Votes)} ({votes.Of})" : "none",
                                string.Join("; ", i.Sources.Select(s => dossier.File.Sources[s].Title)),
                            ];
                    }),
                ],
                "incidents"
            )
            + "<p>An upper bound is not an estimate: it says how many votes an incident can have touched at the very most, by the ballots of the smallest unit around it whose figures are known. None is given where an incident touched rights and no votes.</p>\n";
    }
}
