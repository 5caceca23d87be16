using System.Xml.Linq;
using Scrutineer.Publishing.Charts;
using static Scrutineer.Tests.Publishing.Charts.SvgReading;

namespace Scrutineer.Tests.Publishing.Charts;

public class HemicycleTests
{
    [Fact]
    public void Render_Mazhilis2021_IsAsApproved() =>
        Approved.Match(
            "Publishing/Charts/Hemicycle.svg",
            ChartStyle.Standalone(
                Hemicycle.Render(
                    new("mazhilis-2021", "Mazhilis, 2021", "Nur Otan holds 76 of 107 seats, 22 above the majority."),
                    Examples.House2021
                )
            )
        );

    [Fact]
    public void Render_Mazhilis2021_EveryBlocHasItsDotsItsMarkAndItsLabel()
    {
        var root = Read(Hemicycle.Render(Examples.Frame("h"), Examples.House2021));
        Assert.Equal([10, 76, 12, 9], Blocs(root).Select(Dots));
        Assert.Equal([true, false, true, true], Blocs(root).Select(bloc => bloc.Elements(Svg + "path").Any()));
        string[] labels =
        [
            "10",
            "Нұр Отан",
            "76",
            "Ақ жол",
            "12",
            "Ассамблея",
            "9",
            "107",
            "seats",
            "majority 54 of 107",
        ];
        Assert.All(labels, label => Assert.Contains(label, Texts(root)));
        Assert.Equal(
            "What the chart says. majority 54 of 107; Халық партиясы 10; Нұр Отан 76; Ақ жол 12; Ассамблея 9.",
            Description(root)
        );
    }

    /// <summary>Every house up to 150 and every tenth up to the largest; every one of them with SCRUTINEER_HEAVY=1.</summary>
    [Fact]
    public void Render_HousesFrom1To700_ShowEverySeatOnceWithoutOverlap()
    {
        var step = Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1" ? 1 : 10;
        for (var seats = 1; seats <= House.MostSeats; seats += seats < 150 ? 1 : step)
        {
            var root = Read(Hemicycle.Render(Examples.Frame("h"), Plain(seats)));
            var dots = Blocs(root).Single().Elements(Svg + "circle").ToList();
            Assert.Equal(seats, dots.Count);
            AssertApart(dots);
        }
    }

    [Theory]
    [InlineData(360)]
    [InlineData(720)]
    public void Render_LargestHouse_HasDotsToBeSeen(int width)
    {
        var root = Read(Hemicycle.Render(Examples.Frame("h", width), Plain(House.MostSeats)));
        Assert.True(Number(root.Descendants(Svg + "circle").First(), "r") >= 1.5);
    }

    [Fact]
    public void Render_Blocs_FillByAngleFromLeftToRight()
    {
        var root = Read(Hemicycle.Render(Examples.Frame("h"), Examples.House2021));
        var furthest = double.NegativeInfinity;
        foreach (var bloc in Blocs(root))
        {
            var angles = bloc.Elements(Svg + "circle").Select(Along).ToList();
            Assert.True(angles.Min() >= furthest - 0.001);
            furthest = angles.Max();
        }

        static double Along(XElement dot) => -Math.Atan2(Math.Abs(Number(dot, "cy")), Number(dot, "cx") - 180);
    }

    [Fact]
    public void Render_ManySmallBlocs_LabelsNeverOverlapAndAllAreListedBelow()
    {
        var marks = ListMark.Assign([.. Enumerable.Range(0, 24).Select(n => new Colour((byte)(n * 10), 90, 140))]);
        var house = new House(
            [.. marks.Select((mark, n) => new Bloc($"Independent Union of District {n + 1}", 3, mark))],
            "seats",
            new(37, "majority 37 of 72")
        );
        foreach (var width in new[] { 360, 720 })
        {
            var root = Read(Hemicycle.Render(Examples.Frame("h", width), house));
            var listed = Texts(root).ToList();
            Assert.All(Enumerable.Range(1, 24), n => Assert.Contains($"Independent Union of District {n}", listed));
            Assert.Equal(24, root.Elements(Svg + "g").Count(group => group.Attribute("data-key") is not null));
            AssertReadable(root);
        }
    }

    [Fact]
    public void Render_HousesOfAllShapes_LabelsAreReadable()
    {
        int[][] houses =
        [
            [10, 76, 12, 9],
            [1, 1, 1],
            [1],
            [300, 250, 150],
            [5, 8, 17, 3, 9, 3, 2, 24, 20, 5, 3, 7, 1, 37, 6],
        ];
        string[] names = ["Ақ жол", "Қазақстан халық партиясы", "X", "Social Democrats", "Нұр Отан"];
        foreach (var seats in houses)
        {
            var blocs = seats.Select((count, n) => new Bloc(names[n % names.Length], count, Examples.Adal));
            var majority = (seats.Sum() / 2) + 1;
            AssertReadable(
                Read(
                    Hemicycle.Render(
                        Examples.Frame("h"),
                        new([.. blocs], "seats", new(majority, $"majority {majority}"))
                    )
                )
            );
        }
    }

    [Theory]
    [InlineData(107, 54, 180.0)]
    [InlineData(100, 51, 180.0)]
    public void Render_SimpleMajority_StandsAtTheHalf(int seats, int majority, double x)
    {
        var root = Read(Hemicycle.Render(Examples.Frame("h"), Plain(seats, new(majority, "majority"))));
        var line = root.Elements(Svg + "line").First();
        Assert.Equal(x, Number(line, "x1"), 0.01);
        Assert.Equal(x, Number(line, "x2"), 0.01);
    }

    [Fact]
    public void Render_TwoThirds_StandsAfterTheSeatThatCompletesIt()
    {
        var house = new House(
            [new("A", 72, Examples.NurOtan), new("B", 35, Examples.AkZhol)],
            "seats",
            new(72, "two thirds: 72")
        );
        var root = Read(Hemicycle.Render(Examples.Frame("h"), house));
        var line = root.Elements(Svg + "line").First();
        var angle = Math.Atan2(-Number(line, "y2"), Number(line, "x2") - 180);
        var angles = Blocs(root)
            .Select(bloc =>
                bloc.Elements(Svg + "circle")
                    .Select(dot => Math.Atan2(Math.Abs(Number(dot, "cy")), Number(dot, "cx") - 180))
            )
            .ToList();
        Assert.True(angles[0].Min() > angle && angle > angles[1].Max());
    }

    [Fact]
    public void Render_BlocWithoutSeats_IsSaidAndNotSeated()
    {
        var house = new House([new("A", 5, Examples.NurOtan), new("Vacant", 0, Examples.AkZhol)], "seats");
        var root = Read(Hemicycle.Render(Examples.Frame("h"), house));
        Assert.Single(Blocs(root));
        Assert.Contains("Vacant 0", Description(root), StringComparison.Ordinal);
    }

    [Fact]
    public void House_Impossible_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Plain(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plain(House.MostSeats + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plain(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plain(10, new(11, "")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plain(10, new(0, "")));
    }

    [Fact]
    public void Pair_2016And2021_IsAsApproved()
    {
        var pair = HemicyclePair.Render(
            new("mazhilis-2016", "Mazhilis, 2016", "Nur Otan holds 84 of 107 seats."),
            Examples.House2016,
            new("mazhilis-2021", "Mazhilis, 2021", "Nur Otan holds 76 of 107 seats."),
            Examples.House2021
        );
        Approved.Match("Publishing/Charts/HemicyclePairBefore.svg", ChartStyle.Standalone(pair.Before));
        Approved.Match("Publishing/Charts/HemicyclePairAfter.svg", ChartStyle.Standalone(pair.After));
    }

    [Fact]
    public void Pair_2016And2021_DrawsSeatsAlikeAndKeepsIdsApart()
    {
        var pair = HemicyclePair.Render(
            Examples.Frame("before"),
            Examples.House2016,
            Examples.Frame("after"),
            Examples.House2021
        );
        var (before, after) = (Read(pair.Before), Read(pair.After));
        Assert.Equal([7, 84, 7, 9], Blocs(before).Select(Dots));
        Assert.Equal([10, 76, 12, 9], Blocs(after).Select(Dots));
        Assert.Single(
            Blocs(before).Concat(Blocs(after)).Elements(Svg + "circle").Select(dot => Number(dot, "r")).Distinct()
        );
        Assert.Empty(Ids(before).Intersect(Ids(after)));

        static IEnumerable<string> Ids(XElement root) =>
            root.DescendantsAndSelf().Attributes("id").Select(id => id.Value);
    }

    [Fact]
    public void Pair_OneListDrawnTwoWays_Throws()
    {
        var other = new House([new("Ақ жол", 3, Examples.Adal)], "seats");
        Assert.Throws<ArgumentException>(() =>
            HemicyclePair.Render(Examples.Frame("a"), Examples.House2021, Examples.Frame("b"), other)
        );
        Assert.Throws<ArgumentException>(() =>
            HemicyclePair.Render(Examples.Frame("a"), Examples.House2021, Examples.Frame("a"), Examples.House2021)
        );
    }

    private static House Plain(int seats, Majority? majority = null) =>
        new([new("All", seats, Examples.NurOtan)], "seats", majority);

    private static IEnumerable<XElement> Blocs(XElement root) =>
        root.Elements(Svg + "g").Where(group => group.Attribute("data-key") is null);

    private static int Dots(XElement bloc) => bloc.Elements(Svg + "circle").Count();

    private static void AssertApart(List<XElement> dots)
    {
        var places = dots.Select(dot => (X: Number(dot, "cx"), Y: Number(dot, "cy"))).OrderBy(dot => dot.X).ToList();
        var across = 2 * Number(dots[0], "r");
        for (var one = 0; one < places.Count; one++)
        {
            for (var other = one + 1; other < places.Count && places[other].X - places[one].X < across; other++)
            {
                var (dx, dy) = (places[other].X - places[one].X, places[other].Y - places[one].Y);
                Assert.True(
                    (dx * dx) + (dy * dy) >= across * across,
                    $"{places[one]} and {places[other]} of {dots.Count}"
                );
            }
        }
    }

    /// <summary>No text lies over another, nor over a dot, at the width that letters take at the least.</summary>
    private static void AssertReadable(XElement root)
    {
        const double LeastEm = 0.5;
        var boxes = root.Elements(Svg + "text").Select(Box).ToList();
        var dots = Blocs(root)
            .Elements(Svg + "circle")
            .Select(dot => (X: Number(dot, "cx"), Y: Number(dot, "cy")))
            .ToList();
        for (var one = 0; one < boxes.Count; one++)
        {
            Assert.DoesNotContain(dots, dot => Overlap(boxes[one], (dot.X, dot.Y, dot.X, dot.Y)));
            Assert.DoesNotContain(boxes.Skip(one + 1), other => Overlap(boxes[one], other));
        }

        static bool Overlap(
            (double Left, double Top, double Right, double Bottom) one,
            (double Left, double Top, double Right, double Bottom) other
        ) => one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;

        static (double Left, double Top, double Right, double Bottom) Box(XElement text)
        {
            var (x, y, size) = (Number(text, "x"), Number(text, "y"), Number(text, "font-size"));
            var wide = string.Concat(text.Nodes().OfType<XText>()).Length * size * LeastEm;
            var left = (string?)text.Attribute("text-anchor") switch
            {
                "end" => x - wide,
                "middle" => x - (wide / 2),
                _ => x,
            };
            return (left, y - (size * 0.7), left + wide, y);
        }
    }
}
