using System.Collections.Immutable;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>Admission by several hurdles: any of them, all of them, or the one for the kind of list.</summary>
internal static class AdmitHurdles
{
    public static string Sentence(Admit rule)
    {
        var parts = new List<string>();
        if (rule.Any.Count > 0)
        {
            parts.Add($"A list takes part if it has {string.Join(" or ", rule.Any.Select(h => h.InWords()))}");
        }

        if (rule.All.Count > 0)
        {
            parts.Add($"A list takes part if it has {string.Join(" and ", rule.All.Select(h => h.InWords()))}");
        }

        if (rule.Brackets.Count > 0)
        {
            parts.Add(
                "To take part "
                    + string.Join(
                        "; ",
                        rule.Brackets.Select(
                            (h, i) =>
                                $"{(i > 0 && h.For is null && h.Members is null ? "any other list" : h.Whom())} needs {h.InWords()}"
                        )
                    )
            );
        }

        return string.Join("; or: ", parts)
            + (rule.Exempt.Count > 0 ? ExemptWords(rule) : "")
            + (rule.InsteadOf is { } replaced ? $"; this stands in for '{replaced}'" : "")
            + TieWords.After(rule.Tie)
            + ".";
    }

    public static string ExemptWords(Admit rule) =>
        $"; {string.Join(", ", rule.Exempt.Select(k => new Hurdle { For = k }.Whom()))} takes part without a hurdle";

    public static Standing Apply(Admit rule, Standing standing, RuleEntry entry)
    {
        var whole = new bool[standing.Admitted.Length];
        var local = standing.Places.Select(_ => new bool[whole.Length]).ToList();
        for (var i = 0; i < whole.Length; i++)
        {
            var may = rule.InsteadOf is not null || standing.Admitted[i];
            if (Passes(rule, i, standing, null) is not { } passes)
            {
                var unknown =
                    $"Whether {standing.Name(i)} takes part cannot be told: figures of its votes or of the base are not reported.";
                return standing.With(entry, () => unknown).End(Outcome.Unknown, unknown);
            }

            whole[i] = may && passes;
            foreach (var (index, place) in standing.Places.Index())
            {
                if (Passes(rule, i, standing, place) is not { } there)
                {
                    var unknown = $"Whether {standing.Name(i)} takes part in {place.Place} cannot be told.";
                    return standing.With(entry, () => unknown).End(Outcome.Unknown, unknown);
                }

                local[index][i] = may && there;
            }
        }

        var after = (
            standing with
            {
                Admitted = [.. whole],
                Places = [.. standing.Places.Select((p, k) => p.Admitting([.. local[k]]))],
            }
        ).Record(entry.Id, Enumerable.Range(0, whole.Length).Where(i => whole[i]));
        return after.With(entry, () => Statement(after), () => Table(rule, after));
    }

    /// <summary>
    /// Whether a list takes part: in the whole, or in one place where hurdles taken there count besides; nothing where
    /// that cannot be told.
    /// </summary>
    private static bool? Passes(Admit rule, int list, Standing standing, Standing? place)
    {
        var contender = standing.Tally.Contenders[list];
        if (rule.Exempt.Contains(contender.Kind))
        {
            return true;
        }

        bool? Taken(Hurdle hurdle) =>
            hurdle.Where != HurdleScope.There ? hurdle.IsTakenBy(list, standing)
            : place is null ? false
            : hurdle.IsTakenBy(list, place);
        var any = rule.Any.Where(h => h.IsFor(contender)).Select(Taken).ToList();
        var all = rule.All.Where(h => h.IsFor(contender)).Select(Taken).ToList();
        var bracket = rule.Brackets.FirstOrDefault(h => h.IsFor(contender));
        bool?[] ways =
        [
            any.Contains(true) ? true
            : any.Contains(null) ? null
            : false,
            all.Count == 0 || all.Contains(false) ? false
            : all.Contains(null) ? null
            : true,
            bracket is null ? false : Taken(bracket),
        ];
        return ways.Contains(true) ? true
            : ways.Contains(null) ? null
            : false;
    }

    private static string Statement(Standing after)
    {
        var local = Enumerable
            .Range(0, after.Admitted.Length)
            .Where(i => !after.Admitted[i])
            .Select(i =>
                (Name: after.Name(i), Places: after.Places.Where(p => p.Admitted[i]).Select(p => p.Place).ToList())
            )
            .Where(l => l.Places.Count > 0)
            .Select(l => $" {l.Name} takes part in {Shown.Row(l.Places)} only.");
        return $"{Shown.Of(after.AdmittedCount, "list takes", "lists take")} part: {Shown.Row(after.AdmittedIndices.Select(after.Name))}."
            + string.Concat(local);
    }

    private static StepTable Table(Admit rule, Standing after)
    {
        var bases = rule
            .Hurdles.Where(h => h.Of is not null)
            .Select(h => after.Resolve(h.Of!.Value))
            .Distinct()
            .ToList();
        var results = rule
            .Hurdles.Where(h => h.In is not null)
            .Select(h => h.In!)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return new StepTable(
            [
                "votes",
                .. bases.Select(b => $"share of the {b.InWords()}"),
                .. results.Select(r => $"seats in '{r}'"),
                "takes part",
            ],
            [
                .. Enumerable
                    .Range(0, after.Admitted.Length)
                    .Select(i => new StepRow(
                        after.Id(i),
                        [
                            Shown.Whole(after.Votes(i)),
                            .. bases.Select(b => after.ShareOf(i, b) is { } share ? Shown.Percent(share.Low) : "–"),
                            .. results.Select(r => Shown.Whole(after.SeatsFrom(r)?[i] ?? 0)),
                            after.Admitted[i] ? "yes" : "no",
                        ]
                    )),
            ]
        );
    }
}
