using System.Collections.Immutable;

namespace Scrutineer.Allocation.OpenLists;

/// <summary>
/// Who fills the seats of a list: first the candidates whose personal votes pass a threshold, by their votes, then the
/// others in the order of the list.
/// </summary>
/// <param name="Share">
/// The share of the base that a candidate needs: of the list's votes (5 % in Czechia), or of the quota (a quarter or a
/// half in Dutch councils). Nought where votes alone decide.
/// </param>
/// <param name="Inclusive">True for "at least" the share, false for "more than" it.</param>
/// <param name="TiesByListOrder">
/// Whether equal votes for the last seat go by the order of the list; otherwise lots decide. Equal votes that all have
/// seats stand in the order of the list in any case.
/// </param>
public sealed record OpenListRules(Rational Share, bool Inclusive = true, bool TiesByListOrder = false)
{
    /// <summary>The share of the base that a candidate needs; not negative.</summary>
    public Rational Share { get; } =
        Share.Sign >= 0 ? Share : throw new ArgumentOutOfRangeException(nameof(Share), "A share is not negative.");

    /// <summary>Fills the seats of a list.</summary>
    /// <param name="votes">Personal votes in the order of the list, also of those who died.</param>
    /// <param name="seats">Seats of the list.</param>
    /// <param name="of">The base of the share, in votes: the votes of the list, or the quota.</param>
    /// <param name="died">Candidates who died or are otherwise passed over, by place.</param>
    /// <exception cref="ArgumentException">A number is negative, or nobody stands at a place.</exception>
    public OpenListResult Fill(ReadOnlySpan<long> votes, int seats, Rational of, ImmutableArray<int> died = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        ArgumentOutOfRangeException.ThrowIfLessThan(of, Rational.Zero);
        foreach (var v in votes)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(v, nameof(votes));
        }

        var personal = votes.ToArray();
        died = died.IsDefault ? [] : [.. died.Distinct().Order()];
        if (died.Any(c => c < 0 || c >= personal.Length))
        {
            throw new ArgumentException("Nobody stands at such a place of the list.", nameof(died));
        }

        var needed = of * Share;
        var living = Enumerable.Range(0, personal.Length).Except(died).ToList();
        var preferred = living
            .Where(c => personal[c] > needed || (Inclusive && personal[c] == needed))
            .OrderByDescending(c => personal[c])
            .ThenBy(c => c)
            .ToList();
        var sure = preferred.Take(seats).ToList();
        Tie? tie = null;
        if (preferred.Count > seats && seats > 0 && !TiesByListOrder)
        {
            var border = personal[preferred[seats - 1]];
            if (personal[preferred[seats]] == border)
            {
                sure = preferred.FindAll(c => personal[c] > border);
                tie = new Tie([.. preferred.FindAll(c => personal[c] == border)], seats - sure.Count);
            }
        }

        return new OpenListResult
        {
            Rules = this,
            Votes = [.. personal],
            Seats = seats,
            Died = died,
            Base = of,
            ByPreference = [.. sure],
            ByListOrder = [.. living.Except(preferred).Take(Math.Max(0, seats - preferred.Count))],
            Tie = tie,
        };
    }
}
