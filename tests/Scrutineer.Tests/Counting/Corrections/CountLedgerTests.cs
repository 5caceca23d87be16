using Scrutineer.Allocation;
using Scrutineer.Counting;
using Scrutineer.Counting.Corrections;
using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Units;
using Scrutineer.Findings;
using Scrutineer.Tests.Counting.Forms;

namespace Scrutineer.Tests.Counting.Corrections;

public class CountLedgerTests
{
    private static readonly FormLayout Layout = Shipped.Form("kz/station-2021").For(["PPK", "NurOtan"]);
    private static readonly UnitPath One = UnitPath.Of("Almaty", "1");
    private static readonly UnitPath Two = UnitPath.Of("Almaty", "2");
    private static readonly UnitPath Three = UnitPath.Of("Astana", "3");

    private static readonly UnitTree Tree = UnitTree.Of(
        [
            new Unit(One, "station") { Registered = new Count(1000) },
            new Unit(Two, "station") { Registered = new Count(500) },
            new Unit(Three, "station") { Registered = new Count(250) },
        ],
        ["region"]
    );

    private static Protocol Protocol(UnitPath unit, long ppk, long nurOtan) =>
        new(
            Layout,
            unit,
            CopyKind.Signed,
            [
                .. Layout.Columns.Select(c =>
                    c.Name switch
                    {
                        "votes:PPK" => new Count(ppk),
                        "votes:NurOtan" => new Count(nurOtan),
                        _ => Count.NotReported,
                    }
                ),
            ]
        );

    private static CountLedger Ledger(string corrections, params Protocol[] reported)
    {
        var problems = new Problems();
        var events = CorrectionFile.Read(
            Texts.Source("corrections.csv", "at,event,unit,field,value,reason,source\n" + corrections),
            Layout,
            Tree,
            null,
            problems
        );
        Assert.Equal([], problems.Lines());
        return new CountLedger(Layout, Tree, reported, events!);
    }

    private static string Votes(CountAsOf count) =>
        string.Join(" ", Layout.Lists.Select((_, i) => count.Totals[Layout.IndexOf("votes", i)].AsCount()));

    private static CountAsOf AsOf(CountLedger ledger, string moment) => ledger.AsOf(Moment.Parse(moment)!);

    [Fact]
    public void AsOf_CorrectionAnnulmentAndRepeatVote_GivesTheTotalsOfEachMoment()
    {
        var ledger = Ledger(
            """
            2021-01-11T09:30,late-protocol,Astana/3,votes:PPK,20,storm,cec
            2021-01-11T09:30,late-protocol,Astana/3,votes:NurOtan,180,storm,cec
            2021-01-12,correction,Almaty/1,votes:PPK,150,digits swapped,tec
            2021-01-14,annulment,Almaty/2,,,ballots stuffed,court
            2021-01-24,repeat-vote,Almaty/2,votes:PPK,200,court order,tec
            2021-01-24,repeat-vote,Almaty/2,votes:NurOtan,100,court order,tec
            """,
            Protocol(One, 105, 600),
            Protocol(Two, 10, 400)
        );
        Assert.Equal("115 1000", Votes(AsOf(ledger, "2021-01-10")));
        Assert.Equal("115 1000", Votes(AsOf(ledger, "2021-01-11T09:29")));
        Assert.Equal("135 1180", Votes(AsOf(ledger, "2021-01-11T09:30")));
        Assert.Equal("180 1180", Votes(AsOf(ledger, "2021-01-12")));
        Assert.Equal("170 780", Votes(AsOf(ledger, "2021-01-14")));
        Assert.Equal("370 880", Votes(AsOf(ledger, "2021-02-01")));
        Assert.Equal(105, AsOf(ledger, "2021-01-10").Units[0].Protocol![Layout.IndexOf("votes", 0)].Value);
        Assert.Equal(150, AsOf(ledger, "2021-01-12").Units[0].Protocol![Layout.IndexOf("votes", 0)].Value);
    }

    [Fact]
    public void AsOf_AnnulmentOfARegion_TakesEveryStationWithinItAndCanBeLifted()
    {
        var ledger = Ledger(
            """
            2021-01-14,annulment,Almaty,,,power cut during the count,court
            2021-01-20,reinstatement,Almaty/2,,,appeal,supreme court
            """,
            Protocol(One, 105, 600),
            Protocol(Two, 10, 400),
            Protocol(Three, 20, 180)
        );
        var annulled = AsOf(ledger, "2021-01-15");
        Assert.Equal("20 180", Votes(annulled));
        Assert.Equal([One, Two], annulled.Annulled.Select(u => u.Unit));
        var finding = CountFindings.Of(annulled)[0];
        Assert.Equal((CountFindings.UnitAnnulled, "Almaty/1"), (finding.Code, finding.Unit));
        Assert.Equal(
            "The result of the station was annulled (2021-01-14): power cut during the count. Its figures do not count.",
            finding.Statement
        );
        Assert.Equal("30 580", Votes(AsOf(ledger, "2021-01-20")));
    }

    [Fact]
    public void AsOf_PartialCount_GivesSharesOfStationsAndOfVotersWithTheirBase()
    {
        var count = AsOf(Ledger("", Protocol(One, 105, 600), Protocol(Two, 10, 400)), "2021-01-10");
        Assert.Equal(new Rational(2, 3), count.ReportedOfStations);
        Assert.Equal(new Rational(1500, 1750), count.ReportedOfRegistered);
        Assert.Equal(250, count.MostMissing);
        Assert.Equal(
            "As of 2021-01-10, 2 stations of 3, with 85.71 % of the registered voters, have reported; the others can bring at most 250 ballots, as many as they have registered voters.",
            Assert.Single(CountFindings.Of(count)).Statement
        );
    }

    [Fact]
    public void AsOf_EventsThatDoNotFit_AreToldAndChangeNothing()
    {
        var ledger = Ledger(
            """
            2021-01-11,late-protocol,Almaty/1,votes:PPK,1,twice,cec
            2021-01-12,repeat-vote,Almaty/1,votes:PPK,1,not annulled,cec
            2021-01-13,reinstatement,Almaty/1,,,not annulled,cec
            2021-01-13,correction,Astana/3,votes:PPK,1,nothing to correct,cec
            """,
            Protocol(One, 105, 600)
        );
        var count = AsOf(ledger, "2021-02-01");
        Assert.Equal("105 600", Votes(count));
        Assert.Equal(
            [
                "The late protocol of 11 January 2021 has no effect: the unit is counted at that moment.",
                "The repeat vote of 12 January 2021 has no effect: the unit is counted at that moment.",
                "The reinstatement of 13 January 2021 has no effect: the unit is counted at that moment.",
                "The correction of 13 January 2021 has no effect: the unit is not reported at that moment.",
            ],
            count.Findings.Select(f => f.Statement)
        );
        Assert.All(count.Findings, f => Assert.NotNull(f.Where));
    }

    [Fact]
    public void AsOf_RecountOfAnnulledUnit_StaysAnnulledWithTheNewFigures()
    {
        var ledger = Ledger(
            """
            2021-01-14,annulment,Almaty/1,,,complaint,court
            2021-01-15,recount,Almaty/1,votes:PPK,300,ordered,court
            2021-01-16,reinstatement,Almaty/1,,,recounted,court
            """,
            Protocol(One, 105, 600)
        );
        Assert.Equal("not-reported not-reported", Votes(AsOf(ledger, "2021-01-15")));
        // A recount is a whole new protocol: what it does not give is not reported.
        Assert.Equal("300 not-reported", Votes(AsOf(ledger, "2021-01-16")));
    }

    [Theory]
    [InlineData("2021-13-01,annulment,Almaty/1,,,r,s", "2: For 'at' stands '2021-13-01'.")]
    [InlineData("2021-01-11,anulment,Almaty/1,,,r,s", "2: For 'event' stands 'anulment'.")]
    [InlineData("2021-01-11,annulment,Almaty/9,,,r,s", "2: 'Almaty/9' is no unit of this election.")]
    [InlineData("2021-01-11,annulment,,,,r,s", "2: '' is no unit of this election.")]
    [InlineData(
        "2021-01-11,correction,Almaty,invalid,1,r,s",
        "2: 'Almaty' is above stations, and figures change station by station."
    )]
    [InlineData("2021-01-11,correction,Almaty/1,invalid,1e5,r,s", "2: '1e5' is no figure.")]
    [InlineData("2021-01-11,correction,Almaty/1,invalidd,1,r,s", "2: The form has no field 'invalidd'.")]
    [InlineData("2021-01-11,correction,Almaty/1,,,r,s", "2: The correction of Almaty/1 gives no figure.")]
    [InlineData(
        "2021-01-11,annulment,Almaty/1,invalid,4,r,s",
        "2: The annulment of Almaty/1 gives figures of kz-station-2021."
    )]
    [InlineData("2021-01-11,annulment,Almaty/1,,,,s", "2: The fact has no reason.")]
    public void Read_BadRow_IsLocated(string row, string expected)
    {
        var problems = new Problems();
        var events = CorrectionFile.Read(
            Texts.Source("corrections.csv", "at,event,unit,field,value,reason,source\n" + row + "\n"),
            Layout,
            Tree,
            null,
            problems
        );
        Assert.Null(events);
        Assert.Contains(expected, problems.Lines());
    }

    [Fact]
    public void Read_UnknownSource_IsLocated()
    {
        var problems = new Problems();
        CorrectionFile.Read(
            Texts.Source("c.csv", "at,event,unit,field,value,reason,source\n2021-01-11,annulment,Almaty/1,,,r,court\n"),
            Layout,
            Tree,
            ["courts"],
            problems
        );
        Assert.Equal(["2: The source 'court' is not listed."], problems.Lines());
    }
}
