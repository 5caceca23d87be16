using Scrutineer.Dossier;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Cli;

/// <summary>What is audited.</summary>
/// <param name="Dossier">The election.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Tally">Its published figures.</param>
/// <param name="RiskLimit">The risk limit.</param>
internal sealed record AuditSubject(ElectionDossier Dossier, string Contest, Tally Tally, double RiskLimit);
