using System.Collections.Immutable;
using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>
/// The ballots of a place by what they hold: a vote for each list in ballot order, then a vote against all, then no valid
/// vote, then ballots that were issued and not found in the boxes. Every ballot stands in one class.
/// </summary>
/// <param name="Classes">Ballots by class: one number a list, then the three others.</param>
public sealed record BallotCounts(ImmutableArray<long> Classes)
{
    /// <summary>Classes beside the lists.</summary>
    public const int Others = 3;

    /// <summary>How many lists there are.</summary>
    public int Lists => Classes.Length - Others;

    /// <summary>All ballots.</summary>
    public long Total => Classes.Sum();

    /// <summary>Ballots of a tally, or why its figures cannot be those of ballots.</summary>
    /// <param name="tally">The figures of a place.</param>
    /// <param name="againstAll">Whether the row "against all" is on the ballot.</param>
    /// <param name="because">Why they cannot; empty where they can.</param>
    public static BallotCounts? Of(Tally tally, AgainstAll againstAll, out string because)
    {
        ArgumentNullException.ThrowIfNull(tally);
        because = "";
        if (tally.VotesForLists.Value is not { } votes)
        {
            because = "the votes of a list are not reported";
            return null;
        }

        if (tally.ValidVotes(againstAll).Value is not { } valid || valid < votes)
        {
            because = "the votes against all are not reported";
            return null;
        }

        var inBox = tally.BallotsInBox.Value ?? (tally.Invalid.Value is { } invalid ? valid + invalid : null);
        var all = tally.BallotsIssued.Value ?? inBox ?? valid;
        var found = inBox ?? all;
        if (found < valid)
        {
            because = $"there are {valid} valid votes and {found} ballots";
            return null;
        }

        if (all < found)
        {
            because = $"there are {found} ballots in the boxes and {all} were issued";
            return null;
        }

        if (tally.Registered.Value < all)
        {
            because = $"there are {all} ballots and {tally.Registered.Value} registered voters";
            return null;
        }

        if (all == 0)
        {
            because = "there are no ballots";
            return null;
        }

        return new BallotCounts([
            .. tally.Contenders.Select(c => c.Votes.Value!.Value),
            valid - votes,
            found - valid,
            all - found,
        ]);
    }

    /// <summary>The ballots as a tally, beside what another one says of lists, seats and register.</summary>
    public Tally TallyLike(Tally published)
    {
        ArgumentNullException.ThrowIfNull(published);
        return published with
        {
            Contenders =
            [
                .. published.Contenders.Select(
                    (c, i) =>
                        c with
                        {
                            Votes = new Count(Classes[i]),
                            PublishedShares = new Dictionary<BaseName, ShareOf>(),
                        }
                ),
            ],
            AgainstAll = published.AgainstAll.IsKnown ? new Count(Classes[Lists]) : published.AgainstAll,
            Invalid = new Count(Classes[Lists + 1]),
            BallotsInBox = new Count(Total - Classes[Lists + 2]),
            BallotsIssued = new Count(Total),
            PublishedValidVotes = Count.NotReported,
        };
    }

    /// <summary>Whether a class belongs to a base; nothing for a base that is no set of ballots.</summary>
    /// <param name="name">The base.</param>
    /// <param name="index">The class.</param>
    /// <param name="admitted">Which lists take part in the distribution.</param>
    public bool? IsIn(BaseName name, int index, ImmutableArray<bool> admitted) =>
        name switch
        {
            BaseName.VotesOfAdmitted => index < Lists && admitted[index],
            BaseName.VotesForLists => index < Lists,
            BaseName.ValidVotes => index <= Lists,
            BaseName.BallotsInBox => index <= Lists + 1,
            BaseName.BallotsIssued => true,
            _ => null,
        };
}
