namespace Scrutineer.Scrutiny.Forensics;

/// <summary>Figures that belong together, such as those of one statistic.</summary>
/// <param name="Name">What they are about, such as <c>union</c>; empty where they are about the whole test.</param>
/// <param name="Figures">The figures.</param>
public sealed record FigureGroup(string Name, IReadOnlyList<Figure> Figures)
{
    /// <summary>The value of one of them.</summary>
    /// <exception cref="ArgumentException">There is no such figure.</exception>
    public double this[string name]
    {
        get
        {
            foreach (var figure in Figures)
            {
                if (figure.Name == name)
                {
                    return figure.Value;
                }
            }

            throw new ArgumentException($"There is no figure '{name}'.", nameof(name));
        }
    }
}
