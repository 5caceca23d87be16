using Scrutineer.Allocation;

namespace Scrutineer.Counting.Forms;

/// <summary>One part of a sum: a field, or all numbers of a field that has one each, times an exact factor.</summary>
/// <param name="Field">The field.</param>
/// <param name="OverAll">Whether all its numbers are added up: "sum of votes".</param>
/// <param name="Factor">The factor: 1, −1, or a share.</param>
public readonly record struct SumPart(string Field, bool OverAll, Rational Factor);

/// <summary>A sum of fields of a form and a constant, as it stands on one side of a relation.</summary>
/// <param name="Parts">The parts in order of writing.</param>
/// <param name="Constant">What is added to them.</param>
/// <param name="Written">The sum as written.</param>
public sealed record Sum(IReadOnlyList<SumPart> Parts, Rational Constant, string Written);
