using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Scrutiny.Audits.Assertions;
using Scrutineer.Scrutiny.Materiality;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law;

namespace Scrutineer.Tests.Scrutiny.Materiality;

/// <summary>How many ballots it takes to change a seat, by hand and beside the law itself.</summary>
public class SeatMaterialityTests
{
    /// <summary>60 to 40 under D'Hondt for ten seats: 6 and 4. A's sixth quotient is 10, B's fifth is 8; B's fourth 10, A's seventh 60/7.</summary>
    [Fact]
    public void Of_TwoLists_LeastBallotsByHand()
    {
        var materiality = Of(LawText.Of("- divisor: { series: dhondt, cited }"), LawText.Votes(60, 40));
        var fromA = materiality.Least.Single(l => l.Assertion.About[0] == 0);
        // (60 − k)/6 ≤ (40 + k)/5 from k = 60/11: 6 ballots. Removed: (60 − k)/6 ≤ 8: 12. Added: (40 + k)/5 ≥ 10: 10.
        Assert.Equal((6L, 12L, 10L), (fromA.Changed, fromA.Removed, fromA.Added));
        var fromB = materiality.Least.Single(l => l.Assertion.About[0] == 1);
        // (40 − k)/4 ≤ (60 + k)/7 from k = 40/11: 4. Removed: (40 − k)/4 ≤ 60/7: 6. Added: (60 + k)/7 ≥ 10: 10.
        Assert.Equal((4L, 6L, 10L), (fromB.Changed, fromB.Removed, fromB.Added));
        Assert.Equal(4, materiality.Closest!.Least);
        Assert.Empty(materiality.Breakable(3));
        Assert.Contains("cannot change a seat", MaterialityWords.Of(materiality, 3), StringComparison.Ordinal);
        Assert.Contains("could break 1 of 2", MaterialityWords.Of(materiality, 5), StringComparison.Ordinal);
    }

    /// <summary>The smallest transfer of the election of 2021, found elsewhere by evaluating the law.</summary>
    [Fact]
    public void Of_Kazakhstan2021_IsTheSmallestTransfer()
    {
        var dossier = Dossiers.Read("kz-mazhilis-2021");
        var materiality = Of(dossier.Edition, dossier.TallyOf("lists", "nation"));
        Assert.Equal(11127, materiality.Closest!.Least);
        Assert.Equal("No seat moves from Ak Zhol to Nur Otan", materiality.Closest.Assertion.Name);
    }

    [Fact]
    public void Of_ClassSmallerThanNeeded_TakesFromTheNext()
    {
        // Weights 3, 1 and −1: of 5 ballots each the sum is 15; five of the first cost 4 each when changed, none is left over.
        var counts = new BallotCounts([5, 5, 5, 0, 0, 0]);
        var assertion = Assertion.Of("", AssertionKind.MoreVotes, "", "", [3, 1, -1, 0, 0, 0], 0);
        Assert.Equal(new LeastBallots(assertion, 4, 5, 15), LeastBallots.Of(assertion, counts));
        var few = new BallotCounts([1, 20, 0, 0, 0, 0]);
        // Sum 23: one ballot at 4, then ten at 2 (4 + 20 ≥ 23).
        Assert.Equal(11, LeastBallots.Of(assertion, few).Changed);
        Assert.Equal(21, LeastBallots.Of(assertion, few).Removed);
    }

    [Fact]
    public void Of_FalseAssertion_Throws() =>
        Assert.Throws<ArgumentException>(() =>
            LeastBallots.Of(
                Assertion.Of("", AssertionKind.MoreVotes, "", "", [1, -1, 0, 0, 0], 0, 1),
                new BallotCounts([1, 2, 0, 0, 0])
            )
        );

    [Fact]
    public void Without_AStation_GivesTheSeatsOfTheRest()
    {
        var edition = LawText.Of("- divisor: { series: dhondt, cited }");
        var whole = LawText.Votes(60, 40);
        // Without 30 : 0 it is 30 : 40, which is 4 and 6.
        var after = SeatMateriality.Without(edition, "lists", whole, [new BallotCounts([30, 0, 0, 0, 0])], []);
        Assert.Equal(Outcome.Allocated, after.Ended);
        Assert.Equal([4, 6], after.Seats);
        Assert.Contains(
            "A 4 instead of 6 and B 6 instead of 4",
            MaterialityWords.Without(Of(edition, whole), 1, 30, after),
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() =>
            SeatMateriality.Without(edition, "lists", whole, [new BallotCounts([0, 41, 0, 0, 0])], [])
        );
    }

    private static SeatMateriality Of(Edition edition, Tally tally) =>
        SeatMateriality.Of(SeatAssertions.Of(edition, "lists", tally, [], out _)!);
}
