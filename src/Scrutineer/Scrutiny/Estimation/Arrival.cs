namespace Scrutineer.Scrutiny.Estimation;

/// <summary>What the returns had said by a time.</summary>
/// <param name="Until">The time.</param>
/// <param name="Stations">How many stations had reported.</param>
/// <param name="Strata">Of how many strata.</param>
/// <param name="Unweighted">The share of the leading list in the plain sum of what had arrived.</param>
/// <param name="Estimate">Its share with every station weighted by its stratum.</param>
public sealed record Arrival(DateTime Until, int Stations, int Strata, double Unweighted, double Estimate);

/// <summary>The first part of the returns held against all of them.</summary>
/// <param name="Stations">How many stations came first.</param>
/// <param name="Share">Which part of all they are.</param>
/// <param name="Early">The estimate from them.</param>
/// <param name="All">The estimate from all.</param>
/// <param name="Z">
/// The difference over its standard error if the first had been a random part of all: <c>(R̂₁ − R̂)/√(V̂₁ − V̂)</c>.
/// </param>
public sealed record EarlyReturns(int Stations, double Share, double Early, double All, double Z);
