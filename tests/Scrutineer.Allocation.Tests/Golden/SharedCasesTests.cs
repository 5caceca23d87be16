namespace Scrutineer.Allocation.Tests.Golden;

public class SharedCasesTests
{
    private const string Absent = "the shared cases are absent";

    public static TheoryData<string> Lines() =>
        SharedFolder.Case("allocate.jsonl") is { } path ? [.. File.ReadLines(path).Where(l => l.Length > 0)] : [Absent];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Apportion_SharedCase_IsAsExpected(string line)
    {
        if (line == Absent)
        {
            Assert.Skip(Absent);
        }

        var expected = AllocateCase.Parse(line);
        var result = expected.Method.Apportion(expected.Votes, expected.HouseSize);
        if (expected.Seats is null)
        {
            Assert.False(result.Succeeded);
            return;
        }

        Assert.Equal(expected.Seats, result.Value.Seats);
        Assert.Equal(expected.TiedLists, result.Value.Tie?.Among.Select(i => expected.Lists[i]).ToArray());
        Assert.Equal(expected.TiedSeats, result.Value.Tie?.Seats ?? 0);
        Assert.Empty(Verifier.Verify(result.Value).Objections);
    }
}
