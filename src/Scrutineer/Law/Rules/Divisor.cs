using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>What a computation of seats is for.</summary>
public enum SeatOutcome
{
    /// <summary>The seats are awarded.</summary>
    Awarded,

    /// <summary>The numbers are only used by later rules.</summary>
    Computed,
}

/// <summary>Shares out the seats of a place by the greatest quotients of votes and a divisor series.</summary>
public sealed record Divisor : Rule
{
    /// <summary>The series.</summary>
    [Field("series", "The divisor series, such as dhondt, sainte-lague or 'sainte-lague 1.4'.", Required = true)]
    public Series Series { get; init; } = null!;

    /// <summary>A least number of seats.</summary>
    [Field("at-least", "An earlier rule or contest whose seats each list gets at the least.")]
    public string? AtLeast { get; init; }

    /// <summary>What it is for.</summary>
    [Field("outcome", "Whether the seats are awarded or only computed for later rules; awarded where nothing is said.")]
    public SeatOutcome Outcome { get; init; }

    /// <summary>Among joined lists.</summary>
    [Field(
        "among",
        "The alliances that count as one list each; their seats are shared out within them by a later rule."
    )]
    public JoinLevel? Among { get; init; }

    /// <summary>Within joined lists.</summary>
    [Field("within", "The alliances in each of which its own seats are shared out; needs 'seats-of'.")]
    public JoinLevel? Within { get; init; }

    /// <summary>Whose seats.</summary>
    [Field("seats-of", "The earlier rule that gave the alliances their seats.")]
    public string? SeatsOf { get; init; }

    /// <summary>How a tie is broken.</summary>
    [Field("tie", "How equal quotients are decided, tried in this order.")]
    public IReadOnlyList<TieRule> Tie { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<string> SeatReferences => new[] { AtLeast, SeatsOf }.OfType<string>();

    /// <inheritdoc/>
    public override bool AwardsSeats => Outcome == SeatOutcome.Awarded && Among is null;

    /// <inheritdoc/>
    protected override string Words() =>
        (
            Within is { } within
                ? $"The seats that each {JoinLevels.InWords(within)} got by '{SeatsOf}' go within it"
                : "The seats go"
        )
        + $" one by one to the largest quotients of the votes of {(Among is { } among ? $"a list or {JoinLevels.InWords(among)}" : "a list")} and the divisors {Series.InWords()}"
        + (AtLeast is { } floor ? $"; each list gets at least its seats by '{floor}'" : "")
        + TieWords.After(Tie)
        + (Outcome == SeatOutcome.Computed ? "; the numbers only serve the rules that follow" : "")
        + ".";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        if (SeatWords.Unknown(standing, entry) is { } unknown)
        {
            return unknown;
        }

        if (Among is not null || Within is not null)
        {
            return Joined.Apply(this, standing, entry);
        }

        var votes = SeatWords.Weights(standing);
        var floors = AtLeast is { } reference ? standing.SeatsFrom(reference) : null;
        var result = Series.Method.Apportion(
            votes,
            standing.SeatsToShare,
            floors is { } least ? SeatBounds.AtLeast(least.AsSpan()) : null
        );
        if (!result.Succeeded)
        {
            var none = result.Problem.Message;
            return standing.With(entry, () => none).End(Evaluation.Outcome.NoDistribution, none);
        }

        var share = result.Apportionment;
        var seats = share.Seats.ToBuilder();
        var choice = share.Tie is { } equal
            ? Choice.Settle(standing, entry.Id, [], [.. equal.Among], equal.Seats, Tie)
            : null;
        foreach (var winner in choice?.Chosen ?? [])
        {
            seats[winner]++;
        }

        var shared = seats.ToImmutable();
        var computed = standing with { SeatsBy = standing.SeatsBy.SetItem(entry.Id, shared) };
        var after =
            Outcome == SeatOutcome.Computed
                ? computed
                : computed with
                {
                    Seats = [.. shared.Select((s, i) => s + standing.Seats[i])],
                    Shared = new SharedByDivisor(share, [.. standing.Tally.Contenders.Select(c => c.Id)]),
                };
        after = after with
        {
            Tie = choice?.Tie ?? standing.Tie,
            LotsUsed = standing.LotsUsed.AddRange(choice?.LotsUsed ?? []),
        };
        return after.With(entry, () => Statement(after, shared, choice), () => Table(after, shared));
    }

    private static string Statement(Standing after, IReadOnlyList<int> seats, Choice? choice) =>
        $"{Shown.Seats(seats.Sum())}: {SeatWords.Row(after, seats)}."
        + (
            choice is { Settled.Length: > 0 }
                ? $" {char.ToUpperInvariant(choice.Settled[0])}{choice.Settled[1..]}."
                : ""
        )
        + (
            choice?.Tie is { } tie
                ? $" {Shown.Seats(tie.Seats)} stays open between {Shown.Row(tie.Names)}, whose quotients are equal: {tie.Because}."
                : ""
        );

    private StepTable Table(Standing after, IReadOnlyList<int> seats) =>
        new(
            ["votes", "last quotient that won", "next quotient", "seats"],
            [
                .. after.AdmittedIndices.Select(i => new StepRow(
                    after.Id(i),
                    [
                        Shown.Whole(after.Votes(i)),
                        seats[i] == 0 ? "–" : Quotient(after, i, seats[i] - 1),
                        Quotient(after, i, seats[i]),
                        Shown.Whole(seats[i]),
                    ]
                )),
            ]
        );

    private string Quotient(Standing after, int index, int held) =>
        Series.Method.Quotient(after.Votes(index).Value!.Value, held) is { } quotient
            ? Shown.Decimal(quotient) + (Series.Method.ComparesSquares ? " (squared)" : "")
            : "before all others";
}
