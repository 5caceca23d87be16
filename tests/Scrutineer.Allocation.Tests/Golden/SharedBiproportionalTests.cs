using System.Collections.Immutable;
using System.Text.Json;
using Scrutineer.Allocation.Biproportional;

namespace Scrutineer.Allocation.Tests.Golden;

public class SharedBiproportionalTests
{
    private const string Absent = "the shared cases are absent";

    public static TheoryData<string> Cases() => Read("biproportional.json");

    public static TheoryData<string> OtherCases() => Read("votelib-biproportional.json");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Apportion_SharedCase_IsAsExpected(string id)
    {
        var root = Load("biproportional.json", id);
        var input = root.GetProperty("input");
        var expected = root.GetProperty("expected");
        var districts = input.GetProperty("votes_by_district").EnumerateObject().ToList();
        var lists = districts[0].Value.EnumerateObject().Select(l => l.Name).ToList();
        // Voter numbers come with decimals; a factor common to all changes nothing.
        var figures = new Table<Rational>(
            districts.Count,
            lists.Count,
            [.. districts.SelectMany(d => lists.Select(l => Rational.Parse(d.Value.GetProperty(l).GetRawText())))]
        );
        var scale = figures.Cells.Select(f => f.Denominator).Max();
        var votes = figures.Map((_, _, f) => (long)(f * scale).Numerator);
        var rounding =
            input.GetProperty("method").GetString() == "harmonic" ? DivisorMethod.Dean : DivisorMethod.SainteLague;
        var election = new BiproportionalElection
        {
            Upper = rounding,
            Lower = new BiproportionalMethod(rounding),
            VoterNumbers = input.GetProperty("weight_votes").GetBoolean() ? VoterNumbers.Exact : VoterNumbers.Votes,
            WinnerTakesOne = input.GetProperty("method").GetString() == "wto",
            Quorum = QuorumOf(input),
        };
        var result = election.Apportion(
            votes,
            RowSeats(input.GetProperty("district_seats"), districts, votes, rounding)
        );
        if (expected.TryGetProperty("error", out _))
        {
            Assert.Equal(BiproportionalProblemKind.NoSolution, result.Lower.Problem?.Kind);
            Assert.Equal((2, 1), (result.Lower.Problem!.Needed, result.Lower.Problem.Available));
            Assert.Equal(
                "Not enough seats: column 1 needs 2 in row 1, where 1 can be had.",
                result.Lower.Problem.Message
            );
            return;
        }

        var lower = result.Lower.Value;
        Assert.Empty(Verifier.Verify(lower).Objections);
        Assert.Empty(Verifier.Verify(result.Upper.Value).Objections);
        var seats = expected.GetProperty("seats_by_district");
        Assert.Equal(
            districts.SelectMany(d => lists.Select(l => seats.GetProperty(d.Name).GetProperty(l).GetInt32())),
            lower.Seats.Cells
        );
        Assert.Equal(
            lists.Select(l => expected.GetProperty("party_totals").GetProperty(l).GetInt32()),
            lower.ColumnSeats
        );
        Assert.Null(lower.Tie);

        // The divisors that were published confirm the same seats, where they are precise enough to.
        var rows = expected.GetProperty("district_divisors");
        var columns = expected.GetProperty("party_divisors");
        var published = lower with
        {
            Certificate = new BiproportionalCertificate(
                [.. districts.Select(d => (Rational?)(Rational.Parse(rows.GetProperty(d.Name).GetRawText()) * scale))],
                [.. lists.Select(l => (Rational?)Rational.Parse(columns.GetProperty(l).GetRawText()))],
                Squared: false
            ),
        };
        Assert.Empty(Verifier.Verify(published).Objections);
    }

    [Theory]
    [MemberData(nameof(OtherCases))]
    public void Apportion_OtherSharedCase_IsAsExpected(string id)
    {
        var root = Load("votelib-biproportional.json", id);
        var input = root.GetProperty("input");
        var rows = input.TryGetProperty("votes_by_district", out var byDistrict)
            ? byDistrict.EnumerateObject().ToList()
            : [.. input.GetProperty("votes_by_row").EnumerateObject()];
        var lists = rows.SelectMany(r => r.Value.EnumerateObject().Select(l => l.Name)).Distinct().ToList();
        var votes = new Table<long>(
            rows.Count,
            lists.Count,
            [.. rows.SelectMany(r => lists.Select(l => r.Value.TryGetProperty(l, out var v) ? v.GetInt64() : 0))]
        );
        var rounding = id.EndsWith("dhondt", StringComparison.Ordinal)
            ? DivisorMethod.DHondt
            : DivisorMethod.SainteLague;
        var rowSeats = input.TryGetProperty("district_seats", out var given)
            ? [.. rows.Select(r => given.GetProperty(r.Name).GetInt32())]
            : rounding.Apportion([.. Sums(votes, byRow: true)], input.GetProperty("seats").GetInt32()).Value.Seats;
        var columnSeats = rounding.Apportion([.. Sums(votes, byRow: false)], rowSeats.Sum()).Value.Seats;
        var lower = new BiproportionalMethod(rounding).Apportion(votes, rowSeats, columnSeats).Value;
        Assert.Empty(Verifier.Verify(lower).Objections);
        var seats = root.GetProperty("expected").GetProperty("seats");
        var expected = rows.SelectMany(r =>
                lists.Select(l => seats.GetProperty(r.Name).TryGetProperty(l, out var s) ? s.GetInt32() : 0)
            )
            .ToList();
        if (lower.Tie is not { } tie)
        {
            Assert.Equal(expected, lower.Seats.Cells);
            return;
        }

        // The other library picks by name; its choice is one of ours.
        Assert.Equal("votelib-biprop-pukelsheim-tied", id);
        var drawn = tie.Cells.Where(c => expected[(c.Row * lists.Count) + c.Column] > lower.Seats[c.Row, c.Column]);
        var resolved = lower.Resolve(new BiproportionalLot(tie.Cells, [.. drawn])).Value;
        Assert.Empty(Verifier.Verify(resolved).Objections);
        Assert.Equal(expected, resolved.Seats.Cells);
    }

    private static ImmutableArray<int> RowSeats(
        JsonElement seats,
        List<JsonProperty> districts,
        Table<long> votes,
        DivisorMethod method
    ) =>
        seats.ValueKind == JsonValueKind.Number
            ? method.Apportion([.. Sums(votes, byRow: true)], seats.GetInt32()).Value.Seats
            : [.. districts.Select(d => seats.GetProperty(d.Name).GetInt32())];

    private static IEnumerable<long> Sums(Table<long> votes, bool byRow) =>
        byRow
            ? Enumerable.Range(0, votes.Rows).Select(r => votes.Row(r).Sum())
            : Enumerable.Range(0, votes.Columns).Select(c => votes.Column(c).Sum());

    private static Quorum? QuorumOf(JsonElement input) =>
        input.TryGetProperty("quorum", out var quorum)
            ? quorum.GetString() switch
            {
                "total>=0.5" => Quorum.InTotal(new Rational(1, 2)),
                "total>=0.03" => Quorum.InTotal(new Rational(3, 100)),
                "any district>=0.05" => Quorum.InAnyRow(new Rational(5, 100)),
                "any(district>=0.05, total>=0.03)" => Quorum.AnyOf(
                    Quorum.InAnyRow(new Rational(5, 100)),
                    Quorum.InTotal(new Rational(3, 100))
                ),
                var other => throw new ArgumentOutOfRangeException(nameof(input), other, "unknown quorum"),
            }
            : null;

    private static TheoryData<string> Read(string file) =>
        SharedFolder.Case(file) is { } path ? [.. Parse(path).Select(c => c.GetProperty("id").GetString()!)] : [Absent];

    private static JsonElement Load(string file, string id)
    {
        if (id == Absent)
        {
            Assert.Skip(Absent);
        }

        return Parse(SharedFolder.Case(file)!).Single(c => c.GetProperty("id").GetString() == id);
    }

    private static List<JsonElement> Parse(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.EnumerateArray().Select(e => e.Clone())];
    }
}
