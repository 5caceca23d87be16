using System.Diagnostics.CodeAnalysis;

namespace Scrutineer.Allocation.Biproportional;

/// <summary>Either a biproportional apportionment or the reason why there is none; never both.</summary>
public sealed record BiproportionalResult
{
    internal BiproportionalResult(BiproportionalApportionment apportionment) => Apportionment = apportionment;

    internal BiproportionalResult(BiproportionalProblem problem) => Problem = problem;

    internal BiproportionalResult(BiproportionalProblemKind kind, string message)
        : this(new BiproportionalProblem(kind, message, [], [], 0, 0)) { }

    /// <summary>The apportionment, or null where there is a <see cref="Problem"/>.</summary>
    public BiproportionalApportionment? Apportionment { get; }

    /// <summary>Why there is no apportionment, or null.</summary>
    public BiproportionalProblem? Problem { get; }

    /// <summary>Whether there is an apportionment. A tie is one.</summary>
    [MemberNotNullWhen(true, nameof(Apportionment))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Apportionment is not null;

    /// <summary>The apportionment, for callers who know that there is one.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message is the problem's.</exception>
    public BiproportionalApportionment Value => Apportionment ?? throw new InvalidOperationException(Problem!.Message);
}
