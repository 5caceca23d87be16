using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Outcome = Scrutineer.Law.Evaluation.Outcome;

namespace Scrutineer.Tests.Law;

/// <summary>
/// What must hold of every evaluation, whoever votes how: over random votes, under the editions of the Mazhilis that
/// distribute seats among lists, and under each of their readings.
/// </summary>
public class EvaluationProperties
{
    /// <summary>A random election: an edition, a reading of it or none, and votes.</summary>
    public sealed record Case(string Edition, string? Reading, long[] Votes, long AgainstAll)
    {
        public override string ToString() =>
            $"edition {Edition}, reading {Reading ?? "as written"}, votes [{string.Join(", ", Votes)}], against all {AgainstAll}";
    }

    /// <summary>Small numbers make ties, equal ones whole quotas, large ones real elections; nought is a list without votes.</summary>
    private static readonly Gen<long> Vote = Gen.Frequency(
        (4, Gen.Choose(0, 12).Select(v => (long)v)),
        (5, Gen.Choose(1, 2_000).Select(v => (long)v)),
        (5, Gen.Choose(1, 6_000_000).Select(v => (long)v)),
        (1, Gen.Choose(1, 1_000).Select(v => v * 1_000_000_000L)),
        (1, Gen.Constant(0L))
    );

    private static readonly (string Edition, string? Reading)[] Laws =
    [
        .. from edition in LawText.Mazhilis.Editions
        where edition.Text.Contests.ContainsKey("lists")
        from reading in edition.ReadingsOf("lists").Prepend(null)
        select (edition.Name, reading),
    ];

    private static readonly Arbitrary<Case> Any = (
        from law in Gen.Elements(Laws)
        from lists in Gen.Choose(1, 9)
        from votes in Gen.ArrayOf(Vote, lists)
        from against in Gen.Choose(0, 500)
        select new Case(law.Edition, law.Reading, votes, against)
    ).ToArbitrary();

    private static void ForAll(Action<Case> property) =>
        Prop.ForAll(Any, property)
            .Check(
                Config
                    .QuickThrowOnFailure.WithMaxTest(
                        Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1" ? 20_000 : 600
                    )
                    .WithReplay(20210110, 97)
            );

    private static Edition EditionOf(Case @case) =>
        LawText.Mazhilis.Named(@case.Edition)!.Under(@case.Reading is { } reading ? [reading] : []);

    private static Tally TallyOf(Case @case) =>
        LawText.Votes([.. @case.Votes.Select(v => (long?)v)]) with
        {
            AgainstAll = new Count(@case.AgainstAll),
            BallotsIssued = new Count(@case.Votes.Sum() + @case.AgainstAll + 100),
            BallotsInBox = new Count(@case.Votes.Sum() + @case.AgainstAll + 50),
        };

    private static Standing Evaluate(Case @case) => EditionOf(@case).Evaluate("lists", TallyOf(@case));

    [Fact]
    public void Evaluate_AnyVotes_FillsTheHouseOrSaysWhyNot() =>
        ForAll(@case =>
        {
            var standing = Evaluate(@case);
            Assert.All(standing.Seats, s => Assert.True(s >= 0));
            var awarded = standing.Seats.Sum() + (standing.Ended == Outcome.Tied ? standing.Tie!.Seats : 0);
            if (
                standing.Ended == Outcome.Allocated
                || (standing.Ended == Outcome.Tied && standing.Tie!.Rule != "second-party")
            )
            {
                Assert.Equal(standing.ContestSeats, awarded);
            }
            else
            {
                Assert.True(standing.Ended is Outcome.NoDistribution or Outcome.Tied, $"{standing.Ended}");
                Assert.NotEqual("", standing.Because);
                Assert.Equal(0, awarded);
            }
        });

    [Fact]
    public void Evaluate_AnyVotes_StepsTellEveryRuleInOrder() =>
        ForAll(@case =>
        {
            var standing = Evaluate(@case);
            var rules = EditionOf(@case).Text.Contests["lists"].Rules.Select(r => r.Id).ToList();
            Assert.Equal(rules[..standing.Steps.Count], standing.Steps.Select(s => s.Rule));
            Assert.All(standing.Steps, s => Assert.False(string.IsNullOrWhiteSpace(s.Result)));
            Assert.True(
                standing.Ended is Outcome.NoDistribution or Outcome.Tied || standing.Steps.Count == rules.Count
            );
        });

    [Fact]
    public void Evaluate_AnyVotes_CertificateConfirmsTheseSeatsAndNoOthers() =>
        ForAll(@case =>
        {
            var standing = Evaluate(@case);
            if (standing.Ended != Outcome.Allocated)
            {
                return;
            }

            var certificate = Certification.Of(standing);
            Assert.NotNull(certificate);
            var seats = Rules.ContradictionTests.Seats(standing);
            Assert.True(certificate.Confirms(seats));
            var holder = seats.First(s => s.Value > 0).Key;
            foreach (var other in seats.Keys.Where(k => k != holder).ToList())
            {
                var moved = new Dictionary<string, int>(seats)
                {
                    [holder] = seats[holder] - 1,
                    [other] = seats[other] + 1,
                };
                Assert.False(certificate.Confirms(moved));
            }
        });

    [Fact]
    public void Evaluate_ListsInAnotherOrder_PermutesTheSeats() =>
        ForAll(@case =>
        {
            var tally = TallyOf(@case);
            var turned = tally with { Contenders = [.. tally.Contenders.Reverse()] };
            var edition = EditionOf(@case);
            var before = edition.Evaluate("lists", tally);
            var after = edition.Evaluate("lists", turned);
            Assert.Equal(before.Ended, after.Ended);
            Assert.Equal(before.Seats, after.Seats.Reverse());
            Assert.Equal(before.Tie?.Among.Order(), after.Tie?.Among.Order());
        });

    [Fact]
    public void Evaluate_VotesTimesAFactor_KeepsTheSeats() =>
        ForAll(@case =>
        {
            foreach (var factor in new[] { 2, 7, 1_000 })
            {
                var scaled = @case with
                {
                    Votes = [.. @case.Votes.Select(v => v * factor)],
                    AgainstAll = @case.AgainstAll * factor,
                };
                // Ballots that are votes for nobody scale as well.
                var tally = TallyOf(scaled) with
                {
                    BallotsIssued = new Count(TallyOf(@case).BallotsIssued.Value!.Value * factor),
                    BallotsInBox = new Count(TallyOf(@case).BallotsInBox.Value!.Value * factor),
                };
                var before = Evaluate(@case);
                var after = EditionOf(@case).Evaluate("lists", tally);
                Assert.Equal(before.Ended, after.Ended);
                Assert.Equal(before.Seats, after.Seats);
                Assert.Equal(before.Tie?.Among, after.Tie?.Among);
            }
        });

    [Fact]
    public void Evaluate_ListWithoutVotesIsAdded_ChangesNothing() =>
        ForAll(@case =>
        {
            var before = Evaluate(@case);
            var after = Evaluate(@case with { Votes = [.. @case.Votes, 0] });
            // The rule on the second party admits the next list, with votes or without; only then can a nought be seated.
            if (before.ByRule["threshold"].Length != 1)
            {
                Assert.Equal(before.Ended, after.Ended);
                Assert.Equal(before.Seats, after.Seats[..^1]);
                Assert.Equal(0, after.Seats[^1]);
            }
        });

    [Fact]
    public void Evaluate_VotesOfListsThatFailAreSharedOutAmongThemOtherwise_ChangesNothing() =>
        ForAll(@case =>
        {
            var before = Evaluate(@case);
            var failed = Enumerable.Range(0, @case.Votes.Length).Where(i => !before.Admitted[i]).ToList();
            if (failed.Count < 2 || before.AdmittedCount < 2 || before.Ended == Outcome.Tied)
            {
                return;
            }

            var votes = @case.Votes.ToArray();
            var (a, b) = (failed[0], failed[1]);
            var least = Math.Min(votes[a], votes[b]);
            (votes[a], votes[b]) = (votes[a] - least, votes[b] + least);
            var after = Evaluate(@case with { Votes = votes });
            if (after.Admitted.SequenceEqual(before.Admitted))
            {
                Assert.Equal(before.Seats, after.Seats);
            }
        });

    [Fact]
    public void Evaluate_TwiceAndUntraced_GivesTheSame() =>
        ForAll(@case =>
        {
            var first = Evaluate(@case);
            var again = Evaluate(@case);
            var untraced = EditionOf(@case).Evaluate("lists", TallyOf(@case), traced: false);
            Assert.Equal(first.Steps.Select(s => s.Result), again.Steps.Select(s => s.Result));
            Assert.Equal(first.Seats, untraced.Seats);
            Assert.Equal(first.Ended, untraced.Ended);
            Assert.Empty(untraced.Steps);
        });
}
