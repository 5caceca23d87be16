using Scrutineer.Files;
using Scrutineer.Registry;

namespace Scrutineer.Claims;

/// <summary>
/// Compares two positions in one question and says why they differ. The order is that of a careful reader: first whether
/// they speak of the same thing at all, then whether they can both be right, and only then who is wrong.
/// </summary>
internal sealed class PairJudge(RecordBook book, IdentityRegister? register)
{
    /// <summary>The contradiction; nothing where there is none.</summary>
    public Contradiction? Judge(string key, TopicEntry topic, Position a, Position b)
    {
        if (!a.Value.IsLike(b.Value))
        {
            return null;
        }

        return Explain(topic, a, b) is { } found ? new Contradiction(key, a, b, found.Why, found.Because) : null;
    }

    private (Difference Why, string Because)? Explain(TopicEntry topic, Position a, Position b)
    {
        var (x, y) = (a.First, b.First);
        if (a.Value.Means(b.Value))
        {
            return Attributed(a, b);
        }

        if (x.Of != y.Of)
        {
            return (
                Difference.Identity,
                $"one speaks of {NameOf(x.Of ?? topic.Of, x)}, the other of {NameOf(y.Of ?? topic.Of, y)}"
            );
        }

        if (x.Entry.Where != y.Entry.Where)
        {
            return (Difference.Identity, $"one speaks of {Place(x)}, the other of {Place(y)}");
        }

        return a.Value.Names.Count > 0 && a.Value.Overlaps(b.Value)
            ? (Difference.Identity, Renamed(a, b))
            : Kinds(x, y) ?? Bases(a, b) ?? Times(topic, a, b) ?? Values(a, b);
    }

    /// <summary>Equal answers: do they name different speakers, or places, for what has one origin?</summary>
    private (Difference, string)? Attributed(Position a, Position b)
    {
        var (x, y) = (a.First, b.First);
        if (a.Origins.Intersect(b.Origins).FirstOrDefault() is null)
        {
            return null;
        }

        if (x.Entry.Where != y.Entry.Where)
        {
            return (Difference.Attribution, $"one number of one origin is said of {Place(x)} and of {Place(y)}");
        }

        return HasVoice(x) && HasVoice(y) && x.Speaker != y.Speaker
            ? (Difference.Attribution, $"one statement of one origin is given to {x.Speaker} and to {y.Speaker}")
            : null;
    }

    private static (Difference, string)? Kinds(Statement x, Statement y)
    {
        if (x.Entry.Stage is { } stage && y.Entry.Stage is { } other && stage != other)
        {
            return (Difference.Kind, $"one is {Stages(x)}, the other {Stages(y)}");
        }

        if (x.IsOpinion && y.IsOpinion)
        {
            return x.Speaker == y.Speaker
                ? null
                : (Difference.Attribution, $"each answers only for itself: {x.Speaker}, and {y.Speaker}");
        }

        return Group(x) != Group(y)
            ? (Difference.Kind, $"one is {Article(x.Entry.Kind)}, the other {Article(y.Entry.Kind)}")
            : null;
    }

    private static (Difference, string)? Bases(Position a, Position b) =>
        a.First.Entry.Base?.Name is { } one && b.First.Entry.Base?.Name is { } other && one != other
            ? (
                Difference.Base,
                $"one is a share {a.First.Entry.Base.InWords()}, the other {b.First.Entry.Base.InWords()}"
                    + (
                        a.Check?.Agrees == Answer.Yes && b.Check?.Agrees == Answer.Yes
                            ? "; the figures of the election give both"
                            : ""
                    )
            )
            : null;

    private (Difference, string)? Times(TopicEntry topic, Position a, Position b)
    {
        var (x, y) = (a.First, b.First);
        if (
            a.Value.Overlaps(b.Value)
            || x.Holds is not { } one
            || y.Holds is not { } two
            || (one.IsBefore(two) != Answer.Yes && two.IsBefore(one) != Answer.Yes)
        )
        {
            return null;
        }

        var (first, then) = one.IsBefore(two) == Answer.Yes ? (one, two) : (two, one);
        var of = x.Of ?? topic.Of;
        var change = book.ChangeBetween(of, first, then);
        if (a.Check?.Agrees == Answer.Yes && b.Check?.Agrees == Answer.Yes)
        {
            return (
                Difference.Time,
                $"each is right of its own time, {first.InWords()} and {then.InWords()}"
                    + (change is null ? "" : $"; in between, {change.TrimEnd('.')}")
            );
        }

        return change is not null && a.Check?.Agrees != Answer.No && b.Check?.Agrees != Answer.No
            ? (
                Difference.Time,
                $"they speak of {first.InWords()} and of {then.InWords()}; in between, {change.TrimEnd('.')}"
            )
            : null;
    }

    private static (Difference, string)? Values(Position a, Position b)
    {
        var wrong = new[] { a, b }.Where(p => p.Check?.Agrees == Answer.No).ToList();
        if (wrong.Count is 1 or 2)
        {
            return (
                Difference.Error,
                $"{string.Join("; ", wrong.Select(w => $"against '{w.Value.InWords()}': {w.Check!.Says}{Stale(w.First)}"))}"
            );
        }

        if (a.Value.Overlaps(b.Value))
        {
            return a.Value.Number is { High: null } || b.Value.Number is { High: null }
                ? (Difference.Rounding, "a bound and a number that fits it")
                : (Difference.Rounding, "both stand for values that they share");
        }

        return a.First.Speaker != b.First.Speaker && (a.First.IsOpinion || b.First.IsOpinion)
            ? (Difference.Attribution, $"each answers only for itself: {a.First.Speaker}, and {b.First.Speaker}")
            : (Difference.Open, "nothing that is recorded tells which of them is right");
    }

    /// <summary>A year told by its distance, taken over from a text in which it was right.</summary>
    public static string Stale(Statement statement) =>
        statement.Value.IsRelative && statement.Entry.Origin is not null
            ? "; the words were taken over from an earlier text without their year"
            : "";

    private static string Renamed(Position a, Position b)
    {
        var says = new List<string>();
        foreach (var name in a.Value.Names)
        {
            var other = b.Value.Names.First(n => n.Identity!.Id == name.Identity!.Id);
            if (other.Word == name.Word)
            {
                continue;
            }

            var changed = name.Identity!.Entry.Names.Where(n =>
                    n.From is not null
                    && n.Language == "en"
                    && (IsName(n, name.Word) || IsName(n, other.Word))
                    && !(IsName(n, name.Word) && IsName(n, other.Word))
                    && name.Identity.Entry.Names.Any(before =>
                        before.To is not null
                        && (IsName(before, name.Word) || IsName(before, other.Word))
                        && before != n
                    )
                )
                .MaxBy(n => n.From!.Earliest);
            says.Add(
                changed is null
                    ? $"{name.Word} and {other.Word} are two spellings or translations of one name"
                    : $"{name.Word} and {other.Word} are one: named {changed.Name} {new Interval(changed.From, changed.To).InWords()}"
            );
        }

        return string.Join("; ", says);
    }

    private static bool IsName(NameEntry entry, string word) =>
        IdentityRegister.Key(entry.Name) == IdentityRegister.Key(word)
        || (entry.Full is { } full && IdentityRegister.Key(full) == IdentityRegister.Key(word));

    private string NameOf(string? id, Statement statement) =>
        id is null ? "the question"
        : register?.Find(id) is { } identity
            ? identity.NameOn(statement.Holds?.Day ?? DateOnly.FromDateTime(DateTime.UnixEpoch))
        : id;

    private string Place(Statement statement) =>
        statement.Entry.Where is { } place ? NameOf(place, statement) : "the whole";

    private static bool HasVoice(Statement statement) =>
        statement.Entry is { Speaker: not null } or { Voice: not null };

    private static string Stages(Statement statement) =>
        statement.Entry.Stage == Dossier.Stage.ExitPoll
            ? "an exit poll"
            : $"the {ScalarType.Word(statement.Entry.Stage!)} result";

    private static string Group(Statement statement) =>
        statement.Entry.Kind switch
        {
            ClaimKind.Count or ClaimKind.Fact => "fact",
            ClaimKind.Judgement or ClaimKind.Forecast or ClaimKind.Quotation => "opinion",
            var kind => ScalarType.Word(kind),
        };

    private static string Article(ClaimKind kind) =>
        kind switch
        {
            ClaimKind.Estimate => "an estimate",
            _ => $"a {ScalarType.Word(kind)}",
        };
}
