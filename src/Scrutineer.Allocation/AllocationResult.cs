using System.Diagnostics.CodeAnalysis;

namespace Scrutineer.Allocation;

/// <summary>Either an apportionment or the reason why there is none; never both.</summary>
public sealed record AllocationResult
{
    internal AllocationResult(Apportionment apportionment) => Apportionment = apportionment;

    internal AllocationResult(ProblemKind kind, string message) => Problem = new AllocationProblem(kind, message);

    /// <summary>The apportionment, or null where there is a <see cref="Problem"/>.</summary>
    public Apportionment? Apportionment { get; }

    /// <summary>Why there is no apportionment, or null.</summary>
    public AllocationProblem? Problem { get; }

    /// <summary>Whether there is an apportionment. A tie is one.</summary>
    [MemberNotNullWhen(true, nameof(Apportionment))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Apportionment is not null;

    /// <summary>The apportionment, for callers who know that there is one.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message is the problem's.</exception>
    public Apportionment Value => Apportionment ?? throw new InvalidOperationException(Problem!.Message);
}
