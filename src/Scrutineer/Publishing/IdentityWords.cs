using Scrutineer.Registry;

namespace Scrutineer.Publishing;

/// <summary>A fact of a registry in one line.</summary>
public static class IdentityWords
{
    /// <summary>The fact, its days, and where it did not hold on a day, that.</summary>
    public static string Says(IdentityFact fact, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var days = fact.During is { } during && during != default ? $", {during.InWords()}" : "";
        return $"{fact.Field.Replace('-', ' ')}: {fact.Says}{days}{Held(fact, day)}";
    }

    private static string Held(IdentityFact fact, DateOnly day) =>
        fact.On(day) switch
        {
            Answer.Yes => "",
            Answer.NotSure => " (perhaps)",
            _ => fact.During?.To?.HadHappenedBy(day.AddDays(-1)) == Answer.Yes ? " (no longer)" : " (not yet)",
        };
}
