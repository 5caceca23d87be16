namespace Scrutineer.Law.Evaluation;

/// <summary>An undecided choice: equal claims to fewer seats than there are claims. A tie is a value, not an error.</summary>
/// <param name="Among">Who is tied, in ballot order.</param>
/// <param name="Seats">How many seats are to be drawn among them.</param>
/// <param name="Rule">The rule that left it open.</param>
/// <param name="Because">Why the tie rules of the law did not decide it.</param>
public sealed record Tie(IReadOnlyList<string> Among, int Seats, string Rule, string Because)
{
    /// <summary>The constituency in which it stands; nothing where the contest has one.</summary>
    public string? Place { get; init; }

    /// <summary>Their names, for sentences.</summary>
    public IReadOnlyList<string> Names { get; init; } = Among;
}
