namespace Scrutineer.Observation.Forms;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>With <c>yes</c> or <c>no</c>.</summary>
    YesNo,

    /// <summary>With one of the written choices, or several where the question says so.</summary>
    Choice,

    /// <summary>With a whole number from nought.</summary>
    Number,

    /// <summary>With a time of day, as HH:MM of the station's clock.</summary>
    Time,

    /// <summary>With words.</summary>
    Text,

    /// <summary>With a number from 1, very good, to 4, very bad.</summary>
    Rating,
}
