namespace Scrutineer.Scrutiny.Audits.Comparison;

/// <summary>Ballots compared with their records.</summary>
/// <param name="Compared">How many, every draw counted.</param>
/// <param name="OneOver">Records that overstated the margin by one vote.</param>
/// <param name="TwoOver">Records that overstated it by two.</param>
/// <param name="OneUnder">Records that understated it by one.</param>
/// <param name="TwoUnder">Records that understated it by two.</param>
public sealed record ComparedBallots(
    int Compared,
    int OneOver = 0,
    int TwoOver = 0,
    int OneUnder = 0,
    int TwoUnder = 0
);
