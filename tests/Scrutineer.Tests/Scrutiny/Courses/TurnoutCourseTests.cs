using System.Globalization;
using Scrutineer.Allocation;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Observation;
using Scrutineer.Scrutiny.Courses;
using Scrutineer.Scrutiny.Forensics.Placebos;

namespace Scrutineer.Tests.Scrutiny.Courses;

/// <summary>The course of a day's turnout against the same hours of earlier elections.</summary>
public sealed class TurnoutCourseTests
{
    private static readonly int[] Hours = [10, 12, 14, 16, 18, 20];

    [Fact]
    public void Of_OneEarlierElection_ByHand()
    {
        var now = Unit("A", (10, 10), (12, 30), (20, 60));
        var before = Unit("A", (10, 20), (12, 40), (20, 80));
        var course = UnitCourse.Of(now, 1000, [("old", before)])!;
        Assert.Equal(["old"], course.Past);
        Assert.Equal([1 / 6.0, 0.5, 1], course.Hours.Select(h => h.OfEnd), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0.25, 0.5, null], course.Hours.Select(h => h.PastOfEnd));
        Assert.All(course.Hours, h => Assert.Null(h.PastSpread));

        // From 10 to 12 hours the past doubled: 10 % should be 20 % and is 30 %. From 12 to 20 it doubled, and so it did now.
        Assert.Null(course.Hours[0].Beyond);
        Assert.Equal(0.1, course.Hours[1].Beyond!.Value, 1e-12);
        Assert.Equal(100, course.Hours[1].Votes!.Value, 1e-9);
        Assert.Equal(0, course.Hours[2].Beyond!.Value, 1e-12);
    }

    [Fact]
    public void Of_TwoEarlierElections_HasTheirSpread()
    {
        var now = Unit("A", (10, 10), (20, 60));
        var course = UnitCourse.Of(
            now,
            null,
            [("one", Unit("A", (10, 20), (20, 80))), ("two", Unit("A", (10, 30), (20, 60)))]
        )!;
        Assert.Equal(0.375, course.Hours[0].PastOfEnd!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(0.03125), course.Hours[0].PastSpread!.Value, 1e-12);
        Assert.Null(course.Hours[1].Votes);
    }

    /// <summary>Twelve to ten past is near enough to twelve; two hours before and four after is not.</summary>
    [Fact]
    public void Of_OtherHours_AreReadOffTheLineBetweenWhereTheyAreNear()
    {
        var now = new UnitTurnout("A", "A", [Point(12, 10, 30), Point(16, 0, 45), Point(18, 0, 50)], default, null);
        var course = UnitCourse.Of(now, null, [("old", Unit("A", (12, 20), (18, 56)))])!;
        Assert.Equal([new TimeOnly(12, 10), new TimeOnly(18, 0)], course.Hours.Select(h => h.Time));
        Assert.Equal(21 / 56.0, course.Hours[0].PastOfEnd!.Value, 1e-12);
        Assert.Null(UnitCourse.Of(now, null, [("old", Unit("A", (12, 20)))]));
        Assert.Null(UnitCourse.Of(now, null, []));
    }

    [Fact]
    public void Surges_AddedBallotsInOneUnit_AreNamedWithTheirNumber()
    {
        var units = Day(1, 0.03);
        var at = units[4].Hours.ToList().FindIndex(h => h.Time == new TimeOnly(20, 0));
        Assert.Empty(SurgeTest.Of(units));

        // 15 of 100 voters are added between 18 and 20 hours.
        var added = Day(1, 0.03, surge: 15);
        var surge = Assert.Single(SurgeTest.Of(added));
        Assert.Equal(("U4", new TimeOnly(20, 0)), (surge.Unit.Unit, surge.Hour.Time));
        Assert.InRange(surge.Beyond, 0.12, 0.18);
        Assert.InRange(surge.Beyond * surge.Unit.Base!.Value, 12_000, 18_000);
        Assert.Equal(5, at);
    }

    /// <summary>
    /// The rate of false alarms on days in which nothing was added: above the level of one in a hundred days even with normal differences,
    /// because the units of these days do not all vary alike; with long-tailed ones (Laplace) far above. The document tells the very counts.
    /// </summary>
    [Fact]
    public void Surges_CleanDays_FireAsOftenAsTheDocumentSays()
    {
        const int Days = 2000;
        var normal = Rate(isLongTailed: false);
        var longTailed = Rate(isLongTailed: true);
        Assert.InRange(normal.Fired, 1, 0.025 * Days);
        var told = $"in {Shown(normal)} with normal differences and in {Shown(longTailed)} with long-tailed ones";
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.Contains(
            told,
            File.ReadAllText(Checkout.Path("docs/methods/forensics.md")).ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );

        static FiringRate Rate(bool isLongTailed) =>
            new(
                "surge",
                FiringRate.Clean,
                Enumerable
                    .Range(0, Days)
                    .Count(day => SurgeTest.Of(Day((ulong)day + 10, 0.03, isLongTailed: isLongTailed)).Count > 0),
                Days
            );

        static string Shown(FiringRate rate) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rate.Fired} of {rate.Of:N0} days ({100 * rate.Interval.Low:0.0}–{100 * rate.Interval.High:0.0} %)"
            );
    }

    [Fact]
    public void Surges_FewerThanSixUnits_CannotBeHeldAgainstEachOther() =>
        Assert.Empty(SurgeTest.Of([.. Day(1, 0.03, surge: 30).Skip(2).Take(5)]));

    [Fact]
    public void Of_Kazakhstan2021_AgainstTheTenOClockFigureOf2016()
    {
        var problems = new Problems();
        var dossier = ElectionDossier.Read(Checkout.Path("elections/kz-mazhilis-2021"), null, problems)!;
        var record = PublicRecord.Read(dossier, problems)!;
        Assert.Empty(problems.InOrder());
        var whole = Assert.Single(record.Courses!.Units);
        Assert.Equal(["kz-mazhilis-2016"], whole.Past);

        // 11.6 % of 63.25 %, before 17.57 % of 77.12 %.
        Assert.Equal(0.1834, whole.Hours[0].OfEnd, 1e-4);
        Assert.Equal(0.2278, whole.Hours[0].PastOfEnd!.Value, 1e-4);
        Assert.Single(record.Findings, f => f.Code == "turnout-course");
        Assert.DoesNotContain(record.Findings, f => f.Code == "turnout-surge");
    }

    /// <summary>Fourteen units, each with a course of its own in two earlier elections and about the same now.</summary>
    private static List<UnitCourse> Day(ulong seed, double spread, int surge = 0, bool isLongTailed = false)
    {
        var units = new List<UnitCourse>();
        for (var u = 0; u < 14; u++)
        {
            var random = SplitMix64.For(seed, (ulong)u);
            var own = Hours.Select(_ => 1 + random.Unit()).ToArray();
            var past = Enumerable.Range(0, 2).Select(e => ($"e{e}", Course(0))).ToList();
            units.Add(UnitCourse.Of(Course(u == 4 ? surge : 0), 100_000, past)!);

            UnitTurnout Course(int added)
            {
                var share = 0.0;
                var points = new List<AnnouncedTurnout>();
                foreach (var (i, hour) in Hours.Index())
                {
                    share += 6 * own[i] * Math.Exp(spread * Noise());
                    points.Add(Point(hour, 0, share + (i == Hours.Length - 1 ? added : 0)));
                }

                return new UnitTurnout($"U{u}", $"U{u}", points, default, null);
            }

            double Noise() =>
                isLongTailed ? Math.Sign(random.Unit() - 0.5) * -Math.Log(1 - random.Unit()) : random.Normal();
        }

        return units;
    }

    private static UnitTurnout Unit(string name, params (int Hour, int Percent)[] points) =>
        new(name, name, [.. points.Select(p => Point(p.Hour, 0, p.Percent))], default, null);

    private static AnnouncedTurnout Point(int hour, int minute, double percent) =>
        new(new TimeOnly(hour, minute), new Rational((long)Math.Round(percent * 10_000), 1_000_000), "s", default);
}
