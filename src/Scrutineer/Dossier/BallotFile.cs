using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Dossier;

/// <summary>
/// Reads <c>ballots.csv</c>, where a dossier has it: ranked ballots of a contest in a unit, those alike in one row, the
/// candidates from the first preference on with <c>&gt;</c> between them.
/// </summary>
internal static class BallotFile
{
    public const string Name = "ballots.csv";

    private static readonly string[] Columns = ["contest", "unit", "count", "ranking", "source"];

    /// <summary>The ballots by contest and unit; empty where there is no file.</summary>
    public static IReadOnlyDictionary<(string Contest, string Unit), IReadOnlyList<RankedBallot>> Read(
        string folder,
        DossierFile file,
        Problems problems
    )
    {
        var path = Path.Combine(folder, Name);
        var ballots = new Dictionary<(string, string), IReadOnlyList<RankedBallot>>();
        if (
            !File.Exists(path)
            || SourceText.Read(path, problems) is not { } source
            || Table.Read(source, Columns, Columns.Length, problems) is not { } table
        )
        {
            return ballots;
        }

        foreach (var place in table.Rows.GroupBy(r => (r["contest"], r["unit"])))
        {
            ballots[place.Key] = [.. place.Select(row => ReadRow(row, file, problems)).OfType<RankedBallot>()];
        }

        return ballots;
    }

    private static RankedBallot? ReadRow(TableRow row, DossierFile file, Problems problems)
    {
        if (!file.Contests.TryGetValue(row["contest"], out var contest))
        {
            Unknown("contest", row["contest"], file.Contests.Keys);
            return null;
        }

        if (!file.Sources.ContainsKey(row["source"]))
        {
            Unknown("source", row["source"], file.Sources.Keys);
            return null;
        }

        if (FigureFile.Unit(row, file, problems) is null)
        {
            return null;
        }

        if (!Counting.Count.TryParse(row["count"], out var count) || count.Value is not { } number)
        {
            problems.Add(
                row.At("count"),
                "The row does not say how many ballots there are.",
                "a whole number",
                "Correct the row from its source."
            );
            return null;
        }

        var ids = contest.Contenders.Keys.ToList();
        var ranking = new List<int>();
        foreach (
            var id in row["ranking"].Split('>', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var position = ids.IndexOf(id);
            if (position < 0 || ranking.Contains(position))
            {
                Unknown("ranking", id, ids);
                return null;
            }

            ranking.Add(position);
        }

        return new RankedBallot(ranking, number);

        void Unknown(string column, string found, IEnumerable<string> known) =>
            problems.Add(
                row.At(column),
                $"'{found}' is not known here, or stands twice.",
                $"each {(column == "ranking" ? "candidate of the contest at most once" : column + " by its name")}",
                Problems.Nearest(found, known)
            );
    }
}
