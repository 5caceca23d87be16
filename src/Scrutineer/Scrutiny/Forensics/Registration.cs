using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Scrutineer.Scrutiny.Forensics;

/// <summary>
/// What is going to be done, fixed before the data are read: which file, which list, which tests by which definition, which seed. Its
/// hash, made public first, lets anybody see that nothing was chosen afterwards.
/// </summary>
/// <param name="DataSha256">The SHA-256 of the file, in lower-case hexadecimal.</param>
/// <param name="List">The list; empty for the one with the most votes.</param>
/// <param name="Tests">The tests.</param>
/// <param name="Run">Seed and repetitions.</param>
public sealed record Registration(string DataSha256, string List, IReadOnlyList<IForensicTest> Tests, ForensicRun Run)
{
    /// <summary>What else was chosen, one fact each, such as the base of shares or the hash of a file of marks.</summary>
    public IReadOnlyList<string> Further { get; init; } = [];

    /// <summary>The text of which the hash is taken, one line a fact.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder("scrutineer-forensics 1\n");
            text.Append(CultureInfo.InvariantCulture, $"data sha256:{DataSha256}\n");
            text.Append(CultureInfo.InvariantCulture, $"list {(List.Length > 0 ? List : "with the most votes")}\n");
            text.Append(
                CultureInfo.InvariantCulture,
                $"seed {Run.Seed}, replicates {Run.Replicates}, resamples {Run.Resamples}\n"
            );
            text.AppendJoin("", Further.Select(f => f + "\n"));
            foreach (var test in Tests)
            {
                text.Append(CultureInfo.InvariantCulture, $"test {test.Name}: {test.Specification}\n");
            }

            return text.ToString();
        }
    }

    /// <summary>The SHA-256 of <see cref="Text"/> in UTF-8, in lower-case hexadecimal.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
