using System.CommandLine;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Publishing;
using Scrutineer.Results.Lists;

namespace Scrutineer.Cli;

/// <summary><c>list check</c>: a list of candidates against the law.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A list, such as elections/ID/lists/LIST.yaml." };
        var law = new Option<string?>("--law")
        {
            Description = "The law, as a path or as country/name; that of the dossier where one is given.",
        };
        var edition = new Option<string?>("--edition")
        {
            Description = "The edition; that of the dossier, or the newest, where none is named.",
        };
        var dossier = new Option<string?>("--dossier")
        {
            Description = "The election in which the list stands: its law, its days, the previous result.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var check = new Command(
            "check",
            "Checks a list of candidates by the law: who may stand, size, quota, approval, fee, place on the ballot.\n\n"
                + "Example:\n"
                + "  scrutineer list check elections/kz-mazhilis-2021/lists/Adal.yaml --dossier elections/kz-mazhilis-2021"
        )
        {
            file,
            law,
            edition,
            dossier,
            json,
        };
        check.SetAction(parsed =>
        {
            var problems = new Problems();
            var list = ListFile.Read(parsed.GetValue(file)!, problems);
            var election = parsed.GetValue(dossier) is { } folder
                ? ElectionDossier.Read(folder, parsed.GetValue(edition), problems)
                : null;
            var governing = parsed.GetValue(dossier) is not null
                ? election?.Edition
                : ReadEdition(parsed.GetValue(law), parsed.GetValue(edition), problems);
            var context =
                list is null || governing is null || problems.Any ? null : Context(list, governing, election, problems);
            if (list is null || context is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var findings = ListCheck.Of(list, context);
            CommandLine.Write(
                parsed.GetValue(json) ? ListJson.Of(list, governing!, findings) : Text(list, governing!, findings)
            );
            return findings.Any(f => f.Severity == Severity.Error) ? CommandLine.DoneWithErrors : CommandLine.Done;
        });
        return new Command(
            "list",
            "Checks lists of candidates.\n\n"
                + "Example:\n"
                + "  scrutineer list check elections/kz-mazhilis-2021/lists/Adal.yaml --dossier elections/kz-mazhilis-2021"
        )
        {
            check,
        };
    }

    private static Edition? ReadEdition(string? law, string? edition, Problems problems)
    {
        if (law is null)
        {
            problems.Add(
                new Location("--law"),
                "Neither a law nor a dossier is named.",
                "'--law country/name' or '--dossier FOLDER'",
                "Name one of the two."
            );
            return null;
        }

        var path = File.Exists(law) ? law : FileLocator.Find("laws", law, Environment.CurrentDirectory);
        if (path is null)
        {
            problems.Add(
                new Location("--law"),
                $"The law '{law}' was not found.",
                "a path or country/name",
                "Check the name."
            );
            return null;
        }

        if (ElectoralLaw.Read(path, problems) is not { } read)
        {
            return null;
        }

        var named = edition is null ? read.Editions[^1] : read.Named(edition);
        if (named is null)
        {
            problems.Add(
                new Location("--edition"),
                $"{read.File.Id} has no edition '{edition}'.",
                "the name of an edition",
                Problems.Nearest(edition!, read.Editions.Select(e => e.Name))
            );
        }

        return named;
    }

    private static ListContext? Context(ListFile list, Edition edition, ElectionDossier? election, Problems problems)
    {
        if (!edition.Text.Contests.TryGetValue(list.Contest, out var contest))
        {
            problems.Add(
                list.At,
                $"Edition {edition.Name} has no contest '{list.Contest}'.",
                "a contest of the edition",
                Problems.Nearest(list.Contest, edition.Text.Contests.Keys)
            );
            return null;
        }

        if (election is null)
        {
            return new ListContext(contest, list.PollingDay);
        }

        if (ListContexts.Of(election, list, contest, problems) is not { } context)
        {
            problems.Add(
                list.At,
                $"The dossier has no list '{list.List}' in '{list.Contest}'.",
                "a list of the dossier",
                Problems.Nearest(
                    list.List,
                    election.File.Contests.GetValueOrDefault(list.Contest)?.Contenders.Keys ?? []
                )
            );
            return null;
        }

        return context;
    }

    private static string Text(ListFile list, Edition edition, IReadOnlyList<Finding> findings)
    {
        var text = Words.Wrap(
            $"List {list.List}, {ListCheck.PersonsOf(list)} persons, by edition {edition.Name} ({edition.Head.By}).",
            0
        );
        foreach (var group in findings.GroupBy(f => f.Severity))
        {
            text += $"{Capital(ScalarType.Word(group.Key))} ({group.Count()})\n";
            foreach (var finding in group)
            {
                var lines = Words.Wrap(finding.Statement, 4);
                text += $"  - {lines[4..]}{Words.Wrap($"[{finding.Code}; {finding.Basis}; {finding.Where}]", 4)}";
            }
        }

        return findings.Count == 0 ? text + "Nothing stands against it.\n" : text;
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
