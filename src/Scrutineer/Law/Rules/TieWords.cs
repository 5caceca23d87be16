using Scrutineer.Files;

namespace Scrutineer.Law.Rules;

/// <summary>Tie rules in words.</summary>
internal static class TieWords
{
    /// <summary>The tie rules as the end of a sentence, or nothing.</summary>
    public static string After(IReadOnlyList<TieRule> rules) =>
        rules.Count == 0 ? "" : "; a tie is decided by " + string.Join(", then by ", rules.Select(One));

    private static string One(TieRule rule) =>
        rule switch
        {
            TieRule.EarlierRegistration => "earlier registration",
            TieRule.MoreVotes => "more votes",
            TieRule.MoreStationsWon => "more polling stations won",
            TieRule.Lot => "lot",
            _ => ScalarType.Word(rule),
        };
}
