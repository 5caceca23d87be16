using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using Scrutineer.Results;

namespace Scrutineer.Publishing.Report;

/// <summary>The seats of a contest in each of its constituencies: one row a place, one column a list that holds a seat.</summary>
internal static class ConstituencyTable
{
    /// <summary>The table; nothing where the contest has one constituency.</summary>
    public static string Of(ContestResult contest)
    {
        if (contest.Standing is not { Places.IsEmpty: false } standing || contest.Outcome == Outcome.Unknown)
        {
            return "";
        }

        var places = standing.Constituencies.ToList();
        var lists = Enumerable
            .Range(0, standing.Seats.Length)
            .Where(i => standing.Seats[i] > 0 || places.Exists(p => p.Seats[i] > 0))
            .OrderByDescending(i => standing.Seats[i])
            .ThenBy(i => i)
            .ToList();
        var levels = places.Select(p => p.Tally.Level).Distinct().ToList();
        var differ = contest.DisagreeingPlaces.ToHashSet(StringComparer.Ordinal);
        var compared = contest.OfficialByPlace.Count > 0;
        var rows = places.ConvertAll(place =>
            (IReadOnlyList<Cell>)
                [
                    place.Place,
                    .. levels.Count > 1 ? (Cell[])[place.Tally.Level] : [],
                    Shown.Whole(place.Seats.Sum()),
                    .. lists.Select(i => (Cell)(place.Seats[i] == 0 ? "" : Shown.Whole(place.Seats[i]))),
                    .. compared
                        ? (Cell[])
                            [
                                !contest.OfficialByPlace.ContainsKey(place.Place) ? "not in the dossier"
                                : differ.Contains(place.Place) ? "DISAGREES"
                                : "agrees",
                            ]
                        : [],
                ]
        );
        rows.Add([
            "The whole",
            .. levels.Count > 1 ? (Cell[])[""] : [],
            Shown.Whole(standing.Seats.Sum()),
            .. lists.Select(i => (Cell)Shown.Whole(standing.Seats[i])),
            .. compared ? (Cell[])[contest.Agrees == false ? "DISAGREES" : "agrees"] : [],
        ]);
        return Html.Table(
            "Seats in each constituency, lists that hold a seat",
            [
                "Constituency",
                .. levels.Count > 1 ? (string[])["Level"] : [],
                ">Seats",
                .. lists.Select(i => ">" + contest.NameOf(standing.Id(i))),
                .. compared ? (string[])["Declared"] : [],
            ],
            rows,
            Html.Id(contest.Name, contest.Unit, "constituencies")
        );
    }
}
