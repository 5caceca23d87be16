using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Simulation;
using Scrutineer.Counting.Totals;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Publishing;

namespace Scrutineer.Cli;

/// <summary><c>simulate</c>: a made-up nation that adds up to the published figures, with errors of known size on request.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var dossier = new Argument<string>("dossier")
        {
            Description = "The folder of an election with a simulation.yaml, such as elections/kz-mazhilis-2021.",
        };
        var output = new Option<string?>("--out")
        {
            Description = "Where the files go; by default synthetic/ELECTION.",
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "The seed; one seed gives the same files on every machine.",
            DefaultValueFactory = _ => 1,
        };
        var inject = new Option<string[]>("--inject")
        {
            Description =
                "Put something wrong, as KIND=STATIONS or KIND=STATIONS:VOTES; KIND is stuffing, moving, rounding,\n"
                + "swapped-rows or digit-slip; can be given several times.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "simulate",
            "Makes up polling stations whose protocols add up to the published national figures, to try checks on.\n"
                + "Every file says that it is synthetic. What is put wrong on request is told in a file of its own, and the\n"
                + "checks of 'count' are scored on it.\n\n"
                + "Examples:\n"
                + "  scrutineer simulate elections/kz-mazhilis-2021\n"
                + "  scrutineer simulate elections/kz-mazhilis-2021 --inject digit-slip=50 --inject stuffing=40:200"
        )
        {
            dossier,
            output,
            seed,
            inject,
            json,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var orders = Orders(parsed.GetValue(inject) ?? [], problems);
            var plan = SimulationPlan.Read(parsed.GetValue(dossier)!, problems);
            if (plan is not null && orders.Sum(o => (long)o.Stations) > plan.File.Stations.Number)
            {
                problems.Add(
                    new Location("--inject"),
                    "More stations are to be changed than there are.",
                    $"at most {plan.File.Stations.Number} stations in all",
                    "Ask for fewer."
                );
            }

            if (plan is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var folder = parsed.GetValue(output) ?? Path.Combine("synthetic", plan.Dossier.File.Id);
            return Run(plan, orders, parsed.GetValue(seed), folder, parsed.GetValue(json));
        });
        return command;
    }

    private static int Run(SimulationPlan plan, IReadOnlyList<Injection> orders, ulong seed, string folder, bool asJson)
    {
        var clean = SyntheticNation.Make(plan, seed);
        var (nation, truth) = Injector.Inject(plan, clean, orders, seed);
        Directory.CreateDirectory(folder);
        var protocols = Path.Combine(folder, SyntheticFiles.Protocols);
        var mappingPath = Path.Combine(folder, SyntheticFiles.Mapping);
        Save(protocols, SyntheticFiles.ProtocolsOf(plan, nation, seed));
        Save(Path.Combine(folder, SyntheticFiles.Truth), SyntheticFiles.TruthOf(plan, truth, seed));
        Save(mappingPath, SyntheticFiles.MappingOf(plan));

        // The files are read back like anybody's, so that what is scored is what a stranger would see.
        var problems = new Problems();
        if (
            Mapping.Read(mappingPath, problems) is not { } mapping
            || TableReader.Read(protocols, mapping, plan.Layout, problems) is not { } table
        )
        {
            return CommandLine.Report(problems);
        }

        var count = ProtocolCount.Of(table);
        var score = SimulationScore.Of(nation.Count, truth, count.Findings);
        CommandLine.Write(
            asJson ? Json(plan, seed, folder, count, truth, score) : Text(plan, seed, folder, count, score)
        );
        return CommandLine.Done;
    }

    private static List<Injection> Orders(string[] texts, Problems problems)
    {
        var orders = new List<Injection>();
        foreach (var text in texts)
        {
            if (Injection.Parse(text) is { } order)
            {
                orders.Add(order);
            }
            else
            {
                problems.Add(
                    new Location("--inject"),
                    $"'{text}' puts nothing wrong.",
                    "KIND=STATIONS or KIND=STATIONS:VOTES, where KIND is "
                        + string.Join(", ", Enum.GetValues<InjectionKind>().Select(k => ScalarType.Word(k))),
                    "Write for example stuffing=40:200."
                );
            }
        }

        return orders;
    }

    private static string Text(
        SimulationPlan plan,
        ulong seed,
        string folder,
        ProtocolCount count,
        SimulationScore score
    )
    {
        var text = new StringBuilder("SYNTHETIC DATA: these figures are made up and describe no polling station.\n");
        var levels = string.Join(", ", count.Levels.Select(l => $"{l.Key} {Shown.Whole(l.Value)}"));
        text.Append(
            Words.Wrap(
                $"Made from {plan.Dossier.File.Id} with seed {seed.ToString(CultureInfo.InvariantCulture)}: {levels}.",
                0
            )
        );
        text.Append(
            Words.Wrap(
                score.Kinds.Count == 0
                    ? "Nothing was put wrong; the protocols add up to the published figures."
                    : "What was put wrong, and what the control relations of the form catch of it:",
                0
            )
        );
        if (score.Kinds.Count > 0)
        {
            text.Append(
                TextTable.Of(
                    ["put wrong", ">stations", ">caught"],
                    [
                        .. score.Kinds.Select(k =>
                            (IReadOnlyList<string>)
                                [ScalarType.Word(k.Kind), Shown.Whole(k.Stations), Shown.Whole(k.Caught)]
                        ),
                    ]
                )
            );
        }

        text.Append(
            Words.Wrap(
                $"Of {Shown.Whole(score.Sound)} stations in which nothing was put wrong, {Shown.Whole(score.WronglyNamed)} are named by a warning or an error.",
                0
            )
        );
        var shown = SourceText.Show(folder);
        return text.Append(
                $"\nscrutineer count {shown}/{SyntheticFiles.Protocols} --map {shown}/{SyntheticFiles.Mapping}\n"
            )
            .ToString();
    }

    private static string Json(
        SimulationPlan plan,
        ulong seed,
        string folder,
        ProtocolCount count,
        IReadOnlyList<InjectedFigure> truth,
        SimulationScore score
    ) =>
        ResultJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("synthetic", true);
            json.WriteString("election", plan.Dossier.File.Id);
            json.WriteNumber("seed", seed);
            json.WriteStartObject("files");
            foreach (
                var (name, file) in new[]
                {
                    ("protocols", SyntheticFiles.Protocols),
                    ("truth", SyntheticFiles.Truth),
                    ("mapping", SyntheticFiles.Mapping),
                }
            )
            {
                json.WriteString(name, SourceText.Show(Path.Combine(folder, file)));
            }

            json.WriteEndObject();
            json.WriteNumber("stations", count.Whole.Stations);
            json.WriteNumber("figures-changed", truth.Count);
            Injected(json, score);
            json.WriteNumber("sound", score.Sound);
            json.WriteNumber("wrongly-named", score.WronglyNamed);
            json.WriteEndObject();
        });

    private static void Injected(Utf8JsonWriter json, SimulationScore score)
    {
        json.WriteStartArray("injected");
        foreach (var kind in score.Kinds)
        {
            json.WriteStartObject();
            json.WriteString("kind", ScalarType.Word(kind.Kind));
            json.WriteNumber("stations", kind.Stations);
            json.WriteNumber("caught", kind.Caught);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Save(string path, string text) =>
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
