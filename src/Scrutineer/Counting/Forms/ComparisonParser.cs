using Scrutineer.Allocation;

namespace Scrutineer.Counting.Forms;

/// <summary>
/// Reads the one closed form in which relations are written. There are no variables, functions or nested conditions: a
/// statement is two sums and a sign, a distance and a bound, or a field that is filled or empty.
/// </summary>
internal sealed class ComparisonParser
{
    public const string Expected =
        "'SUM = SUM' (or <>, <, <=, >, >=), 'difference of SUM and SUM < SUM', 'FIELD filled' or 'FIELD empty'; "
        + "a SUM is fields, 'sum of FIELD', whole numbers and 'N % of FIELD' or 'N % of (SUM)' joined by + and -";

    private static readonly Dictionary<string, Sign> Signs = new(StringComparer.Ordinal)
    {
        ["="] = Sign.Equal,
        ["<>"] = Sign.Different,
        ["<"] = Sign.Less,
        ["<="] = Sign.AtMost,
        [">"] = Sign.More,
        [">="] = Sign.AtLeast,
    };

    private readonly string[] words;
    private int next;

    private ComparisonParser(string text) =>
        words = text.Replace("(", " ( ", StringComparison.Ordinal)
            .Replace(")", " ) ", StringComparison.Ordinal)
            .Replace("%", " % ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The statement; nothing, with the word at which reading stopped, where the text is none.</summary>
    public static Comparison? Parse(string text, out string stoppedAt)
    {
        var parser = new ComparisonParser(text);
        var comparison = parser.Statement(text);
        stoppedAt = parser.next < parser.words.Length ? parser.words[parser.next] : "the end";
        return comparison is not null && parser.next == parser.words.Length ? comparison : null;
    }

    private string Word => next < words.Length ? words[next] : "";

    private Comparison? Statement(string text)
    {
        if (words.Length == 2 && IsName(words[0]) && words[1] is "filled" or "empty")
        {
            next = 2;
            return new FilledComparison(words[0], words[1] == "filled", text);
        }

        if (Take("difference"))
        {
            return
                Take("of")
                && Sum() is { } one
                && Take("and")
                && Sum() is { } other
                && TakeSign() is { } sign
                && Sum() is { } bound
                ? new DistanceComparison(one, other, sign, bound, text)
                : null;
        }

        return Sum() is { } left && TakeSign() is { } between && Sum() is { } right
            ? new SumComparison(left, between, right, text)
            : null;
    }

    private Sum? Sum()
    {
        var start = next;
        var parts = new List<SumPart>();
        var constant = Rational.Zero;
        var sign = Take("-") ? -Rational.One : Rational.One;
        while (true)
        {
            if (!Term(sign, parts, ref constant))
            {
                return null;
            }

            if (Take("+"))
            {
                sign = Rational.One;
            }
            else if (Take("-"))
            {
                sign = -Rational.One;
            }
            else
            {
                return new Sum(parts, constant, string.Join(' ', words[start..next]));
            }
        }
    }

    private bool Term(Rational sign, List<SumPart> parts, ref Rational constant)
    {
        if (Take("sum"))
        {
            if (!Take("of") || !IsName(Word))
            {
                return false;
            }

            parts.Add(new SumPart(words[next++], OverAll: true, sign));
            return true;
        }

        if (IsName(Word))
        {
            parts.Add(new SumPart(words[next++], OverAll: false, sign));
            return true;
        }

        if (Word.Length == 0 || !char.IsAsciiDigit(Word[0]) || !Rational.TryParse(Word, out var number))
        {
            return false;
        }

        next++;
        if (Take("%"))
        {
            number /= 100;
        }
        else if (number.IsWhole && Word != "of")
        {
            constant += sign * number;
            return true;
        }

        if (!Take("of"))
        {
            return false;
        }

        if (!Take("("))
        {
            return IsName(Word)
                ? Plain(sign * number, parts)
                : Word == "sum" && Term(sign * number, parts, ref constant);
        }

        if (Sum() is not { } inner || !Take(")"))
        {
            return false;
        }

        var factor = sign * number;
        parts.AddRange(inner.Parts.Select(p => p with { Factor = p.Factor * factor }));
        constant += inner.Constant * factor;
        return true;
    }

    private bool Plain(Rational factor, List<SumPart> parts)
    {
        parts.Add(new SumPart(words[next++], OverAll: false, factor));
        return true;
    }

    private Sign? TakeSign() => Signs.TryGetValue(Word, out var sign) && next++ >= 0 ? sign : null;

    private bool Take(string word)
    {
        if (!string.Equals(Word, word, StringComparison.Ordinal))
        {
            return false;
        }

        next++;
        return true;
    }

    private static bool IsName(string word) =>
        word.Length > 0
        && char.IsAsciiLetterLower(word[0])
        && word is not ("sum" or "of" or "and" or "difference" or "filled" or "empty")
        && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
