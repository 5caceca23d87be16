using Scrutineer.Law.Evaluation;

namespace Scrutineer.Law.Rules;

/// <summary>The declarations by which lists are joined.</summary>
public enum JoinLevel
{
    /// <summary>Lists joined with each other: an alliance, apparentment, or agreement on surplus votes.</summary>
    Alliance,

    /// <summary>Lists joined more closely within an alliance.</summary>
    SubAlliance,
}

/// <summary>What the contenders declared.</summary>
internal static class JoinLevels
{
    public static string InWords(JoinLevel level) => level == JoinLevel.Alliance ? "alliance" : "sub-alliance";

    /// <summary>The name of a contender's alliance; a sub-alliance is named with the alliance in which it lies.</summary>
    public static string? Declared(Contender contender, JoinLevel level) =>
        level == JoinLevel.Alliance ? contender.Alliance
        : contender.SubAlliance is { } sub ? $"{contender.Alliance}/{sub}"
        : null;
}
