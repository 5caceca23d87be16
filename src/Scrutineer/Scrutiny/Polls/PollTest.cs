using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Scrutiny.Polls;

/// <summary>What a poll can say against a result.</summary>
public enum PollVerdict
{
    /// <summary>It does not differ even if its answers were drawn one by one.</summary>
    Consistent,

    /// <summary>Whether it differs depends on how alike the voters of one station are, which is not known.</summary>
    DependsOnClustering,

    /// <summary>It differs even if the voters of one station are as alike as in any election of the kind.</summary>
    Inconsistent,
}

/// <summary>The test under one assumption on how alike the voters of one station are.</summary>
/// <param name="Correlation">The intra-cluster correlation.</param>
/// <param name="DesignEffect">The design effect that it means.</param>
/// <param name="Statistic">X² over the design effect.</param>
/// <param name="Probability">The probability of so great a value if the poll were a sample of the result.</param>
public sealed record SensitivityPoint(double Correlation, double DesignEffect, double Statistic, double Probability);

/// <summary>
/// A poll held against a result: Pearson's <c>X² = n Σ (p̂ − π)²/π</c> over the design effect of its clusters, the first-order
/// correction of Rao and Scott. The clustering of polls is seldom published, so that the answer is a curve.
/// </summary>
/// <remarks>
/// Source: Rao and Scott, "The Analysis of Categorical Data from Complex Sample Surveys", JASA 76 (1981). It says whether the two can
/// be of one electorate. It does not say which of them is wrong, and it cannot see who refused to answer.
/// </remarks>
public sealed record PollTest
{
    /// <summary>The level of the test.</summary>
    public const double Level = 0.05;

    /// <summary>
    /// The greatest intra-cluster correlation that is taken for possible: among the stations of Georgia 2013 it was 0.053.
    /// </summary>
    public const double MostCorrelation = 0.10;

    private static readonly double[] Correlations = [0, 0.01, 0.02, 0.05, 0.10, 0.15];

    private PollTest(double answers, int? stations, double statistic, int degrees)
    {
        Answers = answers;
        Stations = stations;
        Statistic = statistic;
        Degrees = degrees;
        Critical = Quantiles.ChiSquare(1 - Level, degrees);
        Curve = stations is null ? [] : [.. Correlations.Select(At)];
    }

    /// <summary>How many answered.</summary>
    public double Answers { get; }

    /// <summary>At how many stations; nothing where that is not known.</summary>
    public int? Stations { get; }

    /// <summary>X² if the answers had been drawn one by one.</summary>
    public double Statistic { get; }

    /// <summary>Its degrees of freedom: lists compared, less one.</summary>
    public int Degrees { get; }

    /// <summary>The value that X² over the design effect exceeds with a probability of 5 % in a sample of the result.</summary>
    public double Critical { get; }

    /// <summary>The test over a range of intra-cluster correlations; empty where the number of stations is not known.</summary>
    public IReadOnlyList<SensitivityPoint> Curve { get; }

    /// <summary>The design effect at which the poll no longer differs.</summary>
    public double CriticalEffect => Statistic / Critical;

    /// <summary>
    /// The intra-cluster correlation at which the poll no longer differs; below 0 where it never does, nothing where it is not known
    /// how many answered at a station.
    /// </summary>
    public double? CriticalCorrelation =>
        Stations is { } stations && Answers > stations
            ? DesignEffects.Correlation(Answers / stations, CriticalEffect)
            : null;

    /// <summary>
    /// What follows. Without the number of stations it depends on the clustering wherever answers drawn one by one would differ.
    /// </summary>
    public PollVerdict Verdict =>
        Statistic <= Critical ? PollVerdict.Consistent
        : CriticalCorrelation > MostCorrelation ? PollVerdict.Inconsistent
        : PollVerdict.DependsOnClustering;

    /// <summary>Tests shares against shares. Both are made to add up to one.</summary>
    /// <param name="answers">How many answered, above nought.</param>
    /// <param name="stations">At how many stations; nothing where that is not known.</param>
    /// <param name="poll">The poll's share of each list.</param>
    /// <param name="result">The result's share of the same lists, each above nought.</param>
    /// <exception cref="ArgumentException">Fewer than two lists, other lists in the two, or a share of nought in the result.</exception>
    public static PollTest Of(double answers, int? stations, IReadOnlyList<double> poll, IReadOnlyList<double> result)
    {
        ArgumentNullException.ThrowIfNull(poll);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(answers);
        if (poll.Count < 2 || poll.Count != result.Count || result.Any(share => share <= 0) || poll.Sum() <= 0)
        {
            throw new ArgumentException("A test needs two lists or more, each with votes.", nameof(result));
        }

        var (of, all) = (poll.Sum(), result.Sum());
        var statistic = poll.Zip(result)
            .Sum(s => Square((s.First / of) - (s.Second / all)) / (s.Second / all) * answers);
        return new PollTest(answers, stations, statistic, poll.Count - 1);
    }

    /// <summary>The test at one intra-cluster correlation.</summary>
    /// <exception cref="InvalidOperationException">It is not known at how many stations the poll asked.</exception>
    public SensitivityPoint At(double correlation)
    {
        var stations = Stations ?? throw new InvalidOperationException("The poll does not say at how many stations.");
        return Under(correlation, DesignEffects.Of(Math.Max(1, Answers / stations), correlation));
    }

    /// <summary>
    /// The design effect that a claimed margin means at 95 % and a share of one half: <c>deff = ε² n/(z² ¼)</c>. A pollster who
    /// claims a margin has said, perhaps unawares, how clustered the poll is.
    /// </summary>
    /// <param name="answers">How many answered.</param>
    /// <param name="margin">The margin, as a share.</param>
    public static double ClaimedEffect(double answers, double margin)
    {
        var z = Quantiles.Normal(0.975);
        return margin * margin * answers / (z * z * 0.25);
    }

    /// <summary>The test under a design effect.</summary>
    internal SensitivityPoint Under(double correlation, double effect) =>
        new(correlation, effect, Statistic / effect, Quantiles.ChiSquareAbove(Statistic / effect, Degrees));

    private static double Square(double value) => value * value;
}
