using Scrutineer.Allocation;

namespace Scrutineer.Results.Powers;

/// <summary>What one bloc can do where a majority decides.</summary>
/// <param name="Bloc">The bloc.</param>
/// <param name="DecidesAlone">Whether it is enough alone.</param>
/// <param name="Veto">Whether nothing passes without it.</param>
/// <param name="Swings">The coalitions of others that it turns from not enough to enough.</param>
/// <param name="Banzhaf">Its part of all swings (Banzhaf 1965); nothing where nothing can pass.</param>
/// <param name="Penrose">Its swings as a share of all coalitions of the others (Penrose 1946).</param>
/// <param name="ShapleyShubik">The share of orders in which it decides (Shapley and Shubik 1954).</param>
public sealed record BlocPower(
    Bloc Bloc,
    bool DecidesAlone,
    bool Veto,
    long Swings,
    Rational? Banzhaf,
    Rational Penrose,
    Rational ShapleyShubik
)
{
    /// <summary>Whether no vote of it ever decides.</summary>
    public bool IsDummy => Swings == 0;
}
