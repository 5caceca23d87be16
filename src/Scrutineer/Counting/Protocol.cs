using System.Collections.Immutable;
using Scrutineer.Counting.Forms;

namespace Scrutineer.Counting;

/// <summary>One copy of the result form of one unit: its figures in the columns of a layout, and where they came from.</summary>
public sealed class Protocol
{
    private readonly ImmutableArray<long> values;
    private readonly ImmutableArray<CountState> states;

    /// <summary>A protocol from its figures in the order of the layout's columns.</summary>
    /// <exception cref="ArgumentException">There are more or fewer figures than columns.</exception>
    public Protocol(FormLayout layout, UnitPath unit, CopyKind copy, IReadOnlyList<Count> figures)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(figures);
        if (figures.Count != layout.Columns.Count)
        {
            throw new ArgumentException(
                $"The protocol has {figures.Count} figures and its form {layout.Columns.Count} columns.",
                nameof(figures)
            );
        }

        Layout = layout;
        Unit = unit;
        Copy = copy;
        values = [.. figures.Select(f => f.Value ?? 0)];
        states = [.. figures.Select(f => f.State)];
    }

    private Protocol(Protocol other, CopyKind copy)
    {
        Layout = other.Layout;
        Unit = other.Unit;
        Copy = copy;
        By = other.By;
        Lineage = other.Lineage;
        values = other.values;
        states = other.states;
    }

    /// <summary>The form and ballot that its columns follow.</summary>
    public FormLayout Layout { get; }

    /// <summary>The unit that it reports on.</summary>
    public UnitPath Unit { get; }

    /// <summary>Whose copy it is.</summary>
    public CopyKind Copy { get; }

    /// <summary>Who holds or entered the copy: an organisation or a pseudonym, never more than is needed; may be empty.</summary>
    public string By { get; init; } = "";

    /// <summary>The row of input it was read from.</summary>
    public Lineage Lineage { get; init; }

    /// <summary>The numbers by column; nought wherever the state is not <see cref="CountState.Known"/>.</summary>
    public ReadOnlySpan<long> Values => values.AsSpan();

    /// <summary>The states by column.</summary>
    public ReadOnlySpan<CountState> States => states.AsSpan();

    /// <summary>The figure of a column.</summary>
    public Count this[int column] =>
        states[column] switch
        {
            CountState.Known => new Count(values[column]),
            CountState.Blank => Count.Blank,
            CountState.Illegible => Count.Illegible,
            _ => Count.NotReported,
        };

    /// <summary>The figure of a field that has one column.</summary>
    public Count this[string field] => this[Layout.IndexOf(field)];

    /// <summary>Every figure, in the order of the columns.</summary>
    public IReadOnlyList<Count> Figures => [.. Enumerable.Range(0, values.Length).Select(i => this[i])];

    /// <summary>The same figures as another kind of copy.</summary>
    public Protocol As(CopyKind copy) => new(this, copy);
}
