using Scrutineer.Allocation;
using Scrutineer.Findings;

namespace Scrutineer.Results.Comparing;

/// <summary>
/// What the votes are put under: a law with an edition, readings and settings, or a bare method. Written as parts joined by
/// <c>+</c>, such as <c>edition=2009 + reading=to-the-first</c>, <c>law=ru/duma + set=threshold.share=3 %</c> or
/// <c>method=sainte-lague + threshold=5 %</c>.
/// </summary>
public sealed record Alternative
{
    private static readonly string[] Keys =
    [
        "law",
        "edition",
        "contest",
        "reading",
        "set",
        "method",
        "quota",
        "threshold",
        "seats",
    ];

    /// <summary>The words in which it was written.</summary>
    public required string Written { get; init; }

    /// <summary>The law, as a path or as country/name; the dossier's own where none is named.</summary>
    public string? Law { get; init; }

    /// <summary>The edition; the one that governs the polling day where none is named.</summary>
    public string? Edition { get; init; }

    /// <summary>The contest of the law; the one of the same name, or the only one, where none is named.</summary>
    public string? Contest { get; init; }

    /// <summary>Readings to apply.</summary>
    public IReadOnlyList<string> Readings { get; init; } = [];

    /// <summary>Fields to set, as RULE.FIELD and its value.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; } = [];

    /// <summary>A bare method in place of a law.</summary>
    public AllocationMethod? Method { get; init; }

    /// <summary>The share of all votes for lists that a list needs under a bare method, reached included.</summary>
    public Rational? Threshold { get; init; }

    /// <summary>The seats under a bare method; those of the dossier's contest where none are named.</summary>
    public int? Seats { get; init; }

    /// <summary>The dossier's own law as it governs.</summary>
    public static Alternative AsGoverned { get; } = new() { Written = "as governed" };

    /// <summary>Reads one alternative, or records what is wrong with it.</summary>
    /// <param name="text">The parts, joined by <c>+</c>.</param>
    /// <param name="problems">Where problems go.</param>
    public static Alternative? Parse(string text, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        var parts = new List<KeyValuePair<string, string>>();
        foreach (var part in text.Split(" + ").Select(p => p.Trim()))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var key = equals > 0 ? part[..equals].Trim() : part;
            if (equals <= 0 || equals == part.Length - 1 || !Keys.Contains(key))
            {
                problems.Add(
                    new Location("--under"),
                    $"'{part}' names nothing to compare.",
                    "parts KEY=VALUE joined by ' + '; KEY is " + string.Join(", ", Keys),
                    Problems.Nearest(key, Keys)
                );
                return null;
            }

            parts.Add(KeyValuePair.Create(key, part[(equals + 1)..].Trim()));
        }

        foreach (
            var twice in parts
                .Where(p => p.Key is not ("reading" or "set"))
                .GroupBy(p => p.Key)
                .Where(g => g.Count() > 1)
        )
        {
            Problem(problems, $"'{twice.Key}' stands twice in '{text}'.", "one of each", "Write two --under options.");
            return null;
        }

        string? One(string key) => parts.Where(p => p.Key == key).Select(p => p.Value).FirstOrDefault();
        var alternative = new Alternative
        {
            Written = text.Trim(),
            Law = One("law"),
            Edition = One("edition"),
            Contest = One("contest"),
            Readings = [.. parts.Where(p => p.Key == "reading").Select(p => p.Value)],
            Settings = SettingsOf(parts.Where(p => p.Key == "set").Select(p => p.Value), problems),
        };
        return One("method") is null ? AsLaw(alternative, parts, problems) : AsMethod(alternative, One, problems);
    }

    private static Alternative? AsLaw(
        Alternative alternative,
        List<KeyValuePair<string, string>> parts,
        Problems problems
    )
    {
        foreach (var (key, _) in parts.Where(p => p.Key is "quota" or "threshold" or "seats"))
        {
            Problem(
                problems,
                $"'{key}' belongs to a bare method, and '{alternative.Written}' names none.",
                "method=… beside it",
                key == "threshold" ? "A threshold of a law is set with set=RULE.share=…" : "Name a method."
            );
        }

        return problems.Any ? null : alternative;
    }

    private static Alternative? AsMethod(Alternative alternative, Func<string, string?> one, Problems problems)
    {
        if (
            alternative.Law is not null
            || alternative.Edition is not null
            || alternative.Contest is not null
            || alternative.Readings.Count + alternative.Settings.Count > 0
        )
        {
            Problem(
                problems,
                $"'{alternative.Written}' names a law and a bare method.",
                "one of the two",
                "Write two --under options."
            );
        }

        var (name, quota) = (one("method")!, one("quota"));
        AllocationMethod? method = null;
        if (name == "largest-remainder")
        {
            method = (quota is null ? Quota.Hare : Quota.Named(quota)) is { } known
                ? new LargestRemainder(known, OverAward.Subtract)
                : null;
            if (method is null)
            {
                Problem(
                    problems,
                    $"There is no quota '{quota}'.",
                    string.Join(", ", Quota.All.Select(q => q.Name)),
                    Problems.Nearest(quota!, [.. Quota.All.Select(q => q.Name)])
                );
            }
        }
        else if (quota is not null)
        {
            Problem(problems, $"A quota does not belong to '{name}'.", "method=largest-remainder", "Leave it out.");
        }
        else
        {
            method = name == QuotaMethod.BalinskiYoung.Name ? QuotaMethod.BalinskiYoung : DivisorMethod.Named(name);
            if (method is null)
            {
                var names = DivisorMethod
                    .All.Select(m => m.Name)
                    .Concat([QuotaMethod.BalinskiYoung.Name, "largest-remainder"])
                    .ToList();
                Problem(
                    problems,
                    $"There is no method '{name}'.",
                    string.Join(", ", names),
                    Problems.Nearest(name, names)
                );
            }
        }

        return problems.Any
            ? null
            : alternative with
            {
                Method = method,
                Threshold = ThresholdOf(one("threshold"), problems),
                Seats = SeatsOf(one("seats"), problems),
            };
    }

    private static Rational? ThresholdOf(string? text, Problems problems)
    {
        if (text is null)
        {
            return null;
        }

        if (Rational.TryParse(text, out var share) && share.Sign >= 0 && share <= Rational.One)
        {
            return share;
        }

        Problem(problems, $"'{text}' is no share.", "an exact share, such as 5 %", "Write threshold=5 %.");
        return null;
    }

    private static int? SeatsOf(string? text, Problems problems)
    {
        if (text is null)
        {
            return null;
        }

        if (
            int.TryParse(text, System.Globalization.NumberStyles.None, null, out var seats)
            && seats is > 0 and <= AllocationMethod.LargestHouse
        )
        {
            return seats;
        }

        Problem(problems, $"'{text}' is no number of seats.", "a whole number from 1", "Write seats=100.");
        return null;
    }

    private static List<KeyValuePair<string, string>> SettingsOf(IEnumerable<string> texts, Problems problems)
    {
        var settings = new List<KeyValuePair<string, string>>();
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == text.Length - 1)
            {
                Problem(problems, $"'{text}' sets nothing.", "set=RULE.FIELD=VALUE", "Write set=threshold.share=5 %.");
            }
            else
            {
                settings.Add(KeyValuePair.Create(text[..equals].Trim(), text[(equals + 1)..].Trim()));
            }
        }

        return settings;
    }

    private static void Problem(Problems problems, string found, string expected, string remedy) =>
        problems.Add(new Location("--under"), found, expected, remedy);
}
