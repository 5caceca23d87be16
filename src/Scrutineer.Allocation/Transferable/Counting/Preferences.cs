using System.Collections.Immutable;

namespace Scrutineer.Allocation.Transferable.Counting;

/// <summary>
/// The ballots as read by the rules: candidates in order, up to where the ballot is exhausted whatever happens. What
/// depends on who continues, an overvote under <see cref="OvervoteRule.ExhaustIfSeveralContinue"/>, stays a mark.
/// </summary>
internal sealed class Preferences
{
    private readonly RankedBallots ballots;
    private readonly int[] marks;
    private readonly int[] starts;

    public Preferences(RankedBallots ballots, BallotRules rules)
    {
        this.ballots = ballots;
        marks = new int[ballots.TotalMarks];
        starts = new int[ballots.Kinds + 1];
        var seen = new int[ballots.Candidates];
        var end = 0;
        for (var kind = 0; kind < ballots.Kinds; kind++)
        {
            starts[kind] = end;
            end = Read(kind, rules, seen, end);
        }

        starts[^1] = end;
    }

    /// <summary>Nobody: the ballot is exhausted.</summary>
    public const int Exhausted = -1;

    /// <summary>The candidates of a kind in order; only where no overvote is left to be decided later.</summary>
    public ReadOnlySpan<int> Order(int kind) => marks.AsSpan(starts[kind]..starts[kind + 1]);

    /// <summary>The first place of a kind, from which <see cref="Next"/> starts.</summary>
    public int Start(int kind) => starts[kind];

    /// <summary>
    /// The next candidate who continues, from a place on; the place moves behind. <see cref="Exhausted"/> where there
    /// is none.
    /// </summary>
    public int Next(int kind, ref int place, bool[] continuing)
    {
        while (place < starts[kind + 1])
        {
            var mark = marks[place++];
            if (mark >= 0)
            {
                if (continuing[mark])
                {
                    return mark;
                }
            }
            else if (Single(ballots.OvervoteOf(mark), continuing) is { } candidate)
            {
                if (candidate >= 0)
                {
                    return candidate;
                }

                place = starts[kind + 1];
            }
        }

        return Exhausted;
    }

    /// <summary>The one who continues, <see cref="Exhausted"/> for several or nobody known, null for none.</summary>
    private static int? Single(ImmutableArray<int> candidates, bool[] continuing)
    {
        if (candidates.IsEmpty)
        {
            return Exhausted;
        }

        int? single = null;
        foreach (var candidate in candidates)
        {
            if (continuing[candidate])
            {
                single = single is null ? candidate : Exhausted;
            }
        }

        return single;
    }

    private int Read(int kind, BallotRules rules, int[] seen, int end)
    {
        var skipped = 0;
        var rank = 0;
        foreach (var mark in ballots.Marks(kind))
        {
            if (rank++ >= rules.RanksCounted)
            {
                break;
            }

            if (mark == RankedBallots.Skipped)
            {
                skipped++;
                continue;
            }

            if (skipped > rules.SkippedRanksAllowed)
            {
                break;
            }

            skipped = 0;
            if ((mark >= 0 || rules.ExhaustOnDuplicate) && IsDuplicate(mark, kind, seen))
            {
                if (rules.ExhaustOnDuplicate)
                {
                    break;
                }

                continue;
            }

            if (mark >= 0 || rules.Overvote == OvervoteRule.ExhaustIfSeveralContinue)
            {
                marks[end++] = mark;
            }
            else if (rules.Overvote == OvervoteRule.Exhaust)
            {
                break;
            }
        }

        return end;
    }

    /// <summary>Whether a candidate of this mark was marked before on the same ballot.</summary>
    private bool IsDuplicate(int mark, int kind, int[] seen)
    {
        if (mark >= 0)
        {
            return See(mark);
        }

        foreach (var candidate in ballots.OvervoteOf(mark))
        {
            if (See(candidate))
            {
                return true;
            }
        }

        return false;

        bool See(int candidate)
        {
            var before = seen[candidate] == kind + 1;
            seen[candidate] = kind + 1;
            return before;
        }
    }
}
