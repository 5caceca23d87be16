using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Registry;

namespace Scrutineer.Dossier;

/// <summary>
/// Do the events of a dossier refer to what there is: identities, places, contests, windows, sources. An edition that
/// somebody set over the election can lack contests and windows that the events name; that is no mistake of theirs.
/// </summary>
internal static class EventCheck
{
    public static void All(EventFile file, ElectionDossier dossier, IdentityRegister? register, Problems problems)
    {
        foreach (var happened in file.Events)
        {
            foreach (var id in happened.Who.Concat(happened.Called.Keys))
            {
                Known(id, register, happened.At, null, problems);
            }

            if (happened.Where is { } place)
            {
                Known(place, register, happened.At, IdentityKind.Place, problems);
            }

            foreach (var unnamed in happened.Called.Keys.Except(happened.Who))
            {
                problems.Add(
                    happened.At,
                    $"The event says what '{unnamed}' is called, and not that it took part.",
                    "'called' of those in 'who'",
                    "Add it to 'who', or remove it."
                );
            }

            if (
                !dossier.EditionIsSet
                && happened.Contest is { } contest
                && !dossier.Edition.Text.Contests.ContainsKey(contest)
            )
            {
                problems.Add(
                    happened.At,
                    $"The event belongs to the contest '{contest}', which the law does not have.",
                    "a contest of the edition",
                    Problems.Nearest(contest, dossier.Edition.Text.Contests.Keys)
                );
            }

            if (happened.Sources.Count == 0)
            {
                problems.Add(happened.At, "The event has no source.", "one source or more", "Say where it was read.");
            }

            happened.Sources.ToList().ForEach(s => Source(s, dossier, happened.At, problems));
        }

        Stages(file.Events, problems);
        foreach (var (name, window) in file.Calendar)
        {
            if (!dossier.EditionIsSet && !dossier.Edition.Text.Calendar.ContainsKey(name))
            {
                problems.Add(
                    window.At,
                    $"Edition {dossier.Edition.Name} has no window '{name}' in its calendar.",
                    "a window of the law's calendar",
                    Problems.Nearest(name, dossier.Edition.Text.Calendar.Keys)
                );
            }

            Source(window.Source, dossier, window.At, problems);
        }
    }

    /// <summary>A law is passed, then signed, then in force; no stage can certainly come before an earlier one.</summary>
    private static void Stages(IReadOnlyList<EventEntry> events, Problems problems)
    {
        EventKind[] order = [EventKind.LawPassed, EventKind.LawSigned, EventKind.LawInForce];
        foreach (var law in events.Where(e => e.Law is not null && order.Contains(e.What)).GroupBy(e => e.Law))
        {
            foreach (var late in law)
            {
                foreach (
                    var early in law.Where(e =>
                        Array.IndexOf(order, e.What) < Array.IndexOf(order, late.What)
                        && late.On.IsBefore(e.On) == Answer.Yes
                    )
                )
                {
                    problems.Add(
                        late.At,
                        $"'{law.Key}' is at the stage '{ScalarType.Word(late.What)}' on {late.On.InWords()}, before '{ScalarType.Word(early.What)}' on {early.On.InWords()} (line {early.At.Line}).",
                        "passed, then signed, then in force",
                        "Correct one of the two dates."
                    );
                }
            }
        }
    }

    private static void Known(string id, IdentityRegister? register, Location at, IdentityKind? kind, Problems problems)
    {
        if (register is null)
        {
            // Without a registry an id is only a word; that the registry is missing has been said, or none is named.
            return;
        }

        var found = register.Find(id);
        if (found is null || (kind is not null && found.Kind != kind))
        {
            problems.Add(
                at,
                $"'{id}' is not in the registry{(kind is null ? "" : " as a place")}.",
                "an id of the registry",
                Problems.Nearest(id, register.All.Where(i => kind is null || i.Kind == kind).Select(i => i.Id))
            );
        }
    }

    private static void Source(string key, ElectionDossier dossier, Location at, Problems problems)
    {
        if (!dossier.File.Sources.ContainsKey(key))
        {
            problems.Add(
                at,
                $"The source '{key}' is not listed in election.yaml.",
                "a key of 'sources'",
                Problems.Nearest(key, dossier.File.Sources.Keys)
            );
        }
    }
}
