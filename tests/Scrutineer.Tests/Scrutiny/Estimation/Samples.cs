using Scrutineer.Counting.Import;
using Scrutineer.Findings;
using Scrutineer.Scrutiny.Estimation;
using Scrutineer.Tests.Counting.Import;

namespace Scrutineer.Tests.Scrutiny.Estimation;

/// <summary>Samples written by a test, and the real ones beside the checkout.</summary>
internal static class Samples
{
    public const string Mapping = """
        scrutineer-mapping: "1"
        mapping: sample
        title: A sample
        form: forms/test.yaml
        encoding: utf-8
        separator: ","
        header-line: 1
        units:
          - { level: stratum, columns: [stratum] }
          - { level: station, columns: [station] }
        fields: { registered: registered, issued: issued, invalid: invalid, remarks: remarks }
        lists: { A: A, B: B }

        """;

    public const string Header = "stratum,station,registered,issued,invalid,remarks,A,B\n";

    /// <summary>A sample of the test form, one row a station.</summary>
    public static QuickCount Count(
        string rows,
        SampleFrame frame,
        EstimateOptions? options = null,
        string mapping = Mapping
    )
    {
        var problems = new Problems();
        var table = TestTables.ReadText(Header + rows, mapping);
        var count = QuickCount.Of(
            table,
            frame,
            options ?? new EstimateOptions { Strata = frame.Strata.Count > 1 ? "stratum" : null },
            problems
        );
        Assert.Empty(problems.InOrder());
        return count!;
    }

    /// <summary>A table beside the checkout, by a mapping of the product.</summary>
    public static ProtocolTable Shared(string data, string map)
    {
        var path = Checkout.Shared(data);
        var problems = new Problems();
        var source = ProtocolSource.Find(path, null, Checkout.Path($"mappings/{map}.yaml"), null, problems);
        var table = source is null ? null : TableReader.Read(source.Path, source.Mapping, source.Layout, problems);
        Assert.Empty(problems.InOrder());
        return table!;
    }

    public static Estimate Of(this QuickCount count, string quantity) =>
        Assert.Single(count.Estimates, e => e.Quantity == quantity);

    public static Finding? Finding(this QuickCount count, string code) =>
        count.Findings.FirstOrDefault(f => f.Code == code);
}
