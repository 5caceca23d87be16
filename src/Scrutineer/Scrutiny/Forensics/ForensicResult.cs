using Scrutineer.Findings;
using Scrutineer.Scrutiny.Forensics.Placebos;

namespace Scrutineer.Scrutiny.Forensics;

/// <summary>What a family of tests says about one table.</summary>
/// <param name="Table">The stations.</param>
/// <param name="Reports">One report a test that was run, in order.</param>
/// <param name="NotRun">The tests that were not run because the run was stopped.</param>
public sealed record ForensicResult(
    StationTable Table,
    IReadOnlyList<(IForensicTest Test, TestReport Report)> Reports,
    IReadOnlyList<string> NotRun
)
{
    /// <summary>What was fixed before the data were read.</summary>
    public required Registration Registration { get; init; }

    /// <summary>How often each test fires on drawn elections, clean ones and ones with a known fraud; empty where none were drawn.</summary>
    public IReadOnlyList<FiringRate> Rates { get; init; } = [];

    /// <summary>
    /// The p-value of each test that has one, adjusted for all of them: by Holm, for the chance of one error, and by Benjamini and
    /// Hochberg, for the share of errors.
    /// </summary>
    public IReadOnlyList<(string Test, double P, double Holm, double BenjaminiHochberg)> Family
    {
        get
        {
            var tests = Reports.Where(r => r.Report.PValue is not null).ToList();
            var p = tests.ConvertAll(t => t.Report.PValue!.Value);
            var (holm, share) = (MultipleTests.Holm(p), MultipleTests.BenjaminiHochberg(p));
            return [.. tests.Select((t, i) => (t.Test.Name, p[i], holm[i], share[i]))];
        }
    }

    /// <summary>The findings of the tests that fire.</summary>
    public IReadOnlyList<Finding> Findings => [.. Reports.SelectMany(r => r.Report.Findings)];

    /// <summary>Runs tests one after another; a stop keeps what there is.</summary>
    /// <param name="table">The stations.</param>
    /// <param name="registration">The tests, the seed and the repetitions.</param>
    public static ForensicResult Of(StationTable table, Registration registration)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(registration);
        var (tests, run) = (registration.Tests, registration.Run);
        var reports = new List<(IForensicTest, TestReport)>();
        foreach (var test in tests)
        {
            try
            {
                run.Stop.ThrowIfCancellationRequested();
                reports.Add((test, test.Run(table, run)));
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        return new ForensicResult(table, reports, [.. tests.Skip(reports.Count).Select(t => t.Name)])
        {
            Registration = registration,
        };
    }
}
