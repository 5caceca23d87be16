using System.Collections.Immutable;
using Scrutineer.Allocation.Kernel;
using Scrutineer.Allocation.Sequences;

namespace Scrutineer.Allocation;

/// <summary>
/// Divisor, or highest-average, methods: the seats go one by one to the greatest quotients v/d(k), where v are a
/// list's votes and k the seats it holds (Balinski and Young, <i>Fair Representation</i>, 1982, app. A; Pukelsheim,
/// <i>Proportional Representation</i>, 2nd ed., ch. 4).
/// </summary>
public sealed class DivisorMethod : AllocationMethod
{
    private readonly DivisorSequence sequence;

    private DivisorMethod(string name, DivisorSequence sequence)
        : base(name) => this.sequence = sequence;

    /// <summary>Jefferson, D'Hondt, Hagenbach-Bischoff: 1, 2, 3, …</summary>
    public static DivisorMethod DHondt { get; } = new("dhondt", new AffineSequence(1, 2, 1));

    /// <summary>Webster, Sainte-Laguë, Schepers: 1, 3, 5, …</summary>
    public static DivisorMethod SainteLague { get; } = new("sainte-lague", new AffineSequence(1, 3, 2));

    /// <summary>Sainte-Laguë with the first divisor 1.4: 1.4, 3, 5, …</summary>
    public static DivisorMethod ModifiedSainteLague { get; } =
        new("modified-sainte-lague", new AffineSequence(new Rational(7, 5), 3, 2));

    /// <summary>Imperiali (Belgian municipalities): 2, 3, 4, …, that is 1, 1.5, 2, …</summary>
    public static DivisorMethod Imperiali { get; } = new("imperiali-divisor", new AffineSequence(2, 3, 1));

    /// <summary>Danish: 1, 4, 7, …</summary>
    public static DivisorMethod Danish { get; } = new("danish", new AffineSequence(1, 4, 3));

    /// <summary>Adams: 0, 1, 2, …; every list with votes takes a seat first.</summary>
    public static DivisorMethod Adams { get; } = new("adams", new AffineSequence(0, 1, 1));

    /// <summary>Dean: the harmonic means of k and k+1; every list with votes takes a seat first.</summary>
    public static DivisorMethod Dean { get; } = new("dean", new DeanSequence());

    /// <summary>Huntington–Hill: the geometric means of k and k+1; every list with votes takes a seat first.</summary>
    public static DivisorMethod HuntingtonHill { get; } = new("huntington-hill", new HuntingtonHillSequence());

    /// <summary>Macau: 1, 2, 4, 8, …</summary>
    public static DivisorMethod Macau { get; } = new("macau", new PowerSequence());

    /// <summary>The named methods.</summary>
    public static ImmutableArray<DivisorMethod> All { get; } =
    [DHondt, SainteLague, ModifiedSainteLague, Imperiali, Danish, Adams, Dean, HuntingtonHill, Macau];

    /// <summary>Whether every list with votes is owed a seat, because the first divisor is nought.</summary>
    public bool SeatsEveryList => sequence.SeatsEveryList;

    /// <summary>Whether <see cref="Quotient"/> gives squares: true for Huntington–Hill alone.</summary>
    public bool ComparesSquares => sequence.Squared;

    /// <summary>
    /// What one seat more adds to the divisor: 2 for Sainte-Laguë (1, 3, 5, …). Divisors over it are the borders
    /// between which votes, once divided, are rounded: 0.5, 1.5, 2.5, …
    /// </summary>
    public Rational Unit => sequence.Unit;

    /// <summary>The divisors, for the methods that build on them.</summary>
    internal DivisorSequence Sequence => sequence;

    /// <summary>The named method, or null.</summary>
    public static DivisorMethod? Named(string name) => All.FirstOrDefault(m => m.Name == name);

    /// <summary>Sainte-Laguë with another first divisor: first, 3, 5, … (Norway 1.4, Sweden 1.2).</summary>
    /// <exception cref="ArgumentException">The first divisor is negative, or 3 or more.</exception>
    public static DivisorMethod SainteLagueFrom(Rational first) => Affine($"sainte-lague-{first}", first, 3, 2);

    /// <summary>The sequence first, first + step, first + 2·step, …</summary>
    /// <exception cref="ArgumentException">The first divisor is negative, or the step is not positive.</exception>
    public static DivisorMethod Affine(string name, Rational first, Rational step) =>
        Affine(name, first, first + step, step);

    /// <summary>The sequence first, second, second + step, second + 2·step, …</summary>
    /// <exception cref="ArgumentException">
    /// The first divisor is negative, the second is not above it, or the step is not positive.
    /// </exception>
    public static DivisorMethod Affine(string name, Rational first, Rational second, Rational step)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return first.Sign >= 0 && second > first && step.Sign > 0
            ? new DivisorMethod(name, new AffineSequence(first, second, step))
            : throw new ArgumentException(
                $"Divisors start at nought or above and rise; {first}, {second}, then steps of {step}, do not.",
                nameof(second)
            );
    }

    /// <summary>
    /// The divisors as listed. A list can take as many seats as there are divisors, and no more.
    /// </summary>
    /// <exception cref="ArgumentException">There is none, the first is negative, or one is not above the one before.</exception>
    public static DivisorMethod Listed(string name, params ReadOnlySpan<Rational> divisors)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (divisors.IsEmpty || divisors[0].Sign < 0)
        {
            throw new ArgumentException(
                "A divisor list has at least one divisor and starts at nought or above.",
                nameof(divisors)
            );
        }

        for (var i = 1; i < divisors.Length; i++)
        {
            if (divisors[i] <= divisors[i - 1])
            {
                throw new ArgumentException(
                    $"Divisors rise; {divisors[i]} follows {divisors[i - 1]}.",
                    nameof(divisors)
                );
            }
        }

        return new DivisorMethod(name, new ListedSequence([.. divisors]));
    }

    /// <summary>
    /// The quotient with which a list claims its next seat, in votes per divisor unit; its square where
    /// <see cref="ComparesSquares"/>. Null where the divisor is nought: a claim above every other. Nought where the
    /// divisor list has ended.
    /// </summary>
    /// <param name="votes">The list's votes.</param>
    /// <param name="held">The seats it holds.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public Rational? Quotient(long votes, int held)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(votes);
        ArgumentOutOfRangeException.ThrowIfNegative(held);
        if (held >= sequence.Length)
        {
            return Rational.Zero;
        }

        var divisor = sequence.Divisor(held);
        Rational weight = votes;
        return divisor.Sign == 0 ? null : (sequence.Squared ? weight * weight : weight) / divisor;
    }

    /// <inheritdoc/>
    public override AllocationResult Apportion(ReadOnlySpan<long> votes, int seats) => Apportion(votes, seats, null);

    /// <summary>Apportions with a smallest or a largest number of seats for some lists.</summary>
    /// <inheritdoc cref="AllocationMethod.Apportion"/>
    /// <param name="votes">Votes per list in ballot order.</param>
    /// <param name="seats">Size of the house.</param>
    /// <param name="bounds">
    /// Bounds per list: the result is the rounding by a common divisor, raised to the minimum or cut at the maximum
    /// (Pukelsheim, 2nd ed., ch. 12). Null for none.
    /// </param>
    public AllocationResult Apportion(ReadOnlySpan<long> votes, int seats, SeatBounds? bounds)
    {
        var election = new Election(votes, seats, bounds);
        if (Refuse(election) is { } kind)
        {
            return new AllocationResult(kind, Explain(kind, election));
        }

        var held = new int[votes.Length];
        var tied = Fill(election, held);
        var tie = tied == 0 ? null : new Tie(TiedLists(election, held), tied);
        return new AllocationResult(
            new Apportionment
            {
                Method = this,
                Votes = [.. votes],
                HouseSize = seats,
                Seats = [.. held],
                Tie = tie,
                Bounds = bounds,
                Certificate = Certify(election, held, tie is not null),
            }
        );
    }

    /// <summary>
    /// The bare kernel, for simulations: no certificate and no memory from the heap.
    /// </summary>
    /// <param name="votes">Votes per list.</param>
    /// <param name="seats">Size of the house.</param>
    /// <param name="allocated">Receives the seats beyond doubt, per list; as long as <paramref name="votes"/>.</param>
    /// <param name="tied">Seats left to a tie: the house size less the sum of <paramref name="allocated"/>.</param>
    /// <returns>False where the method has no answer; <see cref="Apportion(ReadOnlySpan{long}, int)"/> says why.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Apportion(ReadOnlySpan{long}, int)"/>, or the spans differ in length.</exception>
    public bool TryAllocate(ReadOnlySpan<long> votes, int seats, Span<int> allocated, out int tied)
    {
        var election = new Election(votes, seats);
        if (allocated.Length != votes.Length)
        {
            throw new ArgumentException("There is one place for each list.", nameof(allocated));
        }

        tied = 0;
        if (Refuse(election) is not null)
        {
            return false;
        }

        tied = Fill(election, allocated);
        return true;
    }

    private int Fill(Election election, Span<int> held)
    {
        if (election.Lists > 0)
        {
            return sequence.Allocate(election, held);
        }

        for (var i = 0; i < held.Length; i++)
        {
            held[i] = election.Limits.Least(i);
        }

        return 0;
    }

    private ProblemKind? Refuse(Election election)
    {
        var seatsEveryList = sequence.SeatsEveryList;
        if (!election.Limits.Any)
        {
            return seatsEveryList && election.Seats < election.Lists ? ProblemKind.FewerSeatsThanLists
                : election.Seats > 0 && election.Lists == 0 ? ProblemKind.NoVotes
                : election.Seats > (long)sequence.Length * election.Lists ? ProblemKind.DivisorsExhausted
                : null;
        }

        long least = 0;
        long owed = 0;
        long most = 0;
        for (var i = 0; i < election.Votes.Length; i++)
        {
            var (low, high) = (election.Limits.Least(i), election.Limits.Most(i));
            var votes = election.Votes[i] > 0;
            least += low;
            owed += votes && seatsEveryList ? Math.Clamp(1, low, high) : low;
            most += votes ? Math.Max(low, Math.Min(high, sequence.Length)) : low;
        }

        return least > election.Seats || most < election.Seats ? ProblemKind.BoundsUnattainable
            : owed > election.Seats ? ProblemKind.FewerSeatsThanLists
            : null;
    }

    private string Explain(ProblemKind kind, Election election) =>
        kind switch
        {
            ProblemKind.NoVotes => $"No list has votes, and there are {election.Seats} seats.",
            ProblemKind.FewerSeatsThanLists =>
                $"The method {Name} owes each of {election.Lists} lists with votes a seat, and there are {election.Seats}.",
            ProblemKind.DivisorsExhausted =>
                $"The method {Name} has {sequence.Length} divisors, so {election.Lists} lists cannot fill {election.Seats} seats.",
            _ => $"No seats within the bounds add up to {election.Seats}.",
        };

    private DivisorCertificate Certify(Election election, ReadOnlySpan<int> held, bool tied)
    {
        sequence.Extremes(election, held, out var open, out var served);
        var low = open < 0 ? Rational.Zero : Quotient(election.Votes[open], held[open]) ?? Rational.Zero;
        if (tied)
        {
            var divisor = sequence.Squared ? NiceNumber.SquareRoot(low) : low;
            return new DivisorCertificate(low, low, divisor, sequence.Squared);
        }

        var high = served < 0 ? null : Quotient(election.Votes[served], held[served] - 1);
        var nice = NiceNumber.Between(low, high, sequence.Squared ? 2 : 1);
        return new DivisorCertificate(low, high, nice, sequence.Squared);
    }

    private ImmutableArray<int> TiedLists(Election election, ReadOnlySpan<int> held)
    {
        sequence.Extremes(election, held, out var open, out _);
        var level = Quotient(election.Votes[open], held[open]);
        var tied = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < held.Length; i++)
        {
            if (
                election.Votes[i] > 0
                && held[i] < election.Limits.Most(i)
                && Quotient(election.Votes[i], held[i]) == level
            )
            {
                tied.Add(i);
            }
        }

        return tied.DrainToImmutable();
    }
}
