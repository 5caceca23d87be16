namespace Scrutineer.Scrutiny.Forensics.Integers;

/// <summary>Which percentage of a station is looked at.</summary>
public enum IntegerStatistic
{
    /// <summary>Turnout or share.</summary>
    Union,

    /// <summary>The share of the list.</summary>
    Share,

    /// <summary>The turnout.</summary>
    Turnout,
}
