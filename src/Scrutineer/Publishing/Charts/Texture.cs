namespace Scrutineer.Publishing.Charts;

/// <summary>
/// The second sign beside a list's colour, so that lists are told apart in grey print and by colour-blind readers. A seat
/// carries it as a mark inside its dot, a bar as a pattern.
/// </summary>
public enum Texture
{
    /// <summary>No mark.</summary>
    Solid,

    /// <summary>A hole in the dot; round holes in the bar.</summary>
    Holes,

    /// <summary>Level lines.</summary>
    Horizontal,

    /// <summary>Upright lines.</summary>
    Vertical,

    /// <summary>Lines that rise to the right.</summary>
    Rising,

    /// <summary>Lines that fall to the right.</summary>
    Falling,

    /// <summary>Level and upright lines.</summary>
    Plus,

    /// <summary>Rising and falling lines.</summary>
    Cross,
}
