using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Audits.Assertions;
using Scrutineer.Scrutiny.Audits.Comparison;
using Scrutineer.Scrutiny.Audits.Planning;
using Scrutineer.Scrutiny.Audits.RiskTests;
using Scrutineer.Scrutiny.Margins;
using Scrutineer.Tests.Dossier;
using static Scrutineer.Tests.Scrutiny.Audits.SharedFacts;

namespace Scrutineer.Tests.Scrutiny.Audits;

/// <summary>The election of 10 January 2021: from the law and the published votes to the audit of every seat.</summary>
public class KazakhstanFactTests
{
    private static readonly string[] FactNames = ["QHP", "NurOtan", "Auyl", "AqJol", "Adal"];

    /// <summary>The shares as the act says them: of those who took part, 7,539,280 ballots issued.</summary>
    private static SeatAssertions Seats()
    {
        var dossier = Dossiers.Read("kz-mazhilis-2021").Under("literal");
        return SeatAssertions.Of(dossier.Edition, "lists", dossier.TallyOf("lists", "nation"), [], out _)!;
    }

    [Fact]
    public void Plan_Golden_StationsToRecount()
    {
        var plan = AuditPlan.Of(Seats(), new AuditTerms(0.05) { Stations = 10061 });
        Assert.True(plan.Seats.ImplyEverySeat);
        Assert.Equal(7539280, plan.Seats.Counts.Total);
        long Draws(string name) =>
            plan.Assertions.Single(a => a.Assertion.Name == name).By(AuditMethod.BatchComparison)!.P90;
        Assert.Equal(15, Draws("People's Party of Kazakhstan has at least 7 % of the ballots issued"));
        Assert.Equal(148, Draws("Auyl has less than 7 % of the ballots issued"));
        Assert.Equal(345, Draws("No seat moves from Ak Zhol to Nur Otan"));
        Assert.Equal(346, plan.Whole.Single(s => s.Method == AuditMethod.BatchComparison).P90);
        Assert.Equal("No seat moves from Ak Zhol to People's Party of Kazakhstan", plan.Binding!.Assertion.Name);
        // Five thresholds, six ordered pairs of three lists.
        Assert.Equal(11, plan.Assertions.Count);
    }

    [Theory]
    [InlineData("NurOtan >= 7%", AssertionKind.ReachesShare, 1, -1)]
    [InlineData("AqJol >= 7%", AssertionKind.ReachesShare, 3, -1)]
    [InlineData("Auyl < 7%", AssertionKind.StaysBelowShare, 2, -1)]
    [InlineData("Adal < 7%", AssertionKind.StaysBelowShare, 4, -1)]
    [InlineData("NurOtan - AqJol remainder pair d=0.642857", AssertionKind.LargerRemainder, 1, 3)]
    [InlineData("NurOtan - QHP remainder pair d=0.663265", AssertionKind.LargerRemainder, 1, 0)]
    [InlineData("AqJol - NurOtan remainder pair d=-0.663265", AssertionKind.LargerRemainder, 3, 1)]
    [InlineData("QHP - AqJol remainder pair d=-0.030612", AssertionKind.LargerRemainder, 0, 3)]
    public void Assertion_Fact_IsReproduced(string name, AssertionKind kind, int list, int other)
    {
        var (input, expected) = Of("kazakhstan-2021-" + name);
        var seats = Seats();
        var assertion = seats.Assertions.Single(a =>
            a.Kind == kind && a.About[0] == list && (other < 0 || a.About[1] == other)
        );
        var assorter = assertion.Assorter!;
        foreach (var (i, fact) in FactNames.Index())
        {
            Near(input["assorter_values"]!.Number(fact), assorter.Values[i].ToDouble(), 1e-7);
        }

        Near(input["assorter_values"]!.Number("_invalid"), assorter.Values[^2].ToDouble(), 1e-7);
        Near(input.Number("upper"), assorter.Upper.ToDouble());
        Near(expected.Number("mean"), assorter.Mean(seats.Counts).ToDouble());
        Near(expected.Number("margin"), assorter.Margin(seats.Counts).ToDouble());

        var (fraction, values, shares) = PlannedAssertion.BestBet(assorter, seats.Counts);
        Assert.Equal(expected.Number("kelly_lambda"), fraction, 2e-5);
        var height = Math.Log(20);
        Assert.Equal(expected.Number("polling_n_kelly"), height / Kelly.Growth(values, shares, fraction), 0.06);
        var upper = assorter.Upper.ToDouble();
        var alpha = ((assorter.Mean(seats.Counts).ToDouble() / 0.5) - 1) / (upper - 0.5);
        Assert.Equal(expected.Number("polling_n_alpha_true_eta"), height / Kelly.Growth(values, shares, alpha), 0.06);

        var diluted = (assorter.Margin(seats.Counts) / assorter.Upper).ToDouble();
        Assert.Equal(
            expected.Number("comparison_n_no_error_maxbet"),
            Math.Ceiling(height / Math.Log(2 / (2 - diluted)))
        );
        Assert.Equal(
            expected.Number("comparison_n_no_error_gamma_1_03905"),
            Math.Ceiling(height / -Math.Log(1 - (diluted / (2 * SuperSimple.Gamma))))
        );
        var planned = PlannedAssertion.Of(assertion, seats.Counts, new AuditTerms(0.05));
        Near(expected.Number("batch_macro_U_upper_bound"), planned.MostOverstated.ToDouble());
        Assert.Equal((long)expected["batch_macro_draws_no_discrepancy"]!, planned.By(AuditMethod.BatchComparison)!.P90);
    }

    [Fact]
    public void Seats_Fact_IsReproduced()
    {
        var (input, expected) = Of("kazakhstan-2021-seats");
        var seats = Seats();
        var standing = seats.Standing;
        Near(expected.Number("quota"), standing.Quota!.Value.ToDouble());
        foreach (var (i, name) in FactNames.Index())
        {
            Assert.Equal((long)input["votes"]![name]!, seats.Counts.Classes[i]);
            Assert.Equal((int?)expected["seats"]![name] ?? 0, standing.Seats[i]);
            if (expected["remainders"]![name] is { } remainder)
            {
                Near(remainder.GetValue<double>(), standing.Quotients[i].Fraction().ToDouble());
            }
        }

        Assert.Equal((long)input["participants"]!, seats.Counts.Total);
        Assert.Equal((long)input["invalid_or_missing"]!, seats.Counts.Classes[^2]);
        var dossier = Dossiers.Read("kz-mazhilis-2021").Under("literal");
        var tally = dossier.TallyOf("lists", "nation");
        var transfers = TransferSearch.All(dossier.Edition, "lists", tally, []);
        string[] ids = ["PPK", "NurOtan", "Auyl", "AkZhol", "Adal"];
        foreach (var (pair, votes) in expected["min_vote_moves_changing_seats"]!.AsObject())
        {
            var (from, to) = (pair.Split('>')[0], pair.Split('>')[1]);
            var found = transfers.Single(t =>
                t.From == ids[Array.IndexOf(FactNames, from)] && t.To == ids[Array.IndexOf(FactNames, to)]
            );
            Assert.Equal((long)votes!, found.Votes);
        }

        Near(expected.Number("Auyl_votes_short_of_threshold"), (0.07 * 7539280) - 383023);
        Near(expected.Number("QHP_votes_above_threshold"), 659019 - (0.07 * 7539280));
        Near(expected["if_denominator_were_valid_votes"]!.Number("Auyl_short"), (0.07 * 7241562) - 383023);
        Near(expected["if_denominator_were_valid_votes"]!.Number("QHP_above"), 659019 - (0.07 * 7241562));
    }
}
