namespace Scrutineer.Registry;

/// <summary>One party, person, body, office or place of a registry.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Entry">Its dated facts.</param>
public sealed record Identity(string Id, IdentityKind Kind, IdentityEntry Entry)
{
    /// <summary>The names that it had on a day, or may have had; on the day of a renaming both.</summary>
    /// <param name="day">The day.</param>
    /// <param name="language">The code of the language.</param>
    public IReadOnlyList<NameEntry> NamesOn(DateOnly day, string language = "en") =>
        [.. Entry.Names.Where(n => n.Language == language && n.Held(day) != Answer.No)];

    /// <summary>
    /// What to call it on a day: the newest of its names in a language, or its first name there, or its id where it had none.
    /// </summary>
    public string NameOn(DateOnly day, string language = "en") =>
        NamesOn(day, language) is [.., var newest]
            ? newest.Name
            : Entry.Names.FirstOrDefault(n => n.Language == language)?.Name ?? Id;

    /// <summary>The status of a party that held on a day, or may have held.</summary>
    public IReadOnlyList<StatusEntry> StatusOn(DateOnly day) => [.. Entry.Status.Where(s => s.Held(day) != Answer.No)];

    /// <summary>Whether a party had a status on a day.</summary>
    public Answer Is(PartyStatus status, DateOnly day)
    {
        var answers = Entry.Status.Where(s => s.Is == status).Select(s => s.Held(day)).ToList();
        return answers.Contains(Answer.Yes) ? Answer.Yes
            : answers.Contains(Answer.NotSure) ? Answer.NotSure
            : Answer.No;
    }

    /// <summary>The level of a place on a day; nothing where none is recorded.</summary>
    public string? LevelOn(DateOnly day) => Entry.Level.LastOrDefault(l => l.Held(day) == Answer.Yes)?.Is;

    /// <summary>The clock of a place on a day; nothing where none is recorded.</summary>
    public UtcOffset? ClockOn(DateOnly day) => Entry.Clock.LastOrDefault(c => c.Held(day) == Answer.Yes)?.Utc;
}

/// <summary>Questions to dated facts.</summary>
public static class Dated
{
    /// <summary>Whether a fact held on a day.</summary>
    public static Answer Held(this IDated fact, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.During.AsOf(day);
    }
}
