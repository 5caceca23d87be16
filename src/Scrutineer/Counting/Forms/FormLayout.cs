using Scrutineer.Dossier;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Counting.Forms;

/// <summary>
/// A form made ready for one ballot: which number stands in which column, and the control relations turned into columns.
/// The columns follow the paper; a field of lists takes one column a list, a field of candidates one a candidate.
/// </summary>
public sealed class FormLayout
{
    private readonly Dictionary<string, (int Start, int Count)> ranges = new(StringComparer.Ordinal);
    private readonly List<(int Column, long Most)> limits = [];

    internal FormLayout(
        ProtocolForm form,
        IReadOnlyList<string> lists,
        IReadOnlyList<int> candidates,
        IReadOnlyList<TimeOnly>? hours = null
    )
    {
        Hours = hours ?? [];
        Form = form;
        Lists = lists;
        Candidates = candidates;
        var columns = new List<FormColumn>();
        foreach (var field in form.Fields)
        {
            var start = columns.Count;
            columns.AddRange(ColumnsOf(field));
            ranges[field.Name] = (start, columns.Count - start);
            var most = field.Unit == FieldUnit.Tick ? 1 : field.Most;
            if (most is { } limit)
            {
                limits.AddRange(Enumerable.Range(start, columns.Count - start).Select(c => (c, (long)limit)));
            }
        }

        foreach (var hour in Hours)
        {
            var field = new FormField
            {
                Name = HourName(hour),
                Means = "the voters who had come by " + HourName(hour)["turnout:".Length..],
                Unit = FieldUnit.Voters,
                Required = YesNo.No,
            };
            ranges[field.Name] = (columns.Count, 1);
            columns.Add(new FormColumn(field, null, null, field.Name));
        }

        Columns = columns;
        Relations = new RelationCompiler(this).All();
    }

    /// <summary>The form.</summary>
    public ProtocolForm Form { get; }

    /// <summary>The lists or candidates on the ballot, by id, in ballot order.</summary>
    public IReadOnlyList<string> Lists { get; }

    /// <summary>How many candidates each list names; empty for a form without a field of candidates.</summary>
    public IReadOnlyList<int> Candidates { get; }

    /// <summary>The hours by which a table tells how many voters had come; on no form, so empty unless asked for.</summary>
    public IReadOnlyList<TimeOnly> Hours { get; }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<FormColumn> Columns { get; }

    /// <summary>The control relations in the order in which they are told.</summary>
    public IReadOnlyList<ControlRelation> Relations { get; }

    /// <summary>The columns that can hold no more than a limit, with that limit.</summary>
    internal IReadOnlyList<(int Column, long Most)> Limits => limits;

    /// <summary>The name of the column of an hour.</summary>
    public static string HourName(TimeOnly hour) =>
        "turnout:" + hour.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The same with a column behind the form's own for each hour.</summary>
    public FormLayout ByHour(IReadOnlyList<TimeOnly> hours) => new(Form, Lists, Candidates, hours);

    /// <summary>The column of a field that has one.</summary>
    /// <exception cref="ArgumentException">The form has no such field, or it has several columns.</exception>
    public int IndexOf(string field)
    {
        var (start, count) = RangeOf(field);
        return count == 1 && Columns[start].List is null
            ? start
            : throw new ArgumentException($"'{field}' has {count} columns.", nameof(field));
    }

    /// <summary>The column of one list in a field of lists.</summary>
    /// <exception cref="ArgumentException">The form has no such field, or it is not one of lists.</exception>
    public int IndexOf(string field, int list)
    {
        var (start, count) = RangeOf(field);
        return Columns[start].Field.IsEachOfLists && list >= 0 && list < count
            ? start + list
            : throw new ArgumentException($"'{field}' has no list {list}.", nameof(field));
    }

    /// <summary>The first column of a field and how many it has.</summary>
    /// <exception cref="ArgumentException">The form has no such field.</exception>
    public (int Start, int Count) RangeOf(string field) =>
        ranges.TryGetValue(field, out var range)
            ? range
            : throw new ArgumentException($"The form {Form.Id} has no field '{field}'.", nameof(field));

    /// <summary>The columns whose sum is a figure of the result; empty where the form does not have it.</summary>
    public IReadOnlyList<int> ColumnsOf(FigureName figure) =>
        [.. Enumerable.Range(0, Columns.Count).Where(c => Columns[c].Field.Figure == figure)];

    /// <summary>
    /// Checks one protocol: its fields, then its control relations with their suppression. Nothing is allocated for a
    /// protocol in order whose figures are all known.
    /// </summary>
    /// <param name="values">The numbers by column; nought wherever the state is not known.</param>
    /// <param name="states">The states by column; an empty span says that every figure is known.</param>
    public ProtocolCheck Check(ReadOnlySpan<long> values, ReadOnlySpan<CountState> states)
    {
        var faults = FieldFault.In(this, values, states);
        for (var i = 0; i < Relations.Count; i++)
        {
            if (Relations[i].Check(values, states).Result != RelationResult.Holds)
            {
                return ProtocolCheck.Of(this, faults, values, states, from: i);
            }
        }

        return faults.Count == 0 ? ProtocolCheck.Clean : new ProtocolCheck(faults, [], []);
    }

    /// <summary>The tally that a law is evaluated on, from totals by column.</summary>
    /// <param name="totals">One figure a column.</param>
    /// <param name="unit">The constituency.</param>
    public Tally TallyOf(IReadOnlyList<Count> totals, string unit = "nation")
    {
        ArgumentNullException.ThrowIfNull(totals);
        var votes = Form.ListField is { } listField ? RangeOf(listField.Name) : (Start: 0, Count: 0);
        Count Of(FigureName figure)
        {
            var columns = ColumnsOf(figure);
            return columns.Count > 0 && columns.All(c => totals[c].IsKnown)
                ? new Count(columns.Aggregate(0L, (sum, c) => checked(sum + totals[c].Value!.Value)))
                : Count.NotReported;
        }

        return new Tally
        {
            Unit = unit,
            Contenders =
            [
                .. Lists.Select((id, i) => new Contender(id, i < votes.Count ? totals[votes.Start + i] : default)),
            ],
            Registered = Of(FigureName.Registered),
            BallotsIssued = Of(FigureName.BallotsIssued),
            BallotsInBox = Of(FigureName.BallotsInBox),
            Invalid = Of(FigureName.Invalid),
            PublishedValidVotes = Of(FigureName.ValidVotes),
            AgainstAll = Of(FigureName.AgainstAll),
        };
    }

    private IEnumerable<FormColumn> ColumnsOf(FormField field) =>
        field.EachOf switch
        {
            null => [new FormColumn(field, null, null, field.Name)],
            EachOf.Lists => Lists.Select((id, list) => new FormColumn(field, list, null, $"{field.Name}:{id}")),
            _ => Lists.SelectMany(
                (id, list) =>
                    Enumerable
                        .Range(0, Candidates[list])
                        .Select(c => new FormColumn(field, list, c, $"{field.Name}:{id}:{c + 1}"))
            ),
        };
}
