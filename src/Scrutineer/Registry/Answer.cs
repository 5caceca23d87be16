namespace Scrutineer.Registry;

/// <summary>What a question about a dated fact answers. Sources give months, years and "about"; so there are three.</summary>
public enum Answer
{
    /// <summary>It was so.</summary>
    Yes,

    /// <summary>It was not so.</summary>
    No,

    /// <summary>It cannot be told from the dates that the sources give.</summary>
    NotSure,
}
