using System.Collections.Immutable;
using System.Globalization;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Digits;

/// <summary>Whether the last digits of large counts are as often one as another.</summary>
public sealed record LastDigitTest : IForensicTest
{
    /// <summary>The chance, under the model, below which the test fires: half of 0.001 for each of two columns.</summary>
    public const double Level = 0.0005;

    /// <summary>The least count that is looked at.</summary>
    public const long Least = 100;

    /// <inheritdoc/>
    public string Name => "last-digit";

    /// <inheritdoc/>
    public string Asks =>
        "Are the last digits of large counts as often one as another, but for the fall of the numbers of stations with size?";

    /// <inheritdoc/>
    public string CannotSee =>
        "It sees numbers that people invented or rounded by hand; counts that were added to, moved or computed from a percentage have even last digits, and so has every forgery by somebody who knows the test.";

    /// <inheritdoc/>
    public bool CanFire => true;

    /// <inheritdoc/>
    public string Specification =>
        "last digits of the votes of the list and of the voters who came, counts >= 100, chi-square against the digits of the numbers of stations smoothed over ten neighbouring counts, 9 degrees of freedom; fires where either has p <= 0.0005";

    /// <inheritdoc/>
    public TestReport Run(StationTable table, ForensicRun run)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(run);
        var choice = new StationChoice(table).WithTurnout().WithShare().Choose();
        if (choice.Refuse(Name, 100) is { } refusal)
        {
            return refusal;
        }

        var list = DigitCounts.Last(Large(table.Leader, choice));
        var given = DigitCounts.Last(Large(table.Given, choice));
        if (list.Total < 100 || given.Total < 100)
        {
            return choice.Refuse(
                Name,
                $"{list.Total} counts of votes and {given.Total} of voters are at least {Least}; the test needs 100 of each."
            );
        }

        var listSmooth = DigitCounts.Smooth(choice.Used.Select(s => table.Leader[s]), Least);
        var givenSmooth = DigitCounts.Smooth(choice.Used.Select(s => table.Given[s]), Least);
        var (listP, givenP) = (list.PValue(listSmooth), given.PValue(givenSmooth));
        var all = DigitCounts.Last(choice.Used.Select(s => table.Leader[s]));
        var pairs = Large(table.Leader, choice).Count(n => n / 10 % 10 == n % 10) / (double)list.Total;
        var p = Math.Min(1, 2 * Math.Min(listP, givenP));
        var excess = Math.Max(list.ZeroOrFive - 0.2, 0) * list.Total;
        var report = new TestReport
        {
            Test = Name,
            Stations = choice.Used.Count,
            LeftOut = choice.LeftOut,
            PValue = p,
            Fires = Math.Min(listP, givenP) <= Level,
            Effect = new Effect(Math.Max(excess, Math.Max(given.ZeroOrFive - 0.2, 0) * given.Total), null),
            Figures =
            [
                Group("list", list, listSmooth, listP),
                Group("given", given, givenSmooth, givenP),
                Others(all, pairs),
            ],
            Tables = run.IsBrief ? [] : [Table(list, given)],
            Says =
                $"The last digits of {Shown.Whole(list.Total)} counts of votes for {table.ListName} from {Least} have χ² {One(list, listSmooth)}, those of {Shown.Whole(given.Total)} counts of voters who came χ² {One(given, givenSmooth)}; chance gives 9 ± 4. The digits 0 and 5 end {Percent(list.ZeroOrFive)} and {Percent(given.ZeroOrFive)} of them; chance gives 20 %.",
        };
        return report with { Findings = Findings(report, run) };
    }

    private static IEnumerable<long> Large(ImmutableArray<long> column, StationChoice choice) =>
        choice.Used.Select(s => column[s]).Where(n => n >= Least);

    private static FigureGroup Group(string name, DigitCounts digits, ImmutableArray<double> smooth, double p) =>
        new(
            name,
            [
                new Figure("counts", digits.Total),
                new Figure("mean", digits.Mean, 5),
                new Figure("chi2", digits.ChiSquare(DigitCounts.Even), 3),
                new Figure("chi2-smooth", digits.ChiSquare(smooth), 3),
                new Figure("share-0-or-5", digits.ZeroOrFive, 5),
                new Figure("p-value", p, 6),
            ]
        );

    private static FigureGroup Others(DigitCounts all, double pairs) =>
        new(
            "",
            [
                new Figure("mean-of-every-count", all.Mean, 5),
                new Figure("chi2-of-every-count", all.ChiSquare(DigitCounts.Even), 3),
                new Figure("share-0-or-5-of-every-count", all.ZeroOrFive, 5),
                new Figure("share-of-repeated-last-two", pairs, 5),
            ]
        );

    private static FigureTable Table(DigitCounts list, DigitCounts given) =>
        new(
            "digits",
            $"How many counts from {Least} end in each digit.",
            ["digit", "list", "given"],
            [
                .. Enumerable
                    .Range(0, 10)
                    .Select(d => new FigureRow(
                        "",
                        [
                            new Figure("digit", d),
                            new Figure("list", list.Counts[d]),
                            new Figure("given", given.Counts[d]),
                        ]
                    )),
            ]
        );

    private static IReadOnlyList<Finding> Findings(TestReport report, ForensicRun run) =>
        report.Fires
            ?
            [
                new Finding(
                    "last-digits",
                    Severity.Notice,
                    report.Says + " This is inconsistent with counts; rounding by hand is one way to it.",
                    "Beber and Scacco (2012), last digits of counts from 100",
                    run.Verify + " --test last-digit"
                ),
            ]
            : [];

    private static string One(DigitCounts digits, ImmutableArray<double> smooth) =>
        digits.ChiSquare(smooth).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.00", CultureInfo.InvariantCulture) + " %";
}
