using System.Security.Cryptography;
using System.Text;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Law;

/// <summary>An edition with its amendments carried out: what the law said on a day.</summary>
public sealed class Edition
{
    private readonly Node consolidated;

    internal Edition(EditionEntry head, EditionText text, Node consolidated)
    {
        Head = head;
        Text = text;
        this.consolidated = consolidated;
    }

    /// <summary>Its name, dates and act.</summary>
    public EditionEntry Head { get; }

    /// <summary>Its name.</summary>
    public string Name => Head.Name;

    /// <summary>The consolidated text.</summary>
    public EditionText Text { get; }

    /// <summary>The SHA-256 of the consolidated text in canonical form, in lower-case hexadecimal.</summary>
    public string Sha256() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(consolidated.ToCanonical())));

    /// <summary>What a path of the consolidated text holds, in canonical form; nothing where there is no such path.</summary>
    internal Node? At(string path) => LawPath.Find(consolidated, path);

    /// <summary>The names of the readings that a contest knows: those of its rules and of the edition's bases, in order.</summary>
    public IReadOnlyList<string> ReadingsOf(string contest) =>
        [
            .. Text.Contests[contest]
                .Rules.SelectMany(r => r.Beside.Readings.Keys)
                .Concat(UsesParticipants(contest) ? Text.Bases.Values.SelectMany(b => b.Readings.Keys) : [])
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The names of all readings of the edition, in order.</summary>
    internal IReadOnlyList<string> Readings =>
        [
            .. Text
                .Bases.Values.SelectMany(b => b.Readings.Keys)
                .Concat(Text.Contests.Values.SelectMany(c => c.Rules).SelectMany(r => r.Beside.Readings.Keys))
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>
    /// The edition under other readings and with fields set by the caller. Equal names of readings change together.
    /// </summary>
    /// <param name="readings">Names of readings.</param>
    /// <param name="settings">Fields to set, as path and text.</param>
    /// <param name="problems">Receives what cannot be set.</param>
    public Edition? With(
        IReadOnlyCollection<string> readings,
        IReadOnlyList<KeyValuePair<string, string>> settings,
        Problems problems
    )
    {
        if (readings.Count == 0 && settings.Count == 0)
        {
            return this;
        }

        var patched = (MappingNode)consolidated.Clone();
        foreach (var reading in readings)
        {
            if (!LawPath.ApplyReading(patched, reading))
            {
                problems.Add(
                    new Location("--reading"),
                    $"Edition {Name} has no reading '{reading}'.",
                    "the name of a reading",
                    Readings.Count == 0 ? "This edition has none." : Problems.Nearest(reading, Readings)
                );
            }
        }

        foreach (var (path, value) in settings)
        {
            LawPath.SetText(patched, path, value, problems);
        }

        if (problems.Any)
        {
            return null;
        }

        var text = new FieldReader(problems).Read<EditionText>(patched);
        if (text is null || problems.Any)
        {
            return null;
        }

        var changed = new Edition(Head, text, patched);
        LawSense.Of(changed, problems);
        return problems.Any ? null : changed;
    }

    /// <summary>Evaluates a contest on a tally.</summary>
    /// <param name="contest">Its name.</param>
    /// <param name="tally">The figures.</param>
    /// <param name="lots">Lots that were drawn.</param>
    /// <param name="traced">Whether the steps are written.</param>
    /// <param name="earlier">The seats of the contests that stand before it, by name.</param>
    public Standing Evaluate(
        string contest,
        Tally tally,
        IReadOnlyList<Lot>? lots = null,
        bool traced = true,
        IReadOnlyDictionary<string, SeatTable>? earlier = null
    ) =>
        Evaluator.Run(
            this,
            Text.Contests[contest],
            tally,
            lots ?? [],
            traced,
            earlier ?? new Dictionary<string, SeatTable>()
        );

    private bool UsesParticipants(string contest) =>
        // A reading of "took part" matters even where only another reading of a rule uses the words.
        Text.Contests[contest]
            .Rules.Any(r => (r.Rule is Rules.Admit or Rules.Elect or Rules.Require or Rules.RepeatVote));
}
