using Scrutineer.Counting;
using Scrutineer.Findings;
using Scrutineer.Law;

namespace Scrutineer.Dossier;

/// <summary>One row of a results file: a figure with its contest, unit, stage and source.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Name">What is counted.</param>
/// <param name="List">The list or candidate; empty where the figure belongs to none.</param>
/// <param name="Source">The key of the source.</param>
/// <param name="At">The row.</param>
public sealed record Figure(
    string Contest,
    string Unit,
    Stage Stage,
    FigureName Name,
    string List,
    string Source,
    Location At
)
{
    /// <summary>The number, for figures that count.</summary>
    public Count Count { get; init; }

    /// <summary>The share, for figures that are shares.</summary>
    public ShareOf? Share { get; init; }

    /// <summary>The share as written.</summary>
    public string Written { get; init; } = "";

    /// <summary>The base of a share.</summary>
    public BaseName? Base { get; init; }

    /// <summary>A remark, for instance how the source words the figure.</summary>
    public string Note { get; init; } = "";
}
