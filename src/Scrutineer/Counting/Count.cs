using System.Globalization;

namespace Scrutineer.Counting;

/// <summary>Why a figure has a value, or has none.</summary>
public enum CountState : byte
{
    /// <summary>Nobody reported the figure.</summary>
    NotReported,

    /// <summary>A number was reported; nought is a number.</summary>
    Known,

    /// <summary>The form was handed in and the field was left blank.</summary>
    Blank,

    /// <summary>Something stands in the field and cannot be read.</summary>
    Illegible,
}

/// <summary>A whole number of votes, ballots, voters or seats, or the reason why there is none. Unknown is not zero.</summary>
/// <remarks><c>default(Count)</c> is "not reported".</remarks>
public readonly record struct Count
{
    private Count(CountState state, long value)
    {
        State = state;
        Number = value;
    }

    /// <summary>A reported number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Count(long number)
        : this(CountState.Known, number) => ArgumentOutOfRangeException.ThrowIfNegative(number);

    /// <summary>Nobody reported the figure.</summary>
    public static Count NotReported => default;

    /// <summary>The field was left blank.</summary>
    public static Count Blank => new(CountState.Blank, 0);

    /// <summary>The field cannot be read.</summary>
    public static Count Illegible => new(CountState.Illegible, 0);

    /// <summary>Which of the four it is.</summary>
    public CountState State { get; }

    /// <summary>Whether a number was reported.</summary>
    public bool IsKnown => State == CountState.Known;

    private long Number { get; }

    /// <summary>The number, or nothing.</summary>
    public long? Value => IsKnown ? Number : null;

    /// <summary>Reads a number in ASCII digits up to 2⁶³ − 1, or one of the words for a figure without a value.</summary>
    public static bool TryParse(string text, out Count count)
    {
        count = text switch
        {
            "not-reported" => NotReported,
            "blank" => Blank,
            "illegible" => Illegible,
            _ => default,
        };
        if (text is "not-reported" or "blank" or "illegible")
        {
            return true;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        count = new Count(number);
        return true;
    }

    /// <summary>The number in digits, or the word for why there is none.</summary>
    public override string ToString() =>
        State switch
        {
            CountState.Known => Number.ToString(CultureInfo.InvariantCulture),
            CountState.Blank => "blank",
            CountState.Illegible => "illegible",
            _ => "not-reported",
        };
}
