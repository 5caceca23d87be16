using System.Runtime.InteropServices;

namespace Scrutineer.Publishing.Charts;

/// <summary>One list's colour on the two papers.</summary>
/// <param name="Light">The colour on light paper and in print.</param>
/// <param name="Dark">The colour on dark paper.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ColourPair(Colour Light, Colour Dark);
