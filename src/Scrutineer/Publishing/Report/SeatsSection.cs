using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using Scrutineer.Publishing.Charts;
using Scrutineer.Results;
using ChartBloc = Scrutineer.Publishing.Charts.Bloc;
using ChartHouse = Scrutineer.Publishing.Charts.House;
using ChartMajority = Scrutineer.Publishing.Charts.Majority;

namespace Scrutineer.Publishing.Report;

/// <summary>Who holds how many seats: hemicycles, the table of blocs, and each contest beside the official result.</summary>
internal static class SeatsSection
{
    private static readonly string[] ComparedColumns = [">Before", ">Change"];

    public static string Of(ElectionResult result)
    {
        var text = "";
        if (result.Blocs.Any(b => b.Seats > 0))
        {
            text += Hemicycles(result) + Blocs(result);
        }

        foreach (var contest in result.Contests)
        {
            text += Contest(result, contest);
        }

        return text;
    }

    private static string Hemicycles(ElectionResult result)
    {
        var marks = new Marks(result);
        var body = result.Dossier.Edition.Text.Body;
        if (result.House == 1 || Math.Max(result.House, result.Blocs.Sum(b => b.Seats)) > ChartHouse.MostSeats)
        {
            return "";
        }

        var year = result.Dossier.File.PollingDay.Year;
        var after = House(result, result.Blocs.Select(b => (b.Name, b.Seats, marks.Of(b.Id))), result.House);
        var now = Hemicycle.Render(new ChartFrame("house", $"{body.Name} after {year}", Summary(result)), after);
        if (
            result.Previous is not { } previous
            || previous.Blocs.Sum(b => b.Seats) is 0 or > ChartHouse.MostSeats
            || previous.Dossier.Edition.Text.Body.Seats > ChartHouse.MostSeats
        )
        {
            return Html.Figure(now, $"{body.Name}, {year}: {result.House} seats, blocs from the largest.");
        }

        var old = previous.Dossier.Edition.Text.Body;
        var before = House(
            previous,
            previous.Blocs.Select(b => (b.Name, b.Seats, marks.Of(After(result, b.Id) ?? "before:" + b.Id))),
            previous.House
        );
        var oldYear = previous.Dossier.File.PollingDay.Year;
        return "<div class=\"pair\">\n"
            + Html.Figure(
                Hemicycle.Render(
                    new ChartFrame("house-before", $"{old.Name} after {oldYear}", Summary(previous)),
                    before
                ),
                $"Before: {oldYear}, {previous.House} seats."
            )
            + Html.Figure(now, $"After: {year}, {result.House} seats.")
            + "</div>\n";
    }

    /// <summary>The bloc of this election that a bloc of the one before became.</summary>
    private static string? After(ElectionResult result, string old) =>
        result
            .Blocs.FirstOrDefault(b =>
                (
                    result
                        .Dossier.File.Contests.Values.Select(c => c.Contenders.GetValueOrDefault(b.Id)?.Before)
                        .FirstOrDefault(x => x is not null)
                    ?? b.Id
                ) == old
            )
            ?.Id;

    private static House House(
        ElectionResult result,
        IEnumerable<(string Name, int Seats, ListMark Mark)> blocs,
        int seats
    )
    {
        var list = blocs.Where(b => b.Seats > 0).Select(b => new ChartBloc(b.Name, b.Seats, b.Mark)).ToList();
        var unknown = seats - list.Sum(b => b.Seats);
        if (unknown > 0)
        {
            list.Add(
                new ChartBloc("not in these figures", unknown, new ListMark(Colour.Parse("#8a929b"), Texture.Holes))
            );
        }

        var majority = result.Majorities.FirstOrDefault(m => m.Majority == "simple");
        return new House(
            list,
            "seats",
            majority is null ? null : new ChartMajority(majority.Needed, $"majority {majority.Needed} of {majority.Of}")
        );
    }

    private static string Summary(ElectionResult result) =>
        string.Join(", ", result.Blocs.Where(b => b.Seats > 0).Select(b => $"{b.Name} {b.Seats}")) + ".";

    private static string Blocs(ElectionResult result)
    {
        var majorities = result.Majorities.DistinctBy(m => m.Majority).ToList();
        var compared = result.Blocs.Any(b => b.Before is not null);
        var rows = result
            .Blocs.Select(b =>
                (IReadOnlyList<Cell>)
                    [
                        b.Name,
                        Shown.Whole(b.Seats),
                        .. compared
                            ? new Cell[]
                            {
                                b.Before is { } before ? Shown.Whole(before) : "not known",
                                b.Before is { } old ? Shown.Signed(b.Seats - old) : "not known",
                            }
                            : [],
                        .. majorities.Select(m =>
                            (Cell)
                                Shown.Signed(
                                    result.Majorities.First(x => x.Majority == m.Majority && x.Bloc == b.Name).Distance
                                )
                        ),
                    ]
            )
            .ToList();
        return Html.Table(
            $"Seats by bloc, of {result.House}{(compared ? ", before and after" : "")}{(majorities.Count > 0 ? "; and the distance of each to the majorities that matter" : "")}",
            [
                "Bloc",
                ">Seats",
                .. compared ? ComparedColumns : [],
                .. majorities.Select(m => $">To {m.Majority} majority ({m.Needed} of {m.Of})"),
            ],
            rows,
            "blocs"
        );
    }

    private static string Contest(ElectionResult result, ContestResult contest)
    {
        var title = contest.Unit == "nation" ? contest.Name : $"{contest.Name}, {contest.Unit}";
        var text = $"<h3>{Html.Text(Capital(title))}: {Html.Text(Shown.Seats(contest.Seats))}</h3>\n";
        if (contest.Because.Length > 0)
        {
            text += $"<p>{Html.Text(contest.Because)}</p>\n";
        }

        if (contest.Entry is null || contest.Entry.Contenders.Count == 0)
        {
            return text;
        }

        var standing = contest.Standing;
        var size = standing?.SizeOf(contest.ShareBase).Value;
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var (index, id) in contest.Entry.Contenders.Keys.Index())
        {
            rows.Add([
                contest.NameOf(id),
                standing is null || contest.Outcome == Outcome.Unknown
                    ? "not computed"
                    : Shown.Whole(standing.Seats[index]),
                contest.Official.TryGetValue(id, out var official) ? Shown.Whole(official) : "not in the dossier",
                Votes(result, contest, id, index),
                standing?.ShareOf(index, contest.ShareBase) is { IsExact: true } share
                    ? Shown.Percent(share.Low)
                    : Published(contest, index),
            ]);
        }

        rows =
        [
            .. rows.Index()
                .OrderByDescending(r => standing?.Votes(r.Index).Value ?? -1)
                .ThenBy(r => r.Index)
                .Select(r => r.Item),
        ];
        var stage = contest.Stage is { } s ? Files.ScalarType.Word(s) + " figures" : "no votes";
        var of = size is { } known
            ? $"; shares are of {Shown.Whole(known)} {BaseNames.InWords(contest.ShareBase)}"
            : "";
        text += Html.Table(
            $"Seats computed and declared, and votes, {stage}{of}",
            ["List or candidate", ">Seats", ">Declared", ">Votes", ">Share"],
            rows,
            Html.Id(contest.Name, contest.Unit, "seats")
        );
        text += contest.Agrees switch
        {
            true => "<p>The seats computed are those declared.</p>\n",
            false =>
                "<p class=\"finding error\"><span class=\"severity\">The seats computed are not those declared.</span></p>\n",
            _ => "",
        };
        return contest.Outcome == Outcome.Tied && standing?.Tie is { } tie
            ? text
                + $"<p>{Html.Text($"{Shown.Seats(tie.Seats)} stays open between {Shown.Row(tie.Names)}: {tie.Because}.")}</p>\n"
            : text;
    }

    private static Cell Votes(ElectionResult result, ContestResult contest, string id, int index)
    {
        var shown = contest.Standing is { } standing ? Shown.Whole(standing.Votes(index)) : "not reported";
        var row = contest.Stage is { } stage
            ? result.Dossier.Deciding(contest.Name, contest.Unit, stage, Dossier.FigureName.Votes, id)
            : null;
        return row is null ? shown : Cell.Link(shown, SourceSection.Anchor(row));
    }

    private static string Published(ContestResult contest, int index)
    {
        var published = contest.Standing?.Tally.Contenders[index].PublishedShares.FirstOrDefault();
        return published is { Value: var share } && share != default
            ? $"{Shown.Percent((share.Low + share.High) / 2)} of the {BaseNames.InWords(published.Value.Key)}, as published"
            : "";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
