namespace Scrutineer.Scrutiny.Forensics.Mixtures;

/// <summary>What the posterior of a <see cref="FiniteMixture"/> says of one quantity.</summary>
/// <param name="Mean">The posterior mean.</param>
/// <param name="Low">The 2.5th percentile.</param>
/// <param name="High">The 97.5th percentile.</param>
public readonly record struct Posterior(double Mean, double Low, double High)
{
    /// <summary>From draws.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static Posterior Of(IEnumerable<double> draws)
    {
        var sorted = draws.Order().ToArray();
        if (sorted.Length == 0)
        {
            throw new ArgumentException("There are no draws.", nameof(draws));
        }

        return new Posterior(
            sorted.Average(),
            sorted[(int)(0.025 * (sorted.Length - 1))],
            sorted[(int)Math.Ceiling(0.975 * (sorted.Length - 1))]
        );
    }
}

/// <summary>A property of the table beside the same property of tables drawn from the fitted model.</summary>
/// <param name="Name">The property.</param>
/// <param name="Observed">Its value in the table.</param>
/// <param name="Replicated">Its mean in the drawn tables.</param>
/// <param name="PValue">The part of the drawn tables in which it is greater than observed, and half of those in which it is equal.</param>
public readonly record struct PredictiveCheck(string Name, double Observed, double Replicated, double PValue);

/// <summary>A fitted mixture.</summary>
public sealed record MixtureFit
{
    /// <summary>How many iterations were kept.</summary>
    public required int Kept { get; init; }

    /// <summary>The weights of the components: plain, moderate, large.</summary>
    public required IReadOnlyList<Posterior> Weights { get; init; }

    /// <summary>The turnout of a plain station without an effect of its own, of registered voters.</summary>
    public required Posterior Turnout { get; init; }

    /// <summary>The share of the list in such a station, of ballots.</summary>
    public required Posterior Share { get; init; }

    /// <summary>The standard deviation of the stations' effects on turnout, on the logit scale.</summary>
    public required Posterior TurnoutSpread { get; init; }

    /// <summary>The same for the share.</summary>
    public required Posterior ShareSpread { get; init; }

    /// <summary>The votes of the list that the model lays to the moderate and the large component.</summary>
    public required Posterior Votes { get; init; }

    /// <summary>For each station the part of the iterations in which it was of the plain component.</summary>
    public required IReadOnlyList<double> Plain { get; init; }

    /// <summary>Whether tables drawn from the fitted model look like the table.</summary>
    public required IReadOnlyList<PredictiveCheck> Checks { get; init; }
}
