using Scrutineer.Numerics;

namespace Scrutineer.Tests.Numerics;

public sealed class PublicDrawTests
{
    // printf '2021-01-12 4 1 5,PS-0001,1' | sha256sum
    [Fact]
    public void Ticket_OfASeedAndAUnit_IsWhatSha256sumPrints() =>
        Assert.Equal(
            "a34c303f2ddb232360b523d4afd4e45325a5e5dd5ae47693639e714b20a77d29",
            PublicDraw.Ticket("2021-01-12 4 1 5", "PS-0001")
        );

    // The tickets of a, b, c under the seed "s" begin d4a4, f9d6, 280c.
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "c")]
    [InlineData(2, "c a")]
    [InlineData(3, "c a b")]
    public void Of_ThreeUnits_AreDrawnByTheirTickets(int count, string drawn) =>
        Assert.Equal(drawn, string.Join(' ', PublicDraw.Of("s", ["a", "b", "c"], count)));

    [Fact]
    public void Of_AnotherUnitAdded_LeavesTheOrderOfTheOthers()
    {
        string[] units = [.. Enumerable.Range(1, 200).Select(i => $"unit {i}")];
        var before = PublicDraw.Of("seed", units, 200);
        var after = PublicDraw.Of("seed", [.. units, "late"], 201);
        Assert.Equal(before, after.Where(unit => unit != "late"));
    }

    [Fact]
    public void Of_MoreThanThereAre_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PublicDraw.Of("s", ["a"], 2));
}
