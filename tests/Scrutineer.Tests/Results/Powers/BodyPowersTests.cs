using Scrutineer.Allocation;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Registry;
using Scrutineer.Results;
using Scrutineer.Results.Powers;

namespace Scrutineer.Tests.Results.Powers;

public sealed class BodyPowersTests
{
    private static BodyPowers Powers(string id)
    {
        var problems = new Problems();
        var dossier = ElectionDossier.Read(Checkout.Path($"elections/{id}"), null, problems);
        var powers = BodyPowers.Of(ElectionResult.SeatsOf(dossier!, problems));
        Assert.Empty(problems.InOrder());
        return powers;
    }

    /// <summary>84-7-7-9 against 76-12-10-9: the largest party passes a law and a constitutional law alone in both.</summary>
    [Fact]
    public void Of_Mazhilis2016To2021_OnePartyDecidesAloneInBoth()
    {
        var powers = Powers("kz-mazhilis-2021");
        Assert.Equal([84, 9, 7, 7], powers.Before!.Blocs.Select(b => b.Seats));
        Assert.Equal([76, 12, 10, 9], powers.Now.Blocs.Select(b => b.Seats));
        foreach (var house in new[] { powers.Before, powers.Now })
        {
            Assert.Equal(
                [("simple", 54), ("two-thirds", 72), ("constitution", 81)],
                house.Majorities.Select(m => (m.Name, m.Needed))
            );
            foreach (var majority in house.Majorities.Take(2))
            {
                Assert.True(majority.Blocs[0] is { DecidesAlone: true, Veto: true });
                Assert.Equal(Rational.One, majority.Blocs[0].Banzhaf);
                Assert.All(majority.Blocs.Skip(1), b => Assert.True(b.IsDummy));
                Assert.Equal(["NurOtan"], Assert.Single(majority.Minimal).Select(b => b.Id));
            }
        }

        Assert.Equal(8, powers.SeatShift);
    }

    /// <summary>81 of 107 change the Constitution: 84 seats were enough alone, 76 need any five more.</summary>
    [Fact]
    public void Of_Mazhilis2016To2021_TheConstitutionNeedsAPartnerNow()
    {
        var powers = Powers("kz-mazhilis-2021");
        var (before, now) = (powers.Before!.Majorities[^1], powers.Now.Majorities[^1]);
        Assert.Contains("the President", now.Law.Consent, StringComparison.Ordinal);
        Assert.True(before.Blocs[0].DecidesAlone);
        Assert.True(now.Blocs[0] is { DecidesAlone: false, Veto: true });
        Assert.Equal(new Rational(7, 10), now.Blocs[0].Banzhaf);
        Assert.Equal(new Rational(3, 4), now.Blocs[0].ShapleyShubik);
        Assert.Equal(3, now.MinimalCount);
    }

    /// <summary>
    /// By hand from the final results: what lists gained is 3.77 + 1.96 + 3.28 + 3.29 points and what they lost 11.11 + 1.18,
    /// OSDP having stood only in 2016; the People's Party is the Communist People's Party, Adal is Birlik.
    /// </summary>
    [Fact]
    public void Of_Mazhilis2016To2021_VolatilityAsWorkedByHand()
    {
        var shift = Assert.Single(Powers("kz-mazhilis-2021").Votes);
        Assert.Equal("12.29", (shift.Volatility * 100).ToDecimal(2));
        Assert.Equal((7_522_868, 7_241_562), (shift.VotesBefore, shift.VotesNow));
        var gained = shift.Lists.Where(l => l.Now > l.Before).Aggregate(Rational.Zero, (s, l) => s + l.Now - l.Before);
        Assert.Equal(shift.Volatility, gained);
        Assert.Equal(6, shift.Lists.Count);
        var gone = Assert.Single(shift.Lists, l => l.Now.Sign == 0);
        Assert.Equal(new Rational(88_813, 7_522_868), gone.Before);
    }

    /// <summary>In 2023 two thirds need the largest party and one other; the house has shrunk, so no seats are compared.</summary>
    [Fact]
    public void Of_Mazhilis2023_TwoThirdsNeedAnother()
    {
        var powers = Powers("kz-mazhilis-2023");
        Assert.Null(powers.SeatShift);
        Assert.Contains(powers.Gone, b => b.Id == "assembly");
        var two = powers.Now.Majorities.Single(m => m.Name == "two-thirds");
        Assert.Equal((66, 98, 6), (two.Needed, two.Of, two.MinimalCount));
        Assert.Equal(new Rational(63, 69), two.Blocs[0].Banzhaf);
        Assert.Equal(new Rational(63, 64), two.Blocs[0].Penrose);
        Assert.Equal(Rational.One, two.Blocs.Aggregate(Rational.Zero, (s, b) => s + b.Banzhaf!.Value));
    }

    /// <summary>As the sources have it, on polling day: by the decree of October 2019 most appointments are by consultation.</summary>
    [Fact]
    public void Offices_OnPollingDay_AreThoseInForce()
    {
        var offices = Powers("kz-mazhilis-2021").Offices;
        var minister = offices.Single(o => o.Id == "prime-minister");
        Assert.Equal(("President", "Mazhilis", true), (minister.By, minister.ConfirmedBy, minister.ConfirmedHere));
        var prosecutor = Assert.Single(offices, o => o.Id == "prosecutor-general");
        Assert.Equal(
            ("Senate", "Chairman of the Security Council", false, Answer.Yes),
            (prosecutor.ConfirmedBy, prosecutor.Consulting, prosecutor.ConfirmedHere, prosecutor.Held)
        );
    }

    [Fact]
    public void Of_NoElectionBeforeAndNoRegistry_SaysNothingOfThem()
    {
        var powers = Powers("at-nationalrat-2024");
        Assert.Null(powers.Before);
        Assert.Null(powers.SeatShift);
        Assert.Empty(powers.Votes);
        Assert.Empty(powers.Offices);
        Assert.Equal(0, powers.Now.Unknown);
    }
}
