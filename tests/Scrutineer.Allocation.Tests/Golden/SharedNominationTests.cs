using System.Collections.Immutable;
using System.Text.Json;
using Scrutineer.Allocation.OpenLists;

namespace Scrutineer.Allocation.Tests.Golden;

/// <summary>
/// Dutch councils (Kieswet, arts P 15 and P 17–P 19): more votes than a quarter, in small councils half, of the quota
/// pass the order of the list; who died is passed over.
/// </summary>
public class SharedNominationTests
{
    private const string Nominations = "abacus-nomination.json";

    public static TheoryData<string> Cases() => SharedFile.Ids(Nominations);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fill_DutchCouncil_NominatesAsExpected(string id)
    {
        var council = SharedFile.Whole(Nominations, id);
        var rules = new OpenListRules(
            new Rational(council.GetProperty("preference_threshold_pct").GetInt32(), 100),
            Inclusive: false
        );
        var quota = Rational.Parse(council.GetProperty("quota").GetString()!);
        var lots = new Queue<int>(
            council.TryGetProperty("lots_drawn", out var drawn) ? Places(drawn) : Enumerable.Empty<int>()
        );
        var options = new Queue<ImmutableArray<int>>(
            council.TryGetProperty("lot_options", out var each) && each[0].ValueKind == JsonValueKind.Array
                ? each.EnumerateArray().Select(Places)
                : []
        );
        foreach (var list in council.GetProperty("lists").EnumerateArray())
        {
            var votes = list.GetProperty("candidate_votes").EnumerateArray().Select(v => v[1].GetInt64()).ToArray();
            ImmutableArray<int> died =
                council.TryGetProperty("deceased_candidates", out var deceased)
                && deceased.TryGetProperty(list.GetProperty("list").GetString()!, out var those)
                    ? Places(those)
                    : [];
            var result = rules.Fill(votes, list.GetProperty("list_seats").GetInt32(), quota, died);
            Assert.Empty(Verifier.Verify(result).Objections);
            if (list.TryGetProperty("expected_error", out var error))
            {
                Assert.Equal("lots_required", error.GetString());
                Assert.Equal(Places(list.GetProperty("lot_options")), result.Tie!.Among);
                Assert.Equal(list.GetProperty("lot_seat_numbers").GetArrayLength(), result.Tie.Seats);
                continue;
            }

            if (result.Tie is { } tie)
            {
                // One draw a seat, in the files; one lot with its winners in the order drawn, here.
                var winners = ImmutableArray.CreateBuilder<int>();
                while (winners.Count < tie.Seats)
                {
                    if (options.TryDequeue(out var among))
                    {
                        Assert.Equal(tie.Among.Except(winners), among);
                    }

                    winners.Add(lots.Dequeue());
                }

                result = result.Resolve(new Lot(tie.Among, winners.ToImmutable()))!;
                Assert.Empty(Verifier.Verify(result).Objections);
            }

            Assert.Equal(Places(list.GetProperty("expected_preferential")), result.ByPreference);
            Assert.Equal(Places(list.GetProperty("expected_other")), result.ByListOrder);

            // From 19 seats on, a list without seats is not ranked again: the law does not ask for its ranking.
            var isRanked = council.GetProperty("seats").GetInt32() < 19 || result.Seats > 0;
            Assert.Equal(
                Places(list.GetProperty("expected_new_ranking")),
                isRanked && result.IsRankingChanged ? result.Ranking : []
            );
        }

        Assert.Empty(lots);
        Assert.Empty(options);
    }

    private static ImmutableArray<int> Places(JsonElement numbers) =>
        [.. numbers.EnumerateArray().Select(n => n.GetInt32() - 1)];
}
