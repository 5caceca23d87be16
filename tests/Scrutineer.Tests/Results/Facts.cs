using Scrutineer.Dossier;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Results;

/// <summary>Dossiers of the checkout with their dated facts.</summary>
internal static class Facts
{
    public static (ElectionDossier Dossier, DossierFacts Facts) Of(string id)
    {
        var problems = new Problems();
        var dossier = ElectionDossier.Read(Checkout.Path($"elections/{id}"), null, problems);
        var facts = dossier is null ? null : DossierFacts.Read(dossier, problems);
        Assert.Empty(problems.InOrder());
        return (dossier!, facts!);
    }
}
