using Scrutineer.Files;
using Scrutineer.Registry;

namespace Scrutineer.Claims;

/// <summary>What the registry says of a statement: levels of places, offices, statuses of parties, each at its time.</summary>
/// <param name="register">The registry; nothing where the dossier names none.</param>
/// <param name="otherwise">The day asked about where a statement gives none.</param>
internal sealed class RegisterRecord(IdentityRegister? register, DateOnly otherwise)
{
    public RecordAnswer? Level(string place, ClaimValue value, PartialDate? holds)
    {
        if (value.Word is null || register?.Find(place) is not { } identity)
        {
            return null;
        }

        var level = identity.LevelOn(DayOf(holds));
        var claimed = register.Levels.FirstOrDefault(l => l.Key == value.Word || l.Value.Contains(value.Word)).Key;
        return level is null
            ? null
            : new RecordAnswer(
                (claimed ?? value.Word) == level ? Answer.Yes : Answer.No,
                $"{identity.NameOn(DayOf(holds))} was a {level} then",
                $"registry/{register.Name}, level of {place}"
            );
    }

    public RecordAnswer? Tenure(RecordedTenure tenure, ClaimValue value, PartialDate? holds)
    {
        if (value.Word is null || register?.Find(tenure.Person) is not { } person)
        {
            return null;
        }

        var terms = person.Entry.Holds.Where(t => t.Office == tenure.Office).ToList();
        var held = terms.Select(t => t.Held(DayOf(holds))).ToList();
        var answer =
            held.Contains(Answer.Yes) ? Answer.Yes
            : held.Contains(Answer.NotSure) ? Answer.NotSure
            : Answer.No;
        var office = register.Find(tenure.Office)?.NameOn(DayOf(holds)) ?? tenure.Office;
        return new RecordAnswer(
            answer == Answer.NotSure ? Answer.NotSure
                : value.Word == (answer == Answer.Yes ? "held" : "not held") ? Answer.Yes
                : Answer.No,
            $"{person.NameOn(DayOf(holds))} {(answer == Answer.No ? "did not hold" : answer == Answer.Yes ? "held" : "may have held")} the office '{office}' then",
            $"registry/{register.Name}, offices of {tenure.Person}"
        );
    }

    public RecordAnswer? Status(string party, ClaimValue value, PartialDate? holds)
    {
        if (
            value.Word is not { } word
            || register?.Find(party) is not { } identity
            || identity.StatusOn(DayOf(holds)) is not { Count: > 0 } status
        )
        {
            return null;
        }

        var fits = status.FirstOrDefault(s => ScalarType.Word(s.Is) == word);
        return new RecordAnswer(
            fits is null ? Answer.No : fits.Held(DayOf(holds)),
            $"{identity.NameOn(DayOf(holds))} was {string.Join(" or ", status.Select(s => ScalarType.Word(s.Is)))} then",
            $"registry/{register.Name}, status of {party}"
        );
    }

    private DateOnly DayOf(PartialDate? holds) =>
        holds is null || holds.Latest == DateTime.MaxValue ? otherwise : DateOnly.FromDateTime(holds.Latest);
}
