using System.Text.Json;

namespace Scrutineer.Allocation.Tests.Golden;

/// <summary>One line of a case file: an election, and its seats, tie or error.</summary>
internal sealed record AllocateCase(
    string Id,
    AllocationMethod Method,
    int HouseSize,
    string[] Lists,
    long[] Votes,
    int[]? Seats,
    string[]? TiedLists,
    int TiedSeats
)
{
    public static AllocateCase Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var votes = root.GetProperty("votes").EnumerateObject().ToList();
        var expect = root.GetProperty("expect");
        var isError = expect.TryGetProperty("error", out _);
        var hasTie = expect.TryGetProperty("tie", out var tie);
        return new AllocateCase(
            root.GetProperty("id").GetString()!,
            MethodOf(root),
            root.GetProperty("seats").GetInt32(),
            [.. votes.Select(v => v.Name)],
            [.. votes.Select(v => v.Value.GetInt64())],
            isError ? null : [.. votes.Select(v => expect.GetProperty("seats").GetProperty(v.Name).GetInt32())],
            hasTie ? [.. tie.GetProperty("among").EnumerateArray().Select(l => l.GetString()!)] : null,
            hasTie ? tie.GetProperty("seats").GetInt32() : 0
        );
    }

    private static AllocationMethod MethodOf(JsonElement root)
    {
        var name = root.GetProperty("method").GetString()!;
        return name switch
        {
            "largest-remainder" => new LargestRemainder(Quota.Named(root.GetProperty("quota").GetString()!)!),
            "balinski-young" => QuotaMethod.BalinskiYoung,
            _ => DivisorMethod.Named(name)!,
        };
    }
}
