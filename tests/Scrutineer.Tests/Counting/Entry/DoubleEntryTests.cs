using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Counting;
using Scrutineer.Counting.Entry;
using Scrutineer.Counting.Forms;
using Scrutineer.Findings;
using Scrutineer.Tests.Counting.Forms;

namespace Scrutineer.Tests.Counting.Entry;

public partial class DoubleEntryTests
{
    private static readonly DateTimeOffset Night = new(2021, 1, 10, 21, 0, 0, TimeSpan.FromHours(6));
    private static readonly EntryPerson Aigul = new("aigul", EntryRole.Clerk);
    private static readonly EntryPerson Berik = new("berik", EntryRole.Clerk);
    private static readonly EntryPerson Dana = new("dana", EntryRole.Clerk);
    private static readonly EntryPerson Coordinator = new("coordinator", EntryRole.Coordinator);

    private static readonly FormLayout Layout = Shipped.Form("nl/record", "gsb").For([], []);

    // The Dutch golden case "second-entry-differs-w001": A, B and D as entered by two persons.
    private static Dictionary<int, Count> Figures(long pollCards, long proxies, long admitted)
    {
        var figures = Enumerable.Range(0, Layout.Columns.Count).ToDictionary(c => c, _ => Count.NotReported);
        figures[Layout.IndexOf("poll-cards")] = new Count(pollCards);
        figures[Layout.IndexOf("proxies")] = new Count(proxies);
        figures[Layout.IndexOf("admitted")] = new Count(admitted);
        return figures;
    }

    private static DoubleEntry Made(EntryResult result)
    {
        Assert.Null(result.Refusal);
        return result.Entry!;
    }

    private static DoubleEntry FirstDone =>
        Made(
            Made(DoubleEntry.Of(Layout, UnitPath.Of("33")).Claim(Aigul, Night))
                .Submit(Aigul, Figures(102, 2, 104), Night)
        );

    private static DoubleEntry Differing =>
        Made(Made(FirstDone.Claim(Berik, Night)).Submit(Berik, Figures(100, 4, 104), Night));

    [Fact]
    public void Submit_SecondEntryThatDiffers_AsksForTheDifferingFieldsOnly()
    {
        var entry = Differing;
        Assert.Equal(EntryState.Differing, entry.State);
        Assert.Equal(["poll-cards", "proxies"], entry.Differing.Select(c => Layout.Columns[c].Name));
        var finding = Assert.Single(entry.Findings());
        Assert.Equal(("W001", Severity.Warning), (finding.Code, finding.Severity));
        Assert.Equal(entry.Differing, Made(entry.Claim(Dana, Night)).AskedFor);
    }

    [Fact]
    public void Submit_SecondEntryThatAgrees_Settles()
    {
        var entry = Made(Made(FirstDone.Claim(Berik, Night)).Submit(Berik, Figures(102, 2, 104), Night));
        Assert.Equal(EntryState.Settled, entry.State);
        Assert.Equal(102, entry.Result!["poll-cards"].Value);
        Assert.Equal(4, entry.History.Count);
    }

    [Fact]
    public void Submit_ThirdEntryThatAgreesWithOne_Settles()
    {
        var third = Made(Differing.Claim(Dana, Night));
        var handed = third.AskedFor.ToDictionary(c => c, c => third.Second!.Protocol[c]);
        var entry = Made(third.Submit(Dana, handed, Night));
        Assert.Equal(EntryState.Settled, entry.State);
        Assert.Equal((100, 4), (entry.Result!["poll-cards"].Value, entry.Result["proxies"].Value));
    }

    [Fact]
    public void Submit_ThirdEntryThatMixesIntoABrokenRelation_IsContested()
    {
        var third = Made(Differing.Claim(Dana, Night));
        var handed = new Dictionary<int, Count>
        {
            [Layout.IndexOf("poll-cards")] = new(102),
            [Layout.IndexOf("proxies")] = new(4),
        };
        var contested = Made(third.Submit(Dana, handed, Night));
        Assert.Equal(EntryState.Contested, contested.State);
        var settled = Made(contested.Decide(EntryMove.KeepFirst, Coordinator, "The paper reads 102 and 2.", Night));
        Assert.Equal(102, settled.Result!["poll-cards"].Value);
    }

    [Fact]
    public void Submit_FirstEntryWithAnError_GoesToTheCoordinator()
    {
        var claimed = Made(DoubleEntry.Of(Layout, UnitPath.Of("33")).Claim(Aigul, Night));
        var flawed = Made(claimed.Submit(Aigul, Figures(100, 150, 151), Night));
        Assert.Equal(EntryState.FirstFlawed, flawed.State);
        Assert.Contains("F201", Assert.Single(flawed.Findings()).Statement, StringComparison.Ordinal);
        var accepted = Made(flawed.Decide(EntryMove.AcceptAsWritten, Coordinator, "So on the paper.", Night));
        Assert.Equal(["F201"], accepted.AcceptedAsWritten);
        var settled = Made(Made(accepted.Claim(Berik, Night)).Submit(Berik, Figures(100, 150, 151), Night));
        Assert.Equal(EntryState.Settled, settled.State);
        var returned = Made(flawed.Decide(EntryMove.ReturnToClerk, Coordinator, "B is 50.", Night));
        Assert.Equal((EntryState.FirstEntry, "aigul"), (returned.State, returned.HeldBy));
    }

    [Fact]
    public void Moves_ThatAreNotAllowed_AreRefusedWithTheirReason()
    {
        var entry = FirstDone;
        Assert.Equal(EntryRefusal.EnteredItAlready, entry.Claim(Aigul, Night).Refusal);
        Assert.Equal(EntryRefusal.NotInThisState, entry.Submit(Aigul, Figures(1, 1, 2), Night).Refusal);
        Assert.Equal(EntryRefusal.EnteredItAlready, Differing.Claim(Berik, Night).Refusal);
        var held = Made(entry.Claim(Berik, Night));
        Assert.Equal(EntryRefusal.HeldBySomebodyElse, held.Submit(Dana, Figures(1, 1, 2), Night).Refusal);
        Assert.Equal(EntryRefusal.HeldBySomebodyElse, held.Release(Dana, Night).Refusal);
        Assert.Equal(EntryState.AwaitingSecond, Made(held.Release(Coordinator, Night)).State);
        Assert.Equal(
            EntryRefusal.NotTheFieldsAskedFor,
            held.Submit(Berik, new Dictionary<int, Count>(), Night).Refusal
        );
        Assert.Equal(EntryRefusal.NotACoordinator, entry.Decide(EntryMove.Discard, Berik, "I say so", Night).Refusal);
        Assert.Equal(EntryRefusal.ReasonMissing, entry.Decide(EntryMove.Discard, Coordinator, " ", Night).Refusal);
        Assert.Equal(EntryRefusal.NotInThisState, entry.Decide(EntryMove.KeepSecond, Coordinator, "x", Night).Refusal);
        Assert.Throws<ArgumentException>(() => entry.Decide(EntryMove.Submit, Coordinator, "x", Night));
    }

    [Fact]
    public void Submit_NumberThatTheFieldCannotHold_IsRefused()
    {
        var held = Made(DoubleEntry.Of(Layout, UnitPath.Of("33")).Claim(Aigul, Night));
        Assert.Equal(EntryRefusal.FieldAtFault, held.Submit(Aigul, Figures(1_000_000_000, 0, 1), Night).Refusal);
    }

    [Fact]
    public void Reopen_Settled_BeginsAnewAndKeepsTheHistory()
    {
        var settled = Made(Differing.Decide(EntryMove.KeepFirst, Coordinator, "Seen on the paper.", Night));
        var open = Made(settled.Decide(EntryMove.Reopen, Coordinator, "Recount ordered.", Night));
        Assert.Equal((EntryState.NotStarted, null), (open.State, open.First));
        Assert.Equal(settled.History.Count + 1, open.History.Count);
        Assert.Contains(open.History, e => e.Handed.Any(h => h.Value == new Count(100)));
    }

    [Fact]
    public void Differing_BlankAndNumber_DifferInBothDirections()
    {
        // Golden case "compare-optional-field-none-vs-some".
        var layout = Shipped.Form("nl/record", "gsb-cards").For([], []);
        Protocol With(Count cards) =>
            new(
                layout,
                UnitPath.Of("1"),
                CopyKind.FirstEntry,
                [.. layout.Columns.Select(c => c.Name == "voter-cards" ? cards : new Count(0))]
            );
        var column = layout.IndexOf("voter-cards");
        Assert.Equal([column], BlindEntry.Differing(With(new Count(25)), With(Count.Blank)));
        Assert.Equal([column], BlindEntry.Differing(With(Count.Blank), With(new Count(25))));
        Assert.Equal([column], BlindEntry.Differing(With(Count.Blank), With(new Count(0))));
    }

    [Fact]
    public void Document_Diagram_HasTheArrowsOfTheCode()
    {
        var text = File.ReadAllText(Checkout.Path("docs/methods/double-entry.md"));
        var drawn = Arrow()
            .Matches(text)
            .Select(m => new EntryTransition(
                Enum.Parse<EntryState>(m.Groups["from"].Value),
                Enum.Parse<EntryMove>(m.Groups["move"].Value),
                Enum.Parse<EntryState>(m.Groups["to"].Value)
            ))
            .ToList();
        Assert.Equal(
            EntryTransition.All.Order(Comparer<EntryTransition>.Create(Order)),
            drawn.Order(Comparer<EntryTransition>.Create(Order))
        );
        Assert.All(Enum.GetNames<EntryRefusal>(), name => Assert.Contains(name, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Moves_AnySequence_FollowsTheArrowsAndNeverThrows()
    {
        var people = new[] { Aigul, Berik, Dana, Coordinator };
        var step = Gen.Choose(0, 9)
            .SelectMany(m =>
                Gen.Choose(0, 3)
                    .SelectMany(p => Gen.Choose(0, 3).Select(v => (Move: (EntryMove)m, By: people[p], Value: v)))
            );
        Prop.ForAll(
                step.ListOf(25).ToArbitrary(),
                steps =>
                {
                    var entry = DoubleEntry.Of(Layout, UnitPath.Of("33"));
                    foreach (var (move, by, value) in steps)
                    {
                        var before = entry;
                        var result = move switch
                        {
                            EntryMove.Claim => entry.Claim(by, Night),
                            EntryMove.Release => entry.Release(by, Night),
                            EntryMove.Submit => entry.Submit(by, Asked(entry, value), Night),
                            _ => entry.Decide(move, by, "reason", Night),
                        };
                        entry = result.Entry ?? entry;
                        if (result.Made == (result.Refusal is not null))
                        {
                            return false;
                        }

                        if (
                            result.Made
                            && !EntryTransition.All.Contains(new EntryTransition(before.State, move, entry.State))
                        )
                        {
                            return false;
                        }
                    }

                    return (entry.State == EntryState.Settled) == (entry.Result is not null)
                        && (entry.HeldBy.Length > 0) == (entry.AskedFor.Count > 0)
                        && entry.History.Count <= steps.Count
                        && (entry.Second is null || entry.Second.By != entry.First!.By);
                }
            )
            .QuickCheckThrowOnFailure();

        static Dictionary<int, Count> Asked(DoubleEntry entry, int value)
        {
            var figures = Figures(value, 1, value == 3 ? 3 : value + 1);
            return entry.AskedFor.ToDictionary(c => c, c => figures[c]);
        }
    }

    private static int Order(EntryTransition one, EntryTransition other) =>
        (one.From, one.Move, one.To).CompareTo((other.From, other.Move, other.To));

    [GeneratedRegex(
        @"^(?<from>\w+) --(?<move>\w+)--> (?<to>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Arrow();
}
