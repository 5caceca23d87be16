using Scrutineer.Allocation;
using Scrutineer.Publishing.Charts;
using static Scrutineer.Tests.Publishing.Charts.SvgReading;

namespace Scrutineer.Tests.Publishing.Charts;

/// <summary>Every chart with labels that somebody wrote to break it.</summary>
public class HostileLabelTests
{
    public static TheoryData<string> Labels =>
        [
            "<script>alert(1)</script>",
            "]]></style></svg><img src=x onerror=alert(1)>",
            "\" onload=\"alert(1)",
            "",
            " \t\n ",
            "a\0b\u001b[31mc\u202edesrever",
            "חרות ליברלית 12",
            "الحزب الديمقراطي",
            "👩‍👩‍👧‍👦 e\u0301\u0301\u0301 中文名稱",
            "\ud83d",
            new string('Щ', 5_000),
            string.Join(
                ' ',
                Enumerable.Repeat(
                    "very long",
                    Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1" ? 800 : 200
                )
            ),
        ];

    [Theory]
    [MemberData(nameof(Labels))]
    public void EveryChart_HostileLabel_StaysWellFormedInsideAndTheSame(string label)
    {
        var charts = All(label).ToList();
        Assert.Equal(18, charts.Count);
        foreach (var (first, second) in charts.Zip(All(label)))
        {
            Assert.Equal(first, second);
            var root = Read(first);
            Assert.All(
                ["<script", "<img", "onload=\"", "onerror=\""],
                markup => Assert.DoesNotContain(markup, first, StringComparison.Ordinal)
            );
            Assert.DoesNotContain('\u202e', first);
            Assert.True(first.Length < 40_000);
            Assert.All(Texts(root), text => Assert.True(text.Length < 400, "A text is as wide as its chart at most."));
        }
    }

    // Titles and captions are required, so an empty one is misuse; there the label stands with a letter.
    private static IEnumerable<string> All(string label) =>
        All(label, ChartFrame.PhoneWidth).Concat(All(label, ChartFrame.GreatestWidth));

    private static IEnumerable<string> All(string label, int width)
    {
        var caption = $"x {label}";
        var frame = new ChartFrame("hostile", caption, caption, width);
        var mark = Examples.Adal;
        yield return Hemicycle.Render(frame, new([new(label, 3, mark), new(label, 20, mark)], label, new(12, label)));
        yield return ThresholdBars.Render(
            frame,
            caption,
            new(new(1, 10), label),
            [new(label, new(1, 2), mark, [new(label, new(1, 3))])]
        );
        yield return SeatBars.Render(frame, caption, caption, [new(label, 1, 2, mark)]);
        foreach (var scale in Enum.GetValues<IntervalScale>())
        {
            yield return IntervalBars.Render(
                frame,
                caption,
                caption,
                [new(label, new(1, 2), new(1, 3), new(2, 3), Rational.One, mark)],
                scale: scale
            );
        }

        foreach (var scale in Enum.GetValues<MarginScale>())
        {
            yield return MarginStrip.Render(frame, label, [new(11_127, label, label)], scale);
        }

        TurnoutSeries series = new(label, [new(new(10, 0), new Rational(1, 2))]);
        yield return TurnoutLines.Render(frame, caption, [series], series);
        yield return TileMap.Render(frame, caption, [new(0, 0, label, label, 3)]);
    }
}
