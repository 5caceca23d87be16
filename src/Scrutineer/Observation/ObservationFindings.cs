using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Registry;

namespace Scrutineer.Observation;

/// <summary>What observation has to say: rules that narrow it, totals that do not add up, gaps.</summary>
internal static class ObservationFindings
{
    public static IReadOnlyList<Finding> Of(ElectionDossier dossier, ObservationFile observation)
    {
        var verify = $"scrutineer check {SourceText.Show(dossier.Folder)}";
        string Titles(IEnumerable<string> keys) => string.Join("; ", keys.Select(k => dossier.File.Sources[k].Title));
        var findings = observation
            .Rules.Where(r => r.Narrows is not null && r.Held(dossier.File.PollingDay) == Answer.Yes)
            .Select(r => new Finding(
                "observation-narrowed",
                Severity.Warning,
                $"{r.Says.TrimEnd('.')} ({new Interval(r.From, r.To).InWords()}): {r.Narrows!.TrimEnd('.')}.",
                $"{(r.Cite is null ? "" : r.Cite + "; ")}{Titles(r.Sources)}",
                verify
            )
            {
                Where = r.At,
            })
            .ToList();
        findings.AddRange(
            observation
                .Limits.Where(l => l.Held(dossier.File.PollingDay) == Answer.Yes)
                .Select(l => new Finding(
                    "expression-limited",
                    Severity.Notice,
                    $"{l.Says.TrimEnd('.')}{(l.Sanction is { } sanction ? $": {sanction.TrimEnd('.')}" : "")}.",
                    $"{l.Cite} ({ScalarType.Word(l.Checked)}); {Titles(l.Sources)}",
                    verify
                )
                {
                    Where = l.At,
                })
        );
        foreach (var total in observation.Totals)
        {
            var counted = observation.Observers.Where(o => total.Kinds.Contains(o.Kind)).ToList();
            if (counted.Count == 0 || counted.Exists(o => o.Number is null))
            {
                continue;
            }

            var sum = counted.Sum(o => o.Number!.Value);
            findings.Add(
                new Finding(
                    sum == total.Number ? "observers-add-up" : "observers-differ",
                    sum == total.Number ? Severity.Info : Severity.Warning,
                    $"The observers of {string.Join(" and ", total.Kinds.Select(k => ScalarType.Word(k)))} kind add up to {Shown.Whole(sum)}, and {Shown.Whole(total.Number)} is the total published.",
                    Titles([total.Source]),
                    verify
                )
                {
                    Where = total.At,
                }
            );
        }

        foreach (var unknown in observation.Observers.Where(o => o.Number is null))
        {
            findings.Add(
                new Finding(
                    "observers-not-counted",
                    Severity.Notice,
                    $"How many observers {unknown.Organisation} had was not found.",
                    Titles(unknown.Sources),
                    verify
                )
                {
                    Where = unknown.At,
                }
            );
        }

        foreach (var silent in observation.Incidents.Where(i => i.Unanswered is not null))
        {
            findings.Add(
                new Finding(
                    "question-unanswered",
                    Severity.Notice,
                    $"{silent.Says.TrimEnd('.')}. Not answered: {silent.Unanswered}",
                    Titles(silent.Sources),
                    verify
                )
                {
                    Where = silent.At,
                }
            );
        }

        return findings;
    }
}
