namespace Scrutineer.Allocation;

/// <summary>
/// For divisor methods: every divisor strictly between <see cref="Low"/> and <see cref="High"/>, applied to every
/// list's votes and rounded by the method, gives these seats and no others (the max–min inequality: Pukelsheim,
/// <i>Proportional Representation</i>, 2nd ed., ch. 4).
/// </summary>
/// <param name="Low">The greatest quotient that won no seat, in votes per divisor unit; nought where none is left.</param>
/// <param name="High">
/// The least quotient that won a seat; null, without bound, where no seat was won by a finite quotient. Equal to
/// <paramref name="Low"/> exactly when there is a tie, or a lot has resolved one.
/// </param>
/// <param name="Divisor">
/// The divisor with the fewest significant decimal digits in the open interval; where the interval is the single tied
/// quotient, that quotient; null where that is irrational (a tie under Huntington–Hill).
/// </param>
/// <param name="Squared">
/// True for Huntington–Hill, whose quotients are square roots: <paramref name="Low"/> and <paramref name="High"/> are
/// then their squares; <paramref name="Divisor"/> never is.
/// </param>
public sealed record DivisorCertificate(Rational Low, Rational? High, Rational? Divisor, bool Squared) : Certificate;
