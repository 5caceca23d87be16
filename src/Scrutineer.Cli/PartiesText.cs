using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Numerics;
using Scrutineer.Publishing;
using Scrutineer.Registry;
using Scrutineer.Results.Parties;

namespace Scrutineer.Cli;

/// <summary>The text of <c>parties</c>.</summary>
internal static class PartiesText
{
    public static string Of(ElectionDossier dossier, DossierFacts facts, PartiesOnDay parties)
    {
        var text = Words.Wrap(dossier.File.Title, 0);
        var perhaps = parties.PerhapsInTheRace;
        text += Words.Wrap(
            $"On {Shown.Day(parties.Day)}: {Shown.Of(parties.InTheRace, "party", "parties")} in the race{(perhaps > 0 ? $", and {perhaps} that cannot be told" : "")}.",
            0
        );
        text += "\n";
        text += TextTable.Of(
            ["id", "name on that day", "by law", "in the election"],
            [
                .. parties.Parties.Select(p =>
                    (IReadOnlyList<string>)
                        [
                            p.Identity.Id,
                            p.Names.Count == 0
                                ? p.Identity.NameOn(parties.Day)
                                : string.Join(" / ", p.Names.Select(n => n.Name)),
                            p.Status.Count == 0
                                ? "not recorded"
                                : string.Join(" or ", p.Status.Select(s => ScalarType.Word(s.Is)))
                                    + (p.Status.Any(s => s.Held(parties.Day) == Answer.NotSure) ? " (not sure)" : ""),
                            State(p),
                        ]
                ),
            ]
        );
        text += Passages(facts, parties);
        foreach (var edition in parties.Law)
        {
            text += "\n";
            text += Words.Wrap(
                $"To be registered a party needs, by {facts.PartyLaw!.File.Title}, edition {edition.Name} ({edition.By}; {((IDated)edition).During.InWords()}):",
                0
            );
            foreach (var requirement in edition.Requires)
            {
                text += Words.Wrap($"- {requirement.InWords()} ({ScalarType.Word(requirement.Checked)})", 2);
            }
        }

        foreach (var finding in parties.Findings)
        {
            text +=
                $"\n{Words.Wrap(finding.Statement, 0)}{Words.Wrap($"[{finding.Code}; {finding.Unit}; {finding.Basis}]", 2)}";
        }

        return text;
    }

    private static string State(PartyOnDay party) =>
        ScalarType.Word(party.State)
        + (party.May.Count > 0 ? $", perhaps {string.Join(" or ", party.May.Select(s => ScalarType.Word(s)))}" : "");

    private static string Passages(DossierFacts facts, PartiesOnDay parties)
    {
        var text = "";
        foreach (
            var party in parties.Parties.Where(p => p.Passage.Count > 0 || p.Identity.Entry.Registration.Count > 0)
        )
        {
            text += $"\n{party.Identity.NameOn(parties.Day)}\n";
            foreach (var stage in party.Identity.Entry.Registration)
            {
                var times = stage.Times is { } n ? $" {n} times" : "";
                text += Words.Wrap(
                    $"- {stage.On.InWords()}: {ScalarType.Word(stage.Stage).Replace('-', ' ')} {ScalarType.Word(stage.Outcome)}{times}. {stage.Because}".TrimEnd(),
                    2
                );
            }

            foreach (var step in party.Passage)
            {
                text += Words.Wrap(
                    $"{(step.Happened == Answer.Yes ? "-" : step.Happened == Answer.No ? "  later:" : "? ")} {step.Event.On.InWords()}: {ScalarType.Word(step.State)}. {EventWords.Says(step.Event)}",
                    2
                );
            }
        }

        return text;
    }
}
