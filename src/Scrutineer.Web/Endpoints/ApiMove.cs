namespace Scrutineer.Web.Endpoints;

/// <summary>A move as a program sends it.</summary>
/// <param name="Id">The identifier that the program gives it; sent again, it is accepted once. At most 64 characters.</param>
/// <param name="Unit">The path of the station.</param>
/// <param name="Version">The version of the protocol that the program saw.</param>
/// <param name="Move">The move: <c>claim</c>, <c>release</c>, <c>submit</c>, or a coordinator's decision.</param>
/// <param name="Reason">Why; a coordinator's decision needs it, and it is published.</param>
/// <param name="Figures">What is handed in, by column: a number in digits, <c>-</c> for blank, <c>?</c> for illegible.</param>
internal sealed record ApiMove(
    string Id,
    string Unit,
    long Version,
    string Move,
    string? Reason = null,
    Dictionary<string, string>? Figures = null
);
