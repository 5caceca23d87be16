using Scrutineer.Results;
using Scrutineer.Tests.Dossier;

namespace Scrutineer.Tests.Results;

/// <summary>What must hold of the result of every dossier, whatever its country.</summary>
public class EveryDossierTests
{
    public static TheoryData<string> All => [.. Dossiers.All];

    [Theory]
    [MemberData(nameof(All))]
    public void Seats_OfEveryContest_AreThoseDeclaredAndTheCertificateConfirmsThem(string id)
    {
        var dossier = Dossiers.Read(id);
        foreach (
            var result in dossier.Edition.Text.Contests.Keys.SelectMany(c =>
                ElectionResult.OfContest(dossier, c, traced: false, margins: false)
            )
        )
        {
            Assert.NotEqual(false, result.Agrees);
            if (result.Certificate is { } certificate)
            {
                var standing = result.Standing!;
                var seats = Enumerable
                    .Range(0, standing.Seats.Length)
                    .ToDictionary(standing.Id, i => standing.Seats[i]);
                Assert.True(certificate.Confirms(seats), $"{id}, {result.Name}: {certificate.Method}");
            }
        }
    }
}
