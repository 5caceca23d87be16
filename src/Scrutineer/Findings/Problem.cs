namespace Scrutineer.Findings;

/// <summary>Input that cannot be used as it stands: where, what was found, what was expected, what to do.</summary>
/// <param name="Where">The place in the input.</param>
/// <param name="Found">What stands there, in one sentence.</param>
/// <param name="Expected">What should stand there.</param>
/// <param name="Remedy">What the author of the file can do.</param>
public sealed record Problem(Location Where, string Found, string Expected, string Remedy)
{
    /// <summary>The problem on one line, beginning with its place.</summary>
    public override string ToString() => $"{Where}: {Found} Expected {Expected}. {Remedy}";
}
