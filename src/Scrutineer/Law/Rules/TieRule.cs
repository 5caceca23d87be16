namespace Scrutineer.Law.Rules;

/// <summary>How an act breaks a tie. Rules list these in the order in which they are tried.</summary>
public enum TieRule
{
    /// <summary>The list that was registered earlier.</summary>
    EarlierRegistration,

    /// <summary>The list with more votes.</summary>
    MoreVotes,

    /// <summary>The list that was ahead in more polling stations. The dossier may hold no stations; then the tie stays open.</summary>
    MoreStationsWon,

    /// <summary>A lot, drawn and recorded.</summary>
    Lot,
}
