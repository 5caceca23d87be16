namespace Scrutineer.Evidence.Photographs;

/// <summary>
/// A photograph with its picture and nothing else: no place, time, device, name, remark or small copy of it, and nothing behind
/// its end. The picture itself is not decoded, and is the same to the bit.
/// </summary>
/// <remarks>
/// Which way up the camera was held is lost too, and so is a colour profile, which can name a device: a reader turns a page
/// that lies on its side.
/// </remarks>
/// <param name="Type">The media type: <c>image/jpeg</c> or <c>image/png</c>.</param>
/// <param name="Width">The width, in pixels.</param>
/// <param name="Height">The height, in pixels.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record Photograph(string Type, int Width, int Height, byte[] Bytes)
{
    /// <summary>The most pixels of a photograph.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>Takes a photograph's picture out of what was sent.</summary>
    /// <param name="sent">The bytes.</param>
    /// <param name="refusal">Why there is none, where there is none.</param>
    public static Photograph? Read(ReadOnlySpan<byte> sent, out PhotographRefusal refusal)
    {
        refusal = PhotographRefusal.OtherType;
        return sent.StartsWith(JpegPicture.Begin) ? JpegPicture.Read(sent, out refusal)
            : sent.StartsWith(PngPicture.Begin) ? PngPicture.Read(sent, out refusal)
            : null;
    }

    /// <summary>Why a picture of a size is not taken; nothing where it is.</summary>
    internal static PhotographRefusal? Refuses(long width, long height) =>
        width is 0 or > int.MaxValue || height is 0 or > int.MaxValue ? PhotographRefusal.Broken
        : width * height > MostPixels ? PhotographRefusal.TooManyPixels
        : null;
}
