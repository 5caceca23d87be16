using System.Globalization;

namespace Scrutineer.Scrutiny.Forensics.Shapes;

/// <summary>How turnout and share are spread over stations: moments, dip, percentages that end in 0 or 5.</summary>
public sealed record ShapeTest : IForensicTest
{
    /// <summary>How many times even numbers are drawn for the chance of a dip.</summary>
    private const int Drawn = 1000;

    /// <inheritdoc/>
    public string Name => "shape";

    /// <inheritdoc/>
    public string Asks =>
        "How are turnout and share spread over the stations: skewed, with heavy tails, with several modes?";

    /// <inheritdoc/>
    public string CannotSee =>
        "No honest election need have any of these shapes: a country of towns and villages, or of two peoples, is skewed and has several modes, so the figures are told and never a finding.";

    /// <inheritdoc/>
    public bool CanFire => false;

    /// <inheritdoc/>
    public string Specification =>
        "each station once: mean, sd (n-1), skewness and kurtosis (n), Hartigan's dip with its chance under even numbers, share of rounded percentages that end in 0 or 5; descriptive, never fires";

    /// <inheritdoc/>
    public TestReport Run(StationTable table, ForensicRun run)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(run);
        var choice = new StationChoice(table).WithTurnout().WithShare().Choose();
        if (choice.Refuse(Name, 4) is { } refusal)
        {
            return refusal;
        }

        var turnout = Group("turnout", choice, s => (table.Given[s], table.Registered[s]), run);
        var share = Group("share", choice, s => (table.Leader[s], table.Received[s]), run);
        return new TestReport
        {
            Test = Name,
            Stations = choice.Used.Count,
            LeftOut = choice.LeftOut,
            Figures = [turnout, share],
            Tables = run.IsBrief ? [] : [Fingerprint.Of(table, choice.Used)],
            Says = string.Create(
                CultureInfo.InvariantCulture,
                $"Over the stations turnout has the mean {100 * turnout["mean"]:0.0} % and the standard deviation {100 * turnout["sd"]:0.0} points, the share of {table.ListName} {100 * share["mean"]:0.0} % and {100 * share["sd"]:0.0} points; the dips are {turnout["dip"]:0.0000} (p {turnout["dip-p"]:0.000}) and {share["dip"]:0.0000} (p {share["dip-p"]:0.000})."
            ),
        };
    }

    private static FigureGroup Group(
        string name,
        StationChoice choice,
        Func<int, (long Part, long Whole)> fraction,
        ForensicRun run
    )
    {
        var numbers = new double[choice.Used.Count];
        var ends = 0;
        foreach (var (i, s) in choice.Used.Index())
        {
            var (part, whole) = fraction(s);
            numbers[i] = (double)part / whole;

            ends += Rounded(part, whole) % 5 == 0 ? 1 : 0;
        }

        run.Stop.ThrowIfCancellationRequested();
        var moments = Moments.Of(numbers);
        var dip = Dip.Of(numbers);
        return new FigureGroup(
            name,
            [
                new Figure("mean", moments.Mean, 6),
                new Figure("sd", moments.Sd, 6),
                new Figure("skew", moments.Skew, 5),
                new Figure("kurtosis", moments.Kurtosis, 5),
                new Figure("dip", dip, 9),
                new Figure("dip-p", run.IsBrief ? double.NaN : Dip.PValue(dip, numbers.Length, Drawn, run.Seed), 6),
                new Figure("percents-ending-0-or-5", ends / (double)numbers.Length, 5),
            ]
        );
    }

    /// <summary>The percentage rounded to the nearest whole one; a half to the even one, as the published figures were.</summary>
    private static long Rounded(long part, long whole)
    {
        var (percent, rest) = Math.DivRem(100 * part, whole);
        return (2 * rest).CompareTo(whole) switch
        {
            > 0 => percent + 1,
            < 0 => percent,
            _ => percent + (percent & 1),
        };
    }
}
