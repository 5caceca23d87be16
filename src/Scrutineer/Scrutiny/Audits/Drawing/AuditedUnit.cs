using Scrutineer.Findings;
using Scrutineer.Scrutiny.Audits.Assertions;

namespace Scrutineer.Scrutiny.Audits.Drawing;

/// <summary>A station whose paper can be counted again.</summary>
/// <param name="Unit">Its path, as the table of protocols has it.</param>
/// <param name="Counts">Its ballots as its protocol has them.</param>
/// <param name="At">The line of the protocol.</param>
public sealed record AuditedUnit(string Unit, BallotCounts Counts, Location At);
