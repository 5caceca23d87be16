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

    public static ThresholdLine SevenPercent { get; } = new(new Rational(7, 100), "7 %, Art. 97-1 §1");

    public static IReadOnlyList<ThresholdBar> Bars { get; } =
    [
        Bar("Қазақстан халық партиясы", 659_019, Peoples),
        Bar("Нұр Отан", 5_148_074, NurOtan),
        Bar("Ауыл", 383_023, Auyl),
        Bar("Ақ жол", 792_828, AkZhol),
        Bar("Адал", 258_618, Adal),
    ];

    public static IReadOnlyList<SeatChange> Changes { get; } =
    [
        new("Халық партиясы", 7, 10, Peoples),
        new("Нұр Отан", 84, 76, NurOtan),
        new("Ақ жол", 7, 12, AkZhol),
        new("Ассамблея", 9, 9, Assembly),
    ];

    /// <summary>Exit poll of the institute "Public Opinion", 11 January 2021, ± 2 points as stated by it.</summary>
    public static IReadOnlyList<Interval> ExitPoll { get; } =
    [
        Poll("Нұр Отан", 7197, 5_148_074, NurOtan),
        Poll("Ақ жол", 1018, 792_828, AkZhol),
        Poll("Қазақстан халық партиясы", 903, 659_019, Peoples),
        Poll("Ауыл", 575, 383_023, Auyl),
        Poll("Адал", 307, 258_618, Adal),
    ];

    /// <summary>Ghana 2020: CODEO's count at 1,502 stations with the margins it states, and the official shares.</summary>
    public static IReadOnlyList<Interval> QuickCount { get; } =
    [
        new("NPP", new(5098, 10_000), new(4978, 10_000), new(5218, 10_000), new Rational(51_302, 100_000), AkZhol),
        new("NDC", new(4766, 10_000), new(4647, 10_000), new(4885, 10_000), new Rational(47_359, 100_000), NurOtan),
    ];

    /// <summary>
    /// The least votes that move a seat between admitted lists under the Hare quota with largest remainders, found by
    /// trying one vote after the other on the final figures; lists below the threshold took no part in the transfers.
    /// </summary>
    public static IReadOnlyList<Transfer> Transfers { get; } =
    [
        new(55_779, "Нұр Отан", "Қазақстан халық партиясы"),
        new(11_127, "Ақ жол", "Нұр Отан"),
        new(22_253, "Ақ жол", "Қазақстан халық партиясы"),
        new(11_568, "Қазақстан халық партиясы", "Нұр Отан"),
    ];

    /// <summary>
    /// Ballots issued in percent of registered voters, as the Central Election Commission reported them on 10 January
    /// 2021 (inform.kz, baigenews.kz, urdupoint.com, zakon.kz, turantimes.kz, mediaworld.kz); figures by region for 14:00
    /// and any for 16:00 were not found.
    /// </summary>
    public static IReadOnlyList<TurnoutSeries> Regions { get; } =
    [
        Series("Ақмола", "10.2 26.6 - - 65.1 72.8 72.8"),
        Series("Ақтөбе", "9.9 25.6 - - 52.4 57.7 58.8"),
        Series("Шығыс Қазақстан", "12.1 29.9 - - 67.2 72.4 72.4"),
        Series("Түркістан", "13.3 33.1 - - 59.9 65.8 65.8"),
        Series("Нұр-Сұлтан қаласы", "10.8 24.2 - - 44.0 45.1 45.1"),
        Series("Алматы қаласы", "9.7 15.7 - - 27.7 30.3 30.3"),
    ];

    public static TurnoutSeries Nation { get; } = Series("Қазақстан", "11.6 28.8 43.9 - 58.2 63.1 63.3");

    /// <summary>The seventeen regions at 22:00, from the same reports.</summary>
    public static IReadOnlyList<Tile> Tiles { get; } =
    [
        Place(0, 4, "СҚО", "75.5"),
        Place(1, 0, "БҚО", "62.4"),
        Place(1, 2, "ҚОС", "71.8"),
        Place(1, 3, "АҚМ", "72.8"),
        Place(1, 4, "НС", "45.1"),
        Place(1, 5, "ПАВ", "71.3"),
        Place(2, 0, "АТЫ", "56.4"),
        Place(2, 1, "АҚТ", "58.8"),
        Place(2, 4, "ҚАР", "70.7"),
        Place(2, 5, "ШҚО", "72.4"),
        Place(3, 0, "МАҢ", "55.0"),
        Place(3, 2, "ҚЫЗ", "73.9"),
        Place(3, 3, "ТҮР", "65.8"),
        Place(3, 4, "ЖАМ", "72.2"),
        Place(3, 5, "АЛМ", "73.5"),
        Place(4, 3, "ШЫМ", "56.5"),
        Place(4, 5, "АЛА", "30.3"),
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

    private static Interval Poll(string label, int hundredths, int votes, ListMark mark) =>
        new(
            label,
            new(hundredths, 10_000),
            new(hundredths - 200, 10_000),
            new(hundredths + 200, 10_000),
            new Rational(votes, VotesForLists),
            mark
        );

    private static TurnoutSeries Series(string label, string percents) =>
        new(
            label,
            [
                .. percents
                    .Split(' ')
                    .Select(
                        (percent, index) =>
                            new TurnoutPoint(
                                new(10 + (2 * index), 0),
                                percent == "-" ? null : Rational.Parse(percent) / 100
                            )
                    ),
            ]
        );

    private static Tile Place(int row, int column, string label, string percent) =>
        new(row, column, label, percent, Math.Clamp((int)(Rational.Parse(percent).Floor() / 10) - 3, 0, 4));
}
