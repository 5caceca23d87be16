using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Numerics;
using Scrutineer.Registry;

namespace Scrutineer.Results.Parties;

/// <summary>Who could, did and did not take part in an election, as of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Parties">The parties and movements, those in the race first.</param>
/// <param name="Law">The editions of the law on parties that were in force, or may have been.</param>
/// <param name="Findings">What the names in the sources have to say.</param>
public sealed record PartiesOnDay(
    DateOnly Day,
    IReadOnlyList<PartyOnDay> Parties,
    IReadOnlyList<PartyLawEdition> Law,
    IReadOnlyList<Finding> Findings
)
{
    /// <summary>How many parties were certainly in the race.</summary>
    public int InTheRace => Parties.Count(p => p.State.IsInTheRace() && p.May.All(s => s.IsInTheRace()));

    /// <summary>How many may have been, beyond those.</summary>
    public int PerhapsInTheRace =>
        Parties.Count(p => p.State.IsInTheRace() || p.May.Any(s => s.IsInTheRace())) - InTheRace;

    /// <summary>The parties of a dossier on a day.</summary>
    /// <exception cref="ArgumentException">The dossier names no registry.</exception>
    public static PartiesOnDay Of(ElectionDossier dossier, DossierFacts facts, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Register is not { } register)
        {
            throw new ArgumentException("the dossier names no registry", nameof(facts));
        }

        var parties = register
            .Of(IdentityKind.Party)
            .Concat(register.Of(IdentityKind.Movement))
            .Select(i => Party(i, facts, day))
            .Where(p => p.Passage.Count > 0 || p.Names.Count > 0)
            .OrderByDescending(p => p.State.IsInTheRace())
            .ThenByDescending(p => p.State != PartyState.None)
            .ToList();
        return new PartiesOnDay(day, parties, facts.PartyLaw?.On(day) ?? [], Names(dossier, facts, register));
    }

    private static PartyOnDay Party(Identity identity, DossierFacts facts, DateOnly day)
    {
        var passage = facts
            .Events.Where(e => e.Who.Contains(identity.Id) && PartyStates.After(e.What) is not null)
            .Select(e => new PartyStep(PartyStates.After(e.What)!.Value, e, e.On.HadHappenedBy(day)))
            .ToList();
        var last = passage.FindLastIndex(s => s.Happened == Answer.Yes);
        return new PartyOnDay(
            identity,
            identity.NamesOn(day),
            identity.StatusOn(day),
            last < 0 ? PartyState.None : passage[last].State,
            [.. passage.Skip(last + 1).Where(s => s.Happened == Answer.NotSure).Select(s => s.State).Distinct()],
            passage
        );
    }

    /// <summary>Sources that call somebody by a name of another day.</summary>
    private static List<Finding> Names(ElectionDossier dossier, DossierFacts facts, IdentityRegister register)
    {
        var findings = new List<Finding>();
        foreach (var happened in facts.Events.Where(e => e.On.Day is not null))
        {
            var day = happened.On.Day!.Value;
            foreach (var (id, called) in happened.Called)
            {
                var identity = register.Find(id)!;
                var match = register
                    .Resolve(called, day, identity.Kind)
                    .Matches.FirstOrDefault(m => m.Identity.Id == id);
                var renamedThen = match is { Held: not Answer.No } && identity.NamesOn(day).Count > 1;
                var says =
                    match is null ? $"which is no name of {identity.NameOn(day)} that is recorded"
                    : match.Held == Answer.No ? $"which was then called {identity.NameOn(day)}"
                    : renamedThen && identity.NameOn(day) != match.Name
                        ? $"which was renamed {identity.NameOn(day)} on that very day"
                    : "";
                if (says.Length > 0)
                {
                    findings.Add(
                        new Finding(
                            "name-of-another-day",
                            match is null || match.Held == Answer.No ? Severity.Warning : Severity.Notice,
                            $"A source of {Shown.Day(day)} names '{called}', {says}: {happened.Says}",
                            string.Join("; ", happened.Sources.Select(s => dossier.File.Sources[s].Title)),
                            $"scrutineer parties {SourceText.Show(dossier.Folder)} --as-of {day:yyyy-MM-dd}"
                        )
                        {
                            Unit = id,
                            Where = happened.At,
                        }
                    );
                }
            }
        }

        return findings;
    }
}
