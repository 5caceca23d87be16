using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using Scrutineer.Results.Comparing;

namespace Scrutineer.Results.Scenarios;

/// <summary>The votes of a range for which the seats are the same.</summary>
/// <param name="From">The fewest votes of the range.</param>
/// <param name="To">The most.</param>
/// <param name="Tally">The figures at the fewest.</param>
/// <param name="Result">What the law makes of them.</param>
public sealed record ScenarioStep(long From, long To, Tally Tally, Compared Result)
{
    /// <summary>The seats of a list; nothing where it does not stand, or the seats cannot be told.</summary>
    public int? SeatsOf(string list) =>
        Result.Seats is { } seats && Tally.Contenders.ToList().FindIndex(c => c.Id == list) is >= 0 and var i
            ? seats[i]
            : null;
}

/// <summary>A scenario and what it gives. All of it is hypothetical.</summary>
/// <param name="File">The scenario.</param>
/// <param name="Dossier">The election that is changed.</param>
/// <param name="Real">The figures and seats as they were, under the law as it governs.</param>
/// <param name="Base">The number of which the range is a part; nothing without a range.</param>
/// <param name="Steps">The seats: one step, or for a range one for each stretch of equal seats, in order.</param>
public sealed record Scenario(
    ScenarioFile File,
    ElectionDossier Dossier,
    ScenarioStep Real,
    long? Base,
    IReadOnlyList<ScenarioStep> Steps
)
{
    /// <summary>The most numbers of votes that a range may hold: each is put under the law.</summary>
    public const long MostVotes = 300_000;

    /// <summary>All lists of the election and of the scenario: id and name.</summary>
    public IReadOnlyList<(string Id, string Name)> Lists =>
        [.. Real.Tally.Contenders.Concat(Steps[0].Tally.Contenders).Select(c => (c.Id, c.Name)).DistinctBy(c => c.Id)];

    /// <summary>Reads a scenario and computes it, or records what is wrong with it.</summary>
    /// <param name="dossier">The election.</param>
    /// <param name="path">The file.</param>
    /// <param name="problems">Where problems go.</param>
    public static Scenario? Read(ElectionDossier dossier, string path, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var scenario =
            SourceText.Read(path, own) is { } source
            && YamlReader.Read(source, own) is { } top
            && new FieldReader(own).Read<ScenarioFile>(top) is { } file
            && !own.Any
            && ScenarioCheck.Holds(file, dossier, top, own)
                ? Of(file, dossier, top.At, own)
                : null;
        problems.AddAll(own);
        return own.Any ? null : scenario;
    }

    private static Scenario? Of(ScenarioFile file, ElectionDossier dossier, Location at, Problems problems)
    {
        var alternative = file.Under is null ? Alternative.AsGoverned : Alternative.Parse(file.Under, problems);
        if (
            alternative is null
            || Comparison.Under(dossier, file.Contest, Alternative.AsGoverned, problems) is not { } governed
            || Comparison.Under(dossier, file.Contest, alternative, problems) is not { } under
        )
        {
            return null;
        }

        var real = dossier.TallyOf(file.Contest);
        real = real with { Contenders = [.. real.Contenders.Select(c => c with { PublishedShares = Unpublished })] };
        var (least, most, all) = (0L, 0L, (long?)null);
        var changed = real;
        var range = file.Changes.ToList().FindIndex(c => c.Votes is { IsRange: true });
        foreach (var (i, change) in file.Changes.Index())
        {
            if (Number(changed, change, problems) is not { } number)
            {
                return null;
            }

            if (i == range)
            {
                (least, most) = number;
                all = ScenarioVotes.Base(changed, change);
            }

            changed = ScenarioVotes.After(changed, change, number.Most);
        }

        if (most - least >= MostVotes)
        {
            problems.Add(
                file.Changes[range].At,
                $"The range holds {Shown.Whole(most - least + 1)} numbers of votes.",
                $"at most {Shown.Whole(MostVotes)}, since each is put under the law",
                "Write a narrower range."
            );
            return null;
        }

        var steps = new List<ScenarioStep>();
        for (var votes = least; votes <= most; votes++)
        {
            var tally = real;
            foreach (var (i, change) in file.Changes.Index())
            {
                if (Number(tally, change, problems) is not { } number)
                {
                    return null;
                }

                tally = ScenarioVotes.After(tally, change, i == range ? votes : number.Most);
            }

            var result = under(tally, [tally]);
            if (steps.Count > 0 && Same(steps[^1].Result, result))
            {
                steps[^1] = steps[^1] with { To = votes };
            }
            else
            {
                steps.Add(new ScenarioStep(votes, votes, tally, result));
            }
        }

        return new Scenario(file, dossier, new ScenarioStep(0, 0, real, governed(real, [real])), all, steps);
    }

    private static readonly Dictionary<Law.BaseName, Law.ShareOf> Unpublished = [];

    private static bool Same(Compared a, Compared b) =>
        a.Because == b.Because
        && a.Ties.Count + b.Ties.Count == 0
        && (a.Seats is null ? b.Seats is null : b.Seats is not null && a.Seats.SequenceEqual(b.Seats));

    /// <summary>How many votes a change takes; all of them where it does not say.</summary>
    private static (long Least, long Most)? Number(Tally tally, ChangeEntry change, Problems problems)
    {
        if (ScenarioVotes.Base(tally, change) is not { } all)
        {
            problems.Add(
                change.At,
                "The number that the votes are taken from is not known.",
                "a list that stands; for at-home and turnout, registered voters and ballots issued in the dossier",
                "Name a list that stands when the change is made."
            );
            return null;
        }

        var number = change.Votes?.Of(all) ?? (all, all);
        if (number.Item2 <= all)
        {
            return number;
        }

        problems.Add(
            change.At,
            $"{Shown.Whole(number.Item2)} votes are taken from {Shown.Whole(all)}.",
            "no more than there are",
            "Write fewer, or a share."
        );
        return null;
    }
}
