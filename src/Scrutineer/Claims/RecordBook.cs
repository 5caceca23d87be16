using Scrutineer.Allocation;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Numerics;
using Scrutineer.Observation;
using Scrutineer.Registry;
using Scrutineer.Results.Parties;

namespace Scrutineer.Claims;

/// <summary>What the files of an election say themselves: statements are checked against them.</summary>
internal sealed class RecordBook(
    ElectionDossier dossier,
    DossierFacts facts,
    TurnoutReport? turnout = null,
    PollFile? polls = null
)
{
    private readonly RegisterRecord register = new(facts.Register, dossier.File.PollingDay);

    private readonly Dictionary<string, ElectionDossier?> elections = new(StringComparer.Ordinal)
    {
        [dossier.File.Id] = dossier,
    };

    /// <summary>Rates of exchange, against which amounts in two currencies are checked.</summary>
    public IReadOnlyList<RateEntry> Rates { get; init; } = [];

    /// <summary>What the record says of an answer; nothing where the question has no record, or the answer is a judgement.</summary>
    /// <param name="record">Where the answer stands.</param>
    /// <param name="claim">The statement.</param>
    /// <param name="value">Its answer.</param>
    /// <param name="holds">The time of which it speaks.</param>
    public RecordAnswer? Ask(RecordEntry? record, ClaimEntry claim, ClaimValue value, PartialDate? holds)
    {
        if (value.Money.Count > 1)
        {
            return RateRecord.Ask(Rates, value.Money);
        }

        if (record is null || !value.Any || claim.Kind == ClaimKind.Judgement)
        {
            return null;
        }

        return record switch
        {
            { PollingDay: { } election } => PollingDay(election, value),
            { Event: { } happened } => Happened(happened, value),
            { Parties: not null } => InTheRace(value, holds),
            { Figure: { } figure } => new FigureRecord(id => id.Length == 0 ? dossier : Election(id)).Ask(
                figure,
                claim,
                value
            ),
            { Turnout: { } unit } => Turnout(unit, value),
            { Poll: { } poll } => Poll(poll, value),
            { MostSeats: { } list } => MostSeats(list, value),
            { Spread: { } spread } => Spread(spread, value),
            { Level: { } place } => register.Level(place, value, holds),
            { Tenure: { } tenure } => register.Tenure(tenure, value, holds),
            { Status: { } party } => register.Status(party, value, holds),
            { Filled: { } contest } => Filled(contest, value),
            { VoidedByTurnout: { } contest } => Voided(contest, value),
            { Given: { } given } when given.Of is null || given.Of == claim.Of => Given(given, value),
            _ => null,
        };
    }

    /// <summary>What is recorded to have changed between two times in something: an event that concerns it, or a renaming.</summary>
    /// <param name="of">Of what; nothing for the race itself, which changes when a party leaves it.</param>
    /// <param name="from">The earlier time.</param>
    /// <param name="to">The later time.</param>
    public string? ChangeBetween(string? of, PartialDate from, PartialDate to)
    {
        bool Between(PartialDate on) => on.Earliest >= from.Earliest && on.Latest <= to.Latest;
        if (of is null)
        {
            return
                facts.Events.FirstOrDefault(e =>
                    PartyStates.After(e.What) is { } state && !state.IsInTheRace() && Between(e.On)
                )
                    is { } left
                ? $"{left.On.InWords()}: {left.Says}"
                : null;
        }

        if (facts.Register?.Find(of) is { } identity)
        {
            var renamed = identity.Entry.Names.FirstOrDefault(n => n.From is { } on && Between(on));
            var status = identity.Entry.Status.FirstOrDefault(s => s.From is { } on && Between(on));
            var level = identity.Entry.Level.FirstOrDefault(l => l.From is { } on && Between(on));
            if (renamed is not null)
            {
                return $"named {renamed.Name} {new Interval(renamed.From, renamed.To).InWords()}";
            }

            if (status is not null)
            {
                return $"{ScalarType.Word(status.Is)} {new Interval(status.From, status.To).InWords()}";
            }

            if (level is not null)
            {
                return $"{level.Is} {new Interval(level.From, level.To).InWords()}";
            }
        }

        return facts.Events.FirstOrDefault(e => e.Who.Contains(of) && Between(e.On)) is { } happened
            ? $"{happened.On.InWords()}: {happened.Says}"
            : null;
    }

    private ElectionDossier? Election(string id)
    {
        if (!elections.TryGetValue(id, out var election))
        {
            var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(dossier.Folder))!, id);
            election = Directory.Exists(folder) ? ElectionDossier.Read(folder, null, new Problems()) : null;
            elections[id] = election;
        }

        return election;
    }

    private RecordAnswer? PollingDay(string id, ClaimValue value) =>
        Election(id) is { } election
            ? OnDay(
                PartialDate.Of(election.File.PollingDay),
                value,
                $"{election.File.Title} was voted on",
                $"elections/{id}/election.yaml"
            )
            : null;

    private RecordAnswer? Happened(RecordedEvent sought, ClaimValue value) =>
        facts.Events.FirstOrDefault(e =>
            e.What == sought.What
            && (sought.Who is null || e.Who.Contains(sought.Who))
            && (sought.Law is null || e.Law == sought.Law)
        )
            is { } found
            ? OnDay(
                found.On,
                value,
                $"the events have: {found.Says.TrimEnd('.')};",
                $"{DossierFacts.FileName} ({string.Join("; ", found.Sources.Select(s => dossier.File.Sources[s].Title))})"
            )
            : null;

    private static RecordAnswer? OnDay(PartialDate on, ClaimValue value, string says, string basis) =>
        value.Date is { } claimed
            ? new RecordAnswer(
                on.Earliest > claimed.Latest || claimed.Earliest > on.Latest ? Answer.No
                    : on.Earliest >= claimed.Earliest && on.Latest <= claimed.Latest ? Answer.Yes
                    : on.Day is not null && claimed.Day is not null ? Answer.Yes
                    : Answer.NotSure,
                $"{says} {on.InWords()}",
                basis
            )
            : null;

    private RecordAnswer? InTheRace(ClaimValue value, PartialDate? holds)
    {
        if (value.Number is not { } number || holds is null || facts.Register is null || facts.Events.Count == 0)
        {
            return null;
        }

        if (holds.Earliest == DateTime.MinValue || holds.Latest == DateTime.MaxValue)
        {
            return null;
        }

        var days = new[] { DateOnly.FromDateTime(holds.Earliest), DateOnly.FromDateTime(holds.Latest) };
        var counts = days.Select(d => PartiesOnDay.Of(dossier, facts, d)).ToList();
        if (counts.Exists(c => c.PerhapsInTheRace > 0) || counts[0].InTheRace != counts[1].InTheRace)
        {
            return new RecordAnswer(Answer.NotSure, "the dates of the events leave it open", DossierFacts.FileName);
        }

        return new RecordAnswer(
            number.Holds(counts[0].InTheRace) ? Answer.Yes : Answer.No,
            $"{Shown.Of(counts[0].InTheRace, "party was", "parties were")} in the race on {Shown.Day(days[1])}",
            $"{DossierFacts.FileName}; scrutineer parties {SourceText.Show(dossier.Folder)} --as-of {days[1]:yyyy-MM-dd}"
        );
    }

    /// <summary>This election and those before it, each with the id that a list of this one had in it.</summary>
    private IEnumerable<(ElectionDossier Election, string List)> Through(string contest, string list)
    {
        var (at, id) = ((ElectionDossier?)dossier, list);
        // A dossier that a mistake makes its own forerunner is asked once.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (at is not null && seen.Add(at.File.Id))
        {
            yield return (at, id);
            id = at.File.Contests.GetValueOrDefault(contest)?.Contenders.GetValueOrDefault(id)?.Before ?? id;
            at = at.File.Previous is { } previous ? Election(previous) : null;
        }
    }

    private RecordAnswer? MostSeats(string list, ClaimValue value)
    {
        if (value.Number is not { } number)
        {
            return null;
        }

        var won = dossier
            .File.Contests.Keys.SelectMany(c =>
                Through(c, list)
                    .Where(e => e.Election.File.Contests.ContainsKey(c))
                    .Select(e => (e.Election, Seats: Seats(e.Election, c, e.List)))
            )
            .Where(e => e.Seats is not null)
            .ToList();
        if (won.Count == 0)
        {
            return null;
        }

        var most = won.MaxBy(e => e.Seats)!;
        return new RecordAnswer(
            number.Holds(most.Seats!.Value) ? Answer.Yes : Answer.No,
            $"at most {Shown.Seats(most.Seats!.Value)} in the {Shown.Of(won.Count, "election", "elections")} on record in which it stood ({string.Join(", ", won.Select(e => e.Election.File.PollingDay.Year).Order())})",
            string.Join(", ", won.Select(e => $"elections/{e.Election.File.Id}"))
        );
    }

    private static int? Seats(ElectionDossier election, string contest, string list) =>
        election.OfficialSeats(contest).TryGetValue(list, out var seats) ? seats : null;

    private RecordAnswer? Spread(RecordedSpread spread, ClaimValue value)
    {
        if (value.Number is not { } number)
        {
            return null;
        }

        var series = spread
            .Lists.Select(list =>
                (
                    List: list,
                    Shares: Through(spread.Contest, list)
                        .Where(e => e.Election.File.PollingDay.Year >= spread.Since)
                        .Select(e => (e.Election, Share: FigureRecord.OfValid(e.Election, spread.Contest, e.List)))
                        .Where(e => e.Share is not null)
                        .Select(e => (e.Election, Share: e.Share!.Value))
                        .Reverse()
                        .ToList()
                )
            )
            .Where(s => s.Shares.Count > 1)
            .ToList();
        if (series.Count == 0)
        {
            return null;
        }

        Rational Moved(List<(ElectionDossier, Rational Share)> shares) =>
            shares.Max(s => s.Share) - shares.Min(s => s.Share);
        var most = series.MaxBy(s => Moved(s.Shares));
        var name =
            dossier.File.Contests.GetValueOrDefault(spread.Contest)?.Contenders.GetValueOrDefault(most.List)?.Name
            ?? most.List;
        return new RecordAnswer(
            number.Holds(Moved(most.Shares)) ? Answer.Yes : Answer.No,
            $"{name}: {string.Join(" → ", most.Shares.Select(s => $"{Shown.Percent(s.Share)} ({s.Election.File.PollingDay.Year})"))} of the valid votes, a movement of {(Moved(most.Shares) * 100).ToDecimal(2)} points",
            string.Join(", ", most.Shares.Select(s => $"elections/{s.Election.File.Id}"))
        );
    }

    private RecordAnswer? Turnout(string unit, ClaimValue value) =>
        value.Number is { } number && turnout?.Units.FirstOrDefault(u => u.Unit == unit) is { Last: { } last } found
            ? new RecordAnswer(
                number.Holds(last) ? Answer.Yes : Answer.No,
                $"the last turnout announced of {found.Name} was {Shown.Percent(last, 1)} of the {turnout.Of.InWords()}",
                TurnoutReport.FileName
            )
            : null;

    private RecordAnswer? Poll(RecordedPoll sought, ClaimValue value)
    {
        var poll = polls?.Polls.FirstOrDefault(p => p.Pollster == sought.Pollster);
        return value.Number is { } number && poll is not null && poll.Shares.TryGetValue(sought.List, out var share)
            ? new RecordAnswer(
                number.Holds(share) ? Answer.Yes : Answer.No,
                $"the poll of {poll.Pollster} has {Shown.Percent(share)}",
                PollFile.FileName
            )
            : null;
    }

    private RecordAnswer? Filled(string name, ClaimValue value)
    {
        if (value.Word is not { } word || !dossier.Edition.Text.Contests.TryGetValue(name, out var contest))
        {
            return null;
        }

        var filled = contest.AppointedBy is null ? "elected" : "appointed";
        var rule =
            contest.Rules.FirstOrDefault(r => r.Rule.AwardsSeats)
            ?? (contest.Rules.Count > 0 ? contest.Rules[0] : null);
        return new RecordAnswer(
            word == filled ? Answer.Yes : Answer.No,
            $"the law has the {Shown.Seats(contest.Seats)} {filled}{(rule is null ? "" : $" ({rule.Sentence().TrimEnd('.')})")}",
            $"{rule?.Rule.Cite ?? contest.Cite}, edition {dossier.Edition.Name} of {dossier.Law.File.Id}"
        );
    }

    private RecordAnswer? Voided(string contest, ClaimValue value)
    {
        // Under another edition that somebody sets, the contest may not be there.
        if (value.Word is not { } word || !dossier.Edition.Text.Contests.ContainsKey(contest))
        {
            return null;
        }

        var validity = TurnoutValidity.Of(dossier, contest);
        return new RecordAnswer(
            word == (validity.Minimum is null ? "no" : "yes") ? Answer.Yes : Answer.No,
            char.ToLowerInvariant(validity.Says[0]) + validity.Says[1..].TrimEnd('.'),
            validity.Basis
        );
    }

    private static RecordAnswer? Given(GivenAnswer given, ClaimValue value)
    {
        var own = new ClaimValue
        {
            Number = given.Number,
            Date = given.Date,
            Word = given.Word,
        };
        return own.IsLike(value)
            ? new RecordAnswer(
                own.Overlaps(value) ? Answer.Yes : Answer.No,
                own.InWords(),
                $"{given.Cite} ({ScalarType.Word(given.Checked)})"
            )
            : null;
    }
}
