using Scrutineer.Allocation;
using Scrutineer.Counting.Forms;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Simulation;

/// <summary>What a made-up nation must agree with: the published figures of a dossier, and its <c>simulation.yaml</c>.</summary>
public sealed class SimulationPlan
{
    /// <summary>The fields of the form that the simulation fills; a form without one of them cannot be simulated.</summary>
    private static readonly string[] Needed =
    [
        "registered",
        "received",
        "issued-station",
        "issued-outside",
        "cancelled",
        "spoiled",
        "in-fixed",
        "in-mobile",
        "invalid",
    ];

    private SimulationPlan(SimulationFile file, ElectionDossier dossier, FormLayout layout)
    {
        File = file;
        Dossier = dossier;
        Layout = layout;
    }

    /// <summary>The file as written.</summary>
    public SimulationFile File { get; }

    /// <summary>The dossier.</summary>
    public ElectionDossier Dossier { get; }

    /// <summary>The form, made ready for the lists of the contest.</summary>
    public FormLayout Layout { get; }

    /// <summary>Voters registered in the nation.</summary>
    public required int Registered { get; init; }

    /// <summary>Ballots issued in the nation.</summary>
    public required int Issued { get; init; }

    /// <summary>Votes of each list, in ballot order.</summary>
    public required IReadOnlyList<int> Votes { get; init; }

    /// <summary>Reads the plan of a dossier, or records what is missing or does not fit.</summary>
    public static SimulationPlan? Read(string folder, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(problems);
        if (ElectionDossier.Read(folder, null, problems) is not { } dossier)
        {
            return null;
        }

        var path = Path.Combine(folder, "simulation.yaml");
        if (!System.IO.File.Exists(path))
        {
            problems.Add(
                new Location(SourceText.Show(path)),
                "The dossier has no simulation.yaml.",
                "what a made-up nation must agree with",
                "See docs/methods/simulate.md, and elections/kz-mazhilis-2021 for an example."
            );
            return null;
        }

        if (
            SourceText.Read(path, problems) is not { } source
            || YamlReader.Read(source, problems) is not { } top
            || new FieldReader(problems).Read<SimulationFile>(top) is not { } file
            || problems.Any
        )
        {
            return null;
        }

        return Join(file, dossier, top, folder, problems);
    }

    private static SimulationPlan? Join(
        SimulationFile file,
        ElectionDossier dossier,
        MappingNode top,
        string folder,
        Problems problems
    )
    {
        if (!dossier.File.Contests.TryGetValue(file.Contest, out var contest))
        {
            problems.Add(
                top["contest"]!.At,
                $"The dossier has no contest '{file.Contest}'.",
                "a contest of the dossier",
                Problems.Nearest(file.Contest, dossier.File.Contests.Keys)
            );
            return null;
        }

        if (FileLocator.Find("forms", file.Form, folder) is not { } formPath)
        {
            problems.Add(
                top["form"]!.At,
                $"The form '{file.Form}' was not found.",
                "a file below forms/",
                "Check the name."
            );
            return null;
        }

        if (ProtocolForm.Read(formPath, problems) is not { } form)
        {
            return null;
        }

        foreach (var field in Needed.Where(f => form.Field(f) is null))
        {
            problems.Add(
                top["form"]!.At,
                $"The form {form.Id} has no field '{field}'.",
                "a form with the fields " + string.Join(", ", Needed),
                "Only such forms can be simulated."
            );
        }

        Keys(file, top, problems);
        var tally = dossier.TallyOf(file.Contest, "nation");
        var votes = tally.Contenders.Select(c => Whole(c.Votes, $"votes of {c.Id}")).ToList();
        var plan = new SimulationPlan(file, dossier, form.For([.. contest.Contenders.Keys]))
        {
            Registered = Whole(tally.Registered, "registered"),
            Issued = Whole(tally.BallotsIssued, "ballots-issued"),
            Votes = votes,
        };
        plan.Sense(top, problems);
        return problems.Any ? null : plan;

        int Whole(Count figure, string name)
        {
            if (figure.Value is >= 0 and <= int.MaxValue and var value)
            {
                return (int)value;
            }

            problems.Add(
                new Location(SourceText.Show(Path.Combine(folder, "results.csv"))),
                $"The figure {name} of the nation is not known.",
                "a published number",
                "A made-up nation is made to meet the published one."
            );
            return 0;
        }
    }

    private static void Keys(SimulationFile file, MappingNode top, Problems problems)
    {
        var used = new[]
        {
            ("stations", file.Stations.Source),
            ("territories", file.Territories.Source),
            ("ballots-printed", file.BallotsPrinted.Source),
            ("invalid", file.Invalid.Source),
            ("turnout-source", file.TurnoutSource),
        };
        foreach (var (name, key) in used.Where(u => !file.Sources.ContainsKey(u.Item2)))
        {
            problems.Add(
                top[name]!.At,
                $"The source '{key}' is not listed.",
                "a key of 'sources'",
                Problems.Nearest(key, file.Sources.Keys)
            );
        }

        foreach (
            var (name, region) in file.Regions.Where(r => r.Value.Turnout.Sign < 0 || r.Value.Turnout > Rational.One)
        )
        {
            problems.Add(
                region.At,
                $"The turnout of {name} is {region.Turnout}.",
                "a share from 0 to 100 %",
                "Correct it."
            );
        }
    }

    private void Sense(MappingNode top, Problems problems)
    {
        var regions = File.Regions.Count;
        if (regions == 0 || File.Territories.Number < regions || File.Stations.Number < File.Territories.Number)
        {
            problems.Add(
                top["stations"]!.At,
                $"There are {File.Stations.Number} stations, {File.Territories.Number} territories and {regions} regions.",
                "at least one territory a region and one station a territory",
                "Correct the numbers."
            );
        }

        if (Issued != Votes.Sum(v => (long)v) + File.Invalid.Number)
        {
            problems.Add(
                top["invalid"]!.At,
                $"{Issued} ballots were issued; votes and invalid ballots make {Votes.Sum(v => (long)v) + File.Invalid.Number}.",
                "every ballot issued is a vote or invalid",
                "Correct 'invalid'."
            );
        }

        if (File.BallotsPrinted.Number < Registered || Issued > Registered || Registered < File.Stations.Number)
        {
            problems.Add(
                top["ballots-printed"]!.At,
                $"{File.BallotsPrinted.Number} ballots were printed and {Issued} issued for {Registered} voters.",
                "at least one ballot a voter, and no more issued than voters",
                "Correct the numbers."
            );
        }
    }
}
