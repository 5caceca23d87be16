using Scrutineer.Allocation.Biproportional;
using Scrutineer.Allocation.OpenLists;
using Scrutineer.Allocation.Plurality;
using Scrutineer.Allocation.Tests.Golden;
using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Tests;

/// <summary>The examples of the package's README, run. A test of its own holds the two texts together.</summary>
public class ReadmeTests
{
    [Fact]
    public void Readme_Allocate_Runs()
    {
        // Mazhilis of Kazakhstan, January 2021: 98 seats by the Hare quota and largest remainders.
        long[] votes = [5148074, 792828, 659019];
        Apportionment mazhilis = LargestRemainder.Hare.Apportion(votes, seats: 98).Value;
        Assert.Equal([76, 12, 10], mazhilis.Seats);

        // What if it had been D'Hondt?
        Assert.Equal([77, 12, 9], DivisorMethod.DHondt.Apportion(votes, 98).Value.Seats);
    }

    [Fact]
    public void Readme_Threshold_Runs()
    {
        // 7 % of 7,539,280 voters who took part or of the 7,241,562 votes for lists: the base is said, the comparison exact.
        long[] lists = [5148074, 792828, 659019, 383023, 258618];
        var threshold = new Threshold(Rational.Parse("7 %"), inclusive: true, @base: 7241562);
        Assert.Equal([5148074, 792828, 659019, 0, 0], threshold.Apply(lists));
    }

    [Fact]
    public void Readme_TieAndLot_Runs()
    {
        Apportionment tied = DivisorMethod.DHondt.Apportion([200, 100, 100], 3).Value;
        Assert.Equal([1, 0, 0], tied.Seats);
        Assert.Equal(new Tie([0, 1, 2], Seats: 2), tied.Tie);

        Apportionment drawn = tied.Resolve(new Lot(Among: [0, 1, 2], Winners: [0, 2])).Value;
        Assert.Equal([2, 0, 1], drawn.Seats);

        // A lot for which there is no tie is refused.
        Assert.Equal(ProblemKind.LotRejected, drawn.Resolve(new Lot([0, 1], [1])).Problem?.Kind);
    }

    [Fact]
    public void Readme_Certificate_Runs()
    {
        Apportionment result = DivisorMethod.SainteLague.Apportion([600, 305, 100], 9).Value;
        var certificate = (DivisorCertificate)result.Certificate;

        // Divide by 110, round to the nearest: 5.45, 2.77, 0.91.
        Assert.Equal([5, 3, 1], result.Seats);
        Assert.Equal("600/11", certificate.Low.ToString());
        Assert.Equal("61", certificate.High.ToString());
        Assert.True(Verifier.Verify(result).IsConfirmed);

        // Somebody else's claim, checked without allocating anything.
        Verification verification = Verifier.Verify(result with { Seats = [6, 2, 1] });
        Assert.False(verification.IsConfirmed);
        Console.WriteLine(string.Join("\n", verification.Objections));
    }

    [Fact]
    public void Readme_NoAnswer_Runs()
    {
        AllocationResult refused = DivisorMethod.Adams.Apportion([100, 10, 1], 2);
        Assert.Equal(ProblemKind.FewerSeatsThanLists, refused.Problem?.Kind);
        Assert.Equal(
            "The method adams owes each of 3 lists with votes a seat, and there are 2.",
            refused.Problem?.Message
        );
    }

    [Fact]
    public void Readme_SequencesAndBounds_Runs()
    {
        // Sweden since 2018: 1.2, 3, 5, …
        DivisorMethod sweden = DivisorMethod.SainteLagueFrom(Rational.Parse("1.2"));
        Assert.Equal([3, 1], sweden.Apportion([70, 26], 4).Value.Seats);

        // A list with only four candidates.
        Apportionment capped = DivisorMethod.DHondt.Apportion([600, 300, 100], 10, SeatBounds.AtMost(4, 10, 10)).Value;
        Assert.Equal([4, 5, 1], capped.Seats);
    }

    [Fact]
    public void Readme_Kernel_Runs()
    {
        long[] ballot = [47000, 16000, 15800, 12000, 6100, 3100];
        Span<int> seats = stackalloc int[ballot.Length];
        Assert.True(DivisorMethod.DHondt.TryAllocate(ballot, 10, seats, out int contested));
        Assert.Equal([5, 2, 2, 1, 0, 0], seats.ToArray());
        Assert.Equal(0, contested);
    }

    [Fact]
    public void Readme_Biproportional_Runs()
    {
        // Three districts with 5, 11 and 4 seats; the lists have 7, 5 and 8 by all their votes.
        var table = new Table<long>(3, 3, [123, 45, 815, 912, 714, 414, 255, 215, 111]);
        BiproportionalApportionment both = BiproportionalMethod
            .SainteLague.Apportion(table, [5, 11, 4], [7, 5, 8])
            .Value;
        Assert.Equal([1, 0, 4, 4, 4, 3, 2, 1, 1], both.Seats.Cells);

        // The certificate: divide every cell by its district's and its list's divisor, and round.
        Rational cell = 815 / (both.Certificate.RowDivisors[0] * both.Certificate.ColumnDivisors[2])!.Value;
        Assert.Equal(4, cell.RoundHalfUp());
        Assert.True(Verifier.Verify(both).IsConfirmed);
    }

    [Fact]
    public void Readme_Transferable_Runs()
    {
        // A ward of three seats in Scotland: 20 ballots for 0, then 1; and so on.
        RankedBallots ballots = new RankedBallotsBuilder(candidates: 4)
            .Add([0, 1], 20)
            .Add([1], 5)
            .Add([2, 3], 9)
            .Add([3], 6)
            .Build();
        CountResult ward = TransferCount.Count(ballots, TransferRules.Scottish(seats: 3));
        Assert.Equal([0, 1, 2], ward.Elected);
        Assert.Equal(11, ward.Stages[0].Quota);

        // The surplus of 9 goes on at 9/20 a ballot, five decimals: 0.45000.
        Assert.Equal(new Rational(14), ward.Stages[1].Votes[1]);
        Assert.True(Verifier.Verify(ward).IsConfirmed);
    }

    [Fact]
    public void Readme_MostVotes_Runs()
    {
        PluralityResult three = PluralityRules.SingleNonTransferable(seats: 3).Elect([700, 400, 900, 400]);
        Assert.Equal([2, 0], three.Elected);
        Assert.Equal(new Tie([1, 3], Seats: 1), three.Tie);

        // Exactly half is no majority.
        RunoffResult first = RunoffRules.TopTwo.First([50, 30, 20]);
        Assert.Equal([0, 1], first.Standing);
        Assert.Equal([1], first.Second([48, 52]).Elected);
    }

    [Fact]
    public void Readme_OpenList_Runs()
    {
        // Five per cent of the list's 300 votes pass its order.
        OpenListResult list = new OpenListRules(Rational.Parse("5 %")).Fill([250, 14, 4, 2, 30], seats: 3, of: 300);
        Assert.Equal([0, 4], list.ByPreference);
        Assert.Equal([1], list.ByListOrder);
    }

    [Fact]
    public void Readme_Examples_AreTheseTests()
    {
        var readme = File.ReadAllLines(Path.Combine(SharedFolder.Root, "src", "Scrutineer.Allocation", "README.md"));
        var tests = Normalize(
            File.ReadAllLines(Path.Combine(SharedFolder.Root, "tests", "Scrutineer.Allocation.Tests", "ReadmeTests.cs"))
        );
        var examples = 0;
        for (var line = 0; line < readme.Length; line++)
        {
            if (readme[line] == "```csharp")
            {
                var end = Array.IndexOf(readme, "```", line);
                Assert.Contains(Normalize(readme[(line + 1)..end]), tests, StringComparison.Ordinal);
                examples++;
            }
        }

        Assert.Equal(11, examples);
    }

    /// <summary>The code without its layout, which the formatter decides differently at another depth.</summary>
    private static string Normalize(IEnumerable<string> lines) =>
        string.Concat(lines.SelectMany(l => l).Where(c => !char.IsWhiteSpace(c)));
}
