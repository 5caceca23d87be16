namespace Scrutineer.Law.Evaluation;

/// <summary>One step of a derivation: the rule in words, its article, and what it did.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Sentence">The rule in words, from the same template that prints the law.</param>
/// <param name="Cite">The article.</param>
/// <param name="Checked">How the provision was checked.</param>
/// <param name="Result">What the rule did here, in one sentence with its figures.</param>
public sealed record Step(string Rule, string Kind, string Sentence, string Cite, Checked Checked, string Result)
{
    /// <summary>Whether the rule's condition was met.</summary>
    public bool Applied { get; init; } = true;

    /// <summary>The reading applied, where the rule has several.</summary>
    public string? Reading { get; init; }

    /// <summary>The figures by list: column names, then one row a list.</summary>
    public StepTable? Table { get; init; }
}

/// <summary>The figures of a step, as text, exact fractions beside their decimals.</summary>
/// <param name="Columns">The names of the columns after the list.</param>
/// <param name="Rows">One row a list: its id and its values.</param>
public sealed record StepTable(IReadOnlyList<string> Columns, IReadOnlyList<StepRow> Rows)
{
    /// <summary>What a row stands for: <c>list</c> or <c>place</c>.</summary>
    public string Of { get; init; } = "list";
}

/// <summary>One list's, or one place's, figures in a step.</summary>
/// <param name="List">The list or place.</param>
/// <param name="Values">Its values, one a column.</param>
public sealed record StepRow(string List, IReadOnlyList<string> Values);
