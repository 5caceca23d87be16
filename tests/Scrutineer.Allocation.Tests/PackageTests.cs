using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using Scrutineer.Allocation.Tests.Golden;

namespace Scrutineer.Allocation.Tests;

/// <summary>The package that <c>dotnet pack</c> makes of the library.</summary>
public class PackageTests
{
    [Fact]
    public void Pack_Library_HasNoDependencies()
    {
        var folder = Directory.CreateTempSubdirectory("scrutineer-package-");
        try
        {
            using var package = ZipFile.OpenRead(Pack(folder.FullName));
            using var stream = package.GetEntry("Scrutineer.Allocation.nuspec")!.Open();
            var specification = XDocument.Load(stream);
            Assert.DoesNotContain(specification.Descendants(), e => e.Name.LocalName == "dependency");
            Assert.Equal("README.md", Value(specification, "readme"));
            Assert.Equal("Scrutineer.Allocation", Value(specification, "id"));
            Assert.Equal(
                ["README.md", "lib/net10.0/Scrutineer.Allocation.dll", "lib/net10.0/Scrutineer.Allocation.xml"],
                package
                    .Entries.Select(e => e.FullName)
                    .Where(n => n == "README.md" || n.StartsWith("lib/", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Library_References_AreTheFrameworkAlone() =>
        Assert.All(
            typeof(AllocationMethod).Assembly.GetReferencedAssemblies(),
            a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal)
        );

    /// <summary>Packs what is built, in the configuration of these tests.</summary>
    private static string Pack(string folder)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var call = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = SharedFolder.Root,
        };
        foreach (
            var argument in new[]
            {
                "pack",
                Path.Combine("src", "Scrutineer.Allocation"),
                "--no-build",
                "--nologo",
                "-nodeReuse:false",
                "-c",
                configuration,
                "-o",
                folder,
            }
        )
        {
            call.ArgumentList.Add(argument);
        }

        using var process = Process.Start(call)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said + errors.Result);
        return Assert.Single(Directory.GetFiles(folder, "*.nupkg"));
    }

    private static string Value(XDocument document, string name) =>
        document.Descendants().Single(e => e.Name.LocalName == name).Value;
}
