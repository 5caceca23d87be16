using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Results;

/// <summary>The checks that a published result allows by itself: agreement, readings, ties, sums, bases, sources.</summary>
internal static class Checks
{
    public static IReadOnlyList<Finding> All(ElectionResult result) =>
        [
            .. result
                .Contests.SelectMany(c => Contest(result, c))
                .Concat(Sources(result))
                .Concat(Provisions(result))
                .OrderByDescending(f => f.Severity),
        ];

    private static IEnumerable<Finding> Contest(ElectionResult result, ContestResult contest) =>
        Agreement(result, contest)
            .Concat(Readings(result, contest))
            .Concat(Ties(result, contest))
            .Concat(Persons(result, contest))
            .Concat(NotCovered(result, contest))
            .Concat(FigureChecks.Of(result, contest))
            .Select(f => f with { Unit = contest.Unit == "nation" ? contest.Name : $"{contest.Name}, {contest.Unit}" });

    private static string Seats(ElectionResult result) => $"scrutineer seats {SourceText.Show(result.Dossier.Folder)}";

    private static IEnumerable<Finding> Agreement(ElectionResult result, ContestResult contest)
    {
        if (contest.Agrees == false)
        {
            var differing = contest
                .Entry!.Contenders.Keys.Where(id => contest.SeatsOf(id) != contest.Official.GetValueOrDefault(id))
                .Select(id =>
                    $"{contest.NameOf(id)} {contest.SeatsOf(id)} computed and {contest.Official.GetValueOrDefault(id)} declared"
                );
            yield return new Finding(
                "disagrees-with-official",
                Severity.Error,
                $"The seats computed are not those declared: {Shown.Row(differing.Concat(contest.DisagreeingPlaces.Select(p => $"constituency {p}")))}.",
                $"{result.Dossier.Law.File.Id}, edition {result.Dossier.Edition.Name}",
                Seats(result) + " --explain"
            );
        }

        if (contest.Standing is null && contest.Contest.AppointedBy is null)
        {
            yield return new Finding(
                "seats-not-recomputed",
                Severity.Notice,
                $"{Shown.Seats(contest.Seats)} of the contest '{contest.Name}' cannot be recomputed. {contest.Because}",
                contest.Contest.Cite,
                Seats(result)
            );
        }
        else if (
            contest.Outcome
            is Outcome.Unknown
                or Outcome.Invalid
                or Outcome.RepeatElection
                or Outcome.RepeatVote
                or Outcome.NoDistribution
        )
        {
            yield return new Finding(
                ScalarType.Word(contest.Outcome),
                contest.Outcome == Outcome.Unknown ? Severity.Notice : Severity.Warning,
                contest.Because,
                contest.Contest.Cite,
                Seats(result) + " --explain"
            );
        }

        if (contest.Certificate is { } certificate && contest.Standing is { Tie: null } standing)
        {
            var seats = Enumerable
                .Range(0, standing.Seats.Length)
                .ToDictionary(standing.Id, i => standing.Seats[i], StringComparer.Ordinal);
            if (
                contest.Outcome == Outcome.Allocated
                && standing.Tally.RepeatVote is null
                && !certificate.Confirms(seats)
            )
            {
                yield return new Finding(
                    "certificate-fails",
                    Severity.Error,
                    "The certificate does not confirm the seats. This is a fault of the program: please report it with the dossier.",
                    certificate.Method,
                    Seats(result) + " --json"
                );
            }
        }
    }

    private static IEnumerable<Finding> Readings(ElectionResult result, ContestResult contest)
    {
        foreach (var reading in contest.Readings.Where(r => r.Changes == true))
        {
            var moved = reading
                .Seats!.Where(s => s.Value != contest.SeatsOf(s.Key))
                .Select(s => $"{contest.NameOf(s.Key)} {s.Value} instead of {contest.SeatsOf(s.Key)}")
                .ToList();
            var seats = reading.Seats!.Sum(s => Math.Max(0, s.Value - (contest.SeatsOf(s.Key) ?? 0)));
            yield return new Finding(
                "seat-depends-on-reading",
                Severity.Warning,
                $"{Shown.Seats(Math.Max(1, seats))} {(seats > 1 ? "depend" : "depends")} on how the law is read: under the reading '{reading.Name}' it is {Shown.Row(moved)}.",
                $"{ScalarType.Word(reading.Basis)}: {reading.Because}",
                $"{Seats(result)} --contest {contest.Name}{string.Concat(reading.Name.Split(" + ").Select(n => $" --reading {n}"))}"
            )
            {
                Figures =
                [
                    .. reading.Seats!.Select(s =>
                        KeyValuePair.Create(s.Key, s.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))
                    ),
                ],
            };
        }

        foreach (var reading in contest.Readings.Where(r => r.Seats is null).Concat(contest.Untold))
        {
            yield return new Finding(
                "reading-cannot-be-told",
                Severity.Notice,
                $"What the reading '{reading.Name}' gives cannot be told from these figures. {reading.WhyUnknown}",
                $"{ScalarType.Word(reading.Basis)}: {reading.Because}",
                $"{Seats(result)} --contest {contest.Name}{string.Concat(reading.Name.Split(" + ").Select(n => $" --reading {n}"))}"
            );
        }
    }

    private static IEnumerable<Finding> Ties(ElectionResult result, ContestResult contest)
    {
        foreach (var tie in contest.Standing?.OpenTies ?? [])
        {
            yield return new Finding(
                "open-tie",
                Severity.Warning,
                $"{Shown.Seats(tie.Seats)} stays open between {Shown.Row(tie.Among.Select(contest.NameOf))}{(tie.Place is { } place ? $" in {place}" : "")}: {tie.Because}.",
                contest.Contest.Rules.First(r => r.Id == tie.Rule).Rule.Cite,
                Seats(result) + " --explain"
            );
        }

        var used = contest.Standing?.LotsUsed ?? [];
        foreach (
            var lot in result.Dossier.Lots(contest.Name).Where(l => contest.Standing is not null && !used.Contains(l))
        )
        {
            yield return new Finding(
                "lot-without-tie",
                Severity.Error,
                $"A lot among {Shown.Row(lot.Among)} is recorded for the rule '{lot.Rule}', and the figures leave no such tie.",
                "recorded lot",
                Seats(result) + " --explain"
            );
        }
    }

    private static IEnumerable<Finding> Persons(ElectionResult result, ContestResult contest) =>
        (contest.Standing?.Persons ?? [])
            .Where(p => p.Vacant > 0)
            .Select(p => new Finding(
                "list-shorter-than-seats",
                Severity.Warning,
                $"{contest.NameOf(p.List)} has {Shown.Seats(p.Seats)} and names {p.From} persons: {Shown.Seats(p.Vacant!.Value)} cannot be filled from the list.",
                contest.Contest.Rules.First(r => r.Rule is Law.Rules.Fill).Rule.Cite,
                Seats(result) + " --explain"
            ));

    private static IEnumerable<Finding> NotCovered(ElectionResult result, ContestResult contest) =>
        (contest.Standing?.NotCovered ?? [])
            .GroupBy(s => (s.Led.Within, s.Led.List))
            .Select(g => new Finding(
                "leader-without-seat",
                Severity.Notice,
                $"{contest.NameOf(g.Key.List)} in {g.Key.Within}: {Shown.Row(g.Select(s => $"{s.Led.Place} ({Shown.Percent(s.Led.Share)}{(s.LotOpen ? ", a lot decides" : "")})"))} {(g.Count() == 1 ? "has" : "have")} no member, for the seats of the list do not cover the candidate who leads there.",
                contest.Contest.Rules.First(r => r.Rule is Law.Rules.Cover).Rule.Cite,
                Seats(result) + " --explain"
            ));

    /// <summary>Two sources that give one figure differently. The first row is the one that was used.</summary>
    private static IEnumerable<Finding> Sources(ElectionResult result) =>
        result
            .Dossier.Figures.Where(f => f.Share is null)
            .GroupBy(f => (f.Contest, f.Unit, f.Stage, f.Name, f.List))
            .Where(g => g.Select(f => f.Count).Distinct().Count() > 1)
            .Select(g => new Finding(
                "sources-disagree",
                Severity.Warning,
                $"{Named(g.Key.Name, g.Key.List)}: {Shown.Row(g.Select(f => $"{Shown.Whole(f.Count)} ({result.Dossier.File.Sources[f.Source].Title})"))}. The first was used.",
                "sources of the dossier",
                $"{g.First().At}"
            )
            {
                Unit = g.Key.Contest,
                Where = g.Skip(1).First().At,
            });

    private static string Named(FigureName name, string list)
    {
        var words = ScalarType.Word(name).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..] + (list.Length > 0 ? $" of {list}" : "");
    }

    private static IEnumerable<Finding> Provisions(ElectionResult result)
    {
        var dossier = result.Dossier;
        if (dossier.EditionIsSet)
        {
            yield return new Finding(
                "edition-set",
                Severity.Notice,
                $"Edition {dossier.Edition.Name} was set over this election; by its dates another may govern it.",
                dossier.Law.File.Id,
                $"scrutineer law {SourceText.Show(dossier.Law.Source.Path)}"
            );
        }

        var unread = result
            .Contests.Where(c => c.Standing is not null)
            .DistinctBy(c => c.Name)
            .SelectMany(c =>
                c.Standing!.Steps.Where(s => s.Applied && s.Checked != Checked.Text).Select(s => (c.Name, Step: s))
            )
            .ToList();
        if (unread.Count > 0)
        {
            yield return new Finding(
                "provision-not-read",
                Severity.Notice,
                $"{Shown.Of(unread.Count, "provision that decided was", "provisions that decided were")} not read in a text of the act: "
                    + Shown.Row(unread.Select(u => $"'{u.Step.Rule}' of {u.Name} ({ScalarType.Word(u.Step.Checked)})"))
                    + ".",
                dossier.Law.File.Id,
                $"scrutineer law {SourceText.Show(dossier.Law.Source.Path)} --print {dossier.Edition.Name}"
            );
        }
    }
}
