using Scrutineer.Bench.Suites;

// One suite a subject; each writes its results into bench/results, so that a figure in a document can be traced.
var suites = new Dictionary<string, Action>(StringComparer.Ordinal)
{
    ["allocation"] = AllocationSuite.Run,
    ["audits"] = AuditSuite.Run,
    ["biproportional"] = BiproportionalSuite.Run,
    ["counting"] = CountingSuite.Run,
    ["estimation"] = EstimationSuite.Run,
    ["forensics"] = ForensicsSuite.Run,
    ["start"] = StartSuite.Run,
    ["transferable"] = TransferableSuite.Run,
};
if (args is [NightServer.Word, .. var server])
{
    await NightServer.ServeAsync(server);
    return 0;
}

if (args is ["night", .. var options])
{
    return await NightSuite.RunAsync(options) ? 0 : 2;
}

if (args is [var name] && suites.TryGetValue(name, out var run))
{
    run();
    return 0;
}

Console.Error.WriteLine(
    "usage: dotnet run -c Release --project bench/Scrutineer.Bench -- "
        + string.Join(" | ", suites.Keys.Append("night"))
);
return 2;
