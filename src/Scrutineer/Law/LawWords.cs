using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Calendars;
using Scrutineer.Numerics;

namespace Scrutineer.Law;

/// <summary>One provision in words.</summary>
/// <param name="Path">Where it stands: contest and rule.</param>
/// <param name="Sentence">The provision, as a sentence.</param>
/// <param name="Cite">Its article.</param>
/// <param name="Checked">How it was checked.</param>
/// <param name="Reading">The name of the reading that is written, where there are several.</param>
/// <param name="Others">The other readings: name, basis, sentence, reason.</param>
/// <param name="Note">A remark.</param>
public sealed record Provision(
    string Path,
    string Sentence,
    string Cite,
    Checked Checked,
    string? Reading,
    IReadOnlyList<OtherReading> Others,
    string? Note
);

/// <summary>Another reading of a provision, in words.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Basis">On what it rests.</param>
/// <param name="Sentence">The provision under it.</param>
/// <param name="Because">Why it can be read so.</param>
public sealed record OtherReading(string Name, Basis Basis, string Sentence, string Because);

/// <summary>Puts an edition into words, with the same sentences that its derivations use.</summary>
public static class LawWords
{
    /// <summary>Every provision of an edition in order.</summary>
    public static IReadOnlyList<Provision> Of(Edition edition)
    {
        var text = edition.Text;
        var provisions = new List<Provision>
        {
            new(
                "ballot",
                text.Ballot.AgainstAll == AgainstAll.OnBallot
                    ? "The ballot has a row \"against all\"."
                    : "The ballot has no row \"against all\".",
                text.Ballot.Cite,
                text.Ballot.Checked,
                null,
                [],
                null
            ),
        };
        foreach (var (name, majority) in text.Body.Majorities)
        {
            var needed = majority.Seats.LeastOf(text.Body.Seats);
            provisions.Add(
                new Provision(
                    $"majorities.{name}",
                    $"{Capital(majority.Seats.ToString())} of the {text.Body.Seats} seats, that is {needed}, decides on {majority.Decides}.{(majority.Consent is { } consent ? $" It needs besides: {consent}." : "")}",
                    majority.Cite,
                    majority.Checked,
                    null,
                    [],
                    null
                )
            );
        }

        foreach (var (name, definition) in text.Bases)
        {
            provisions.Add(
                new Provision(
                    $"bases.{name}",
                    BaseSentence(definition),
                    definition.Cite,
                    definition.Checked,
                    definition.Reading?.Name,
                    [.. definition.Readings.Select(r => Other(edition, r, e => BaseSentence(e.Text.Bases[name])))],
                    definition.Note
                )
            );
        }

        foreach (var (name, contest) in text.Contests)
        {
            provisions.Add(
                new Provision(
                    name,
                    ContestSentence(name, contest),
                    contest.Cite,
                    contest.Checked,
                    null,
                    [],
                    contest.Note
                )
            );
            provisions.AddRange(StandingWords.Of(name, contest));
            foreach (var rule in contest.Rules)
            {
                provisions.Add(
                    new Provision(
                        $"{name}.{rule.Id}",
                        rule.Sentence(),
                        rule.Rule.Cite,
                        rule.Rule.Checked,
                        rule.Beside.Reading?.Name,
                        [
                            .. rule.Beside.Readings.Select(r =>
                                Other(
                                    edition,
                                    r,
                                    e => e.Text.Contests[name].Rules.First(x => x.Id == rule.Id).Sentence()
                                )
                            ),
                        ],
                        rule.Beside.Note
                    )
                );
            }
        }

        foreach (var (name, window) in text.Calendar)
        {
            var edges = CalendarCheck.Ends(window).Select(e => e.Edge).ToList();
            provisions.Add(
                new Provision(
                    $"calendar.{name}",
                    window.Sentence(),
                    string.Join("; ", edges.Select(e => e.Cite).Distinct()),
                    edges.Max(e => e.Checked),
                    null,
                    [],
                    window.Note
                )
            );
        }

        return provisions;
    }

    /// <summary>The head of an edition in words: the body, its seats, the days in force, the act.</summary>
    public static string Head(Edition edition)
    {
        var head = edition.Head;
        var until = head.Until is { } last ? $" to {Shown.Day(last)}" : " on";
        return $"{edition.Text.Body.Name}: {Shown.Seats(edition.Text.Body.Seats)}. Edition {edition.Name}, in force from {Shown.Day(head.InForce)}{until}, by {head.By} ({ScalarType.Word(head.Checked)}).";
    }

    private static OtherReading Other(
        Edition edition,
        KeyValuePair<string, Reading> reading,
        Func<Edition, string> sentence
    ) =>
        new(
            reading.Key,
            reading.Value.Basis,
            sentence(edition.With([reading.Key], [], new Problems())!),
            reading.Value.Because
        );

    private static string BaseSentence(BaseDefinition definition) =>
        $"\"Voters who took part\" means the {definition.Means.InWords()}.";

    private static string ContestSentence(string name, Contest contest)
    {
        var sentence = contest.AppointedBy is { } by
            ? $"{Shown.Seats(contest.Seats)} ({name}) {(contest.Seats == 1 ? "is" : "are")} filled by {by}, without a vote"
            : $"{Shown.Seats(contest.Seats)} ({name}) {(contest.Seats == 1 ? "is" : "are")} filled by a vote of: {contest.Electorate}; constituency: {contest.Constituency}";
        return sentence
            + contest.Ballot switch
            {
                BallotKind.List => "; a voter marks one list",
                BallotKind.Candidate => "; a voter marks one candidate",
                BallotKind.Approval => "; a voter marks any number of candidates",
                _ => "",
            }
            + (contest.NominatedBy is { } nominated ? $"; nominated by {nominated}" : "")
            + (contest.Renewed is { } renewed ? $"; renewed {renewed}" : "")
            + (contest.Vacancy is { } vacancy ? $"; a seat that falls free: {vacancy}" : "")
            + ".";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
