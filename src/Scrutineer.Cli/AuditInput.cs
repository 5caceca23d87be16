using System.CommandLine;
using Scrutineer.Allocation;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Totals;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Audits.Assertions;
using Scrutineer.Scrutiny.Audits.Drawing;

namespace Scrutineer.Cli;

/// <summary>What the three commands on audits are told, and what they make of it.</summary>
internal sealed class AuditInput
{
    private readonly Argument<string> dossier = new("dossier")
    {
        Description = "The folder of one election, such as elections/kz-mazhilis-2021.",
    };
    private readonly Option<string?> contest = new("--contest")
    {
        Description = "The contest; by default the first with votes.",
    };
    private readonly Option<string?> unit = new("--unit")
    {
        Description = "The constituency, where the contest is decided in several; by default the first.",
    };
    private readonly Option<string[]> readings = new("--reading")
    {
        Description = "Apply this reading of the law; can be given several times.",
    };
    private readonly Option<string> riskLimit = new("--risk-limit")
    {
        Description = "The greatest chance with which a wrong result is confirmed.",
        DefaultValueFactory = _ => "5 %",
    };
    private readonly Option<string?> protocols = new("--protocols")
    {
        Description = "The table of the stations' protocols; by default the one that the dossier names.",
    };
    private readonly Option<string?> map = new("--map")
    {
        Description = "The mapping of that table; by default the one that the dossier names.",
    };

    /// <summary>Adds the arguments and options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Insert(0, dossier);
        foreach (var option in new Option[] { contest, unit, readings, riskLimit, protocols, map })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The election and contest, or problems.</summary>
    public AuditSubject? Subject(ParseResult parsed, Problems problems)
    {
        var limit = Limit(parsed.GetValue(riskLimit)!, problems);
        var read = ElectionDossier.Read(parsed.GetValue(dossier)!, null, problems);
        if (read?.With(parsed.GetValue(readings) ?? [], [], problems) is not { } election || limit is not { } risk)
        {
            return null;
        }

        var contests = election.File.Contests.Keys.Where(c => election.Units(c).Count > 0).ToList();
        var name = parsed.GetValue(contest) ?? contests.FirstOrDefault();
        if (name is null || !contests.Contains(name, StringComparer.Ordinal))
        {
            problems.Add(
                new Location("--contest"),
                name is null ? "The dossier has no votes." : $"The dossier has no votes of a contest '{name}'.",
                "a contest with votes",
                Problems.Nearest(name ?? "", contests)
            );
            return null;
        }

        var units = election.Units(name);
        var place = parsed.GetValue(unit) ?? units[0];
        if (!units.Contains(place, StringComparer.Ordinal))
        {
            problems.Add(
                new Location("--unit"),
                $"The contest '{name}' has no votes of '{place}'.",
                "a constituency with votes",
                Problems.Nearest(place, units)
            );
            return null;
        }

        var tiered = election.Edition.Text.Contests[name].IsTiered;
        return new AuditSubject(election, name, tiered ? election.TallyOf(name) : election.TallyOf(name, place), risk);
    }

    /// <summary>The assertions of the published result, or a problem that says why there are none.</summary>
    public static SeatAssertions? Seats(AuditSubject subject, Tally tally, Problems problems)
    {
        if (SeatAssertions.Of(subject.Dossier, subject.Contest, tally, out var because) is { } seats)
        {
            return seats;
        }

        problems.Add(
            new Location(SourceText.Show(subject.Dossier.Folder)),
            $"No audit can be planned for '{subject.Contest}': {because}.",
            "a result whose seats follow from votes with one mark, and figures that ballots can have",
            "Count all ballots again, or name another contest."
        );
        return null;
    }

    /// <summary>Whether there are stations to draw from: in the call, or in the dossier.</summary>
    public bool HasStations(ParseResult parsed, AuditSubject subject) =>
        parsed.GetValue(protocols) is not null || subject.Dossier.File.Protocols?.Contest == subject.Contest;

    /// <summary>The audit by stations, or problems.</summary>
    public StationAudit? Stations(ParseResult parsed, AuditSubject subject, Problems problems)
    {
        var source = parsed.GetValue(protocols) is { } table
            ? ProtocolSource.Find(table, null, parsed.GetValue(map), null, problems)
            : ProtocolSource.Of(subject.Dossier, null, parsed.GetValue(map), problems);
        if (
            source is null
            || TableReader.Read(source.Path, source.Mapping, source.Layout, problems) is not { } read
            || DossierCount.Of(source, read, null, problems) is not { } count
            || StationManifest.Of(count, subject.Dossier, subject.Contest, problems) is not { } manifest
            || Seats(subject, manifest.TallyOf(subject.Tally), problems) is not { } seats
            || Seats(subject, subject.Tally, problems) is not { } published
        )
        {
            return null;
        }

        if (!seats.Standing.Seats.SequenceEqual(published.Standing.Seats))
        {
            problems.Add(
                new Location(manifest.File),
                "The stations add up to other seats than the published figures.",
                "protocols of all stations of the published result",
                "See 'scrutineer count' for what is missing or differs; a sample cannot settle it."
            );
            return null;
        }

        if (seats.HasPlaces)
        {
            problems.Add(
                new Location(manifest.File),
                "Some assertions are about single places, and stations are drawn for the whole.",
                "a contest whose seats follow from the ballots of one place",
                "Draw in each place by the sizes of 'scrutineer audit plan'."
            );
            return null;
        }

        if (seats.Assertions.Count == 0)
        {
            problems.Add(
                new Location(manifest.File),
                "No ballot could change the seats.",
                "a contest with at least two lists that compete for a seat",
                "There is nothing to audit."
            );
            return null;
        }

        return StationAudit.Of(seats, manifest);
    }

    private static double? Limit(string text, Problems problems)
    {
        if (Rational.TryParse(text, out var limit) && limit > 0 && limit < 1)
        {
            return limit.ToDouble();
        }

        problems.Add(
            new Location("--risk-limit"),
            $"'{text}' is no risk limit.",
            "a share above 0 and below 1, such as '5 %' or 0.1",
            "Write for example --risk-limit \"5 %\"."
        );
        return null;
    }
}
