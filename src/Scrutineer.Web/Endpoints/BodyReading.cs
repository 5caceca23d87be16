using Microsoft.AspNetCore.Http;

namespace Scrutineer.Web.Endpoints;

/// <summary>Reads what was sent, up to a limit.</summary>
internal static class BodyReading
{
    /// <summary>The bytes of a request; nothing where there are more than so many.</summary>
    public static async Task<byte[]?> ReadAtMostAsync(this HttpRequest request, int most)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[16 << 10];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is var read and > 0)
        {
            if (bytes.Length + read > most)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
