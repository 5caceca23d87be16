namespace Scrutineer.Allocation.Kernel;

/// <summary>Products of two 64-bit numbers, compared in full.</summary>
internal static class Wide
{
    /// <summary>The sign of a·b − c·d.</summary>
    public static int CompareProducts(ulong a, ulong b, ulong c, ulong d)
    {
        var leftHigh = Math.BigMul(a, b, out var leftLow);
        var rightHigh = Math.BigMul(c, d, out var rightLow);
        return leftHigh == rightHigh ? leftLow.CompareTo(rightLow) : leftHigh.CompareTo(rightHigh);
    }
}
