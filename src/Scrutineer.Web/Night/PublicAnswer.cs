using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Scrutineer.Web.Night;

/// <summary>An answer that is the same for everybody: its bytes, plain and packed, under a tag that stands for them.</summary>
internal sealed class PublicAnswer : IResult
{
    private readonly int status;
    private readonly string? type;
    private readonly string? disposition;
    private readonly byte[] plain;
    private readonly byte[] packed;
    private readonly string tag;

    /// <summary>The answer that a response and its bytes make.</summary>
    public PublicAnswer(HttpResponse response, byte[] bytes)
    {
        status = response.StatusCode;
        type = response.ContentType;
        disposition = response.Headers.ContentDisposition;
        plain = bytes;
        packed = Packed(bytes);
        tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"";
    }

    /// <summary>Whether it is a whole page, and not a refusal.</summary>
    public bool IsWhole => status == StatusCodes.Status200OK;

    /// <summary>How many bytes are held for it.</summary>
    public int Length => plain.Length + packed.Length;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.Vary = "Cookie, Accept-Language, Accept-Encoding";
        if (IsWhole)
        {
            // It may be kept, and is asked for again each time; what has not changed is not sent again.
            response.Headers.CacheControl = "public, no-cache";
            response.Headers.ETag = tag;
            if (httpContext.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentLength = null;
                response.ContentType = null;
                return;
            }
        }

        response.ContentType = type;
        response.Headers.ContentDisposition = disposition;
        var bytes = plain;
        if (packed.Length < plain.Length && TakesGzip(httpContext.Request))
        {
            response.Headers.ContentEncoding = "gzip";
            bytes = packed;
        }

        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    private static bool TakesGzip(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var taken)
        && taken.Any(t => t.Value == "gzip" && t.Quality is null or > 0);

    private static byte[] Packed(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return stream.ToArray();
    }
}
