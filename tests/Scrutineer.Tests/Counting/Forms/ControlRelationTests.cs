using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Allocation;
using Scrutineer.Counting;
using Scrutineer.Counting.Forms;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Counting.Forms;

public class ControlRelationTests
{
    private static readonly string[] Names = ["a", "b", "c", "d"];

    private static ProtocolForm Form(string relations) =>
        ProtocolForm.Read(
            Texts.Source(
                "form.yaml",
                $$"""
                scrutineer-form: "1"
                form: test
                title: A form for a test
                texts: { t: { act: an act } }
                cite: t
                checked: unread
                fields:
                  a: { means: the first, unit: votes }
                  b: { means: the second, unit: votes }
                  c: { means: the third, unit: votes, blank: nought }
                  d: { means: the fourth, unit: votes, each-of: lists, figure: votes }
                relations:
                {{relations}}
                """
            ),
            "",
            new Problems()
        )!;

    private static ControlRelation Relation(string says, int lists = 2) =>
        Form($"  - {{ code: R, severity: error, says: \"{says}\" }}")
            .For([.. Enumerable.Range(0, lists).Select(i => $"L{i}")])
            .Relations.Single();

    private static RelationResult Check(string says, params long[] values) => Relation(says).Check(values, []).Result;

    [Theory]
    [InlineData("a = b + c", 5, 2, 3, RelationResult.Holds)]
    [InlineData("a = b - c", 5, 2, 3, RelationResult.Broken)]
    [InlineData("a - 3 = b", 5, 2, 0, RelationResult.Holds)]
    [InlineData("- a + 7 = b", 5, 2, 0, RelationResult.Holds)]
    [InlineData("a < 3 % of b", 3, 100, 0, RelationResult.Broken)]
    [InlineData("a < 3 % of b", 2, 100, 0, RelationResult.Holds)]
    [InlineData("a <= 1/3 of (b + c)", 1, 1, 2, RelationResult.Holds)]
    [InlineData("a <= 1/3 of (b + c - 1)", 1, 1, 2, RelationResult.Broken)]
    [InlineData("a >= 0.5 of b", 1, 2, 0, RelationResult.Holds)]
    [InlineData("a > 50 % of sum of d", 2, 0, 0, RelationResult.Holds)]
    [InlineData("difference of a and b < 15", 1000, 1014, 0, RelationResult.Holds)]
    [InlineData("difference of a and b < 15", 1015, 1000, 0, RelationResult.Broken)]
    [InlineData("difference of a + c and b <= 2 % of b", 100, 104, 2, RelationResult.Holds)]
    [InlineData("a <> b", 1, 1, 0, RelationResult.Broken)]
    [InlineData("a filled", 0, 0, 0, RelationResult.Broken)]
    [InlineData("a empty", 0, 0, 0, RelationResult.Holds)]
    [InlineData("sum of d = a", 3, 0, 0, RelationResult.Holds)]
    public void Check_EachForm_SaysWhatItsWordsSay(string says, long a, long b, long c, RelationResult expected) =>
        Assert.Equal(expected, Check(says, a, b, c, 1, 2));

    [Fact]
    public void Check_UnknownFields_CannotBeToldExceptABlankThatMeansNought()
    {
        var relation = Relation("a = b + c");
        long[] values = [5, 5, 0, 0, 0];
        CountState[] With(int column, CountState state) =>
            [.. Enumerable.Range(0, 5).Select(i => i == column ? state : CountState.Known)];
        Assert.Equal(RelationResult.Holds, relation.Check(values, With(2, CountState.Blank)).Result);
        Assert.Equal(RelationResult.CannotBeTold, relation.Check(values, With(2, CountState.NotReported)).Result);
        Assert.Equal(RelationResult.CannotBeTold, relation.Check(values, With(2, CountState.Illegible)).Result);
        Assert.Equal(RelationResult.CannotBeTold, relation.Check(values, With(1, CountState.Blank)).Result);
        Assert.Equal(RelationResult.Holds, relation.Check(values, With(3, CountState.Blank)).Result);
    }

    [Theory]
    [InlineData(CountState.Blank, RelationResult.Broken, RelationResult.Holds)]
    [InlineData(CountState.Illegible, RelationResult.Holds, RelationResult.Broken)]
    [InlineData(CountState.NotReported, RelationResult.CannotBeTold, RelationResult.CannotBeTold)]
    public void Check_FilledAndEmpty_TellBlankIllegibleAndNotReportedApart(
        CountState state,
        RelationResult filled,
        RelationResult empty
    )
    {
        CountState[] states = [state, .. Enumerable.Repeat(CountState.Known, 4)];
        Assert.Equal(filled, Relation("a filled").Check(new long[5], states).Result);
        Assert.Equal(empty, Relation("a empty").Check(new long[5], states).Result);
    }

    [Fact]
    public void Check_Suppression_IsByListAndByCode()
    {
        var layout = Form(
                """
                  - { code: A, severity: error, each: lists, says: d filled }
                  - { code: B, severity: error, each: lists, says: d > 5, unless: [A] }
                  - { code: C, severity: warning, says: a = b, when: c > 0 }
                  - { code: D, severity: warning, says: a > b, unless: [B, C] }
                """
            )
            .For(["x", "y"]);
        IReadOnlyList<string> Told(params long[] values) =>
            [
                .. layout
                    .Check(values, [])
                    .Broken.Select(b => b.Relation.Code + (b.Relation.List is { } list ? layout.Lists[list] : "")),
            ];
        Assert.Equal(["Ax", "By"], Told(1, 1, 0, 0, 3));
        Assert.Equal(["D"], Told(1, 1, 0, 9, 9));
        Assert.Equal(["C"], Told(1, 2, 1, 9, 9));
        Assert.Equal(["Ax", "D"], Told(1, 2, 0, 0, 9));
    }

    /// <summary>Random linear relations over random figures of every size, against BigInteger arithmetic.</summary>
    [Fact]
    public void Check_AnyLinearRelation_AgreesWithUnboundedArithmetic()
    {
        var figure = Gen.OneOf(
            Gen.Choose(0, 20).Select(v => (long)v),
            Gen.Choose(0, int.MaxValue).Select(v => (long)v),
            Gen.Choose(0, 5).Select(v => long.MaxValue - v)
        );
        var term = Gen.Choose(0, 2)
            .SelectMany(f => Gen.Elements("", "7 % of ", "1/3 of ", "3/2 of ").Select(share => share + Names[f]));
        var sum = Gen.Choose(0, 9)
            .SelectMany(constant =>
                term.ArrayOf(3)
                    .SelectMany(terms =>
                        Gen.Elements(" + ", " - ")
                            .ArrayOf(3)
                            .Select(signs => $"{terms[0]}{signs[0]}{terms[1]}{signs[1]}{terms[2]}{signs[2]}{constant}")
                    )
            );
        var relations = sum.SelectMany(l =>
            sum.SelectMany(r => Gen.Elements("=", "<>", "<", "<=", ">", ">=").Select(s => (Left: l, Sign: s, Right: r)))
        );
        Prop.ForAll(
                relations.SelectMany(r => figure.ArrayOf(5).Select(v => (Relation: r, Values: v))).ToArbitrary(),
                c =>
                {
                    var outcome = Relation($"{c.Relation.Left} {c.Relation.Sign} {c.Relation.Right}")
                        .Check(c.Values, []);
                    var left = Naive(c.Relation.Left, c.Values);
                    var right = Naive(c.Relation.Right, c.Values);
                    var holds = c.Relation.Sign switch
                    {
                        "=" => left == right,
                        "<>" => left != right,
                        "<" => left < right,
                        "<=" => left <= right,
                        ">" => left > right,
                        _ => left >= right,
                    };
                    return holds
                        ? outcome.Result == RelationResult.Holds
                        : outcome is { Result: RelationResult.Broken }
                            && outcome.Left == left
                            && outcome.Right == right;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static Rational Naive(string sum, long[] values)
    {
        var words = sum.Split(' ');
        var (total, sign, factor) = (Rational.Zero, Rational.One, Rational.One);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is "+" or "-")
            {
                (sign, factor) = (words[i] == "+" ? Rational.One : -Rational.One, Rational.One);
            }
            else if (words[i] is "of") { }
            else if (words[i] is "%")
            {
                factor /= 100;
            }
            else if (Array.IndexOf(Names, words[i]) is var field and >= 0)
            {
                total += sign * factor * (BigInteger)values[field];
            }
            else
            {
                var number = Rational.Parse(words[i]);
                total += i == words.Length - 1 ? sign * number : Rational.Zero;
                factor = number;
            }
        }

        return total;
    }
}
