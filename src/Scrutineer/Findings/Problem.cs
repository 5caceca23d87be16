namespace Scrutineer.Findings;

/// <summary>Input that cannot be used as it stands: where, what was found, what was expected, what to do.</summary>
/// <param name="Where">The place in the input.</param>
/// <param name="Found">What stands there, in one sentence.</param>
/// <param name="Expected">What should stand there.</param>
/// <param name="Remedy">What the author of the file can do.</param>
public sealed record Problem(Location Where, string Found, string Expected, string Remedy)
{
    /// <summary>
    /// The problem on one line, beginning with its place. What was found is quoted from a file that anybody may have
    /// written: line breaks and control characters in it are shown as spaces and reach no terminal.
    /// </summary>
    public override string ToString() =>
        string.Concat(
            $"{Where}: {Found} Expected {Expected}. {Remedy}".Select(c =>
                char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c
            )
        );
}
