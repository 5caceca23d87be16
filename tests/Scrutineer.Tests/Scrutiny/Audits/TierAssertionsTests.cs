using FsCheck.Fluent;
using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Tests.Law;

namespace Scrutineer.Tests.Scrutiny.Audits;

/// <summary>
/// Seats filled at several levels, and seats given beside the distribution: on random votes, whenever every assertion of one
/// result is true of another, the law gives the same seats, in the whole and in each place.
/// </summary>
public class TierAssertionsTests
{
    private static readonly int Elections = Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1" ? 2_000 : 600;

    private const string Threshold = "- admit: { share: at least 7 %, of: valid-votes, cited }";
    private const string Fixed = "- id: fixed\n            divisor: { at: district, series: sainte-lague 1.4, cited }";

    public static TheoryData<string, string> Laws =>
        new()
        {
            { "constituencies", Threshold + "|- divisor: { at: district, series: dhondt, cited }" },
            {
                "hurdles",
                "- admit: { any: [{ share: at least 12 %, of: valid-votes }, { share: at least 30 %, of: valid-votes, where: there }], cited }|- divisor: { at: district, series: dhondt, cited }"
            },
            {
                "levelled",
                $"{Fixed}|{Threshold}|- level: {{ series: sainte-lague, counting: [fixed], excess: drops-out, cited }}|- place: {{ to: district, by: within-list, series: sainte-lague, cited }}"
            },
            {
                "goes on",
                $"{Fixed}|{Threshold}|- level: {{ series: dhondt, counting: [fixed], excess: continues, cited }}|- place: {{ to: district, by: within-list, series: dhondt, cited }}"
            },
            {
                "grows",
                $"{Fixed}|{Threshold}|- level: {{ series: sainte-lague, counting: [fixed], excess: house-grows, cited }}|- place: {{ to: district, by: within-list, series: sainte-lague, cited }}"
            },
            {
                "given back",
                $"{Fixed}|{Threshold}|- level: {{ series: sainte-lague 1.2, counting: [fixed], excess: given-back, cited }}|- place: {{ to: district, by: within-list, series: sainte-lague, cited }}"
            },
            {
                "over average",
                $"{Fixed}|{Threshold}|- level: {{ series: sainte-lague 1.4, counting: [fixed], excess: drops-out, cited }}|- place: {{ to: district, by: quotient-over-average, series: sainte-lague, each-place: 1, cited }}"
            },
            {
                "largest quotient",
                $"{Fixed}|{Threshold}|- level: {{ series: dhondt, counting: [fixed], excess: drops-out, cited }}|- place: {{ to: district, by: largest-quotient, series: dhondt, cited }}"
            },
            {
                "quotas in places",
                "- id: below\n            divide: { in: district, quota: hare-rounded-up, of: votes-for-lists, cited }|- level: { series: dhondt, counting: [below], excess: drops-out, cited }"
            },
            {
                "by quota",
                $"{Fixed}|{Threshold}|- level: {{ quota: hare, counting: [fixed], excess: drops-out, cited }}|- place: {{ to: district, by: within-list, series: danish, cited }}"
            },
        };

    [Theory]
    [MemberData(nameof(Laws))]
    public void Of_SeveralLevels_AssertionsImplyTheSeats(string name, string rules)
    {
        var edition = LawText.In("district", rules.Split('|'));
        var places = name is "constituencies" or "hurdles" ? 10 : 7;
        Implies(edition, v => InDistricts(v, places), 12, 30, name);
    }

    public static TheoryData<string> Gifts =>
        [
            "- bonus: { seats: 3, cited }|- divide: { quota: hare, of: votes-of-admitted, cited }|- remainders: { by: largest-remainder, cited }",
            "- bonus: { seats: 1, share: at least 25 %, of: valid-votes, one-more-per: 5 %, at-most: 4, cited }|- divisor: { series: dhondt, cited }",
            "- id: second\n            when: { admitted: exactly 1 }\n            admit: { next-by-votes: 1, cited }|- divide: { quota: hare, of: votes-of-admitted, cited }|- when: { second: admitted }\n            guarantee: { to: second, seats: at least 2, cited }|- remainders: { by: largest-remainder, cited }",
            "- divisor: { series: dhondt, cited }|- guarantee: { with: more than 1/2, of: votes-of-admitted, seats: more than 1/2, from: additional-seats, cited }",
        ];

    [Theory]
    [MemberData(nameof(Gifts))]
    public void Of_SeatsBesideTheDistribution_AssertionsImplyTheSeats(string rules) =>
        Implies(LawText.Of([Threshold, .. rules.Split('|')]), v => Tally(v), 4, 60, rules);

    private static void Implies(Edition edition, Func<int[], Tally> tally, int figures, int most, string name)
    {
        var found = Implication.Of(
            edition,
            Gen.Choose(1, 40).Select(v => v * v).ArrayOf(figures),
            Gen.Choose(-most, most).ArrayOf(figures),
            [1, 4],
            (votes, _) => tally(votes),
            Elections
        );
        Assert.True(
            found.Implied > 30 && found.Wrong.Count > 30,
            $"{name}: {found.Implied} implied, {found.Wrong.Count} wrong"
        );
    }

    /// <summary>Ballots that nobody's recount changes in number: what is not for a list is invalid.</summary>
    private static Tally Tally(IReadOnlyList<int> votes, int ballots = 8000) =>
        new()
        {
            Contenders = [.. votes.Select((v, i) => new Contender(((char)('A' + i)).ToString(), new Count(v)))],
            Invalid = new Count(ballots - votes.Sum()),
        };

    /// <summary>Four lists in three districts, and of the ten seats so many in the districts.</summary>
    private static Tally InDistricts(int[] votes, int seats) =>
        Tally([.. Enumerable.Range(0, 4).Select(i => votes[i] + votes[i + 4] + votes[i + 8])], 24_000) with
        {
            Parts =
            [
                .. Enumerable
                    .Range(0, 3)
                    .Select(d =>
                        Tally([.. votes.Skip(4 * d).Take(4)]) with
                        {
                            Unit = $"D{d}",
                            Level = "district",
                            Seats = new Count(d == 0 ? seats - (2 * (seats / 3)) : seats / 3),
                            LevellingSeats = new Count(1),
                        }
                    ),
            ],
        };
}
