namespace Scrutineer.Scrutiny.Forensics;

/// <summary>The stations that a test can use, and the reasons for which it leaves the others out.</summary>
public sealed class StationChoice
{
    private readonly StationTable table;
    private readonly List<(string Because, Func<int, bool> IsOut)> rules = [];

    /// <summary>Begins with every station of a table.</summary>
    public StationChoice(StationTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        this.table = table;
    }

    /// <summary>The numbers of the stations that are used, in order; filled by <see cref="Choose"/>.</summary>
    public IReadOnlyList<int> Used { get; private set; } = [];

    /// <summary>The stations that are not, by the first reason that holds.</summary>
    public IReadOnlyList<NotUsed> LeftOut { get; private set; } = [];

    /// <summary>The column that is missing altogether, in words; nothing where none is.</summary>
    public string? Missing { get; private set; }

    /// <summary>Leaves out stations for a reason.</summary>
    public StationChoice Without(string because, Func<int, bool> isOut)
    {
        rules.Add((because, isOut));
        return this;
    }

    /// <summary>Only stations with known voters and turnout, at least one voter and no more issued than registered.</summary>
    public StationChoice WithTurnout()
    {
        var (registered, given) = (table.Registered, table.Given);
        if (registered.IsEmpty || given.IsEmpty)
        {
            Missing ??= registered.IsEmpty ? "registered voters" : "voters who came";
            return this;
        }

        return Without("registered voters are not known", s => registered[s] < 0)
            .Without("no voter is registered", s => registered[s] == 0)
            .Without("the number of voters who came is not known", s => given[s] < 0)
            .Without("more voters came than are registered", s => given[s] > registered[s]);
    }

    /// <summary>Only stations with known ballots and votes of the list, at least one ballot and no more votes than ballots.</summary>
    public StationChoice WithShare()
    {
        var (received, leader) = (table.Received, table.Leader);
        return Without("the votes of the list are not known", s => leader[s] < 0)
            .Without("the number of ballots is not known", s => received[s] < 0)
            .Without("no ballot was found", s => received[s] == 0)
            .Without("the list has more votes than there are ballots", s => leader[s] > received[s]);
    }

    /// <summary>Goes through the stations.</summary>
    public StationChoice Choose()
    {
        if (Missing is not null)
        {
            return this;
        }

        var used = new List<int>(table.Count);
        var counts = new int[rules.Count];
        for (var s = 0; s < table.Count; s++)
        {
            var rule = 0;
            while (rule < rules.Count && !rules[rule].IsOut(s))
            {
                rule++;
            }

            if (rule < rules.Count)
            {
                counts[rule]++;
            }
            else
            {
                used.Add(s);
            }
        }

        Used = used;
        LeftOut = [.. rules.Zip(counts, (r, n) => new NotUsed(r.Because, n)).Where(n => n.Stations > 0)];
        return this;
    }

    /// <summary>The report of a test that cannot answer: a column is missing, or too few stations are left; else nothing.</summary>
    /// <param name="test">The test.</param>
    /// <param name="least">The fewest stations with which it can answer.</param>
    public TestReport? Refuse(string test, int least = 2)
    {
        var because =
            Missing is { } column ? $"The form has no figure for {column}."
            : Used.Count < least
                ? $"{Used.Count} of {table.Count} stations can be used; the test needs at least {least}."
            : null;
        return because is null ? null : Refuse(test, because);
    }

    /// <summary>The report of a test that cannot answer for a reason of its own.</summary>
    public TestReport Refuse(string test, string because) =>
        new()
        {
            Test = test,
            Stations = Used.Count,
            LeftOut = LeftOut,
            CannotSay = because,
        };
}
