using Scrutineer.Dossier;
using Scrutineer.Registry;

namespace Scrutineer.Results.Powers;

/// <summary>How an office is filled on a day. Names are those of the day.</summary>
/// <param name="Id">The id of the office.</param>
/// <param name="Office">The office.</param>
/// <param name="By">Who appoints or elects.</param>
/// <param name="ConfirmedBy">Who must confirm; nothing where nobody is recorded.</param>
/// <param name="Consulting">Who must be asked; nothing where nobody is recorded.</param>
/// <param name="Held">Whether it was so on the day.</param>
/// <param name="ConfirmedHere">Whether the elected house is the one that confirms.</param>
/// <param name="Source">The key of the source in the registry.</param>
public sealed record Appointment(
    string Id,
    string Office,
    string By,
    string? ConfirmedBy,
    string? Consulting,
    Answer Held,
    bool ConfirmedHere,
    string Source
)
{
    internal static IReadOnlyList<Appointment> On(DateOnly day, DossierFacts facts, string house)
    {
        string? Name(string? id) => id is null ? null : facts.NameOf(id, day);
        return
        [
            .. (facts.Register?.Of(IdentityKind.Office) ?? []).SelectMany(office =>
                office
                    .Entry.Filled.Where(f => f.Held(day) != Answer.No)
                    .Select(f => new Appointment(
                        office.Id,
                        office.NameOn(day),
                        Name(f.By)!,
                        Name(f.ConfirmedBy),
                        Name(f.Consulting),
                        f.Held(day),
                        Name(f.ConfirmedBy) == house,
                        f.Source
                    ))
            ),
        ];
    }
}
