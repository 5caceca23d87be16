using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Scrutineer.Tests.Repository;

/// <summary>What the tree promises about itself: dependencies point one way, deciding is exact, files have one form.</summary>
public partial class ArchitectureTests
{
    /// <summary>Every project of the product with the projects and packages that it may use, from the bottom up.</summary>
    private static readonly (string Project, string[] Projects, string[] Packages)[] Layers =
    [
        ("Scrutineer.Allocation", [], []),
        (
            "Scrutineer",
            ["Scrutineer.Allocation"],
            ["CsvHelper", "YamlDotNet", "ExcelDataReader", "MathNet.Numerics", "Markdig"]
        ),
        (
            "Scrutineer.Storage",
            ["Scrutineer"],
            ["Dapper", "Microsoft.Data.Sqlite", "Npgsql", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core"]
        ),
        (
            "Scrutineer.Web",
            ["Scrutineer", "Scrutineer.Storage"],
            ["Microsoft.AspNetCore.OpenApi", "OpenTelemetry.Exporter.OpenTelemetryProtocol"]
        ),
        (
            "Scrutineer.Cli",
            ["Scrutineer", "Scrutineer.Storage", "Scrutineer.Web"],
            ["Spectre.Console", "System.CommandLine"]
        ),
    ];

    [Fact]
    public void Projects_DependOneWay()
    {
        var files = Directory.EnumerateFiles(Checkout.Path("src"), "*.csproj", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var layer = Assert.Single(Layers, l => l.Project == name);
            var project = XDocument.Load(file);
            var projects = project
                .Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!));
            Assert.All(projects, p => Assert.Contains(p, layer.Projects));
            var packages = project.Descendants("PackageReference").Select(r => (string)r.Attribute("Include")!);
            Assert.All(packages, p => Assert.Contains(p, layer.Packages));
        }
    }

    [Fact]
    public void Assemblies_ReferToNothingAboveThem()
    {
        string[] Own(System.Reflection.Assembly assembly) =>
            [
                .. assembly
                    .GetReferencedAssemblies()
                    .Select(a => a.Name!)
                    .Where(n => n.StartsWith("Scrutineer", StringComparison.Ordinal)),
            ];
        Assert.Empty(Own(typeof(Allocation.Rational).Assembly));
        Assert.Equal(["Scrutineer.Allocation"], Own(typeof(global::Scrutineer.Results.ElectionResult).Assembly));
    }

    [Fact]
    public void Packages_AreOfOneExactVersion()
    {
        var versions = XDocument.Load(Checkout.Path("Directory.Packages.props")).Descendants("PackageVersion").ToList();
        Assert.NotEmpty(versions);
        Assert.All(versions, v => Assert.Matches(@"\A[0-9]+(\.[0-9]+){1,3}\z", (string)v.Attribute("Version")!));
        Assert.Equal(versions.Count, versions.Select(v => (string)v.Attribute("Include")!).Distinct().Count());
    }

    /// <summary>Where floating point may stand in the exact rooms: the one way out of them, for charts and statistics.</summary>
    [Theory]
    [InlineData("src/Scrutineer.Allocation")]
    [InlineData("src/Scrutineer/Law")]
    [InlineData("src/Scrutineer/Registry")]
    [InlineData("src/Scrutineer/Dossier")]
    [InlineData("src/Scrutineer/Counting")]
    [InlineData("src/Scrutineer/Results")]
    [InlineData("src/Scrutineer/Scrutiny/Margins")]
    [InlineData("src/Scrutineer/Claims")]
    [InlineData("src/Scrutineer/Observation")]
    public void Source_OfTheExactRooms_HoldsNoFloatingPoint(string folder)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Checkout.Path(folder), "*.cs", SearchOption.AllDirectories))
        {
            if (
                file.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            )
            {
                continue;
            }

            foreach (var (number, line) in File.ReadLines(file).Index())
            {
                var code = Text().Replace(line.Split("//")[0], "\"\"");
                if (FloatingPoint().IsMatch(code))
                {
                    found.Add($"{Path.GetRelativePath(Checkout.Root, file)}:{number + 1}: {line.Trim()}");
                }
            }
        }

        Assert.All(
            found,
            f => Assert.Matches(@"Rational\.cs:[0-9]+: (public double ToDouble\(\)|return Math\.ScaleB)", f)
        );
    }

    [GeneratedRegex("\"([^\"\\\\]|\\\\.)*\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Text();

    [GeneratedRegex(
        @"\b(double|float|decimal)\b|\b(Half|Double|Single)\b(?!\()|\bMath\.(Sqrt|Pow|Log|Exp|Round|Floor|Ceiling|Truncate|ScaleB)|\bMathF\b|[0-9]\.[0-9]+[dfm]?\b|\bRandom\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex FloatingPoint();

    [Fact]
    public void Source_OfTheExactRooms_ScanFindsWhatItLooksFor()
    {
        foreach (
            var line in new[]
            {
                "double x = 1;",
                "var y = 0.5;",
                "Math.Sqrt(2)",
                "(float)z",
                "var n = Math.Round(a / b);",
            }
        )
        {
            Assert.Matches(FloatingPoint(), line);
        }

        Assert.DoesNotMatch(FloatingPoint(), "var most = Math.Max(a, b) + Math.Abs(c);");
    }

    /// <summary>The files under version control; the test needs the checkout to be one of git's.</summary>
    private static IReadOnlyList<string> TrackedFiles()
    {
        if (!Path.Exists(Checkout.Path(".git")))
        {
            Assert.Skip("needs a checkout of git");
        }

        var start = new ProcessStartInfo("git", "ls-files -z")
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var files = process.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.NotEmpty(files);
        return [.. files.Where(f => File.Exists(Checkout.Path(f)))];
    }

    [Fact]
    public void Files_UnderVersionControl_AreUtf8WithLf()
    {
        foreach (
            var file in TrackedFiles()
                .Where(f =>
                    !f.EndsWith(".png", StringComparison.Ordinal)
                    && !f.EndsWith(".zip", StringComparison.Ordinal)
                    && !f.Contains("/bundle/tile/", StringComparison.Ordinal)
                )
        )
        {
            var bytes = File.ReadAllBytes(Checkout.Path(file));
            Assert.False(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble), $"{file} begins with a byte-order mark");
            Assert.False(bytes.Contains((byte)'\r'), $"{file} holds CR");
            Assert.False(bytes.Contains((byte)0), $"{file} holds NUL");
            Assert.True(
                bytes.Length == 0 || bytes[^1] == '\n' || file.EndsWith("packages.lock.json", StringComparison.Ordinal),
                $"{file} does not end with a line break"
            );
            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            Assert.True(strict.GetCharCount(bytes) >= 0, file);
        }
    }

    [Fact]
    public void Files_UnderVersionControl_SpeakOfTheProductAlone()
    {
        // Written in parts, so that this file does not hold what it looks for.
        string[] forbidden =
        [
            "/wo" + "rk/",
            "/home" + "/",
            "/Us" + "ers/",
            "v3/index" + ".json",
            "BEGIN PRIV" + "ATE KEY",
        ];
        foreach (var file in TrackedFiles())
        {
            var text = File.ReadAllText(Checkout.Path(file));
            Assert.All(forbidden, f => Assert.False(text.Contains(f, StringComparison.Ordinal), $"{file} holds {f}"));
        }

        Assert.DoesNotContain(TrackedFiles(), f => f.EndsWith("NuGet.config", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Files_OfSource_HaveAtMost400Lines() =>
        Assert.DoesNotContain(
            TrackedFiles()
                .Where(f =>
                    f.StartsWith("src/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal)
                ),
            f => File.ReadLines(Checkout.Path(f)).Count() > 400
        );
}
