using Scrutineer.Files;
using Scrutineer.Law.Calendars;

namespace Scrutineer.Law;

/// <summary>The consolidated text of an edition: what is left when every amendment has been carried out.</summary>
public sealed record EditionText
{
    /// <summary>The body that is elected.</summary>
    [Field("body", "The institution that is elected.", Required = true)]
    public Body Body { get; init; } = null!;

    /// <summary>What the ballots have in common.</summary>
    [Field("ballot", "What the ballots of this edition have in common.", Required = true)]
    public BallotForm Ballot { get; init; } = null!;

    /// <summary>Bases that the act names in its own words.</summary>
    [Field("bases", "Bases that the act names in its own words ('participants'), and what they mean.")]
    public IReadOnlyDictionary<string, BaseDefinition> Bases { get; init; } = new Dictionary<string, BaseDefinition>();

    /// <summary>The contests, by name.</summary>
    [Field("contests", "The ways in which the seats are filled, by name.", Required = true)]
    public IReadOnlyDictionary<string, Contest> Contests { get; init; } = new Dictionary<string, Contest>();

    /// <summary>The windows of the calendar, by name.</summary>
    [Field("calendar", "The windows of the election's time, by name: what may, must or must not happen when.")]
    public IReadOnlyDictionary<string, CalendarWindow> Calendar { get; init; } =
        new Dictionary<string, CalendarWindow>();
}
