using System.Globalization;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Forms;

/// <summary>Puts what the check of a protocol found into findings that point at its line.</summary>
public static class ProtocolFindings
{
    /// <summary>The code of a required field that was left blank.</summary>
    public const string RequiredBlank = "required-blank";

    /// <summary>The code of a number that its field cannot hold.</summary>
    public const string FigureAboveMost = "figure-above-most";

    /// <summary>The code of a broken relation of severity warning or error.</summary>
    public const string RelationBroken = "relation-broken";

    /// <summary>The code of a relation that does not hold and is only worth a look.</summary>
    public const string RelationWorthALook = "relation-worth-a-look";

    /// <summary>The code of a relation that cannot be told.</summary>
    public const string RelationUntold = "relation-untold";

    /// <summary>The findings: faults of fields, broken relations, relations that cannot be told.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="check">What its check found.</param>
    public static IReadOnlyList<Finding> Of(Protocol protocol, ProtocolCheck check)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        ArgumentNullException.ThrowIfNull(check);
        return
        [
            .. check.Faults.Select(f => Fault(protocol, f)),
            .. check.Broken.Select(b => Broken(protocol, b)),
            .. check.Untold.Select(r => Untold(protocol, r)),
        ];
    }

    /// <summary>The code of the relation that a finding says is broken; null for every other finding.</summary>
    /// <param name="finding">The finding.</param>
    public static string? RelationOf(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Code is RelationBroken or RelationWorthALook ? finding.Figures[0].Value : null;
    }

    private static Finding Fault(Protocol protocol, FieldFault fault)
    {
        var form = protocol.Layout.Form;
        var column = protocol.Layout.Columns[fault.Column];
        var words = Words(protocol, fault.Column);
        return fault.Kind == FieldFaultKind.AboveMost
            ? Finding(
                protocol,
                FigureAboveMost,
                Severity.Error,
                $"{words} is {Shown.Whole(fault.Value)}, and the field holds at most {Shown.Whole(fault.Most)}.",
                column.Field.Cite ?? form.File.Cite,
                [fault.Column]
            )
            : Finding(
                protocol,
                RequiredBlank,
                Severity.Warning,
                $"{words} was left blank; the paper asks for a number even where it is nought.",
                column.Field.Cite ?? form.File.Cite,
                [fault.Column]
            );
    }

    private static Finding Broken(Protocol protocol, BrokenRelation broken)
    {
        var (relation, outcome) = broken;
        var form = protocol.Layout.Form;
        var statement = relation.Entry.Says.Items[outcome.Statement];
        var sentence = FormWords.Statement(form, statement);
        var sides = statement is FilledComparison filled
            ? filled.Filled
                ? "it is empty"
                : "something stands there"
            : $"here {Shown.Decimal(outcome.Left)} stands against {Shown.Decimal(outcome.Right)}, a difference of {Shown.Decimal((outcome.Left - outcome.Right).Abs())}";
        return Finding(
            protocol,
            relation.Severity >= Severity.Warning ? RelationBroken : RelationWorthALook,
            relation.Severity,
            relation.List is { } list
                ? $"List {protocol.Layout.Lists[list]}: {sentence}; {sides}."
                : $"{Capital(sentence)}; {sides}.",
            Basis(form, relation),
            relation.Columns,
            [
                KeyValuePair.Create("relation", relation.Code),
                KeyValuePair.Create("left", outcome.Left.ToString()),
                KeyValuePair.Create("right", outcome.Right.ToString()),
            ]
        );
    }

    private static Finding Untold(Protocol protocol, ControlRelation relation)
    {
        var unknown = relation.Columns.Where(c => !protocol[c].IsKnown).ToList();
        var because =
            unknown.Count == 0
                ? "a figure of its condition is not known"
                : Shown.Row(unknown.Select(c => $"{protocol.Layout.Columns[c].Name} is {Shown.Whole(protocol[c])}"));
        return Finding(
            protocol,
            RelationUntold,
            Severity.Info,
            $"Whether {relation.Code} holds cannot be told: {because}.",
            Basis(protocol.Layout.Form, relation),
            relation.Columns
        );
    }

    private static string Basis(ProtocolForm form, ControlRelation relation) =>
        $"{form.Id} {relation.Code}: {relation.Entry.Cite ?? form.File.Cite} ({ScalarType.Word(relation.Entry.Checked ?? form.File.Checked)})";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Words(Protocol protocol, int index)
    {
        var column = protocol.Layout.Columns[index];
        var words = FormWords.Words(protocol.Layout.Form, column.Field.Name);
        return Capital(words)
            + (column.List is { } list ? $" {protocol.Layout.Lists[list]}" : "")
            + (column.Candidate is { } candidate ? $", candidate {candidate + 1}" : "");
    }

    private static Finding Finding(
        Protocol protocol,
        string code,
        Severity severity,
        string statement,
        string basis,
        IReadOnlyList<int> columns,
        IReadOnlyList<KeyValuePair<string, string>>? first = null
    ) =>
        new(code, severity, statement, basis, Verify(protocol, columns))
        {
            Unit = protocol.Unit.Text,
            Where = protocol.Lineage.At,
            Figures =
            [
                .. first ?? [],
                .. columns.Select(c => KeyValuePair.Create(protocol.Layout.Columns[c].Name, protocol[c].ToString())),
            ],
        };

    private static string Verify(Protocol protocol, IReadOnlyList<int> columns)
    {
        var where = protocol.Lineage.At is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"line {at.Line} of {at.File}")
            : $"the protocol of {protocol.Unit}";
        return $"Read {Shown.Row(columns.Select(c => protocol.Layout.Columns[c].Name).Take(8))} in {where}, and compute by hand.";
    }
}
