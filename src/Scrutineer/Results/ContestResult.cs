using Scrutineer.Dossier;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;
using Scrutineer.Scrutiny.Margins;

namespace Scrutineer.Results;

/// <summary>What the law makes of one contest in one constituency, beside what was declared.</summary>
public sealed record ContestResult
{
    /// <summary>The contest's name in the law.</summary>
    public required string Name { get; init; }

    /// <summary>The contest.</summary>
    public required Contest Contest { get; init; }

    /// <summary>The constituency, or <c>nation</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The contest as the dossier describes it; nothing where it does not.</summary>
    public required ContestEntry? Entry { get; init; }

    /// <summary>The stage of the figures; nothing where there are none.</summary>
    public required Stage? Stage { get; init; }

    /// <summary>The evaluation; nothing where the dossier has no figures to evaluate.</summary>
    public required Standing? Standing { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why it ended so, where that needs words.</summary>
    public string Because { get; init; } = "";

    /// <summary>The seats to be filled here.</summary>
    public required int Seats { get; init; }

    /// <summary>The seats declared, by list; empty where none are in the dossier.</summary>
    public required IReadOnlyDictionary<string, int> Official { get; init; }

    /// <summary>The seats declared in each constituency, by list; empty where none are in the dossier or the contest has one.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> OfficialByPlace { get; init; } =
        EarlierSeats.None;

    /// <summary>
    /// Whether the seats computed are those declared, in the whole and in every constituency with declared seats; nothing
    /// where one of the two is missing.
    /// </summary>
    public bool? Agrees =>
        Standing is null
        || Official.Count == 0
        || Outcome is not (Outcome.Allocated or Outcome.Tied or Outcome.NoDistribution)
            ? null
            : Same(Standing, Official) && DisagreeingPlaces.Count == 0;

    /// <summary>The constituencies in which the seats computed are not those declared.</summary>
    public IReadOnlyList<string> DisagreeingPlaces =>
        Standing is null
            ? []
            :
            [
                .. Standing
                    .Constituencies.Where(p =>
                        OfficialByPlace.TryGetValue(p.Place, out var declared) && !Same(p, declared)
                    )
                    .Select(p => p.Place),
            ];

    private static bool Same(Standing standing, IReadOnlyDictionary<string, int> declared) =>
        Enumerable
            .Range(0, standing.Seats.Length)
            .All(i => standing.Seats[i] == declared.GetValueOrDefault(standing.Id(i)));

    /// <summary>The other readings.</summary>
    public IReadOnlyList<ReadingResult> Readings { get; init; } = [];

    /// <summary>Readings taken together whose result cannot be told, with the reason.</summary>
    public IReadOnlyList<ReadingResult> Untold { get; init; } = [];

    /// <summary>
    /// The smallest transfer of each pair of lists; where the contest has several constituencies, an upper bound in each of
    /// them.
    /// </summary>
    public IReadOnlyList<Transfer> Transfers { get; init; } = [];

    /// <summary>The smallest transfer of all.</summary>
    public Transfer? Margin => TransferSearch.Least(Transfers);

    /// <summary>The distances to each threshold.</summary>
    public IReadOnlyList<ThresholdDistance> Thresholds { get; init; } = [];

    /// <summary>What lets a stranger confirm the seats.</summary>
    public Certificate? Certificate { get; init; }

    /// <summary>The base on which the contest's own rules test a share; valid votes where they test none.</summary>
    public BaseName ShareBase
    {
        get
        {
            var named = Contest
                .Rules.Select(r =>
                    r.Rule switch
                    {
                        Admit admit => admit.Of,
                        Elect elect => elect.Of,
                        _ => null,
                    }
                )
                .FirstOrDefault(b => b is not null);
            return named is { } name ? Standing?.Resolve(name) ?? name : BaseName.ValidVotes;
        }
    }

    /// <summary>The name of a list or candidate, as the dossier gives it.</summary>
    public string NameOf(string id) => Entry is not null && Entry.Contenders.TryGetValue(id, out var c) ? c.Name : id;

    /// <summary>The seats of a list: computed where they can be, or else declared; nothing where neither is known.</summary>
    public int? SeatsOf(string id) =>
        Standing is not null && Outcome is Outcome.Allocated or Outcome.Tied or Outcome.NoDistribution
            ? Standing!.Seats[Standing.Tally.Contenders.ToList().FindIndex(c => c.Id == id)]
        : Official.TryGetValue(id, out var seats) ? seats
        : null;
}
