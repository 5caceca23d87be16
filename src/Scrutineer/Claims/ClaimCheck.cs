using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Registry;

namespace Scrutineer.Claims;

/// <summary>Does a file of claims fit the dossier and the registry: texts, questions, identities, bases, answers.</summary>
internal static class ClaimCheck
{
    public static void All(ClaimFile file, ElectionDossier dossier, IdentityRegister? register, Problems problems)
    {
        OriginGraph.Check(file.Sources, problems);
        foreach (var (key, topic) in file.Topics)
        {
            Known(topic.Of, register, topic.At, null, problems);
            if (topic.Record is { } record)
            {
                Record(key, record, dossier, register, problems);
            }

            if (!file.Claims.Any(c => c.About == key))
            {
                problems.Add(
                    topic.At,
                    $"Nobody answers the question '{key}'.",
                    "a statement about it",
                    "Add one, or remove the question."
                );
            }
        }

        foreach (var rate in file.Rates)
        {
            if (!file.Sources.ContainsKey(rate.Source))
            {
                problems.Add(
                    rate.At,
                    $"The rate was read in '{rate.Source}', which is not listed.",
                    "a key of 'sources' of this file",
                    Problems.Nearest(rate.Source, file.Sources.Keys)
                );
            }

            if (rate.Is.Currency == rate.Of)
            {
                problems.Add(rate.At, $"'{rate.Of}' is priced in itself.", "two currencies", "Correct one of them.");
            }
        }

        foreach (var claim in file.Claims)
        {
            Claim(claim, file, dossier, register, problems);
        }
    }

    private static void Claim(
        ClaimEntry claim,
        ClaimFile file,
        ElectionDossier dossier,
        IdentityRegister? register,
        Problems problems
    )
    {
        if (!file.Topics.ContainsKey(claim.About))
        {
            problems.Add(
                claim.At,
                $"The statement is about '{claim.About}', which is no question of this file.",
                "a key of 'topics'",
                Problems.Nearest(claim.About, file.Topics.Keys)
            );
        }

        foreach (
            var unknown in claim.Sources.Append(claim.Origin).OfType<string>().Where(s => !file.Sources.ContainsKey(s))
        )
        {
            problems.Add(
                claim.At,
                $"The statement was read in '{unknown}', which is not listed.",
                "a key of 'sources' of this file",
                Problems.Nearest(unknown, file.Sources.Keys)
            );
        }

        if (claim.Sources.Count == 0)
        {
            problems.Add(claim.At, "The statement has no source.", "one text or more", "Say where it was read.");
        }

        var answers = new object?[]
        {
            claim.Number,
            claim.Date,
            claim.Relative,
            claim.Word,
            claim.Money.Count > 0 ? claim.Money : null,
            claim.Names.Count > 0 ? claim.Names : null,
        };
        if (answers.Count(a => a is not null) > 1)
        {
            problems.Add(
                claim.At,
                "The statement gives answers of several forms.",
                "at most one of number, date, relative, names, money, word",
                "Make two statements of it."
            );
        }

        if (claim.Number is { IsShare: true } && claim.Base is null)
        {
            problems.Add(
                claim.At,
                $"'{claim.Number.Written}' is a share of something, and the statement has no base.",
                "'base', or 'base: unstated' where the text does not say it",
                "Say what it is a share of."
            );
        }

        if (claim.Money.Count > 2 || claim.Money.DistinctBy(m => m.Currency).Count() < claim.Money.Count)
        {
            problems.Add(
                claim.At,
                "The statement gives one amount twice in one currency, or in more than two.",
                "an amount, or the same in a second currency",
                "Make two statements of it."
            );
        }

        if (claim.Relative is not null)
        {
            if (claim.Sources.Count > 1)
            {
                problems.Add(
                    claim.At,
                    "A year that is told by its distance from the text's own stands in several texts.",
                    "one text for each such statement",
                    "Make one statement for each text."
                );
            }
            else if (claim.Relative.Month is < 1 or > 12)
            {
                problems.Add(claim.At, $"There is no month {claim.Relative.Month}.", "1 to 12", "Correct the month.");
            }
            else if (
                claim.Sources is [var text, ..]
                && file.Sources.GetValueOrDefault(text) is { } source
                && (source.Published is null || claim.Relative.In(source.Published) is null)
            )
            {
                problems.Add(
                    claim.At,
                    $"The year of the text '{text}' is not known, so that the year of the statement is not known either.",
                    "'published' of the text, within one year",
                    "Add it to the text, or leave the date out."
                );
            }
        }

        Known(claim.Speaker, register, claim.At, null, problems);
        Known(claim.Where, register, claim.At, IdentityKind.Place, problems);
        if (claim.Speaker is not null && claim.Voice is not null)
        {
            problems.Add(
                claim.At,
                "The statement has two speakers.",
                "'speaker' of the registry, or 'voice' in words",
                "Remove one of the two."
            );
        }

        foreach (var name in claim.Names.Where(n => register?.Resolve(n, Day(claim, file, dossier)).Matches.Count == 0))
        {
            problems.Add(
                claim.At,
                $"'{name}' is no name, alias or id of the registry.",
                "a name that the registry holds",
                Problems.Nearest(name, register!.Words)
            );
        }
    }

    /// <summary>The day as of which the names of a statement are understood.</summary>
    public static DateOnly Day(ClaimEntry claim, ClaimFile file, ElectionDossier dossier)
    {
        var when = claim.Holds ?? claim.On ?? Published(claim, file);
        return when is null || when.Latest == DateTime.MaxValue
            ? dossier.File.PollingDay
            : DateOnly.FromDateTime(when.Latest);
    }

    /// <summary>When the text of a statement was published: its origin where it names one, or the first of its texts.</summary>
    public static PartialDate? Published(ClaimEntry claim, ClaimFile file) =>
        (claim.Origin is { } origin ? file.Sources.GetValueOrDefault(origin)?.Published : null)
        ?? claim
            .Sources.Select(s => file.Sources.GetValueOrDefault(s)?.Published)
            .OfType<PartialDate>()
            .OrderBy(d => d.Earliest)
            .FirstOrDefault();

    private static void Record(
        string key,
        RecordEntry record,
        ElectionDossier dossier,
        IdentityRegister? register,
        Problems problems
    )
    {
        var given = new object?[]
        {
            record.PollingDay,
            record.Event,
            record.Parties,
            record.Figure,
            record.Turnout,
            record.Poll,
            record.MostSeats,
            record.Spread,
            record.Level,
            record.Tenure,
            record.Status,
            record.Filled,
            record.VoidedByTurnout,
            record.Given,
        };
        if (given.Count(g => g is not null) != 1)
        {
            problems.Add(
                record.At,
                $"The record of '{key}' is {given.Count(g => g is not null)} things.",
                "exactly one",
                "Name one place where the answer stands."
            );
        }

        foreach (
            var contest in new[]
            {
                record.Filled,
                record.VoidedByTurnout,
                record.Spread?.Contest,
                record.Figure is { Election: null } own ? own.Contest : null,
            }
                .OfType<string>()
                .Where(c => !dossier.Edition.Text.Contests.ContainsKey(c) && !dossier.File.Contests.ContainsKey(c))
        )
        {
            problems.Add(
                record.At,
                $"The law has no contest '{contest}'.",
                "a contest of the edition",
                Problems.Nearest(contest, dossier.Edition.Text.Contests.Keys)
            );
        }

        Known(record.Level, register, record.At, IdentityKind.Place, problems);
        Known(record.Status, register, record.At, null, problems);
        Known(record.Tenure?.Person, register, record.At, IdentityKind.Person, problems);
        Known(record.Tenure?.Office, register, record.At, IdentityKind.Office, problems);
        Known(record.Event?.Who, register, record.At, null, problems);
    }

    private static void Known(
        string? id,
        IdentityRegister? register,
        Location at,
        IdentityKind? kind,
        Problems problems
    )
    {
        if (id is null || register is null)
        {
            return;
        }

        if (register.Find(id) is not { } found || (kind is not null && found.Kind != kind))
        {
            problems.Add(
                at,
                $"'{id}' is not in the registry{(kind is { } k ? $" as {Files.ScalarType.Word(k)}" : "")}.",
                "an id of the registry",
                Problems.Nearest(id, register.All.Where(i => kind is null || i.Kind == kind).Select(i => i.Id))
            );
        }
    }
}
