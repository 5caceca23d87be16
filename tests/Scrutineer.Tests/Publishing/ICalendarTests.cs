using System.Text;
using Scrutineer.Publishing;
using Scrutineer.Results.Calendars;
using Scrutineer.Tests.Results;

namespace Scrutineer.Tests.Publishing;

public class ICalendarTests
{
    private static readonly string Text = Read();

    private static string Read()
    {
        var (dossier, facts) = Facts.Of("kz-mazhilis-2021");
        return ICalendar.Of(ElectionCalendar.Of(dossier, facts));
    }

    [Fact]
    public void Of_ADossier_IsFoldedAndEndsInCrLf()
    {
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", Text, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", Text, StringComparison.Ordinal);
        Assert.All(Text.Split("\r\n"), l => Assert.InRange(Encoding.UTF8.GetByteCount(l), 0, 75));
        Assert.DoesNotContain('\n', Text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_TimesOfTheCapital_AreInUtcAndLocalOnesFloat()
    {
        // 18:00 in the capital, six hours ahead of UTC; polling by each place's clock.
        Assert.Contains("DTEND:20201130T120000Z\r\n", Text, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20210110T070000\r\nDTEND:20210110T200000\r\n", Text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20210112\r\nDTEND;VALUE=DATE:20210123\r\n", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EachWindowWithADay_IsOneEventWithItsOwnId()
    {
        var ids = Text.Split("\r\n").Where(l => l.StartsWith("UID:", StringComparison.Ordinal)).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Contains("UID:kz-mazhilis-2021.nomination@scrutineer", ids);
        Assert.DoesNotContain("UID:kz-mazhilis-2021.call@scrutineer", ids);
        Assert.Equal(ids.Count, Text.Split("\r\n").Count(l => l == "END:VEVENT"));
    }
}
