using Scrutineer.Allocation;
using Scrutineer.Dossier;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;
using Scrutineer.Numerics;

namespace Scrutineer.Observation;

/// <summary>
/// Whether staying away can void a contest: the least turnout that the law in force asks for, or the act that struck such
/// a rule out. A call for a boycott "to invalidate" an election is answered by this.
/// </summary>
/// <param name="Contest">The contest.</param>
/// <param name="Minimum">The rule in force; nothing where there is none.</param>
/// <param name="Last">The rule that would have to be in force: the one in force, or the last one struck out.</param>
/// <param name="Says">The answer in one sentence.</param>
/// <param name="Basis">The article, or the act that struck it out, and how it was checked.</param>
public sealed record TurnoutValidity(string Contest, RuleEntry? Minimum, RuleEntry? Last, string Says, string Basis)
{
    /// <summary>
    /// What the least turnout would have meant for the figures of an election: whether it is met, and how many voters more
    /// would have had to stay away; nothing where there never was such a rule, or a figure is not known.
    /// </summary>
    public string? Would(ElectionDossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        if (
            Last?.Rule is not Require rule
            || !dossier.File.Contests.ContainsKey(Contest)
            || dossier.TallyOf(Contest, Tally.Nation) is not { } tally
            || SizeOf(tally, rule.Turnout) is not { } came
            || SizeOf(tally, rule.Of) is not { } whole
            || whole == 0
        )
        {
            return null;
        }

        var share = new Rational(came, whole);
        var needed = rule.Share.Value * whole;
        return $"{Shown.Whole(came)} of {Shown.Whole(whole)} {rule.Of.InWords()} is {Shown.PercentBeside(share, rule.Share.Value)}: with that rule the election {(Minimum is null ? "would be" : "is")} {(rule.Share.IsMetBy(share) ? "valid" : "invalid")}"
            + (
                rule.Share.IsMetBy(share)
                    ? $", and {Shown.Whole(rule.Share.IsMetBy(rule.Share.Value) ? (new Rational(came) - needed).Floor() + 1 : (new Rational(came) - needed).Ceiling())} voters more would have had to stay away to void it"
                    : ""
            );
    }

    private static long? SizeOf(Tally tally, BaseName name) =>
        name switch
        {
            BaseName.Registered => tally.Registered.Value,
            BaseName.BallotsIssued => tally.BallotsIssued.Value,
            BaseName.BallotsInBox => tally.BallotsInBox.Value,
            BaseName.ElectorsPresent => tally.ElectorsPresent.Value,
            _ => null,
        };

    /// <summary>What the law in force makes of a low turnout in a contest.</summary>
    /// <exception cref="ArgumentException">The edition has no such contest.</exception>
    public static TurnoutValidity Of(ElectionDossier dossier, string contest)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        if (!dossier.Edition.Text.Contests.TryGetValue(contest, out var text))
        {
            throw new ArgumentException($"edition {dossier.Edition.Name} has no contest '{contest}'", nameof(contest));
        }

        if (text.Rules.FirstOrDefault(r => r.Rule is Require) is { } minimum)
        {
            return new TurnoutValidity(
                contest,
                minimum,
                minimum,
                $"A turnout below the least one voids the contest '{contest}': {minimum.Sentence()}",
                $"{minimum.Rule.Cite} ({Files.ScalarType.Word(minimum.Rule.Checked)})"
            );
        }

        var none =
            $"No turnout, however low, voids the contest '{contest}': edition {dossier.Edition.Name} of {dossier.Law.File.Id} asks for no least turnout";
        return StruckOut(dossier) is not { } struck
            ? new TurnoutValidity(
                contest,
                null,
                null,
                none + ", and none of its earlier editions did.",
                Governing(dossier)
            )
            : new TurnoutValidity(
                contest,
                null,
                struck.Rule,
                $"{none}; the last such rule ({struck.Rule.Sentence().TrimEnd('.')}) was struck out by {struck.By.By} with effect from {Shown.Day(struck.By.InForce)}.",
                $"{struck.Amendment.Cite ?? struck.Rule.Rule.Cite}, {struck.By.By} ({Files.ScalarType.Word(struck.Amendment.Checked)})"
            );
    }

    /// <summary>The latest amendment, up to the edition in force, that repealed a rule on the least turnout.</summary>
    private static (EditionEntry By, Amendment Amendment, RuleEntry Rule)? StruckOut(ElectionDossier dossier)
    {
        (EditionEntry, Amendment, RuleEntry)? found = null;
        foreach (var (before, after) in dossier.Law.Editions.Zip(dossier.Law.Editions.Skip(1)))
        {
            foreach (var amendment in after.Head.Amend.Where(a => a.Repeal is not null))
            {
                var rule = before
                    .Text.Contests.SelectMany(c =>
                        c.Value.Rules.Where(r => amendment.Repeal == $"contests.{c.Key}.{r.Id}")
                    )
                    .FirstOrDefault(r => r.Rule is Require);
                if (rule is not null)
                {
                    found = (after.Head, amendment, rule);
                }
            }

            if (after.Name == dossier.Edition.Name)
            {
                break;
            }
        }

        return found;
    }

    private static string Governing(ElectionDossier dossier) =>
        $"{dossier.Edition.Head.By} ({Files.ScalarType.Word(dossier.Edition.Head.Checked)})";
}
