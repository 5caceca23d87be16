using System.CommandLine;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Publishing;
using Scrutineer.Registry;

namespace Scrutineer.Cli;

/// <summary><c>registry</c>: persons with their offices and kinship, bodies, parties, places, as of a day.</summary>
internal static class RegistryCommand
{
    public static Command Create()
    {
        var dossier = new Argument<string>("dossier")
        {
            Description = "The folder of one election, such as elections/kz-mazhilis-2021.",
        };
        var words = new Argument<string[]>("words")
        {
            Description = "Names, spellings or ids to look up; the whole registry where none is given.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var kind = new Option<string?>("--kind")
        {
            Description =
                $"Only one kind: {string.Join(", ", Enum.GetValues<IdentityKind>().Select(k => ScalarType.Word(k)))}.",
        };
        var asOf = new Option<string?>("--as-of")
        {
            Description = "The day that is asked about, written YYYY-MM-DD; polling day by default.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "registry",
            "Prints what the registry of an election holds: names, spellings, statuses, offices and who holds them, kinship,\n"
                + "levels and clocks of places, each with its days and its source; and says whom a word means on a day.\n\n"
                + "Examples:\n"
                + "  scrutineer registry elections/kz-mazhilis-2021 Birlik --as-of 2020-11-04\n"
                + "  scrutineer registry elections/kz-mazhilis-2021 --kind person"
        )
        {
            dossier,
            words,
            kind,
            asOf,
            json,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var election = ElectionDossier.Read(parsed.GetValue(dossier)!, null, problems);
            var facts = election is null ? null : DossierFacts.Read(election, problems);
            var day = AsOf.Day(parsed.GetValue(asOf), problems) ?? election?.File.PollingDay ?? default;
            var only = Kind(parsed.GetValue(kind), problems);
            CommandLine.NeedsRegistry(election, facts, problems);
            if (election is null || facts?.Register is not { } register || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var found = Found(register, parsed.GetValue(words)!, day, only, problems);
            if (problems.Any)
            {
                return CommandLine.Report(problems);
            }

            CommandLine.Write(
                parsed.GetValue(json)
                    ? RegistryJson.Of(election, register, found, day)
                    : RegistryText.Of(register, found, day)
            );
            return CommandLine.Done;
        });
        return command;
    }

    private static IdentityKind? Kind(string? text, Problems problems)
    {
        if (text is null)
        {
            return null;
        }

        var kinds = Enum.GetValues<IdentityKind>();
        if (kinds.Any(k => ScalarType.Word(k) == text))
        {
            return kinds.First(k => ScalarType.Word(k) == text);
        }

        var names = kinds.Select(k => ScalarType.Word(k)).ToList();
        problems.Add(
            new Location("--kind"),
            $"There is no kind '{text}'.",
            string.Join(", ", names),
            Problems.Nearest(text, names)
        );
        return null;
    }

    private static List<Identity> Found(
        IdentityRegister register,
        string[] words,
        DateOnly day,
        IdentityKind? kind,
        Problems problems
    )
    {
        if (words.Length == 0)
        {
            return [.. register.All.Where(i => kind is null || i.Kind == kind)];
        }

        var found = new List<Identity>();
        foreach (var word in words)
        {
            var matches = register.Resolve(word, day, kind).Matches;
            if (matches.Count == 0)
            {
                problems.Add(
                    new Location("words"),
                    $"'{word}' means nobody in the registry.",
                    "a name, a spelling or an id",
                    Problems.Nearest(word, register.Words)
                );
            }

            found.AddRange(matches.Select(m => m.Identity));
        }

        return [.. found.Distinct()];
    }
}
