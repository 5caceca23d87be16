using System.Globalization;
using System.Text;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Cli;

/// <summary>Estimates as text.</summary>
internal static class EstimateText
{
    private static readonly string[] DeclaredColumn = [">declared"];

    public static string Of(QuickCount count, IReadOnlyList<Finding> findings, SeatForecast? seats)
    {
        var text = new StringBuilder();
        var table = count.Sample.Table!;
        if (table.IsSynthetic)
        {
            text.Append("SYNTHETIC DATA: these figures are made up and describe no election.\n");
        }

        text.Append(Words.Wrap(table.Mapping.File.Title, 0));
        text.Append(Words.Wrap(Received(count), 0));
        text.Append('\n').Append(Table("quantity", count.Estimates));
        if (count.Indicators.Count > 0)
        {
            text.Append("\nObserved, of the stations where it was answered\n\n")
                .Append(Table("field", count.Indicators));
        }

        text.Append(Seats(seats, new Dictionary<string, int>()));
        if (count.Arrivals.Count > 0)
        {
            var leading = count
                .Estimates.Where(e => e.Value is not null)
                .MaxBy(e => e.Base == count.Estimates[0].Base ? e.Value : -1)!;
            text.Append($"\n{leading.Quantity} as the returns came in\n\n");
            text.Append(
                TextTable.Of(
                    ["until", ">stations", ">strata", ">plain sum", ">estimate"],
                    [
                        .. count.Arrivals.Select(a =>
                            (IReadOnlyList<string>)
                                [
                                    a.Until.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                                    Shown.Whole(a.Stations),
                                    Shown.Whole(a.Strata),
                                    EstimateWords.Percent(a.Unweighted),
                                    EstimateWords.Percent(a.Estimate),
                                ]
                        ),
                    ]
                )
            );
        }

        if (findings.Count > 0)
        {
            text.Append("\nFindings\n");
            foreach (var finding in findings)
            {
                text.Append(Words.Wrap($"{ScalarType.Word(finding.Severity)} {finding.Code}: {finding.Statement}", 2));
            }
        }

        return text.ToString();
    }

    /// <summary>The estimates of a dossier's sample beside the official figures; empty where there are none.</summary>
    public static string BesideOfficial(SampleEstimate? sample)
    {
        if (sample?.Count is not { } count)
        {
            return "";
        }

        return Words.Wrap($"A sample: {Received(count)}", 0)
            + "\n"
            + TextTable.Of(
                ["quantity", "of", ">sample", ">low", ">high", ">official", ""],
                [
                    .. sample.Official.Select(o =>
                        (IReadOnlyList<string>)
                            [
                                o.Estimate.Quantity,
                                o.Estimate.Base,
                                Percent(o.Estimate.Value),
                                Percent(o.Estimate.Low),
                                Percent(o.Estimate.High),
                                o.Share is { } share ? EstimateWords.Number(share.ToDouble() * 100, 2) : "?",
                                o.IsOutside == true ? "outside" : "",
                            ]
                    ),
                ]
            )
            + Seats(sample.Seats, sample.OfficialSeats)
            + "\n";
    }

    private static string Seats(SeatForecast? seats, IReadOnlyDictionary<string, int> official)
    {
        if (seats is null)
        {
            return "";
        }

        var head = $"Seats by {seats.Law}, edition {seats.Edition}, contest {seats.Contest}: ";
        return "\n"
            + (
                seats.Untold is { } why
                    ? Words.Wrap($"{head}no answer; {why}.", 0)
                    : Words.Wrap(
                        $"{head}{Shown.Whole(seats.Seats)} seats; the sample was drawn again from itself {Shown.Whole(seats.Replicates)} times, seed {seats.Seed.ToString(CultureInfo.InvariantCulture)}, confidence {EstimateWords.Percent(seats.Confidence, 0)}{(seats.Undecided > 0 ? $"; {Shown.Whole(seats.Undecided)} of them leave seats open" : "")}.",
                        0
                    )
                        + "\n"
                        + TextTable.Of(
                            ["list", ">seats", ">low", ">high", ">passes", .. official.Count > 0 ? DeclaredColumn : []],
                            [
                                .. seats.Lists.Select(l =>
                                    (IReadOnlyList<string>)
                                        [
                                            l.List,
                                            Shown.Whole(l.Seats),
                                            Shown.Whole(l.Low),
                                            Shown.Whole(l.High),
                                            EstimateWords.Percent(l.Passes, 1),
                                            .. official.Count == 0 ? []
                                            : official.TryGetValue(l.List, out var declared)
                                                ? new[] { Shown.Whole(declared) }
                                            : ["?"],
                                        ]
                                ),
                            ]
                        )
            );
    }

    private static string Received(QuickCount count)
    {
        var (design, options) = (count.Design, count.Options);
        var rows = options.Clusters is { } level ? $"units of the level {level}" : "stations";
        var frame = count.Sample.Frame;
        return $"{Shown.Whole(design.Stations)}{(frame.Stations is { } all ? $" of {Shown.Whole(all)}" : "")} {rows}"
            + (
                frame.Strata.Count > 1
                    ? $", in {Shown.Whole(design.Strata)} of {Shown.Whole(frame.Strata.Count)} strata"
                    : ""
            )
            + (options.AsOf is { } moment ? $", as of {moment}" : "")
            + $". Shares of lists are of the {options.Base.InWords()}; intervals have {EstimateWords.Percent(options.Confidence, 0)} confidence.";
    }

    private static string Table(string what, IReadOnlyList<Estimate> estimates) =>
        TextTable.Of(
            [what, "of", ">per cent", ">±", ">low", ">high", ">deff"],
            [
                .. estimates.Select(e =>
                    (IReadOnlyList<string>)
                        [
                            e.Quantity,
                            e.Base,
                            Percent(e.Value),
                            e.High is { } high && e.Low is { } low ? EstimateWords.Number((high - low) * 50, 2) : "?",
                            Percent(e.Low),
                            Percent(e.High),
                            e.DesignEffect is { } effect ? EstimateWords.Number(effect, 1) : "?",
                        ]
                ),
            ]
        );

    private static string Percent(double? share) => share is { } known ? EstimateWords.Number(known * 100, 2) : "?";
}
