using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>A list holds no more seats than it names persons; the seats beyond go again by the rules that applied.</summary>
public sealed record Limit : Rule
{
    /// <summary>The rules that apply again.</summary>
    [Field("again", "The earlier rules by which the seats beyond go to other lists, in this order.", Required = true)]
    public IReadOnlyList<string> Again { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<string> SeatReferences => Again;

    /// <inheritdoc/>
    protected override string Words() =>
        $"A list gets no more seats than it has candidates; the seats beyond go to other lists by {Shown.Row(Again.Select(a => $"'{a}'"))} again.";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        var seats = standing.Seats.ToBuilder();
        var awards = standing.Awards;
        var beyond = new List<int>();
        for (var i = 0; i < seats.Count; i++)
        {
            while (standing.Tally.Contenders[i].Persons is { } persons && seats[i] > persons)
            {
                seats[i]--;
                beyond.Add(i);
                var last = awards.FindLastIndex(a => a.Contender == i);
                awards = last < 0 ? awards : awards.RemoveAt(last);
            }
        }

        if (beyond.Count == 0)
        {
            return standing.With(entry, () => "Every list names as many candidates as it has seats.");
        }

        if (SeatWords.Waits(standing, entry) is { } waits)
        {
            return waits;
        }

        var after = standing with { Seats = seats.ToImmutable(), Awards = awards, LimitedToPersons = true };
        after = after.With(
            entry,
            () =>
                $"{Shown.Seats(beyond.Count)} beyond the candidates: {Shown.Row(beyond.Distinct().Select(standing.Name))}."
        );
        foreach (var rule in standing.Rules.Where(r => Again.Contains(r.Id, StringComparer.Ordinal)))
        {
            if (after.Ended is null)
            {
                after = Tiers.Apply(after, rule);
            }
        }

        return after;
    }
}
