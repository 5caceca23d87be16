namespace Scrutineer.Law.Evaluation;

/// <summary>A lot that was drawn, as recorded: an input that is held against the tie it claims to settle.</summary>
/// <param name="Rule">The rule that left the tie.</param>
/// <param name="Among">Who took part in the draw.</param>
/// <param name="Drawn">Who won it.</param>
public sealed record Lot(string Rule, IReadOnlyList<string> Among, IReadOnlyList<string> Drawn)
{
    /// <summary>The constituency in which it was drawn; nothing where the contest has one.</summary>
    public string? Place { get; init; }
}
