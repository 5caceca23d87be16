using Scrutineer.Allocation;
using Scrutineer.Counting.Import;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Cli;

/// <summary>What options of samples say: levels, words of closed lists, shares.</summary>
internal static class SampleWords
{
    /// <summary>Records a problem where the mapping does not have a level.</summary>
    public static void CheckLevel(ProtocolSource source, string option, string? level, Problems problems)
    {
        if (level is not null && !source.Mapping.Levels.Contains(level, StringComparer.Ordinal))
        {
            problems.Add(
                new Location(option),
                $"The mapping {source.Mapping.File.Id} has no level '{level}'.",
                "a level of the mapping",
                Problems.Nearest(level, source.Mapping.Levels)
            );
        }
    }

    /// <summary>A word of a closed list, or a problem.</summary>
    public static T? Word<T>(string? text, string option, Problems problems)
        where T : struct, Enum
    {
        if (text is null)
        {
            return null;
        }

        var type = ScalarType.Of(typeof(T))!;
        if (type.Parse(text) is T value)
        {
            return value;
        }

        problems.Add(
            new Location(option),
            $"'{text}' is not known here.",
            type.Expected,
            Problems.Nearest(text, type.Words)
        );
        return null;
    }

    /// <summary>A share above 0 and below 1, written as a percentage or a number; or a problem.</summary>
    public static double Share(string text, string option, Problems problems)
    {
        if (
            text.Length <= ScalarType.MostDigits
            && Rational.TryParse(text, out var share)
            && share.Sign > 0
            && share < Rational.One
        )
        {
            return Numerics.Approximation.ToDouble(share);
        }

        problems.Add(
            new Location(option),
            $"'{text}' is no share.",
            "a share above 0 and below 1",
            "Write for example 95 % or 0.95."
        );
        return 0.5;
    }
}
