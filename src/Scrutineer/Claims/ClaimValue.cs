using Scrutineer.Registry;

namespace Scrutineer.Claims;

/// <summary>What a statement answers: a number, a date, names, or a word; or nothing that can be compared.</summary>
public sealed record ClaimValue
{
    /// <summary>A number.</summary>
    public ClaimedNumber? Number { get; init; }

    /// <summary>A date.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Whether the date was told by its distance from the text's own.</summary>
    public bool IsRelative { get; init; }

    /// <summary>Names, each with whom it means on the day; nothing where the registry does not tell.</summary>
    public IReadOnlyList<Resolution> Names { get; init; } = [];

    /// <summary>An amount of money, in one currency or two.</summary>
    public IReadOnlyList<Money> Money { get; init; } = [];

    /// <summary>A word.</summary>
    public string? Word { get; init; }

    /// <summary>Whether there is anything to compare.</summary>
    public bool Any => Number is not null || Date is not null || Names.Count > 0 || Money.Count > 0 || Word is not null;

    /// <summary>The identities that the names mean, in the order of their ids; nothing where a name means none or several.</summary>
    public IReadOnlyList<string>? Identities =>
        Names.Count > 0 && Names.All(n => n.Identity is not null)
            ? [.. Names.Select(n => n.Identity!.Id).Order(StringComparer.Ordinal)]
            : null;

    /// <summary>Whether both say the same.</summary>
    public bool Means(ClaimValue other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Number, other.Number) switch
        {
            ({ } a, { } b) => a.Means(b),
            (null, null) => Date is { } d
                ? other.Date is { } e && d.Earliest == e.Earliest && d.Latest == e.Latest
                : other.Date is null
                    && Word == other.Word
                    && Money.SequenceEqual(other.Money)
                    && Names
                        .Select(n => n.Word)
                        .Order(StringComparer.Ordinal)
                        .SequenceEqual(other.Names.Select(n => n.Word).Order(StringComparer.Ordinal)),
            _ => false,
        };
    }

    /// <summary>Whether both can be right: numbers and dates that share a value, names of the same, equal words.</summary>
    public bool Overlaps(ClaimValue other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Number, other.Number, Date, other.Date) switch
        {
            ({ } a, { } b, _, _) => a.Overlaps(b),
            (null, null, { } d, { } e) => d.Earliest <= e.Latest && e.Earliest <= d.Latest,
            (null, null, null, null) => Names.Count > 0
                ? Identities is { } own && other.Identities is { } their && own.SequenceEqual(their)
            : Money.Count > 0 ? Money.Any(a => other.Money.Any(b => OneAmount(a, b)))
            : Word == other.Word,
            _ => false,
        };
    }

    /// <summary>Whether both are answers of one form.</summary>
    public bool IsLike(ClaimValue other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Number is null) == (other.Number is null)
            && (Date is null) == (other.Date is null)
            && (Names.Count == 0) == (other.Names.Count == 0)
            && (Money.Count == 0) == (other.Money.Count == 0)
            && (Word is null) == (other.Word is null);
    }

    /// <summary>The answer in words.</summary>
    public string InWords() =>
        Number?.InWords()
        ?? Date?.InWords()
        ?? Word
        ?? (
            Money.Count > 0
                ? string.Join(" = ", Money.Select(m => m.InWords()))
                : string.Join(", ", Names.Select(n => n.Word))
        );

    private static bool OneAmount(Money a, Money b) => a.Currency == b.Currency && a.Low <= b.High && b.Low <= a.High;
}
