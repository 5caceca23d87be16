namespace Scrutineer.Counting.Entry;

/// <summary>A figure on which enough persons agree.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="By">The persons who read it when agreement was reached, in order.</param>
public sealed record FieldAgreement(Count Figure, IReadOnlyList<string> By)
{
    internal static FieldAgreement? Of(IReadOnlyList<BlindEntry> entries, int column, int readers)
    {
        var readings = new List<(Count Figure, List<string> By)>();
        foreach (var entry in entries)
        {
            var figure = entry.Protocol[column];
            var index = readings.FindIndex(r => r.Figure == figure);
            if (index < 0)
            {
                index = readings.Count;
                readings.Add((figure, []));
            }

            var by = readings[index].By;
            if (!by.Contains(entry.By, StringComparer.Ordinal))
            {
                by.Add(entry.By);
            }

            if (by.Count >= readers)
            {
                return new FieldAgreement(figure, by);
            }
        }

        return null;
    }
}
