namespace Scrutineer.Allocation.Tests;

/// <summary>Every figure of a result, changed by itself, has to be noticed.</summary>
public class VerifierTests
{
    private static readonly Apportionment Divisor = DivisorMethod.SainteLague.Apportion([600, 305, 100], 9).Value;
    private static readonly Apportionment Tied = DivisorMethod.DHondt.Apportion([200, 100, 100], 3).Value;
    private static readonly Apportionment Remainder = LargestRemainder.Hare.Apportion([600, 305, 100], 9).Value;
    private static readonly Apportionment Ordered = QuotaMethod.BalinskiYoung.Apportion([600, 305, 90], 9).Value;

    [Fact]
    public void Verify_UnchangedResults_AreConfirmed()
    {
        foreach (var result in new[] { Divisor, Tied, Remainder, Ordered })
        {
            var verification = Verifier.Verify(result);
            Assert.True(verification.IsConfirmed);
            Assert.Equal(new Verification([]), verification);
        }
    }

    [Fact]
    public void Verify_AnySeatMoved_IsRefused()
    {
        foreach (var result in new[] { Divisor, Tied, Remainder, Ordered })
        {
            for (var from = 0; from < 3; from++)
            {
                for (var to = 0; to < 3; to++)
                {
                    if (from != to && result.Seats[from] > 0)
                    {
                        var seats = result.Seats.SetItem(from, result.Seats[from] - 1);
                        Refused(result with { Seats = seats.SetItem(to, seats[to] + 1) });
                    }
                }

                Refused(result with { Seats = result.Seats.SetItem(from, result.Seats[from] + 1) });
            }
        }
    }

    [Fact]
    public void Verify_AnotherHouse_IsRefused()
    {
        foreach (var result in new[] { Divisor, Tied, Remainder, Ordered })
        {
            Refused(result with { HouseSize = result.HouseSize + 1 });
            Refused(result with { HouseSize = result.HouseSize - 1 });
            Refused(result with { HouseSize = -1 });
        }
    }

    [Fact]
    public void Verify_OtherVotes_AreRefused()
    {
        Refused(Divisor with { Votes = [600, 305, 10] });
        Refused(Remainder with { Votes = [600, 306, 100] });
        Refused(Ordered with { Votes = [600, 10, 600] });
        Refused(Divisor with { Votes = [600, 305] }, "3 lists", "2 lists");
        Refused(Divisor with { Votes = [-600, 305, 100] }, "not negative");
        Refused(Divisor with { Votes = [long.MaxValue, 305, 100] }, "sum to more");
        Refused(Divisor with { Votes = [600, 305, 0] }, "no votes");
    }

    [Fact]
    public void Verify_HiddenTie_IsRefused()
    {
        // The library in the peer list resolves this one silently.
        var hidden = Tied with
        {
            Seats = [2, 1, 0],
            Tie = null,
        };
        Refused(hidden, "no tie is declared");
        var remainders = LargestRemainder.Hare.Apportion([100, 100], 1).Value;
        Refused(remainders with { Seats = [1, 0], Tie = null }, "no tie is declared");
        var ordered = QuotaMethod.BalinskiYoung.Apportion([100, 100], 1).Value;
        Refused(
            ordered with
            {
                Seats = [1, 0],
                Tie = null,
                Certificate = new AwardOrderCertificate([0]),
            },
            "no tie is declared"
        );
    }

    [Fact]
    public void Verify_InventedOrWrongTie_IsRefused()
    {
        Refused(Divisor with { Seats = [5, 2, 1], Tie = new Tie([0, 1], 1) }, "tie is declared");
        Refused(Tied with { Tie = new Tie([0, 1], 1) });
        Refused(Tied with { Tie = new Tie([0, 1, 2], 1) });
        Refused(Tied with { Tie = new Tie([0, 1, 3], 2) }, "different lists of the ballot");
        Refused(Tied with { Tie = new Tie([0, 1, 1], 2) }, "different lists of the ballot");
        Refused(Tied with { Tie = new Tie([0, 1, 2], 3) }, "fewer seats than lists");
        Refused(Tied with { Lot = new Lot([0, 1, 2], [0, 1]) }, "no longer a tie");
    }

    [Fact]
    public void Verify_LotThatDoesNotFit_IsRefused()
    {
        var drawn = Tied.Resolve(new Lot([0, 1, 2], [0, 2])).Value;
        Refused(drawn with { Lot = new Lot([0, 1, 2], [0, 1]) }, "does not fit");
        Refused(drawn with { Lot = new Lot([0, 2], [0]) }, "does not fit");
        Refused(drawn with { Lot = new Lot([0, 1, 2], [0, 0]) }, "some but not all");
        Refused(drawn with { Lot = new Lot([0, 1, 2], [0, 7]) }, "some but not all");
        Refused(drawn with { Lot = null }, "no tie is declared");
        Refused(Divisor with { Lot = new Lot([0, 1], [0]) }, "does not fit");
    }

    [Fact]
    public void Verify_ChangedDivisorCertificate_IsRefused()
    {
        var sound = Assert.IsType<DivisorCertificate>(Divisor.Certificate);
        Refused(Divisor with { Certificate = sound with { Low = sound.Low - 1 } }, "interval");
        Refused(Divisor with { Certificate = sound with { High = null } }, "interval");
        Refused(Divisor with { Certificate = sound with { Squared = true } }, "interval");
        Refused(Divisor with { Certificate = sound with { Divisor = null } }, "none is");
        Refused(Divisor with { Certificate = sound with { Divisor = sound.Low } }, "not inside");
        Refused(Divisor with { Certificate = sound with { Divisor = sound.High!.Value + 50 } }, "does not round");
        Refused(Divisor with { Certificate = sound with { Divisor = 10 } }, "does not round");
        Refused(Divisor with { Certificate = Remainder.Certificate }, "does not certify");
    }

    [Fact]
    public void Verify_ChangedQuotaCertificate_IsRefused()
    {
        var sound = Assert.IsType<QuotaCertificate>(Remainder.Certificate);
        Refused(Remainder with { Certificate = sound with { Quota = sound.Quota + 1 } }, "quota");
        Refused(Remainder with { Certificate = sound with { WholeParts = [5, 2] } }, "3 lists");
        Refused(
            Remainder with
            {
                Certificate = sound with { WholeParts = sound.WholeParts.SetItem(1, 9) },
            },
            "divided wrongly"
        );
        Refused(
            Remainder with
            {
                Certificate = sound with { Remainders = sound.Remainders.SetItem(0, 1) },
            },
            "divided wrongly"
        );
        Refused(Remainder with { Certificate = sound with { LeastWinning = 0 } }, "least winning");
        Refused(Remainder with { Certificate = sound with { GreatestLosing = null } }, "greatest losing");
    }

    [Fact]
    public void Verify_OverAwardAgainstTheRule_IsRefused()
    {
        long[] votes = [5148074, 792828, 659019];
        var grown = new LargestRemainder(Quota.Imperiali, OverAward.Ignore).Apportion(votes, 98).Value;
        Refused(grown with { Method = new LargestRemainder(Quota.Imperiali) }, "no way out");
        Refused(grown with { Method = new LargestRemainder(Quota.Imperiali, OverAward.Subtract) }, "add up to 99");
        Refused(grown with { Seats = [77, 12, 9] }, "keeps 78");
        Refused(grown with { Tie = new Tie([0, 1], 1) }, "nothing to draw");
    }

    [Fact]
    public void Verify_ChangedOrder_IsRefused()
    {
        var sound = Assert.IsType<AwardOrderCertificate>(Ordered.Certificate);
        Refused(Ordered with { Certificate = new AwardOrderCertificate(sound.Order[..^1]) }, "8 steps");
        Refused(Ordered with { Certificate = new AwardOrderCertificate(sound.Order.SetItem(0, 2)) }, "best claim");
        Refused(Ordered with { Certificate = new AwardOrderCertificate(sound.Order.SetItem(8, -1)) }, "declared tied");
        Refused(Ordered with { Bounds = SeatBounds.AtLeast(0, 0, 0) }, "no bounds");
    }

    [Fact]
    public void Verify_BoundsBroken_IsRefused()
    {
        Refused(Divisor with { Bounds = SeatBounds.AtMost(4, 9, 9) }, "outside its bounds");
        Refused(Divisor with { Bounds = SeatBounds.AtMost(4, 9) }, "another number");
        Refused(Divisor with { Bounds = SeatBounds.AtLeast(0, 0, 2) }, "outside its bounds");
    }

    [Fact]
    public void Verify_ListLeftWithoutTheSeatItIsOwed_IsRefused()
    {
        var adams = DivisorMethod.Adams.Apportion([90, 5, 5], 4).Value;
        Refused(adams with { Seats = [3, 1, 0] }, "owed a seat");
    }

    private static void Refused(Apportionment result, params string[] anyOf)
    {
        var verification = Verifier.Verify(result);
        Assert.False(verification.IsConfirmed);
        Assert.True(
            anyOf.Length == 0
                || verification.Objections.Any(o => anyOf.Any(s => o.Contains(s, StringComparison.Ordinal))),
            string.Join(" | ", verification.Objections)
        );
    }
}
