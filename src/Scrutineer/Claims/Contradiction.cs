namespace Scrutineer.Claims;

/// <summary>Why two statements about the same thing differ.</summary>
public enum Difference
{
    /// <summary>They speak of different times, and something changed in between.</summary>
    Time,

    /// <summary>They are different kinds of number, or of statement.</summary>
    Kind,

    /// <summary>They are shares of different bases.</summary>
    Base,

    /// <summary>They call the same by different names, or speak of different things or places.</summary>
    Identity,

    /// <summary>They are the same to the last place that both give.</summary>
    Rounding,

    /// <summary>They say that different people said it, or each answers only for itself.</summary>
    Attribution,

    /// <summary>The record says otherwise than one of them.</summary>
    Error,

    /// <summary>Nothing that is recorded explains it.</summary>
    Open,
}

/// <summary>Two positions in one question that differ, or one position and the record.</summary>
/// <param name="Topic">The question's key.</param>
/// <param name="First">The one.</param>
/// <param name="Second">The other; nothing where it is the record.</param>
/// <param name="Why">The explanation.</param>
/// <param name="Because">The explanation in one sentence with what it rests on.</param>
public sealed record Contradiction(string Topic, Position First, Position? Second, Difference Why, string Because);

/// <summary>The explanations in words.</summary>
public static class DifferenceWords
{
    /// <summary>The explanation in words.</summary>
    public static string InWords(this Difference why) =>
        why switch
        {
            Difference.Time => "different time",
            Difference.Kind => "different kind",
            Difference.Base => "different base",
            Difference.Identity => "different identity",
            Difference.Rounding => "rounding",
            Difference.Attribution => "attribution",
            Difference.Error => "error in a source",
            _ => "left open",
        };
}
