using Scrutineer.Counting.Forms;

namespace Scrutineer.Web.Pages;

/// <summary>What a column of a form is called on a page.</summary>
internal static class FieldName
{
    /// <summary>The words of its field, and the name of its list as the dossier gives it.</summary>
    public static string Of(ElectionSetup setup, FormColumn column)
    {
        var means = char.ToUpperInvariant(column.Field.Means[0]) + column.Field.Means[1..];
        if (column.List is not { } list)
        {
            return means;
        }

        var id = setup.Layout.Lists[list];
        var contender = setup.Dossier.File.Contests.GetValueOrDefault(setup.Contest)?.Contenders.GetValueOrDefault(id);
        var name = contender?.Name ?? id;
        return column.Candidate is { } candidate ? $"{means}: {name}, {candidate + 1}" : $"{means}: {name}";
    }
}
