using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Scrutineer.Web.Language;

namespace Scrutineer.Web.Endpoints;

/// <summary>The files of the observers' pages that are made from what the program holds: texts, manifest, service worker.</summary>
internal static class PhoneFiles
{
    /// <summary>The address of the texts.</summary>
    public const string TextsPath = PhoneEndpoints.Path + "/texts.json";

    /// <summary>The address of the manifest.</summary>
    public const string ManifestPath = PhoneEndpoints.Path + "/manifest.webmanifest";

    // The words of the pages, and of what incidents are.
    private static readonly string[] Parts = ["phone", "incident", "severity"];
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    /// <summary>Every text of the observers' pages in every language, so that another one can be chosen without a network.</summary>
    public static byte[] Texts { get; } =
        JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["languages"] = new JsonArray([
                    .. Language.Texts.Languages.Select(l =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["code"] = l.Code,
                                ["name"] = l.Name,
                                ["direction"] = l.Direction,
                            }
                    ),
                ]),
                ["texts"] = new JsonObject(
                    TextTable
                        .Rows.Where(r => Parts.Contains(r.Key.Split('-')[0]))
                        .OrderBy(r => r.Key, StringComparer.Ordinal)
                        .Select(r =>
                            KeyValuePair.Create(
                                r.Key,
                                (JsonNode?)new JsonArray([.. r.Value.Select(t => (JsonNode)JsonValue.Create(t))])
                            )
                        )
                ),
            },
            Readable
        );

    // What the pages load; the worker is written from one of the assets and is not kept by itself.
    private static IEnumerable<string> AssetNames =>
        Assets
            .Names.Where(n => n is "style.css" or "relations.js" || n.StartsWith("observe", StringComparison.Ordinal))
            .Where(n => n != "observe-worker.js")
            .Order(StringComparer.Ordinal);

    /// <summary>What the pages are called once they are installed, in a language.</summary>
    public static byte[] Manifest(Texts texts) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["id"] = PhoneEndpoints.Path,
                ["name"] = texts["phone-app"],
                ["short_name"] = texts["phone-app-short"],
                ["lang"] = texts.Language,
                ["dir"] = texts.Direction,
                ["start_url"] = PhoneEndpoints.Path,
                ["scope"] = PhoneEndpoints.Path,
                ["display"] = "standalone",
                ["background_color"] = "#ffffff",
                ["theme_color"] = "#0b5a8a",
                ["icons"] = new JsonArray(
                    Icon("observe-icon.svg", "any", "image/svg+xml"),
                    Icon("observe-icon-192.png", "192x192", "image/png"),
                    Icon("observe-icon-512.png", "512x512", "image/png")
                ),
            },
            Readable
        );

    /// <summary>The service worker: the version and the list of files, then the script that does the same in every version.</summary>
    /// <param name="title">The title of the election, which the page shows.</param>
    /// <param name="sends">Whether the browser may wake the worker to send what waits, for which it needs modules.</param>
    public static byte[] Worker(string title, bool sends)
    {
        var shell = new JsonObject
        {
            ["version"] = Version(title),
            ["files"] = new JsonArray([
                .. new[] { PhoneEndpoints.Path, TextsPath, ManifestPath }
                    .Concat(AssetNames.Select(n => "/assets/" + n))
                    .Select(p => (JsonNode)JsonValue.Create(p)),
            ]),
        };
        var imports = sends ? "import { sendAll } from '/assets/observe-outbox.js';\nself.sendAll = sendAll;\n" : "";
        return
        [
            .. Encoding.UTF8.GetBytes($"{imports}const shell = {shell.ToJsonString()};\n"),
            .. Assets.Bytes("observe-worker.js"),
        ];
    }

    // The page itself is compiled; the identity of the compiled program stands for it.
    private static string Version(string title)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(PhoneFiles).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(Encoding.UTF8.GetBytes(title));
        hash.AppendData(Texts);
        foreach (var name in AssetNames)
        {
            hash.AppendData(SHA256.HashData(Assets.Bytes(name)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static JsonObject Icon(string name, string sizes, string type) =>
        new()
        {
            ["src"] = "/assets/" + name,
            ["sizes"] = sizes,
            ["type"] = type,
            ["purpose"] = "any maskable",
        };
}
