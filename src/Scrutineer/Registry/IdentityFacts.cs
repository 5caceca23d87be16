using Scrutineer.Files;

namespace Scrutineer.Registry;

/// <summary>Everything that a registry holds of an identity, from both ends: an office tells who held it, a son his mother.</summary>
public static class IdentityFacts
{
    /// <summary>The facts, in the order of the file's fields.</summary>
    /// <param name="register">The registry.</param>
    /// <param name="identity">One of its identities.</param>
    /// <param name="day">The day under whose names others are called.</param>
    public static IReadOnlyList<IdentityFact> Of(IdentityRegister register, Identity identity, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(identity);
        var entry = identity.Entry;
        string Name(string id) => register.Find(id)?.NameOn(day) ?? id;
        string Office(string id) =>
            register.Find(id) is { Entry.Within: [.., var body] } office
                ? $"{office.NameOn(day)} [{Name(body.In)}]"
                : Name(id);
        return
        [
            .. entry.Names.Select(n =>
                Dated(
                    "name",
                    n.Name
                        + (n.Full is { } full && full != n.Name ? $" ({full})" : "")
                        + (n.Language == "en" ? "" : $" [{n.Language}]"),
                    n
                )
            ),
            .. register
                .Aliases.Where(a => a.Of == identity.Id)
                .Select(a => new IdentityFact("alias", a.Alias, null, a.Source)),
            .. entry.Status.Select(s =>
                Dated(
                    "status",
                    ScalarType.Word(s.Is)
                        + (s.Into is { } into ? $" into {Name(into)}" : "")
                        + (s.Because is { } because ? $" ({because})" : ""),
                    s
                )
            ),
            .. entry.Registration.Select(r => new IdentityFact(
                "registration",
                $"{ScalarType.Word(r.Stage).Replace('-', ' ')} {ScalarType.Word(r.Outcome)}, {r.On.InWords()}{(r.Times is { } times ? $", {times} times" : "")}{(r.Because is { } because ? $" ({because})" : "")}",
                null,
                r.Source
            )),
            .. entry.Origins.Select(o => new IdentityFact(
                "origin",
                $"{ScalarType.Word(o.How)} of {string.Join(", ", o.Of.Select(Name))}, {o.On.InWords()}",
                null,
                o.Source
            )),
            .. entry.Holds.Select(h => Dated("holds", Office(h.Office), h)),
            .. register.All.SelectMany(p =>
                p.Entry.Holds.Where(h => h.Office == identity.Id).Select(h => Dated("held-by", p.NameOn(day), h))
            ),
            .. entry.Kin.Select(k => new IdentityFact("kin", $"{k.Is} of {Name(k.Of)}", null, k.Source)),
            .. register.All.SelectMany(p =>
                p.Entry.Kin.Where(k => k.Of == identity.Id)
                    .Select(k => new IdentityFact("kin", $"{p.NameOn(day)} is the {k.Is}", null, k.Source))
            ),
            .. entry.Filled.Select(f =>
                Dated(
                    "filled",
                    $"by {Name(f.By)}"
                        + (f.ConfirmedBy is { } confirms ? $", confirmed by {Name(confirms)}" : "")
                        + (f.Consulting is { } asked ? $", after asking {Name(asked)}" : ""),
                    f
                )
            ),
            .. entry.Level.Select(l => Dated("level", l.Is, l)),
            .. entry.Within.Select(w => Dated("within", Name(w.In), w)),
            .. entry.Clock.Select(c => Dated("clock", $"UTC{c.Utc}", c)),
        ];
    }

    private static IdentityFact Dated(string field, string says, DatedFact fact) =>
        new(field, says, new Interval(fact.From, fact.To), fact.Source) { Note = fact.Note };
}
