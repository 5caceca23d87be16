using System.Diagnostics;
using System.Text.Json;

namespace Scrutineer.Cli.Tests.Counting;

/// <summary>
/// The shipped example: an invented nation of 40 stations with a list of units, corrections, observers' copies and tables
/// of territorial commissions. What was put into it is what the count must tell.
/// </summary>
public sealed class ExampleDossierTests : IDisposable
{
    private const string Folder = "examples/elections/xx-assembly-2025";

    private readonly Workspace workspace = new();

    public ExampleDossierTests()
    {
        foreach (var path in Directory.EnumerateFiles(Checkout.Path("examples"), "*", SearchOption.AllDirectories))
        {
            workspace.Write(Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/'), File.ReadAllText(path));
        }
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Check_Report_HasTheTestsOnTheTableWithPlacebosAndLimits()
    {
        workspace.Run("check", Folder, "--out", "report");
        var page = File.ReadAllText(workspace.At("report/index.html"));
        var start = page.IndexOf("<section id=\"forensics\"", StringComparison.Ordinal);
        var section = page[start..page.IndexOf("</section>", start, StringComparison.Ordinal)];
        Assert.Contains("Power: how often each test fires", section, StringComparison.Ordinal);
        Assert.Contains("12 tests on 40 stations: 0 find the table inconsistent", section, StringComparison.Ordinal);
        Assert.Contains("0 of 20", section, StringComparison.Ordinal);
        Assert.Contains("What each test cannot see", section, StringComparison.Ordinal);
        Assert.Equal(7, section.Split("<svg").Length - 1);
    }

    [Fact]
    public void Check_SampleOfTheDossier_StandsBesideTheOfficialFigures()
    {
        var run = workspace.Run("check", Folder, "--out", "report");
        Assert.Contains("A sample: 17 of 40 stations, in 3 of 3 strata.", run.Out, StringComparison.Ordinal);
        var page = File.ReadAllText(workspace.At("report/index.html"));
        Assert.Contains("<section id=\"sample\"", page, StringComparison.Ordinal);
        Assert.Contains(
            "Reds 39.71\u00a0%, 36.92\u00a0% – 42.50\u00a0%, official 40.00\u00a0%",
            page,
            StringComparison.Ordinal
        );
        using var json = JsonDocument.Parse(File.ReadAllText(workspace.At("report/result.json")));
        var reds = json.RootElement.GetProperty("sample").GetProperty("estimates")[0];
        Assert.Equal(0.4, reds.GetProperty("official").GetDouble());
        Assert.False(reds.GetProperty("outside").GetBoolean());
        Assert.Equal("valid-votes", reds.GetProperty("base").GetString());
    }

    [Fact]
    public void Estimate_Dossier_TakesItsSampleAndNoOptionThatContradictsIt()
    {
        var run = workspace.Run("estimate", Folder, "--json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(17, json.RootElement.GetProperty("sample").GetProperty("stations").GetInt32());
        Assert.Equal(30, json.RootElement.GetProperty("seats").GetProperty("seats").GetInt32());
        workspace
            .Run("estimate", Folder, "--stations", "40")
            .AssertRefusedOnlyFor("--stations: The dossier says how its sample was drawn.");
    }

    /// <summary>Ctrl-C: what there is by then is printed, a sentence says what is missing, and the exit code tells of it.</summary>
    [Theory]
    [InlineData("forensics", "--placebo", "10000000", "--replicates", "0", "--test", "integer")]
    [InlineData("estimate", "--replicates", "1000000")]
    public async Task Run_Interrupted_PrintsWhatItHad(string command, params string[] options)
    {
        Interrupt.SkipWhereIgnored();
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, command, Folder, .. options])
        {
            UseShellExecute = false,
            WorkingDirectory = workspace.At("."),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var stop = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(stop);

        // The first line of progress says that the long part has begun.
        Assert.Contains(" of ", await process.StandardError.ReadLineAsync(stop), StringComparison.Ordinal);
        await Interrupt.SendAsync(process, stop);
        var error = await process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        Assert.Contains("Stopped by Ctrl-C: what was finished is printed; ", error, StringComparison.Ordinal);
        Assert.Equal(130, process.ExitCode);
        Assert.Contains(
            command == "forensics" ? "it fires in" : "Seats by xx-assembly",
            await output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Count_InTheEnd_IsWhatWasPublished()
    {
        var count = Count(1);
        Assert.True(count.GetProperty("synthetic").GetBoolean());
        Assert.Equal(40, count.GetProperty("units").GetInt32());
        Assert.Equal((25_000L, 310L), (count.Total("registered"), count.Total("invalid")));
        Assert.Equal(
            [6120L, 5210L, 3275L, 695L],
            new[] { "Reds", "Blues", "Greens", "Greys" }.Select(l => count.Votes(l)!.Value)
        );
        Assert.Equal((12, 11, 7, 0), Seats(count));
        Assert.Equal(
            ["table-differs-from-sum", "copies-differ", "register-differs", "pseudo-stations"],
            count
                .Codes()
                .OrderBy(c =>
                    Array.IndexOf(["table-differs-from-sum", "copies-differ", "register-differs", "pseudo-stations"], c)
                )
        );
        var status = count
            .GetProperty("corrected")
            .EnumerateArray()
            .ToDictionary(
                u => u.GetProperty("unit").GetString()!.Split('/')[^1],
                u =>
                    string.Join(
                        " ",
                        u.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("event").GetString())
                    )
                    + ": "
                    + u.GetProperty("status").GetString()
            );
        Assert.Equal("late-protocol: counted", status["Station 12"]);
        Assert.Equal("late-protocol: counted", status["Station 33"]);
        Assert.Equal("correction: counted", status["Station 5"]);
        Assert.Equal("annulment reinstatement: counted", status["Station 8"]);
        Assert.Equal("annulment repeat-vote: counted", status["Station 20"]);
        Assert.Equal("recount: counted", status["Station 27"]);
    }

    [Theory]
    [InlineData("2025-06-15T22:30", 21, 19, 0)]
    [InlineData("2025-06-15", 38, 2, 0)]
    [InlineData("2025-06-16", 39, 1, 0)]
    [InlineData("2025-06-17", 40, 0, 0)]
    [InlineData("2025-06-18", 39, 0, 1)]
    [InlineData("2025-06-20", 38, 0, 2)]
    [InlineData("2025-06-21", 39, 0, 1)]
    [InlineData("2025-06-22", 40, 0, 0)]
    public void Count_AsOf_KnowsWhatWasKnown(string moment, int counted, int missing, int annulled)
    {
        var count = Count(1, "--as-of", moment);
        Assert.Equal(counted, count.GetProperty("units").GetInt32());
        Assert.Equal(
            missing,
            count.TryGetProperty("partial", out var partial) ? partial.GetProperty("not-reported").GetInt32() : 0
        );
        Assert.Equal(annulled, count.Findings("unit-annulled").Count);
    }

    [Fact]
    public void Count_Partial_BoundsWhatTheMissingStationsCanChange()
    {
        var count = Count(1, "--as-of", "2025-06-15T22:30");
        var partial = count.GetProperty("partial");
        Assert.Equal("52.50 %", partial.GetProperty("share-of-stations").GetString());
        Assert.Equal("50.29 %", partial.GetProperty("share-of-registered").GetString());
        Assert.Equal(25_000 - 12_572, partial.GetProperty("ballots-missing-at-most").GetInt32());
        var final = Count(1).GetProperty("seats");
        foreach (var range in count.GetProperty("seat-ranges").GetProperty("lists").EnumerateArray())
        {
            var seats = final.GetProperty(range.GetProperty("list").GetString()!).GetInt32();
            Assert.InRange(seats, range.GetProperty("least").GetInt32(), range.GetProperty("most").GetInt32());
            Assert.True(range.GetProperty("least").GetInt32() <= range.GetProperty("least-reached").GetInt32());
            Assert.True(range.GetProperty("most").GetInt32() >= range.GetProperty("most-reached").GetInt32());
        }
    }

    /// <summary>Before the first protocol nobody has nought seats: nobody's seats are known.</summary>
    [Fact]
    public void Count_BeforeTheFirstProtocol_SeatsAreUnknownAndNotNought()
    {
        var count = Count(0, "--as-of", "2025-06-01T21:00");
        Assert.Equal(JsonValueKind.Null, count.GetProperty("seats").ValueKind);
        Assert.Equal("unknown", count.GetProperty("by-law").GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, count.GetProperty("totals").GetProperty("registered").ValueKind);
    }

    [Fact]
    public void Count_ByLevel_TellsHowManyOfTheListedStationsReported()
    {
        var count = Count(1, "--as-of", "2025-06-15T22:30", "--by", "territory");
        var by = count.GetProperty("by").EnumerateArray().ToList();
        Assert.Equal(6, by.Count);
        Assert.Equal(21, by.Sum(u => u.GetProperty("stations").GetInt32()));
        Assert.Equal(40, by.Sum(u => u.GetProperty("listed").GetInt32()));
    }

    [Fact]
    public void Count_Copies_AreComparedWithAmountsAndSeats()
    {
        var against = Count(1).GetProperty("against")[0];
        Assert.Equal("observer", against.GetProperty("copy").GetString());
        Assert.Equal(10, against.GetProperty("compared").GetInt32());
        Assert.Equal(2, against.GetProperty("differing").GetInt32());
        Assert.Equal(1, against.GetProperty("differing-in-votes").GetInt32());
        var reds = against.GetProperty("fields").GetProperty("votes:Reds");
        Assert.Equal((-40, 40), (reds.GetProperty("net").GetInt32(), reds.GetProperty("gross").GetInt32()));
        Assert.Equal(12, against.GetProperty("seats").GetProperty("Reds").GetProperty("there").GetInt32());
        Assert.Empty(against.GetProperty("decisive").EnumerateArray());
    }

    [Fact]
    public void Count_TerritorialTable_IsHeldAgainstTheSumOfItsStations()
    {
        var finding = Assert.Single(Count(1).Findings("table-differs-from-sum"));
        Assert.Equal("Southshire/Territory 3", finding.GetProperty("where").GetProperty("unit").GetString());
        Assert.Contains(
            "votes:Reds 943 against 843 (−100)",
            finding.GetProperty("statement").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Count_PublishedFigureChanged_IsTold()
    {
        workspace.Edit($"{Folder}/results.csv", "Reds,6120", "Reds,6121");
        var finding = Assert.Single(Count(1).Findings("total-differs-from-published"));
        Assert.Equal(6120, finding.GetProperty("figures").GetProperty("counted").GetInt32());
        Assert.Equal(6121, finding.GetProperty("figures").GetProperty("published").GetInt32());
    }

    [Fact]
    public void Count_StationNotListed_IsCountedAndTold()
    {
        workspace.Edit($"{Folder}/units.csv", "Station 4,Territory 1", "Station 4b,Territory 1");
        var count = Count(1);
        Assert.Equal(40, count.GetProperty("units").GetInt32());
        Assert.Equal(
            "Eastmark/Territory 1/Station 4",
            Assert.Single(count.Findings("station-not-listed")).GetProperty("where").GetProperty("unit").GetString()
        );
        Assert.Equal(1, count.GetProperty("partial").GetProperty("not-reported").GetInt32());
    }

    [Fact]
    public void Count_UnitsInACircle_AreRefusedWithTheirLine()
    {
        workspace.Edit($"{Folder}/units.csv", "Eastmark,,region", "Eastmark,Territory 1,region");
        workspace
            .Run("count", Folder)
            .AssertRefusedOnlyFor($"{Folder}/units.csv:2:1: 2 units lie within each other in a circle");
    }

    [Fact]
    public void Count_CorrectionOfNoUnit_IsRefusedWithItsLine()
    {
        workspace.Append($"{Folder}/corrections.csv", "2025-06-30,annulment,Eastmark/Territory 9,,,no reason,court\n");
        var line = workspace.Read($"{Folder}/corrections.csv").TrimEnd('\n').Split('\n').Length;
        workspace.Run("count", Folder).AssertRefusedOnlyFor($"{Folder}/corrections.csv:{line}:");
    }

    [Fact]
    public void Check_ExampleDossier_WritesTheProtocolsIntoItsReport()
    {
        var run = workspace.Run("check", Folder, "--out", "out");
        Assert.Equal(1, run.Exit);
        run.AssertNoTrace();
        var page = workspace.Read("out/index.html");
        Assert.Contains("id=\"protocols\"", page, StringComparison.Ordinal);
        Assert.Contains("SYNTHETIC", page, StringComparison.Ordinal);
        using var result = JsonDocument.Parse(workspace.Read("out/result.json"));
        var protocols = result.RootElement.GetProperty("protocols");
        Assert.Equal(40, protocols.GetProperty("units").GetInt32());
        Assert.True(protocols.GetProperty("synthetic").GetBoolean());
    }

    [Fact]
    public void Files_OfTheExample_AllSayThatTheyAreSynthetic()
    {
        foreach (var file in new[] { "protocols.csv", "observers.csv", "territories.csv" })
        {
            var lines = workspace.Read($"{Folder}/{file}").TrimEnd('\n').Split('\n');
            Assert.StartsWith("# SYNTHETIC", lines[0], StringComparison.Ordinal);
            Assert.All(lines[2..], l => Assert.StartsWith("SYNTHETIC,", l, StringComparison.Ordinal));
        }

        Assert.StartsWith("SYNTHETIC", workspace.Run("count", Folder).Out, StringComparison.Ordinal);
        Assert.StartsWith("SYNTHETIC DATA", workspace.Run("check", Folder).Out, StringComparison.Ordinal);
        var import = workspace.Run("import", $"{Folder}/observers.csv", "--map", "xx/observers");
        Assert.StartsWith("SYNTHETIC DATA", import.Out, StringComparison.Ordinal);
        Assert.StartsWith("synthetic,", workspace.Run("count", Folder, "--csv").Out, StringComparison.Ordinal);
    }

    private JsonElement Count(int exit, params string[] options) =>
        workspace.Run(["count", Folder, "--json", .. options]).Json(exit);

    private static (int, int, int, int) Seats(JsonElement count)
    {
        var seats = count.GetProperty("seats");
        return (
            seats.GetProperty("Reds").GetInt32(),
            seats.GetProperty("Blues").GetInt32(),
            seats.GetProperty("Greens").GetInt32(),
            seats.GetProperty("Greys").GetInt32()
        );
    }
}
