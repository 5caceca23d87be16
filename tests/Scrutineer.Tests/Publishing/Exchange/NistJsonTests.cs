using System.Text;
using System.Text.Json.Nodes;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Publishing.Exchange;

namespace Scrutineer.Tests.Publishing.Exchange;

/// <summary>Dossiers as reports of NIST SP 1500-100.</summary>
public class NistJsonTests
{
    /// <summary>The whole document of one election was looked at.</summary>
    [Fact]
    public void Of_AnElectionWithRegions_IsTheApprovedDocument() =>
        Approved.Match("Publishing/Exchange/kz-mazhilis-2021.json", Text("elections/kz-mazhilis-2021"));

    /// <summary>Every dossier of the repository is a document that keeps the rules of the standard.</summary>
    [Fact]
    public void Of_EveryDossier_KeepsTheRulesOfTheStandard()
    {
        var folders = Directory.GetDirectories(Checkout.Path("elections")).Order(StringComparer.Ordinal).ToList();
        Assert.True(folders.Count > 40);
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            foreach (var (type, number) in NistRules.Check(JsonNode.Parse(Text(folder))!))
            {
                all[type] = all.GetValueOrDefault(type) + number;
            }
        }

        // The rules were put to the test by something of each class.
        Assert.All(
            ["PartyContest", "CandidateContest", "BallotMeasureSelection", "Candidate", "Party", "SummaryCounts"],
            type => Assert.True(all.GetValueOrDefault(type) > 0, type)
        );
    }

    /// <summary>The votes are those of the dossier, and what it does not know is not there.</summary>
    [Fact]
    public void Of_Votes_AreThoseOfTheDossierAndUnknownOnesAreLeftOut()
    {
        var dossier = Read("elections/kz-mazhilis-2021");
        var report = ExchangeReport.Of(dossier);
        Assert.Equal(ExchangeStatus.Certified, report.Status);

        // The college that elects nine members has 504 electors; the nation's voters are not those.
        Assert.Equal(dossier.TallyOf("lists", "nation").Registered, report.Units[0].Registered);
        var contest = JsonNode.Parse(NistJson.Of(report))!["Election"]![0]!["Contest"]![0]!;
        var nation = dossier.TallyOf("lists", "nation");
        var selections = contest["BallotSelection"]!.AsArray();
        foreach (var (selection, contender) in selections.Zip(nation.Contenders))
        {
            var count = selection!["VoteCounts"]!.AsArray().Single(c => (string)c!["GpUnitId"]! == "unit-nation");
            Assert.Equal(contender.Votes.Value, (long)count!["Count"]!);
        }

        var without = NistJson.Of(
            report with
            {
                Contests =
                [
                    report.Contests[0] with
                    {
                        Tallies =
                        [
                            nation with
                            {
                                Contenders = [.. nation.Contenders.Select(c => c with { Votes = default })],
                            },
                        ],
                    },
                ],
            }
        );
        Assert.DoesNotContain("\"Count\"", Encoding.UTF8.GetString(without), StringComparison.Ordinal);
    }

    private static string Text(string folder) => Encoding.UTF8.GetString(NistJson.Of(ExchangeReport.Of(Read(folder))));

    private static ElectionDossier Read(string folder)
    {
        var problems = new Problems();
        var dossier = ElectionDossier.Read(Checkout.Path(folder), null, problems);
        Assert.Empty(problems.InOrder());
        return dossier!;
    }
}
