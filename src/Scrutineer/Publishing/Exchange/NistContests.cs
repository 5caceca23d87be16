using System.Globalization;
using System.Text.Json;
using Scrutineer.Dossier;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using static Scrutineer.Publishing.Exchange.NistJson;

namespace Scrutineer.Publishing.Exchange;

/// <summary>The part of a NIST report that holds parties, candidates, contests and their votes.</summary>
internal static class NistContests
{
    /// <summary>The lists of a contest as parties; candidates are none.</summary>
    public static void Parties(Utf8JsonWriter json, ElectionDossier dossier, string contest)
    {
        if (!IsOfLists(dossier, contest))
        {
            return;
        }

        foreach (var (id, entry) in dossier.File.Contests[contest].Contenders)
        {
            Begin(json, "Party");
            json.WriteString("@id", Id("party", contest, id));
            Text(json, "Name", entry.Name, entry.Names);
            json.WriteString("Abbreviation", id);
            if (entry.Colour is ['#', .. { Length: 6 } hex])
            {
                json.WriteString("Color", hex.ToLowerInvariant());
            }

            json.WriteEndObject();
        }
    }

    /// <summary>The election with its candidates and contests.</summary>
    public static void Election(Utf8JsonWriter json, ExchangeReport report)
    {
        var file = report.Dossier.File;
        var day = file.PollingDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Begin(json, "Election");
        json.WriteString("ElectionScopeId", UnitId(Tally.Nation));
        Text(json, "Name", file.Title);
        json.WriteString("StartDate", day);
        json.WriteString("EndDate", day);
        json.WriteString("Type", "general");
        json.WriteStartArray("Candidate");
        foreach (var contest in report.Contests.Where(c => !IsOfLists(report.Dossier, c.Contest)))
        {
            foreach (var candidate in Standing(contest))
            {
                var entry = file.Contests[contest.Contest].Contenders.GetValueOrDefault(candidate);
                Begin(json, "Candidate");
                json.WriteString("@id", Id("candidate", contest.Contest, contest.District, candidate));
                Text(json, "BallotName", entry?.Name ?? candidate, entry?.Names);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("Contest");
        foreach (var contest in report.Contests)
        {
            Contest(json, report, contest);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Contest(Utf8JsonWriter json, ExchangeReport report, ExchangeContest contest)
    {
        var (name, district) = (contest.Contest, contest.District);
        var law = report.Dossier.Edition.Text.Contests[name];
        var ofLists = IsOfLists(report.Dossier, name);
        Begin(json, ofLists ? "PartyContest" : "CandidateContest");
        json.WriteString("@id", Id("contest", name, district));
        json.WriteString("Name", district == Tally.Nation ? name : $"{name}, {district}");
        json.WriteString("ElectoralDistrictId", UnitId(district));
        if (Variation(law.Ballot) is { } variation)
        {
            json.WriteString("VoteVariation", variation);
        }

        if (!ofLists)
        {
            json.WriteNumber(
                "VotesAllowed",
                law.Ballot is BallotKind.Approval or BallotKind.Ranked ? Standing(contest).Count : 1
            );
            json.WriteStartArray("OfficeIds");
            json.WriteStringValue("office");
            json.WriteEndArray();
        }

        if (report.Units.First(u => u.Id == district).Progress is var (stations, reported))
        {
            json.WriteNumber("TotalSubUnits", stations);
            json.WriteNumber("SubUnitsReported", reported);
        }

        json.WriteStartArray("SummaryCounts");
        foreach (var tally in contest.Tallies.Where(t => t.BallotsInBox.IsKnown || t.Invalid.IsKnown))
        {
            Begin(json, "SummaryCounts");
            json.WriteString("Type", "total");
            json.WriteString("GpUnitId", UnitId(tally.Unit));
            Number(json, "BallotsCast", tally.BallotsInBox);
            Number(json, "BallotsRejected", tally.Invalid);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("BallotSelection");
        foreach (var (order, id) in Standing(contest).Index())
        {
            Begin(json, ofLists ? "PartySelection" : "CandidateSelection");
            json.WriteString("@id", Id("selection", name, district, id));
            json.WriteNumber("SequenceOrder", order + 1);
            json.WriteStartArray(ofLists ? "PartyIds" : "CandidateIds");
            json.WriteStringValue(ofLists ? Id("party", name, id) : Id("candidate", name, district, id));
            json.WriteEndArray();
            Votes(json, contest, t => t.Contenders.FirstOrDefault(c => c.Id == id)?.Votes ?? default);
            json.WriteEndObject();
        }

        if (contest.Tallies.Any(t => t.AgainstAll.IsKnown))
        {
            Begin(json, "BallotMeasureSelection");
            json.WriteString("@id", Id("against-all", name, district));
            json.WriteNumber("SequenceOrder", Standing(contest).Count + 1);
            Text(json, "Selection", "Against all");
            Votes(json, contest, t => t.AgainstAll);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Votes(Utf8JsonWriter json, ExchangeContest contest, Func<Tally, Counting.Count> votes)
    {
        json.WriteStartArray("VoteCounts");
        foreach (var tally in contest.Tallies)
        {
            if (votes(tally).Value is { } number)
            {
                Begin(json, "VoteCounts");
                json.WriteString("Type", "total");
                json.WriteString("GpUnitId", UnitId(tally.Unit));
                json.WriteNumber("Count", number);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    // Who stood here. Where candidates stand in many constituencies, a figure says where each did.
    private static List<string> Standing(ExchangeContest contest) =>
        [
            .. contest
                .Tallies[0]
                .Contenders.Select(c => c.Id)
                .Where(id =>
                    contest.District == Tally.Nation
                    || contest.Tallies.Any(t => t.Contenders.Any(c => c.Id == id && c.Votes.IsKnown))
                ),
        ];

    private static bool IsOfLists(ElectionDossier dossier, string contest) =>
        dossier.Edition.Text.Contests[contest].Ballot is BallotKind.List;
}
