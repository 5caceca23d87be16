using System.Globalization;
using Scrutineer.Counting.Forms;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Import;

/// <summary>What a mapping makes of the columns of one table: which is read as a number, which as a text, and for what.</summary>
internal sealed class ReadPlan
{
    public const short None = -1;

    private readonly List<int> texts = [];

    // Columns of turnout by hour, where the layout does not ask for them.
    private readonly Dictionary<int, string> hours = [];

    private ReadPlan(Mapping mapping, FormLayout layout, TableHeader header)
    {
        Mapping = mapping;
        Layout = layout;
        Header = header;
        Slots = new short[header.Columns.Count];
        Texts = new short[header.Columns.Count];
        Array.Fill(Slots, None);
        Array.Fill(Texts, None);
        Constants = new long[layout.Columns.Count];
        States = new CountState[layout.Columns.Count];
        var encoding = mapping.File.Encoding.Seen;
        Fixed = [.. mapping.File.Units.Select(u => u.Constant is { } name ? encoding.GetBytes(name) : null)];
        Unnamed = [.. mapping.File.Units.Select(u => u.Unnamed is { } name ? encoding.GetBytes(name) : [])];
        RelationIndex = layout.Relations.Index().ToDictionary(r => r.Item, r => r.Index);
    }

    public Mapping Mapping { get; }

    public FormLayout Layout { get; }

    public TableHeader Header { get; }

    /// <summary>For each column of the table the column of the layout that it fills, or <see cref="None"/>.</summary>
    public short[] Slots { get; }

    /// <summary>For each column of the table its place among the texts that are kept, or <see cref="None"/>.</summary>
    public short[] Texts { get; }

    /// <summary>How many texts of a row are kept.</summary>
    public int TextCount => texts.Count;

    /// <summary>The columns of the table that are kept as texts.</summary>
    public IReadOnlyList<int> TextColumns => texts;

    /// <summary>For each level above the station, from the top, the texts that name the unit; empty for a constant.</summary>
    public required IReadOnlyList<int[]> ParentTexts { get; init; }

    /// <summary>For each level the name that every row has, where the mapping gives one.</summary>
    public byte[]?[] Fixed { get; }

    /// <summary>For each level the name of a unit whose columns are empty; empty where the mapping gives none.</summary>
    public byte[][] Unnamed { get; }

    /// <summary>The texts that name the station.</summary>
    public required int[] StationTexts { get; init; }

    /// <summary>The text that says whose copy it is, or −1.</summary>
    public int CopyText { get; private set; } = -1;

    /// <summary>The texts of the moment of the report.</summary>
    public int[] MomentTexts { get; private set; } = [];

    /// <summary>For a long table, the texts of key and value.</summary>
    public (int Key, int Value) Long { get; private set; } = (-1, -1);

    /// <summary>For a long table, the column of the layout by what the key column holds.</summary>
    public Dictionary<string, int> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows that count, by text; each must hold one of the bytes.</summary>
    public List<(int Text, byte[][] Equal, RowFilter Filter)> Only { get; } = [];

    /// <summary>Rows that do not count.</summary>
    public List<(int Text, byte[][] Equal, RowFilter Filter)> LeaveOut { get; } = [];

    /// <summary>The numbers that are the same in every protocol; nought elsewhere.</summary>
    public long[] Constants { get; }

    /// <summary>Known where a column or a constant fills the layout's column, not reported elsewhere.</summary>
    public CountState[] States { get; }

    /// <summary>The index of each relation of the layout.</summary>
    public IReadOnlyDictionary<ControlRelation, int> RelationIndex { get; }

    /// <summary>Whether every column of the layout is filled.</summary>
    public bool IsComplete => Array.TrueForAll(States, s => s == CountState.Known);

    /// <summary>Columns of the table that the mapping neither uses nor ignores, from 0.</summary>
    public List<int> Unmapped { get; } = [];

    /// <summary>Columns of the layout that nothing fills.</summary>
    public IReadOnlyList<int> Unfilled =>
        [.. Enumerable.Range(0, States.Length).Where(i => States[i] != CountState.Known)];

    /// <summary>What a column of the table is read as, in words.</summary>
    public string RoleOf(int column)
    {
        var roles = new List<string>();
        if (Slots[column] >= 0)
        {
            roles.Add(Layout.Columns[Slots[column]].Name);
        }

        if (hours.TryGetValue(column, out var hour))
        {
            roles.Add(hour);
        }

        if (Texts[column] is var text and >= 0)
        {
            roles.AddRange(
                Mapping
                    .File.Units.Where(
                        (_, level) => (level < ParentTexts.Count ? ParentTexts[level] : StationTexts).Contains(text)
                    )
                    .Select(u => "unit: " + u.Level)
            );
            Add(text == CopyText, "copy");
            Add(MomentTexts.Contains(text), "reported");
            Add(text == Long.Key, "key");
            Add(text == Long.Value, "value");
            Add(Only.Concat(LeaveOut).Any(f => f.Text == text), "filter");
        }

        return roles.Count > 0 ? string.Join(", ", roles)
            : Unmapped.Contains(column) ? "?"
            : "ignored";

        void Add(bool holds, string role)
        {
            if (holds)
            {
                roles.Add(role);
            }
        }
    }

    /// <summary>Joins a mapping, a form and the header of a table, and records what does not fit.</summary>
    public static ReadPlan Join(Mapping mapping, FormLayout layout, TableHeader header, string table, Problems problems)
    {
        var joiner = new Joiner(mapping, header, table, problems);
        var file = mapping.File;
        var kept = new List<int>();
        int Text(int column)
        {
            var at = kept.IndexOf(column);
            if (at < 0)
            {
                at = kept.Count;
                kept.Add(column);
            }

            return at;
        }

        int[] TextsOf(IEnumerable<string> names) =>
            [.. names.Select(n => joiner.Column(n)).Where(c => c >= 0).Select(Text)];
        var plan = new ReadPlan(mapping, layout, header)
        {
            ParentTexts = [.. file.Units.SkipLast(1).Select(u => TextsOf(u.Columns))],
            StationTexts = TextsOf(file.Units[^1].Columns),
            CopyText = file.Copy is { } copy ? TextsOf([copy]).FirstOrDefault(-1) : -1,
            MomentTexts = file.Reported is { } reported ? TextsOf(reported.Columns) : [],
        };
        foreach (var (filters, into) in new[] { (file.Only, plan.Only), (file.LeaveOut, plan.LeaveOut) })
        {
            foreach (var filter in filters)
            {
                var equal = filter.Texts.Select(e => file.Encoding.Seen.GetBytes(e)).ToArray();
                into.AddRange(TextsOf([filter.Column]).Select(t => (t, equal, filter)));
            }
        }

        if (file.Long is { } columns)
        {
            plan.Long = (TextsOf([columns.Key]).FirstOrDefault(-1), TextsOf([columns.Value]).FirstOrDefault(-1));
        }

        plan.Fill(joiner, problems);
        foreach (var column in kept)
        {
            plan.Texts[column] = (short)plan.texts.Count;
            plan.texts.Add(column);
        }

        foreach (var name in file.Ignore)
        {
            joiner.Ignore(name);
        }

        plan.Unmapped.AddRange(joiner.Unused());
        return plan;
    }

    private void Fill(Joiner joiner, Problems problems)
    {
        var file = Mapping.File;
        var byName = Layout.Columns.Index().ToDictionary(c => c.Item.Name, c => c.Index, StringComparer.Ordinal);
        var wanted = file.Fields.Select(f => (Name: f.Key, Column: f.Value)).ToList();
        if (Layout.Form.ListField is { } votes)
        {
            wanted.AddRange(file.Lists.Select(l => ($"{votes.Name}:{l.Key}", l.Value)));
        }

        foreach (var (hour, text) in Mapping.Hours)
        {
            if (Layout.Hours.Contains(hour))
            {
                wanted.Add((FormLayout.HourName(hour), text));
            }
            else if (joiner.Column(text) is var column and >= 0)
            {
                hours[column] = FormLayout.HourName(hour);
            }
        }

        foreach (var (name, text) in wanted)
        {
            if (!byName.TryGetValue(name, out var slot))
            {
                joiner.UnknownField(name, Layout);
            }
            else if (States[slot] == CountState.Known)
            {
                problems.Add(
                    new Location(Mapping.Source.Path),
                    $"'{name}' is mapped twice.",
                    "one column for each field",
                    "Remove one of the two."
                );
            }
            else if (file.Layout == TableLayout.Long)
            {
                if (!Keys.TryAdd(text, slot))
                {
                    joiner.Twice(text);
                }

                States[slot] = CountState.Known;
            }
            else if (joiner.Column(text) is var column and >= 0)
            {
                if (Slots[column] != None)
                {
                    joiner.Twice(text);
                }

                Slots[column] = (short)slot;
                States[slot] = CountState.Known;
            }
        }

        foreach (var (name, value) in file.Constants)
        {
            if (!byName.TryGetValue(name, out var slot) || States[slot] == CountState.Known)
            {
                joiner.UnknownField(name, Layout);
                continue;
            }

            Constants[slot] = value;
            States[slot] = CountState.Known;
        }
    }

    /// <summary>Looks columns up by header text or position, and remembers which were asked for.</summary>
    private sealed class Joiner(Mapping mapping, TableHeader header, string table, Problems problems)
    {
        private readonly HashSet<int> used = [];

        public int Column(string name)
        {
            if (Find(name) is var column and >= 0)
            {
                used.Add(column);
                return column;
            }

            var isPosition = name.StartsWith('#');
            problems.Add(
                new Location(table, header.Line),
                isPosition ? $"The table has no column {name}." : $"The table has no column '{Shorten(name)}'.",
                isPosition ? $"a position up to #{header.Columns.Count}" : "the column that the mapping names",
                header.IsThere && !isPosition
                    ? Problems.Nearest(Shorten(name), header.Columns.Select(Shorten).Take(100))
                    : $"The table has {header.Columns.Count} columns and no header; name them by position, as '#3'."
            );
            return -1;
        }

        public void Ignore(string name)
        {
            if (Find(name) is var column and >= 0)
            {
                used.Add(column);
            }
            else
            {
                // Every column of that name, where a header text is repeated.
                foreach (
                    var (index, _) in header
                        .Columns.Index()
                        .Where(c => string.Equals(c.Item, name, StringComparison.Ordinal))
                )
                {
                    used.Add(index);
                }
            }
        }

        public IEnumerable<int> Unused() => Enumerable.Range(0, header.Columns.Count).Where(c => !used.Contains(c));

        public void UnknownField(string name, FormLayout layout) =>
            problems.Add(
                new Location(mapping.Source.Path),
                $"The mapping fills '{name}'.",
                $"a field of the form {layout.Form.Id} that is not filled otherwise",
                Problems.Nearest(name, layout.Columns.Select(c => c.Name))
            );

        public void Twice(string name) =>
            problems.Add(
                new Location(mapping.Source.Path),
                $"'{Shorten(name)}' is mapped to two fields.",
                "one field for each column",
                "Correct one of the two."
            );

        private int Find(string name)
        {
            if (
                name.StartsWith('#')
                && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            )
            {
                return position >= 1 && position <= header.Columns.Count ? position - 1 : -1;
            }

            if (!header.IsThere)
            {
                return -1;
            }

            var wanted = Plain(name);
            var found = -1;
            for (var i = 0; i < header.Columns.Count; i++)
            {
                if (string.Equals(Plain(header.Columns[i]), wanted, StringComparison.Ordinal))
                {
                    if (found >= 0)
                    {
                        return -1;
                    }

                    found = i;
                }
            }

            return found;
        }

        /// <summary>Spaces at the ends of a header text do not count.</summary>
        private static string Plain(string text) => text.Trim();

        private static string Shorten(string text) => text.Length <= 60 ? text : text[..57] + "…";
    }
}
