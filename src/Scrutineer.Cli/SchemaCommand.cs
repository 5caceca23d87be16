using System.CommandLine;
using Scrutineer.Claims;
using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Simulation;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Law;
using Scrutineer.Observation;
using Scrutineer.Observation.Forms;
using Scrutineer.Registry;
using Scrutineer.Results.Scenarios;

namespace Scrutineer.Cli;

/// <summary><c>schema</c>: the JSON Schema of the files, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file")
        {
            Description =
                "law, party-law, dossier, registry, events, list, claims, observation, polls, form, observation-form, mapping, simulation or scenario.",
        };
        file.AcceptOnlyFromAmong(
            "law",
            "party-law",
            "dossier",
            "registry",
            "events",
            "list",
            "claims",
            "observation",
            "polls",
            "form",
            "observation-form",
            "mapping",
            "simulation",
            "scenario"
        );
        var command = new Command(
            "schema",
            "Prints the JSON Schema of files, drawn from the types that the strict reader fills.\n\n"
                + "Example:\n  scrutineer schema law > schemas/law.schema.json"
        )
        {
            file,
        };
        command.SetAction(parsed =>
        {
            CommandLine.Write(
                parsed.GetValue(file) switch
                {
                    "law" => SchemaWriter.Write(typeof(LawFile), "Scrutineer law file", "law.schema.json"),
                    "registry" => SchemaWriter.Write(
                        typeof(RegistryFile),
                        "Scrutineer registry file",
                        "registry.schema.json"
                    ),
                    "party-law" => SchemaWriter.Write(
                        typeof(PartyLawFile),
                        "Scrutineer law on parties",
                        "party-law.schema.json"
                    ),
                    "events" => SchemaWriter.Write(
                        typeof(EventFile),
                        "Scrutineer events: events.yaml",
                        "events.schema.json"
                    ),
                    "list" => SchemaWriter.Write(typeof(ListFile), "Scrutineer list", "list.schema.json"),
                    "claims" => SchemaWriter.Write(
                        typeof(ClaimFile),
                        "Scrutineer claims: claims.yaml",
                        "claims.schema.json"
                    ),
                    "observation" => SchemaWriter.Write(
                        typeof(ObservationFile),
                        "Scrutineer observation: observation.yaml",
                        "observation.schema.json"
                    ),
                    "polls" => SchemaWriter.Write(
                        typeof(PollFile),
                        "Scrutineer polls: polls.yaml",
                        "polls.schema.json"
                    ),
                    "form" => SchemaWriter.Write(typeof(FormFile), "Scrutineer protocol form", "form.schema.json"),
                    "observation-form" => SchemaWriter.Write(
                        typeof(ObservationFormFile),
                        "Scrutineer observation form",
                        "observation-form.schema.json"
                    ),
                    "mapping" => SchemaWriter.Write(typeof(MappingFile), "Scrutineer mapping", "mapping.schema.json"),
                    "simulation" => SchemaWriter.Write(
                        typeof(SimulationFile),
                        "Scrutineer simulation: simulation.yaml",
                        "simulation.schema.json"
                    ),
                    "scenario" => SchemaWriter.Write(
                        typeof(ScenarioFile),
                        "Scrutineer scenario",
                        "scenario.schema.json"
                    ),
                    _ => SchemaWriter.Write(
                        typeof(DossierFile),
                        "Scrutineer dossier: election.yaml",
                        "dossier.schema.json"
                    ),
                }
            );
            return CommandLine.Done;
        });
        return command;
    }
}
