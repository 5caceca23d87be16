using Scrutineer.Dossier;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Dossier;

/// <summary>Reads the dossiers of the checkout.</summary>
internal static class Dossiers
{
    public static IEnumerable<string> All { get; } =
    [
        .. Directory
            .GetDirectories(Checkout.Path("elections"))
            .Select(d => Path.GetFileName(d)!)
            .Order(StringComparer.Ordinal),
    ];

    public static ElectionDossier Read(string id)
    {
        var problems = new Problems();
        var dossier = ElectionDossier.Read(Checkout.Path($"elections/{id}"), null, problems);
        Assert.Equal([], problems.InOrder().Select(p => p.ToString()));
        return dossier!;
    }

    public static ElectionDossier Under(this ElectionDossier dossier, params string[] readings)
    {
        var problems = new Problems();
        var changed = dossier.With(readings, [], problems);
        Assert.Equal([], problems.InOrder().Select(p => p.ToString()));
        return changed!;
    }
}
