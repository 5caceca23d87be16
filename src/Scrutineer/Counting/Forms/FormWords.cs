using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Forms;

/// <summary>Puts the control relations of a form into sentences. Findings use the same ones.</summary>
public static class FormWords
{
    /// <summary>A relation as a sentence, with its condition and what keeps it from being told.</summary>
    public static string Sentence(ProtocolForm form, RelationEntry relation)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(relation);
        var says = string.Join(", and ", relation.Says.Items.Select(s => Statement(form, s)));
        var when =
            relation.When.Items.Count == 0
                ? ""
                : "where " + string.Join(" and ", relation.When.Items.Select(s => Condition(form, s))) + ", ";
        var sentence = (relation.Each == EachOf.Lists ? "for each list, " : "") + when + says + ".";
        return char.ToUpperInvariant(sentence[0])
            + sentence[1..]
            + (
                relation.Unless.Count == 0
                    ? ""
                    : $" Not told where {string.Join(" or ", relation.Unless)} is broken already."
            );
    }

    /// <summary>A statement as what must be: "ballots received (3) must equal …".</summary>
    public static string Statement(ProtocolForm form, Comparison statement) =>
        statement switch
        {
            SumComparison s => $"{Words(form, s.Left)} must {Must(s.Sign)} {Words(form, s.Right)}",
            DistanceComparison d =>
                $"the difference between {Words(form, d.One)} and {Words(form, d.Other)} must {Must(d.Sign)} {Words(form, d.Bound)}",
            FilledComparison { Filled: true } f => $"{Words(form, f.Field)} must be filled in with more than nought",
            FilledComparison f => $"{Words(form, f.Field)} must be left empty",
            _ => throw new ArgumentException("This kind of statement is not known.", nameof(statement)),
        };

    /// <summary>A statement as what is: "ballots received (3) equals …".</summary>
    public static string Condition(ProtocolForm form, Comparison statement) =>
        statement switch
        {
            SumComparison s => $"{Words(form, s.Left)} {Is(s.Sign)} {Words(form, s.Right)}",
            DistanceComparison d =>
                $"the difference between {Words(form, d.One)} and {Words(form, d.Other)} {Is(d.Sign)} {Words(form, d.Bound)}",
            FilledComparison f => $"{Words(form, f.Field)} is {(f.Filled ? "filled in" : "empty")}",
            _ => throw new ArgumentException("This kind of statement is not known.", nameof(statement)),
        };

    /// <summary>A field with its row on the paper.</summary>
    public static string Words(ProtocolForm form, string field)
    {
        ArgumentNullException.ThrowIfNull(form);
        var means = form.Field(field) ?? throw new ArgumentException($"No field '{field}'.", nameof(field));
        return means.Row is { } row ? $"{means.Means} ({row})" : means.Means;
    }

    private static string Words(ProtocolForm form, Sum sum)
    {
        var text = "";
        foreach (var part in sum.Parts)
        {
            text +=
                text.Length == 0
                    ? (part.Factor.Sign < 0 ? "minus " : "")
                    : (part.Factor.Sign < 0 ? " minus " : " plus ");
            text += part.Factor.Abs() == Rational.One ? "" : Share(part.Factor.Abs()) + " of ";
            text += part.OverAll ? $"the sum of {Words(form, part.Field)}" : Words(form, part.Field);
        }

        return (text.Length, sum.Constant.Sign) switch
        {
            (0, _) => Shown.Decimal(sum.Constant),
            (_, 0) => text,
            (_, > 0) => $"{text} plus {Shown.Decimal(sum.Constant)}",
            _ => $"{text} minus {Shown.Decimal(sum.Constant.Abs())}",
        };
    }

    // A share that has a short decimal form reads best in per cent; 1/3 does not.
    private static string Share(Rational share) =>
        (share * 10_000).IsWhole
            ? ((share * 100).IsWhole ? $"{(share * 100).Numerator} %" : Shown.Percent(share))
            : share.ToString();

    private static string Must(Sign sign) =>
        sign switch
        {
            Sign.Equal => "equal",
            Sign.Different => "differ from",
            Sign.Less => "be less than",
            Sign.AtMost => "be at most",
            Sign.More => "be more than",
            _ => "be at least",
        };

    private static string Is(Sign sign) =>
        sign switch
        {
            Sign.Equal => "equals",
            Sign.Different => "differs from",
            Sign.Less => "is less than",
            Sign.AtMost => "is at most",
            Sign.More => "is more than",
            _ => "is at least",
        };

    /// <summary>The head of a form in words.</summary>
    public static string Head(ProtocolForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return $"{form.Title} ({form.Id}): {Shown.Of(form.Fields.Count, "field", "fields")}, "
            + $"{Shown.Of(form.Relations.Count, "control relation", "control relations")}. "
            + $"{form.File.Cite}; {ScalarType.Word(form.File.Checked)}.";
    }
}
