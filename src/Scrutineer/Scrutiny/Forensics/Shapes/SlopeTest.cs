using System.Globalization;

namespace Scrutineer.Scrutiny.Forensics.Shapes;

/// <summary>How the share moves with the turnout: correlation, Sobyanin's and Myagkov's slopes.</summary>
public sealed record SlopeTest : IForensicTest
{
    /// <inheritdoc/>
    public string Name => "slopes";

    /// <inheritdoc/>
    public string Asks => "Does the share of the list rise with the turnout, by more than its share of those who came?";

    /// <inheritdoc/>
    public string CannotSee =>
        "Whoever mobilises voters well, and every list that is strong where people vote more, makes the same slopes; they describe, and are never a finding.";

    /// <inheritdoc/>
    public bool CanFire => false;

    /// <inheritdoc/>
    public string Specification =>
        "each station once: least squares of L/R on G/V (Sobyanin), of L/V on G/V (Myagkov), Pearson's correlation of L/R and G/V; descriptive, never fires";

    /// <inheritdoc/>
    public TestReport Run(StationTable table, ForensicRun run)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(run);
        var choice = new StationChoice(table).WithTurnout().WithShare().Choose();
        if (choice.Refuse(Name, 3) is { } refusal)
        {
            return refusal;
        }

        var turnout = new double[choice.Used.Count];
        var share = new double[choice.Used.Count];
        var ofRegistered = new double[choice.Used.Count];
        foreach (var (i, s) in choice.Used.Index())
        {
            turnout[i] = (double)table.Given[s] / table.Registered[s];
            share[i] = (double)table.Leader[s] / table.Received[s];
            ofRegistered[i] = (double)table.Leader[s] / table.Registered[s];
        }

        var sobyanin = Line.Of(turnout, share);
        var myagkov = Line.Of(turnout, ofRegistered);
        if (!double.IsFinite(sobyanin.Slope))
        {
            return choice.Refuse(Name, "Every station has the same turnout.");
        }

        var mean = share.Average();
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
                        new Figure("correlation", sobyanin.Correlation, 5),
                        new Figure("sobyanin-slope", sobyanin.Slope, 6),
                        new Figure("sobyanin-intercept", sobyanin.Intercept, 6),
                        new Figure("sobyanin-slope-minus-mean-share", sobyanin.Slope - mean, 6),
                        new Figure("myagkov-slope", myagkov.Slope, 6),
                        new Figure("myagkov-intercept", myagkov.Intercept, 6),
                        new Figure("mean-share", mean, 6),
                    ]
                ),
            ],
            Says = string.Create(
                CultureInfo.InvariantCulture,
                $"The share of {table.ListName} rises by {sobyanin.Slope:0.000} with each point of turnout (correlation {sobyanin.Correlation:0.000}); of each voter more who came, {myagkov.Slope:0.000} votes more are the list's, and its mean share is {mean:0.000}."
            ),
        };
    }
}
