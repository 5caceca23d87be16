namespace Scrutineer.Evidence.Photographs;

/// <summary>Why bytes are not taken as a photograph.</summary>
public enum PhotographRefusal
{
    /// <summary>They begin neither as a JPEG nor as a PNG.</summary>
    OtherType,

    /// <summary>They begin as one, and do not go on as one.</summary>
    Broken,

    /// <summary>The picture would have more pixels than are taken, whatever few bytes it needs.</summary>
    TooManyPixels,
}
