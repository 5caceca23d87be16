using System.Globalization;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Digits;

/// <summary>The second digits of the votes against Benford's law: told because it is often quoted, and never a finding.</summary>
public sealed record SecondDigitTest : IForensicTest
{
    /// <inheritdoc/>
    public string Name => "second-digit";

    /// <inheritdoc/>
    public string Asks => "Do the second digits of the votes follow Benford's law?";

    /// <inheritdoc/>
    public string CannotSee =>
        "Benford's law is no law of honest counts: stations of equal size, strategy and mobilisation move second digits, clean elections fail it and false ones pass it, so it is told and never a finding.";

    /// <inheritdoc/>
    public bool CanFire => false;

    /// <inheritdoc/>
    public string Specification =>
        "second digits of the votes of the list, counts >= 10, chi-square against Benford's second-digit law, 9 degrees of freedom; descriptive, never fires";

    /// <inheritdoc/>
    public TestReport Run(StationTable table, ForensicRun run)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(run);
        var choice = new StationChoice(table).WithShare().Choose();
        var digits = DigitCounts.Second(choice.Used.Select(s => table.Leader[s]));
        if (choice.Refuse(Name) is { } refusal)
        {
            return refusal;
        }

        if (digits.Total < 50)
        {
            return choice.Refuse(Name, $"{digits.Total} counts have a second digit; the test needs 50.");
        }

        var chi2 = digits.ChiSquare(DigitCounts.BenfordSecond);
        return new TestReport
        {
            Test = Name,
            Stations = choice.Used.Count,
            LeftOut = choice.LeftOut,
            Figures =
            [
                new FigureGroup(
                    "",
                    [
                        new Figure("counts", digits.Total),
                        new Figure("mean", digits.Mean, 5),
                        new Figure("chi2", chi2, 3),
                        new Figure("chi2-p", ChiSquareTail.Above(chi2, 9), 6),
                    ]
                ),
            ],
            Tables = run.IsBrief ? [] : [Table(digits)],
            Says = string.Create(
                CultureInfo.InvariantCulture,
                $"The second digits of {Shown.Whole(digits.Total)} counts have the mean {digits.Mean:0.000} and χ² {chi2:0.0}; Benford's law has the mean 4.187 and χ² 9 ± 4."
            ),
        };
    }

    private static FigureTable Table(DigitCounts digits) =>
        new(
            "digits",
            "How many counts have each second digit, and how many under Benford's law.",
            ["digit", "counts", "benford"],
            [
                .. Enumerable
                    .Range(0, 10)
                    .Select(d => new FigureRow(
                        "",
                        [
                            new Figure("digit", d),
                            new Figure("counts", digits.Counts[d]),
                            new Figure("benford", digits.Total * DigitCounts.BenfordSecond[d], 1),
                        ]
                    )),
            ]
        )
        {
            IsForCharts = true,
        };
}
