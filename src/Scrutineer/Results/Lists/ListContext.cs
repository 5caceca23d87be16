using Scrutineer.Allocation;
using Scrutineer.Law;

namespace Scrutineer.Results.Lists;

/// <summary>The law and the days by which a list is checked.</summary>
/// <param name="Contest">The contest of the edition.</param>
/// <param name="PollingDay">Polling day; nothing where it is not known.</param>
public sealed record ListContext(Contest Contest, DateOnly? PollingDay)
{
    /// <summary>The list's share of the votes in the previous election, where the dossier of that gives it.</summary>
    public Rational? LastShare { get; init; }

    /// <summary>The place of the list in the order of the ballot, from 1, where the dossier gives that order.</summary>
    public int? BallotNumber { get; init; }

    /// <summary>The seats that it won, where the dossier gives them.</summary>
    public int? SeatsWon { get; init; }

    /// <summary>How many persons the dossier says that it names.</summary>
    public int? Persons { get; init; }
}
