using System.Text;
using Scrutineer.Counting;
using Scrutineer.Counting.Forms;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Counting.Forms;

public class ProtocolFormTests
{
    private static IReadOnlyList<string> Read(string fields, string relations, string variant = "", string head = "")
    {
        var problems = new Problems();
        var text =
            $"scrutineer-form: \"1\"\nform: test\ntitle: A form\ntexts: {{ t: {{ act: an act }} }}\ncite: t\nchecked: unread\n{head}fields:\n{fields}relations:\n{relations}";
        var form = ProtocolForm.Read(Texts.Source("form.yaml", text), variant, problems);
        Assert.Equal(form is null, problems.Any);
        return problems.Lines();
    }

    private const string Fields =
        "  a: { means: one, unit: votes }\n  v: { means: votes, unit: votes, each-of: lists }\n";

    [Theory]
    [InlineData("a = bb", "11: Relation R speaks of 'bb', which is no field.")]
    [InlineData("a = v", "11: Relation R speaks of 'v', which has one number each of lists.")]
    [InlineData("sum of a = 1", "11: Relation R adds up 'a', which is one number.")]
    [InlineData("a == 1", "11: 'a == 1' cannot be read as a relation; it stops making sense at '=='.")]
    [InlineData("a = 1 % 2", "11: 'a = 1 % 2' cannot be read as a relation; it stops making sense at '2'.")]
    [InlineData("a = ", "11: 'a =' cannot be read as a relation; it stops making sense at 'the end'.")]
    [InlineData("a = (a)", "11: 'a = (a)' cannot be read as a relation; it stops making sense at '('.")]
    [InlineData("a = 1.5", "11: 'a = 1.5' cannot be read as a relation; it stops making sense at 'the end'.")]
    [InlineData("a = b = c", "11: 'a = b = c' cannot be read as a relation; it stops making sense at '='.")]
    [InlineData(
        "a filled empty",
        "11: 'a filled empty' cannot be read as a relation; it stops making sense at 'filled'."
    )]
    [InlineData(
        "a = 9999999/1 of a",
        "11: 'a = 9999999/1 of a' has numbers too large to be computed exactly in 128 bits."
    )]
    public void Read_RelationThatMakesNoSense_IsLocated(string says, string expected) =>
        Assert.Contains(expected, Read(Fields, $"  - {{ code: R, severity: error, says: {says} }}\n"));

    [Fact]
    public void Read_SuppressionByALaterCode_IsLocated() =>
        Assert.Equal(
            ["11: Relation R is not told where S is broken, and no relation before it has that code."],
            Read(
                Fields,
                "  - { code: R, severity: error, says: a = 1, unless: [S] }\n  - { code: S, severity: error, says: a = 1 }\n"
            )
        );

    [Theory]
    [InlineData("  Sum: { means: one, unit: votes }\n", "8: The field is called 'Sum'.")]
    [InlineData("  sum: { means: one, unit: votes }\n", "8: The field is called 'sum'.")]
    [InlineData(
        "  t: { means: x, unit: tick, each-of: lists }\n",
        "8: 't' is a tick and belongs to a figure, or to lists."
    )]
    [InlineData("  a: { means: one, unit: vote }\n", "8: For 'unit' stands 'vote'.")]
    [InlineData("  a: { means: one, unit: votes, in: [x] }\n", "8: The form has no variant 'x'.")]
    [InlineData("  a: { means: one, unit: votes, cite: q 1 }\n", "8: 'q 1' cites 'q', which 'texts' does not list.")]
    public void Read_FieldThatMakesNoSense_IsLocated(string field, string expected) =>
        Assert.Contains(expected, Read(field, "  - { code: R, severity: error, says: a = 1 }\n"));

    [Fact]
    public void Read_Variants_NeedANameAndAreEachChecked()
    {
        const string head = "variants: { p: the one, q: the other }\n";
        const string fields = "  a: { means: one, unit: votes }\n  b: { means: two, unit: votes, in: [q] }\n";
        const string sound = "  - { code: R, severity: error, says: a = b, in: [q] }\n";
        Assert.Equal(["7: The form has several variants."], Read(fields, sound, "", head));
        Assert.Equal(["7: The form has no variant 'r'."], Read(fields, sound, "r", head));
        Assert.Empty(Read(fields, sound, "p", head));
        // Wrong in p, and told although q is asked for.
        Assert.Equal(
            ["12: Relation R speaks of 'b', which is no field of variant 'p'."],
            Read(fields, "  - { code: R, severity: error, says: a = b }\n", "q", head)
        );
    }

    [Fact]
    public void For_BallotThatDoesNotFit_IsMisuse()
    {
        var form = Shipped.Form("nl/record", "gsb");
        Assert.Throws<ArgumentException>(() => form.For(["1", "1"], [1, 1]));
        Assert.Throws<ArgumentException>(() => form.For(["1", "2"]));
        Assert.Throws<ArgumentException>(() => form.For(["1"], [-1]));
        Assert.Throws<ArgumentException>(() => form.For(["1"], [2]).IndexOf("no-such-field"));
        Assert.Throws<ArgumentException>(() => form.For(["1"], [2]).IndexOf("list-votes"));
    }

    [Fact]
    public void For_CandidatesOfLists_HaveOneColumnEachInOrder()
    {
        var layout = Shipped.Form("nl/record", "csb").For(["A", "B"], [2, 1]);
        Assert.Equal(
            ["candidate-votes:A:1", "candidate-votes:A:2", "candidate-votes:B:1", "list-total:A", "list-total:B"],
            layout.Columns.Select(c => c.Name).SkipWhile(n => !n.StartsWith("candidate", StringComparison.Ordinal))
        );
        Assert.Equal("nl-record@csb", layout.Form.Id);
    }

    [Fact]
    public void TallyOf_Totals_AddsTheFieldsOfAFigure()
    {
        var layout = Shipped.Form("ru/president-2018").For(["x", "y"]);
        var totals = layout
            .Columns.Select(c =>
                c.Name switch
                {
                    "issued-early" => new Count(1),
                    "issued-station" => new Count(20),
                    "issued-outside" => new Count(300),
                    "votes:x" => new Count(40),
                    "in-mobile" => Count.Blank,
                    _ => new Count(5),
                }
            )
            .ToList();
        var tally = layout.TallyOf(totals);
        Assert.Equal(321, tally.BallotsIssued.Value);
        Assert.Equal(CountState.NotReported, tally.BallotsInBox.State);
        Assert.Equal(["x 40", "y 5"], tally.Contenders.Select(c => $"{c.Id} {c.Votes}"));
        Assert.Equal(CountState.NotReported, tally.AgainstAll.State);
    }

    [Theory]
    [InlineData("forms/nl/record.yaml@csb", "forms/nl/record.yaml", "csb")]
    [InlineData("nl/record@csb", "nl/record", "csb")]
    [InlineData("forms/kz/station-2021.yaml", "forms/kz/station-2021.yaml", "")]
    [InlineData("me@home/forms/x.yaml", "me@home/forms/x.yaml", "")]
    public void Parse_Reference_TakesTheVariantFromTheEnd(string text, string form, string variant) =>
        Assert.Equal(new FormReference(form, variant), FormReference.Parse(text));

    [Fact]
    public void Read_AnyMutation_GivesAFormOrLocatedProblemsAndNeverThrows()
    {
        var text = File.ReadAllBytes(Checkout.Path("forms/kz/station-2021.yaml"));
        var random = new Random(20210110);
        var read = 0;
        for (var round = 0; round < 1_500; round++)
        {
            var mutated = text.ToList();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var at = random.Next(mutated.Count);
                switch (random.Next(4))
                {
                    case 0:
                        mutated.RemoveRange(at, Math.Min(random.Next(1, 40), mutated.Count - at));
                        break;
                    case 1:
                        mutated[at] = (byte)random.Next(256);
                        break;
                    case 2:
                        mutated.InsertRange(at, mutated.GetRange(at, Math.Min(30, mutated.Count - at)));
                        break;
                    default:
                        mutated.InsertRange(at, Encoding.UTF8.GetBytes(Inserts[random.Next(Inserts.Length)]));
                        break;
                }
            }

            var problems = new Problems();
            if (SourceText.From("form.yaml", [.. mutated], problems) is not { } source)
            {
                Assert.True(problems.Any);
                continue;
            }

            var form = ProtocolForm.Read(source, "", problems);
            if (form is not null)
            {
                read++;
                var layout = form.For(["a", "b"], [1, 1]);
                layout.Check(new long[layout.Columns.Count], new CountState[layout.Columns.Count]);
                Assert.All(form.Relations, r => Assert.NotEmpty(FormWords.Sentence(form, r)));
            }
            else
            {
                Assert.All(problems.InOrder(), p => Assert.Equal("form.yaml", p.Where.File));
                Assert.True(problems.Any);
            }
        }

        Assert.InRange(read, 50, 1_450);
    }

    private static readonly string[] Inserts =
    [
        " of (",
        "99999999999999999999",
        "- ",
        " % ",
        "{",
        ": ",
        "é",
        "\n",
        "sum of ",
        "\u0000",
    ];
}
