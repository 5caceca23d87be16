using Scrutineer.Findings;
using Scrutineer.Law.Calendars;
using Scrutineer.Registry;
using Scrutineer.Results.Calendars;

namespace Scrutineer.Tests.Results;

/// <summary>The calendar of 2020 and 2021, step by step.</summary>
public class ElectionCalendarTests
{
    private static readonly ElectionCalendar Calendar = Read();

    private static ElectionCalendar Read()
    {
        var (dossier, facts) = Facts.Of("kz-mazhilis-2021");
        return ElectionCalendar.Of(dossier, facts);
    }

    private static EdgeResult Edge(string name, string end)
    {
        var window = Calendar.Windows.Single(w => w.Name == name);
        return (end == "opens" ? window.Opens : window.Closes)!;
    }

    [Theory]
    [InlineData("nomination", "opens", "2020-11-10T00:00", -61, EdgeState.Agrees)]
    [InlineData("nomination", "closes", "2020-11-30T18:00", -41, EdgeState.CountedOtherwise)]
    [InlineData("registration", "closes", "2020-12-10T18:00", -31, EdgeState.Agrees)]
    [InlineData("campaign", "opens", "2020-12-10T18:01", -31, EdgeState.Agrees)]
    [InlineData("campaign", "closes", "2021-01-09T00:00", -1, EdgeState.Agrees)]
    [InlineData("silence", "opens", "2021-01-09T00:00", -1, EdgeState.Agrees)]
    [InlineData("voter-lists", "closes", "2020-12-21T23:59", -20, EdgeState.Agrees)]
    [InlineData("voter-lists-open", "opens", "2020-12-26T00:00", -15, EdgeState.Agrees)]
    [InlineData("accreditation", "closes", "2021-01-04T18:00", -6, EdgeState.CountedOtherwise)]
    [InlineData("home-voting", "closes", "2021-01-09T12:00", -1, EdgeState.Agrees)]
    [InlineData("voting", "opens", "2021-01-10T07:00", 0, EdgeState.Agrees)]
    [InlineData("voting", "closes", "2021-01-10T20:00", 0, EdgeState.Agrees)]
    [InlineData("count", "closes", "2021-01-11T08:00", 1, EdgeState.NotSet)]
    [InlineData("precinct-protocols", "opens", "2021-01-10T00:00", 0, EdgeState.NotSet)]
    [InlineData("territorial-protocols", "closes", "2021-01-12T23:59", 2, EdgeState.NotSet)]
    [InlineData("result", "closes", "2021-01-17T23:59", 7, EdgeState.NotSet)]
    [InlineData("publication", "closes", "2021-01-20T23:59", 10, EdgeState.NotSet)]
    [InlineData("dispute", "closes", "2021-01-22T23:59", 12, EdgeState.NotSet)]
    [InlineData("seats-to-persons", "closes", "2021-01-22T23:59", 12, EdgeState.NotSet)]
    [InlineData("assembly-nomination", "opens", "2020-12-11T00:00", -31, EdgeState.Agrees)]
    [InlineData("assembly-nomination", "closes", "2020-12-22T18:00", -20, EdgeState.Agrees)]
    [InlineData("assembly-registration", "closes", "2020-12-27T18:00", -15, EdgeState.Agrees)]
    public void Windows_EachStep_HasItsDay(string window, string end, string moment, int days, EdgeState state)
    {
        var edge = Edge(window, end);
        Assert.Equal(moment, edge.Moment!.Value.ToString("yyyy-MM-ddTHH:mm"));
        Assert.Equal(days, edge.DaysFrom(Calendar.Windows.Single(w => w.Name == window).PollingDay));
        Assert.Equal(state, edge.State);
    }

    [Fact]
    public void Windows_CountedFromATermWhoseEndIsUnknown_CannotBeTold()
    {
        Assert.Equal(EdgeState.Untold, Edge("call", "closes").State);
        Assert.Null(Edge("call", "closes").Moment);
        Assert.Equal(EventVerdict.NotSure, Calendar.Windows.Single(w => w.Name == "call").Events.Single().Verdict);
    }

    [Fact]
    public void Findings_FortyDaysCountedAsFortyOne_IsOne()
    {
        var finding = Assert.Single(
            Calendar.Findings,
            f => f.Code == "deadline-counted-otherwise" && f.Unit == "nomination"
        );
        Assert.Equal([KeyValuePair.Create("rule", "40"), KeyValuePair.Create("used", "41")], finding.Figures);
        Assert.Equal([CountingConvention.ClearDays], Edge("nomination", "closes").Fits);
        Assert.Single(Calendar.Findings, f => f.Code == "counting-not-uniform");
        Assert.Equal(
            ["nomination", "accreditation"],
            Calendar.Findings.Where(f => f.Code == "deadline-counted-otherwise").Select(f => f.Unit)
        );
    }

    [Theory]
    [InlineData("forbidden-in-its-time", "silence", "Nur Otan")]
    [InlineData("inside-time-to-dispute", "dispute", "22 January 2021")]
    [InlineData("polls-close-at-different-times", "voting", "21:00")]
    public void Findings_EventsOutsideTheRule_AreNamed(string code, string window, string says)
    {
        var finding = Assert.Single(Calendar.Findings, f => f.Code == code);
        Assert.Equal(window, finding.Unit);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains(says, finding.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_DaysThatTheSourcesGive_StandInTheirPlace()
    {
        (EventKind What, int Days)[] expected =
        [
            (EventKind.Call, -81),
            (EventKind.Admission, -66),
            (EventKind.ResultFixed, 2),
            (EventKind.DeputiesRegistered, 4),
        ];
        foreach (var (what, days) in expected)
        {
            var happened = Assert.Single(Calendar.Facts.Events, e => e.What == what);
            Assert.Equal(days, happened.On.Day!.Value.DayNumber - new DateOnly(2021, 1, 10).DayNumber);
        }

        var assembly = Assert.Single(Calendar.Facts.Events, e => e.What == EventKind.Voting && e.Contest == "assembly");
        Assert.Equal(new DateOnly(2021, 1, 11), assembly.On.Day);
    }

    [Fact]
    public void Windows_RegistrationOfLists_WasKept()
    {
        var events = Calendar.Windows.Single(w => w.Name == "registration").Events;
        Assert.NotEmpty(events);
        Assert.All(events, e => Assert.Equal(EventVerdict.Kept, e.Verdict));
    }
}
