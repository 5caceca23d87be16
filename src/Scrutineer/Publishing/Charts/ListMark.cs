using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Scrutineer.Publishing.Charts;

/// <summary>How a list is drawn wherever it appears.</summary>
/// <param name="Colour">The list's own colour; charts adjust it with <see cref="Charts.Colour.OnPapers"/>.</param>
/// <param name="Texture">The sign that stands beside the colour.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ListMark(Colour Colour, Texture Texture)
{
    /// <summary>
    /// Marks for lists in their usual order, one each. The first eight have eight different textures; a further list
    /// takes the texture whose wearers differ most from it in colour, so that near-identical colours never share one
    /// while there is a choice.
    /// </summary>
    public static ImmutableArray<ListMark> Assign(IReadOnlyList<Colour> colours)
    {
        ArgumentNullException.ThrowIfNull(colours);
        var textures = Enum.GetValues<Texture>();
        var marks = ImmutableArray.CreateBuilder<ListMark>(colours.Count);
        foreach (var colour in colours)
        {
            var texture =
                marks.Count < textures.Length
                    ? textures[marks.Count]
                    : textures.MaxBy(candidate =>
                        marks
                            .Where(mark => mark.Texture == candidate)
                            .Min(mark => Worn(mark.Colour).DistanceSquared(Worn(colour)))
                    );
            marks.Add(new(colour, texture));
        }

        return marks.MoveToImmutable();

        // What readers compare is the colour as it is worn on paper.
        static Colour Worn(Colour colour) => colour.OnPapers().Light;
    }
}
