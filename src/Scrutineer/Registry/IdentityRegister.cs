using System.Text;
using Scrutineer.Findings;

namespace Scrutineer.Registry;

/// <summary>A registry: the parties, persons, bodies, offices and places of a country, as dated facts.</summary>
public sealed class IdentityRegister
{
    private readonly OrderedDictionary<string, Identity> byId;
    private readonly ILookup<string, Match> byWord;

    internal IdentityRegister(
        string name,
        OrderedDictionary<string, Identity> byId,
        IReadOnlyList<AliasEntry> aliases,
        IReadOnlyDictionary<string, Source> sources
    )
    {
        Name = name;
        this.byId = byId;
        Sources = sources;
        Aliases = aliases;
        byWord = byId
            .Values.SelectMany(i =>
                i.Entry.Names.SelectMany(n => new[] { n.Name, n.Full }.OfType<string>())
                    .Distinct(StringComparer.Ordinal)
                    .Select(n => new Match(i, MatchKind.Name, n, Answer.NotSure))
                    .Append(new Match(i, MatchKind.Id, i.Id, Answer.Yes))
            )
            .Concat(aliases.Select(a => new Match(byId[a.Of], MatchKind.Alias, a.Alias, Answer.Yes)))
            .ToLookup(m => Key(m.Name), StringComparer.Ordinal);
    }

    /// <summary>Its name, such as <c>kz</c>.</summary>
    public string Name { get; }

    /// <summary>The name of the law on parties; nothing where none is named.</summary>
    public string? PartyLaw { get; internal init; }

    /// <summary>The levels of places, each with other words for it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Levels { get; internal init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The sources, by key.</summary>
    public IReadOnlyDictionary<string, Source> Sources { get; }

    /// <summary>Other spellings, transliterations and translations.</summary>
    public IReadOnlyList<AliasEntry> Aliases { get; }

    /// <summary>The SHA-256 of each file, by its path below the registry's home.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Inputs { get; internal init; } = [];

    /// <summary>All identities in the order of the files.</summary>
    public IEnumerable<Identity> All => byId.Values;

    /// <summary>The identities of a kind, in order.</summary>
    public IEnumerable<Identity> Of(IdentityKind kind) => byId.Values.Where(i => i.Kind == kind);

    /// <summary>The identity of an id; nothing where there is none.</summary>
    public Identity? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>
    /// Whom a word of a source means on a day. Letter case, hyphens, blanks, quotation marks and apostrophes make no
    /// difference.
    /// </summary>
    /// <param name="word">A name, an alias or an id.</param>
    /// <param name="day">The day of the source.</param>
    /// <param name="kind">Only identities of this kind; of any where nothing is said.</param>
    public Resolution Resolve(string word, DateOnly day, IdentityKind? kind = null)
    {
        ArgumentNullException.ThrowIfNull(word);
        var matches = byWord[Key(word)]
            .Where(m => kind is null || m.Identity.Kind == kind)
            .Select(m => m.Kind == MatchKind.Name ? m with { Held = HeldName(m, day) } : m)
            .GroupBy(m => m.Identity.Id, StringComparer.Ordinal)
            .Select(g => g.OrderBy(m => m.Held == Answer.No).ThenBy(m => m.Kind).First())
            .ToList();
        var then = matches.Where(m => m.Held != Answer.No).ToList();
        return new Resolution(word, then.Count > 0 ? then : matches);
    }

    /// <summary>The words by which a misspelt one is mended.</summary>
    public IEnumerable<string> Words => byWord.SelectMany(g => g.Select(m => m.Name)).Distinct(StringComparer.Ordinal);

    /// <summary>Reads every file of a registry's folder. All problems are recorded; nothing is returned while one stands.</summary>
    public static IdentityRegister? Read(string folder, Problems problems)
    {
        var own = new Problems();
        var register = RegisterReader.Read(folder, own);
        problems.AddAll(own);
        return own.Any ? null : register;
    }

    /// <summary>A word as it is compared: letters and digits, in small letters.</summary>
    internal static string Key(string word)
    {
        var key = new StringBuilder(word.Length);
        foreach (var rune in word.Normalize(NormalizationForm.FormC).EnumerateRunes().Where(Rune.IsLetterOrDigit))
        {
            key.Append(Rune.ToLowerInvariant(rune));
        }

        return key.ToString();
    }

    private static Answer HeldName(Match match, DateOnly day)
    {
        var answers = match
            .Identity.Entry.Names.Where(n => n.Name == match.Name || n.Full == match.Name)
            .Select(n => n.Held(day))
            .ToList();
        return answers.Contains(Answer.Yes) ? Answer.Yes
            : answers.Contains(Answer.NotSure) ? Answer.NotSure
            : Answer.No;
    }
}
