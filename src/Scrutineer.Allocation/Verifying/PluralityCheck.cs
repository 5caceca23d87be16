using System.Collections.Immutable;
using Scrutineer.Allocation.Plurality;

namespace Scrutineer.Allocation.Verifying;

/// <summary>Results by most votes: the votes are those of the ballots, and the strongest have the seats.</summary>
internal static class PluralityCheck
{
    public static void Check(PluralityResult result, ImmutableArray<string>.Builder objections)
    {
        var rules = result.Rules;
        if (result.Votes.Any(v => v.Sign < 0))
        {
            objections.Add("Votes are not negative.");
            return;
        }

        if (result.Ballots is { } ballots)
        {
            bool IsValid(int marks) => marks >= rules.FewestMarks && !(marks > rules.MostMarks);
            CheckScores(
                ballots,
                result.Votes,
                marks =>
                    !IsValid(marks.Length) ? Rational.Zero
                    : rules.IsShared ? new Rational(1, marks.Length)
                    : Rational.One,
                objections
            );
            if (ballots.Kinds.Sum(k => IsValid(k.Marks.Length) ? 0 : k.Count) != result.InvalidBallots)
            {
                objections.Add(
                    $"{result.InvalidBallots} is not the number of the ballots with crosses too many or few."
                );
            }
        }
        else if (result.InvalidBallots != 0)
        {
            objections.Add("Without ballots none is invalid.");
        }

        var sum = Strongest.Sum(result.Votes);
        Strongest.Check(
            [
                .. Enumerable
                    .Range(0, result.Votes.Length)
                    .Where(c => rules.Threshold is not { } t || Strongest.Reach(t, result.Votes[c], sum)),
            ],
            c => result.Votes[c],
            rules.Seats,
            result.Elected,
            result.Tie,
            result.Lot,
            objections
        );
    }

    public static void Check(SequentialApproval result, ImmutableArray<string>.Builder objections)
    {
        var seats = Math.Min(result.Seats, result.Ballots.Candidates);
        var steps = result.Elected.Length + (result.Tie is null ? 0 : 1);
        if (result.Scores.Length != steps || (result.Tie is null ? steps != seats : steps > seats))
        {
            objections.Add($"There is not a step for each of {seats} seats, up to the first open tie.");
            return;
        }

        var lots = new Queue<Lot>(result.Lots);
        for (var step = 0; step < steps; step++)
        {
            ImmutableArray<int> before = result.Elected[..step];
            var isOpen = step == result.Elected.Length;
            var scores = result.Scores[step];
            CheckScores(
                result.Ballots,
                scores,
                marks => new Rational(1, 1 + marks.Intersect(before).Count()),
                objections
            );
            if (objections.Count > 0)
            {
                return;
            }

            List<int> left = [.. Enumerable.Range(0, scores.Length).Except(before)];
            var isTied = left.Count(c => scores[c] == left.Max(o => scores[o])) > 1;
            Strongest.Check(
                left,
                c => scores[c],
                1,
                isOpen ? [] : [result.Elected[step]],
                isOpen ? result.Tie : null,
                !isOpen && isTied && lots.TryDequeue(out var lot) ? lot : null,
                objections
            );
        }

        if (lots.Count > 0)
        {
            objections.Add("A lot is recorded where there is no tie that it resolves.");
        }
    }

    private static void CheckScores(
        MarkedBallots ballots,
        ImmutableArray<Rational> scores,
        Func<ImmutableArray<int>, Rational> weight,
        ImmutableArray<string>.Builder objections
    )
    {
        var counted = Enumerable
            .Range(0, ballots.Candidates)
            .Select(c =>
                Strongest.Sum(ballots.Kinds.Where(k => k.Marks.Contains(c)).Select(k => weight(k.Marks) * k.Count))
            );
        if (!counted.SequenceEqual(scores))
        {
            objections.Add($"The ballots give [{string.Join(", ", counted)}].");
        }
    }
}
