using System.Collections.Immutable;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>
/// Who leads in a constituency is elected only as far as the seats of the party's list cover it, those with the largest
/// shares first. No list gets or loses a seat by it; some constituencies stay without a member.
/// </summary>
public sealed record Cover : Rule
{
    /// <summary>Which contest.</summary>
    [Field(
        "seats-of",
        "The earlier contest, with one seat in each constituency, whose leaders are covered.",
        Required = true
    )]
    public string SeatsOf { get; init; } = "";

    /// <summary>Where.</summary>
    [Field("in", "The level in each place of which a list's seats cover the leaders of its party.", Required = true)]
    public string In { get; init; } = "";

    /// <inheritdoc/>
    public override IEnumerable<string> SeatReferences => [SeatsOf];

    /// <inheritdoc/>
    public override bool IsBetweenTiers => true;

    /// <inheritdoc/>
    protected override string Words() =>
        $"Who leads in a constituency of '{SeatsOf}' is elected as far as the seats of the party's list in the {In.Replace('-', ' ')} cover it, the largest shares of the votes first; equal shares are decided by lot. Who has no list here is elected in any case.";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        if (!standing.Earlier.TryGetValue(SeatsOf, out var table) || table.Led.Count == 0)
        {
            return standing.With(
                entry,
                () =>
                    $"Who is covered cannot be told: the votes of '{SeatsOf}' are not in the dossier, constituency by constituency."
            );
        }

        var places = Tiers.Reached(standing, In).ToList();
        var drawn = new List<Lot>();
        ImmutableList<SeatNotCovered> without =
        [
            .. places.SelectMany(p =>
                Enumerable.Range(0, p.Seats.Length).SelectMany(i => NotCovered(entry, table, p, i, drawn))
            ),
        ];
        var after = standing with { NotCovered = without, LotsUsed = standing.LotsUsed.AddRange(drawn) };
        return after.With(
            entry,
            () =>
                without.IsEmpty
                    ? $"All {Shown.Whole(table.Led.Count)} who lead are covered."
                    : $"{Shown.Of(without.Count, "constituency has", "constituencies have")} no member: {Shown.Row(without.Select(w => $"{w.Led.Place} ({w.Led.List}, {w.Led.Within}, {Shown.Percent(w.Led.Share)})"))}.",
            () =>
                new StepTable(
                    [In.Replace('-', ' '), "party", "share of the votes", "covered"],
                    [
                        .. without.Select(w => new StepRow(
                            w.Led.Place,
                            [w.Led.Within, w.Led.List, Shown.Percent(w.Led.Share), w.LotOpen ? "a lot decides" : "no"]
                        )),
                    ]
                )
                {
                    Of = "place",
                }
        );
    }

    /// <summary>Those of one list in one place whom its seats do not cover; where a lot decides and none is recorded, all among whom.</summary>
    private static IReadOnlyList<SeatNotCovered> NotCovered(
        RuleEntry entry,
        SeatTable table,
        Standing place,
        int list,
        List<Lot> drawn
    )
    {
        var led = table
            .Led.Where(s => s.Within == place.Place && s.List == place.Id(list))
            .OrderByDescending(s => s.Share)
            .ToList();
        var seats = place.Admitted[list] ? place.Seats[list] : 0;
        if (led.Count <= seats)
        {
            return [];
        }

        var least = seats == 0 ? null : led[seats - 1];
        var behind = led.FindAll(s => least is null || s.Share < least.Share);
        var tied = led.FindAll(s => s.Share == least?.Share);
        var covered = seats - led.Count(s => least is not null && s.Share > least.Share);
        if (tied.Count == covered || least is null)
        {
            return [.. behind.Select(s => new SeatNotCovered(s, false))];
        }

        var lot = place.Lots.FirstOrDefault(l =>
            l.Rule == entry.Id
            && l.Place == place.Place
            && l.Drawn.Count == covered
            && l.Among.ToHashSet(StringComparer.Ordinal).SetEquals(tied.Select(t => t.Place))
        );
        if (lot is not null)
        {
            drawn.Add(lot);
        }

        return
        [
            .. tied.Where(t => lot?.Drawn.Contains(t.Place, StringComparer.Ordinal) != true)
                .Select(t => new SeatNotCovered(t, lot is null)),
            .. behind.Select(s => new SeatNotCovered(s, false)),
        ];
    }
}
