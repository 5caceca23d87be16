using System.Globalization;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>What there is to know before quoting an estimate: strata, bases, stations that do not fit, early returns.</summary>
internal static class EstimateFindings
{
    private const int MostNamed = 5;

    public static IEnumerable<Finding> Of(QuickCount count, Quantity? leading)
    {
        var verify = Command(count);
        return Frame(count)
            .Concat(Missing(count))
            .Concat(Untold(count))
            .Concat(Bases(count, leading))
            .Concat(Registers(count))
            .Concat(Impossible(count))
            .Concat(leading is null ? [] : Early(count, leading))
            .Select(f => f with { Verify = f.Verify.Length > 0 ? f.Verify : verify });
    }

    /// <summary>The command that estimates the same again.</summary>
    internal static string Command(QuickCount count)
    {
        var options = count.Options;
        var frame = count.Sample.Frame;
        return count.Sample.Table is not { } table
            ? "the protocols that have come in"
            : $"scrutineer estimate {table.File} --map {table.Mapping.File.Id}"
                + (
                    frame.Source is { } source ? $" --frame {source.Path}"
                    : frame.Stations is { } stations ? $" --stations {stations.ToString(CultureInfo.InvariantCulture)}"
                    : ""
                )
                + (options.Strata is { } strata ? $" --strata {strata}" : "")
                + (options.Clusters is { } clusters ? $" --clusters {clusters}" : "")
                + $" --base {Files.ScalarType.Word(options.Base)}"
                + (options.Drawn is { } drawn ? $" --drawn {drawn.ToString(CultureInfo.InvariantCulture)}" : "")
                + (options.AsOf is { } moment ? $" --as-of {moment}" : "");
    }

    private static Finding Say(string code, Severity severity, string statement, string basis) =>
        new(code, severity, statement, basis, "");

    private static IEnumerable<Finding> Frame(QuickCount count)
    {
        var design = count.Design;
        if (design.Frame.Stations is null)
        {
            yield return Say(
                "sample-without-frame",
                Severity.Notice,
                $"How many stations there are is not given: the {Shown.Whole(design.Stations)} received are taken as a simple random sample of very many, so that intervals are wider than they need be, and wrong where the sample was not drawn by lot.",
                "Cochran, Sampling Techniques, section 2.6"
            );
        }

        if (design.Collapsed.Count > 0)
        {
            yield return Say(
                "sample-strata-collapsed",
                Severity.Notice,
                $"{Shown.Of(design.Collapsed.Count, "stratum has", "strata have")} one station and no spread of {(design.Collapsed.Count == 1 ? "its" : "their")} own; for the variance each is joined with a neighbour: {Some(design.Collapsed.Select(c => $"{c.Single} with {c.With}"))}.",
                "Cochran, Sampling Techniques, section 5A.12"
            );
        }

        if (design.Empty.Count > 0)
        {
            var stations = design.Empty.Sum(s => s.Stations ?? 0);
            yield return Say(
                "sample-strata-empty",
                Severity.Warning,
                $"Nothing was received of {Shown.Of(design.Empty.Count, "stratum", "strata")} with {Shown.Of(stations, "station", "stations")} ({EstimateWords.Percent(stations / (double)design.Frame.Stations!.Value)} of all): the estimates are of the other strata, and say nothing of {Some(design.Empty.Select(s => s.Name))}.",
                "design of the sample"
            );
        }
    }

    private static IEnumerable<Finding> Missing(QuickCount count)
    {
        if (count.Nonresponse is not { } missing)
        {
            yield break;
        }

        var turns = missing.Low < 0;
        yield return Say(
            "sample-nonresponse",
            turns ? Severity.Warning : Severity.Notice,
            $"{Shown.Whole(missing.Received)} of {Shown.Whole(missing.Drawn)} stations drawn were received ({EstimateWords.Percent(missing.Response)}). Intervals take the others for a random part. If they all had voted one way, {missing.Quantity} would lie between {EstimateWords.Percent(missing.Low)} and {EstimateWords.Percent(missing.High)}: {(turns ? "the stations that are missing could turn the lead" : "they cannot turn the lead")}."
                + (
                    missing.Lowest.Count > 0
                        ? $" Fewest came from {string.Join(", ", missing.Lowest.Select(l => $"{l.Key} ({EstimateWords.Percent(l.Value, 0)})"))}."
                        : ""
                ),
            "worst-case bounds (Manski 1990)"
        );
    }

    private static IEnumerable<Finding> Untold(QuickCount count) =>
        count
            .Estimates.Concat(count.Indicators)
            .Where(e => e.Untold is not null)
            .Select(e =>
                Say(
                    "estimate-untold",
                    Severity.Warning,
                    $"{e.Quantity}, as a share of the {e.Base.Replace('-', ' ')}: {(e.Value is null ? "no estimate" : "no interval")}; {e.Untold}.",
                    "combined ratio estimator"
                ) with
                {
                    Unit = e.Quantity,
                }
            );

    private static IEnumerable<Finding> Bases(QuickCount count, Quantity? leading)
    {
        var sample = count.Sample;
        if (sample.Layout.Form.ListField is not null && SampleBase.Of(sample.Layout, count.Options.Base) is null)
        {
            yield return Say(
                "estimate-base-unknown",
                Severity.Warning,
                $"The form {sample.Layout.Form.Id} does not have the {count.Options.Base.InWords()}: no share of them can be estimated.",
                "form of the table"
            );
        }

        var other = count.Options.Base == BaseName.ValidVotes ? BaseName.BallotsInBox : BaseName.ValidVotes;
        if (
            leading is null
            || SampleBase.Of(sample.Layout, other) is null
            || SampleBase.Of(sample.Layout, BaseName.BallotsInBox) is null
            || count.Estimates.First(e => e.Quantity == leading.Name) is not { Value: { } value } own
            || QuickCount
                .Shares(sample, other)
                .First(q => q.Name == leading.Name)
                .Estimate(sample, count.Options.Confidence)
                is not { Value: { } instead }
            || value == instead
        )
        {
            yield break;
        }

        var half = own.High - value;
        var matters = half is null || Math.Abs(value - instead) > half;
        yield return Say(
            "estimate-base-matters",
            matters ? Severity.Notice : Severity.Info,
            $"{leading.Name} has {EstimateWords.Percent(value)} of the {count.Options.Base.InWords()} and {EstimateWords.Percent(instead)} of the {other.InWords()}, {EstimateWords.Points(instead - value)} points{(half > 0 ? $", {EstimateWords.Number(Math.Abs(value - instead) / half.Value, 1)} times the margin of error" : "")}. Compare it with an official share of the same base only: whether invalid ballots are in the denominator is no matter of taste.",
            "A quick count of Georgia 2020 was published with invalid ballots in the denominator, 45.8 %, and corrected to 47.6 %"
        ) with
        {
            Unit = leading.Name,
            Figures =
            [
                KeyValuePair.Create(Files.ScalarType.Word(count.Options.Base), EstimateWords.Percent(value)),
                KeyValuePair.Create(Files.ScalarType.Word(other), EstimateWords.Percent(instead)),
            ],
        };
    }

    /// <summary>Stations without a register: their voters are in nobody's denominator.</summary>
    private static IEnumerable<Finding> Registers(QuickCount count)
    {
        var sample = count.Sample;
        var turnout = count.Estimates.FirstOrDefault(e => e.Quantity == Quantity.TurnoutName);
        if (turnout?.Value is not { } value || SampleBase.Of(sample.Layout, BaseName.Registered) is not { } registered)
        {
            yield break;
        }

        var voted =
            SampleBase.Of(sample.Layout, BaseName.BallotsIssued)
            ?? SampleBase.Of(sample.Layout, BaseName.BallotsInBox)!;
        var without = sample.Stations.Where(s => registered.In(s) == 0 && voted.In(s) > 0).ToList();
        if (without.Count == 0)
        {
            yield break;
        }

        var withThem = new Quantity(
            Quantity.TurnoutName,
            turnout.Base,
            s => registered.In(s) is { } x && voted.In(s) is { } y ? new Part(y, x, y) : null
        ).Estimate(sample, count.Options.Confidence);
        yield return Say(
            "estimate-without-register",
            Severity.Notice,
            $"{Shown.Of(without.Count, "station has", "stations have")} nobody in the register and {Shown.Whole((long)without.Sum(s => voted.In(s)!.Value))} ballots, of voters in transit or in service. Turnout at stations with a register is {EstimateWords.Percent(value)}"
                + (
                    withThem is { Value: { } other, Low: { } low, High: { } high }
                        ? $"; with the ballots of the others it is {EstimateWords.Percent(other)} ({EstimateWords.Interval(low, high)}), because their voters stand in registers elsewhere. A published turnout is mostly the second."
                        : "."
                ),
            "base of the turnout"
        ) with
        {
            Where = without[0].At,
        };
    }

    /// <summary>Stations with more ballots than voters, and with more votes than ballots.</summary>
    private static IEnumerable<Finding> Impossible(QuickCount count)
    {
        var sample = count.Sample;
        foreach (
            var (less, more) in new[]
            {
                (BaseName.Registered, BaseName.BallotsInBox),
                (BaseName.BallotsIssued, BaseName.BallotsInBox),
                (BaseName.BallotsInBox, BaseName.VotesForLists),
            }
        )
        {
            if (
                SampleBase.Of(sample.Layout, less) is not { } bound
                || SampleBase.Of(sample.Layout, more) is not { } number
            )
            {
                continue;
            }

            var over = sample.Stations.Where(s => bound.In(s) is > 0 and var b && number.In(s) > b).ToList();
            if (over.Count > 0)
            {
                yield return Say(
                    "sample-more-than-possible",
                    less == BaseName.Registered ? Severity.Notice : Severity.Warning,
                    $"{Shown.Of(over.Count, "station has", "stations have")} more {more.InWords()} than {less.InWords()}: {Some(over.Select(s => s.Unit.Text))}. They are counted as reported.",
                    "control relation of any protocol"
                ) with
                {
                    Where = over[0].At,
                };
            }
        }
    }

    private static IEnumerable<Finding> Early(QuickCount count, Quantity leading)
    {
        var early = Arrivals.Early(count.Sample, leading);
        var worst = early.Where(e => Math.Abs(e.Z) > Arrivals.Critical).MaxBy(e => Math.Abs(e.Z));
        if (worst is null)
        {
            yield break;
        }

        yield return Say(
            "early-returns-biased",
            Severity.Warning,
            $"The returns did not come at random: the first {Shown.Whole(worst.Stations)} stations ({EstimateWords.Percent(worst.Share, 0)}) put {leading.Name} at {EstimateWords.Percent(worst.Early)}, all of them at {EstimateWords.Percent(worst.All)}, {EstimateWords.Number(Math.Abs(worst.Z), 1)} standard errors apart. While returns are coming in, intervals do not hold; those still missing may differ from all that are here.",
            "first returns against all, as nested random samples; 1 % over three comparisons"
        ) with
        {
            Unit = leading.Name,
        };
    }

    private static string Some(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? ", …" : "");
    }
}
