using Scrutineer.Counting.Forms;
using Scrutineer.Dossier;
using Scrutineer.Law;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>
/// How the size of a base is read from the columns of a form: columns added, and columns taken off. Every share names its base,
/// because the same votes are another share of the valid votes than of the ballots.
/// </summary>
/// <param name="Name">The base.</param>
/// <param name="Plus">The columns that are added.</param>
/// <param name="Minus">The columns that are taken off.</param>
public sealed record SampleBase(BaseName Name, IReadOnlyList<int> Plus, IReadOnlyList<int> Minus)
{
    /// <summary>The base in the columns of a form; nothing where the form does not have it.</summary>
    /// <remarks>
    /// Where the form has no field for it: ballots in the boxes are the valid votes and the invalid ballots; valid votes are the
    /// ballots in the boxes without the invalid ones, or else the votes for lists and against all. Whom "participants" are, a law
    /// says and a form does not.
    /// </remarks>
    public static SampleBase? Of(FormLayout layout, BaseName name)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var lists = Columns(FigureName.Votes);
        var box = Columns(FigureName.BallotsInBox);
        var invalid = Columns(FigureName.Invalid);
        var valid = Columns(FigureName.ValidVotes);
        return name switch
        {
            BaseName.Registered => Plain(Columns(FigureName.Registered)),
            BaseName.ElectorsPresent => Plain(Columns(FigureName.ElectorsPresent)),
            BaseName.BallotsIssued => Plain(Columns(FigureName.BallotsIssued)),
            BaseName.BallotsInBox => box.Count > 0 ? Plain(box)
            : invalid.Count == 0 ? null
            : Plain([.. valid.Count > 0 ? valid : Valid(), .. invalid]),
            BaseName.ValidVotes => valid.Count > 0 ? Plain(valid)
            : box.Count > 0 && invalid.Count > 0 ? new SampleBase(name, box, invalid)
            : Plain(Valid()),
            BaseName.VotesForLists => Plain(lists),
            _ => null,
        };

        IReadOnlyList<int> Columns(FigureName figure) => layout.ColumnsOf(figure);

        IReadOnlyList<int> Valid() => lists.Count == 0 ? [] : [.. lists, .. Columns(FigureName.AgainstAll)];

        SampleBase? Plain(IReadOnlyList<int> columns) => columns.Count == 0 ? null : new SampleBase(name, columns, []);
    }

    /// <summary>The size of the base in a station; nothing where a figure that it needs is not known.</summary>
    public double? In(SampledStation station)
    {
        ArgumentNullException.ThrowIfNull(station);
        double size = 0;
        foreach (var column in Plus)
        {
            if (station.Values[column] is not { } value)
            {
                return null;
            }

            size += value;
        }

        foreach (var column in Minus)
        {
            if (station.Values[column] is not { } value)
            {
                return null;
            }

            size -= value;
        }

        return size;
    }
}
