namespace Scrutineer.Publishing.Exchange;

/// <summary>How final figures are, in the words of NIST SP 1500-100 (ResultsStatus).</summary>
public enum ExchangeStatus
{
    /// <summary>Nothing was reported yet.</summary>
    PreElection,

    /// <summary>Some units have not reported.</summary>
    UnofficialPartial,

    /// <summary>All units have reported; nobody has declared the result.</summary>
    UnofficialComplete,

    /// <summary>The result was declared.</summary>
    Certified,

    /// <summary>A declared result was corrected.</summary>
    Correction,
}
