using Scrutineer.Counting.Forms;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Counting.Forms;

/// <summary>The forms that are shipped, and forms written in a test.</summary>
internal static class Shipped
{
    public static ProtocolForm Form(string name, string variant = "")
    {
        var problems = new Problems();
        var form = ProtocolForm.Read(Checkout.Path($"forms/{name}.yaml"), variant, problems);
        Assert.Equal([], problems.InOrder().Select(p => p.ToString()));
        return form!;
    }

    /// <summary>Every form file, by its path below forms/, with each of its variants.</summary>
    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        var root = Checkout.Path("forms");
        foreach (
            var path in Directory.GetFiles(root, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        )
        {
            var name = Path.ChangeExtension(Path.GetRelativePath(root, path), null).Replace('\\', '/');
            if (name.StartsWith("observation/", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var variant in name == "nl/record" ? new[] { "gsb", "gsb-cards", "csb", "csb-cards" } : [""])
            {
                data.Add(name, variant);
            }
        }

        return data;
    }
}
