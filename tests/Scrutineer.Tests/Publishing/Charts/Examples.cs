using Scrutineer.Allocation;
using Scrutineer.Publishing.Charts;

namespace Scrutineer.Tests.Publishing.Charts;

/// <summary>
/// The Mazhilis election of 10 January 2021 as the charts show it. Votes and seats: Central Election Commission, final
/// results of 12 January 2021 (strategy2050.kz, astanatimes.com). Seats of 2016: IFES ElectionGuide, election 2904, and
/// Kazinform (en.inform.kz, a2884113). The colours are chosen here.
/// </summary>
internal static class Examples
{
    public const int VotesForLists = 7_241_562;
    public const int BallotsIssued = 7_539_280;

    public static readonly ListMark NurOtan = new(Colour.Parse("#1a7f86"), Texture.Solid);
    public static readonly ListMark AkZhol = new(Colour.Parse("#2f5fc4"), Texture.Rising);
    public static readonly ListMark Peoples = new(Colour.Parse("#c8102e"), Texture.Holes);
    public static readonly ListMark Auyl = new(Colour.Parse("#f2c200"), Texture.Vertical);
    public static readonly ListMark Adal = new(Colour.Parse("#7ab800"), Texture.Cross);
    public static readonly ListMark Assembly = new(Colour.Parse("#777777"), Texture.Plus);

    public static House House2021 { get; } =
        new(
            [
                new("Халық партиясы", 10, Peoples),
                new("Нұр Отан", 76, NurOtan),
                new("Ақ жол", 12, AkZhol),
                new("Ассамблея", 9, Assembly),
            ],
            "seats",
            new(54, "majority 54 of 107")
        );

    public static House House2016 { get; } =
        new(
            [
                new("Халық партиясы", 7, Peoples),
                new("Нұр Отан", 84, NurOtan),
                new("Ақ жол", 7, AkZhol),
                new("Ассамблея", 9, Assembly),
            ],
            "seats",
            new(54, "majority 54 of 107")
        );

    public static Threshold SevenPercent { get; } = new(new Rational(7, 100), "7 %, Art. 97-1 §1");

    public static IReadOnlyList<ThresholdBar> Bars { get; } =
    [
        Bar("Қазақстан халық партиясы", 659_019, Peoples),
        Bar("Нұр Отан", 5_148_074, NurOtan),
        Bar("Ауыл", 383_023, Auyl),
        Bar("Ақ жол", 792_828, AkZhol),
        Bar("Адал", 258_618, Adal),
    ];

    public static ChartFrame Frame(string id, int width = ChartFrame.PhoneWidth) =>
        new(id, "A chart", "What the chart says.", width);

    private static ThresholdBar Bar(string label, int votes, ListMark mark) =>
        new(
            label,
            new Rational(votes, VotesForLists),
            mark,
            [new OtherShare("of ballots issued", new Rational(votes, BallotsIssued))]
        );
}
