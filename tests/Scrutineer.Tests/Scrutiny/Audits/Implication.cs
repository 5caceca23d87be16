using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Scrutiny.Audits.Assertions;
using Outcome = Scrutineer.Law.Evaluation.Outcome;

namespace Scrutineer.Tests.Scrutiny.Audits;

/// <summary>
/// The assertions of one random result held against another one: where all of them are true, the law gives the same seats, in
/// the whole and in each place.
/// </summary>
/// <param name="Implied">How often all assertions were true, and the seats the same.</param>
/// <param name="Wrong">For each result with other seats, the assertions that were false.</param>
internal sealed record Implication(int Implied, IReadOnlyList<IReadOnlyList<Assertion>> Wrong)
{
    /// <summary>Tries many elections, always the same ones.</summary>
    /// <param name="edition">The law.</param>
    /// <param name="votes">Votes as reported.</param>
    /// <param name="changes">By how much other votes may differ from them.</param>
    /// <param name="parts">Through what a change is divided, one real result for each.</param>
    /// <param name="tally">The tally of votes; the second votes are those reported, of as many ballots.</param>
    /// <param name="elections">How many.</param>
    public static Implication Of(
        Edition edition,
        Gen<int[]> votes,
        Gen<int[]> changes,
        IReadOnlyList<int> parts,
        Func<int[], int[], Tally> tally,
        int elections
    )
    {
        var (implied, wrong) = (0, new List<IReadOnlyList<Assertion>>());
        Prop.ForAll(
                Gen.Zip(votes, changes).ToArbitrary(),
                pair =>
                {
                    var reported = tally(pair.Item1, pair.Item1);
                    if (
                        SeatAssertions.Of(edition, "lists", reported, [], out _) is not { } seats
                        || !seats.ImplyEverySeat
                    )
                    {
                        return;
                    }

                    Assert.All(seats.Assertions, a => Assert.True(a.Assorter!.Margin(seats.CountsOf(a)) > 0));
                    foreach (var part in parts)
                    {
                        int[] changed = [.. pair.Item1.Zip(pair.Item2, (v, d) => Math.Max(0, v + (d / part)))];
                        var real = tally(changed, pair.Item1);
                        var counts = SeatAssertions.PlacesOf(real, AgainstAll.Absent, out _)!;
                        var failing = seats.Assertions.Where(a => !a.Holds(counts[(a.Level, a.Place)])).ToList();
                        var same = Same(seats.Standing, edition.Evaluate("lists", real, [], traced: false));
                        if (failing.Count == 0)
                        {
                            Assert.True(same);
                            implied++;
                        }
                        else if (!same)
                        {
                            wrong.Add(failing);
                        }
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(elections).WithReplay(11, 13));
        return new Implication(implied, wrong);
    }

    private static bool Same(Standing reported, Standing real) =>
        real.Ended == Outcome.Allocated
        && real.Seats.SequenceEqual(reported.Seats)
        && real.Places.Zip(reported.Places).All(p => p.First.Seats.SequenceEqual(p.Second.Seats));
}
