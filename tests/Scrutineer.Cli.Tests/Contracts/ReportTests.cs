using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Scrutineer.Cli.Tests.Contracts;

/// <summary>The report as a page: sound markup, reachable without scripts or network, the same bytes every time.</summary>
public sealed partial class ReportTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    /// <summary>The page as a tree; a tag that is not closed, or a stray sign, fails here.</summary>
    private static XElement Page(string text)
    {
        const string Doctype = "<!doctype html>\n";
        Assert.StartsWith(Doctype, text, StringComparison.Ordinal);
        return XElement.Parse(Meta().Replace(text[Doctype.Length..], "$0</meta>"));
    }

    [GeneratedRegex("<meta [^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Meta();

    private string Report(params string[] options)
    {
        var run = workspace.Check(["--out", "out", .. options]);
        Assert.True(run.Exit is 0 or 1, run.Error);
        return workspace.Read("out/index.html");
    }

    private static void AssertSound(string text)
    {
        var page = Page(text);
        Assert.Equal("en", (string?)page.Attribute("lang"));
        Assert.NotEqual("", page.Descendants("title").First().Value);
        Assert.Single(page.Descendants("h1"));
        Assert.Single(page.Descendants("main"));

        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.DoesNotContain(id, c => char.IsWhiteSpace(c)));
        var known = ids.ToHashSet();
        foreach (var element in page.Descendants())
        {
            foreach (var attribute in element.Attributes())
            {
                var name = attribute.Name.LocalName;
                Assert.False(name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{name} in {element.Name}");
                switch (name)
                {
                    case "href" when attribute.Value.StartsWith('#'):
                        Assert.Contains(attribute.Value[1..], known);
                        break;
                    case "href" when element.Name.LocalName == "a":
                        Assert.Matches("\\A(https?://|data:text/csv)", attribute.Value);
                        break;
                    case "href" or "src" or "srcset" or "data" or "action" or "poster":
                        Assert.Fail($"<{element.Name.LocalName} {name}> loads {attribute.Value}");
                        break;
                    case "aria-labelledby" or "aria-describedby":
                        Assert.All(attribute.Value.Split(' '), id => Assert.Contains(id, known));
                        break;
                    default:
                        foreach (Match reference in Url().Matches(attribute.Value))
                        {
                            Assert.Contains(reference.Groups["id"].Value, known);
                        }

                        break;
                }
            }
        }

        var tags = page.Descendants().Select(e => e.Name.LocalName).ToHashSet();
        Assert.DoesNotContain(
            tags,
            t => t is "script" or "link" or "iframe" or "object" or "embed" or "form" or "img" or "base"
        );
        foreach (var style in page.Descendants().Where(e => e.Name.LocalName == "style"))
        {
            Assert.DoesNotContain("@import", style.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("http", style.Value, StringComparison.Ordinal);
        }

        Headings(page);
        Charts(page);
        Tables(page);
    }

    [GeneratedRegex(@"url\(['""]?#(?<id>[^)'""]+)['""]?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Url();

    private static void Headings(XElement page)
    {
        var before = 0;
        foreach (var heading in page.Descendants().Where(e => Heading().IsMatch(e.Name.LocalName)))
        {
            var level = int.Parse(heading.Name.LocalName[1..], CultureInfo.InvariantCulture);
            Assert.True(level <= before + 1, $"<h{level}> {heading.Value} follows <h{before}>");
            Assert.NotEqual("", heading.Value.Trim());
            before = level;
        }
    }

    [GeneratedRegex(@"\Ah[1-6]\z", RegexOptions.None, 1000)]
    private static partial Regex Heading();

    private static void Charts(XElement page)
    {
        var charts = page.Descendants().Where(e => e.Name.LocalName == "svg").ToList();
        Assert.NotEmpty(charts);
        foreach (var chart in charts)
        {
            Assert.Equal("img", (string?)chart.Attribute("role"));
            Assert.NotEqual("", chart.Elements().Single(e => e.Name.LocalName == "title").Value);
            Assert.NotEqual("", chart.Elements().Single(e => e.Name.LocalName == "desc").Value);
            Assert.NotNull(chart.Attribute("aria-labelledby"));
        }
    }

    private static void Tables(XElement page)
    {
        foreach (var table in page.Descendants("table"))
        {
            var figure = table.Ancestors("figure").First();
            Assert.NotEqual("", figure.Element("figcaption")!.Value);
            Assert.NotEqual("", (string?)table.Attribute("aria-label"));
            var columns = table.Element("thead")!.Descendants("th").Count();
            Assert.All(table.Element("tbody")!.Elements("tr"), row => Assert.Equal(columns, row.Elements().Count()));
            var link = (string)figure.Element("figcaption")!.Element("a")!.Attribute("href")!;
            var csv = Uri.UnescapeDataString(link[(link.IndexOf(',', StringComparison.Ordinal) + 1)..]);
            Assert.Equal(table.Element("tbody")!.Elements("tr").Count() + 1, csv.TrimEnd('\n').Split('\n').Length);
        }
    }

    [Fact]
    public void Report_Mazhilis2021_IsSoundAndTheSameTwice()
    {
        var first = Report();
        AssertSound(first);
        Assert.Equal(first, Report());
        Assert.DoesNotContain('\r', first);
        Assert.Contains("11\u202f127 votes from Ak Zhol to Nur Otan", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_EveryFigure_LinksToTheLineOfItsFile()
    {
        var page = Page(Report());
        var rows = workspace.Read(Workspace.ResultsFile).TrimEnd('\n').Split('\n');
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToHashSet();
        Assert.All(Enumerable.Range(2, rows.Length - 1), line => Assert.Contains($"row-{line}", ids));
    }

    [Fact]
    public void Report_HostileNames_AreTextAndNothingElse()
    {
        const string Hostile = "</title><script>alert(1)</script>\" onload=\"x' & <b>";
        var quoted = "'" + Hostile.Replace("'", "''", StringComparison.Ordinal) + "'";
        workspace
            .Edit(Workspace.HeadFile, "name: Nur Otan", "name: " + quoted)
            .Edit(Workspace.HeadFile, "title: Mazhilis of Kazakhstan, 10 and 11 January 2021", "title: " + quoted)
            .Edit(Workspace.HeadFile, "    title: Central Election Commission, final", "    title: " + quoted + " #")
            .Edit(Workspace.HeadFile, "url: https://strategy2050.kz", "url: javascript:alert(1)//");
        var text = Report();
        AssertSound(text);
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("javascript:", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Hostile, Page(text).Descendants("h1").Single().Value);
    }

    [Fact]
    public void Report_SourceKeysAndListsOfAnyLetters_HaveIdsThatResolve()
    {
        var head = workspace.Read(Workspace.HeadFile).Replace("cec-final", "'ЦИК, итоги №1'", StringComparison.Ordinal);
        var results = workspace
            .Read(Workspace.ResultsFile)
            .Replace("cec-final", "\"ЦИК, итоги №1\"", StringComparison.Ordinal)
            .Replace(",NurOtan,", ",Нур Отан,", StringComparison.Ordinal);
        workspace
            .WithoutRecord()
            .Write(Workspace.HeadFile, head.Replace("NurOtan:", "Нур Отан:", StringComparison.Ordinal))
            .Write(Workspace.ResultsFile, results)
            .Write(
                Workspace.EventsFile,
                workspace
                    .Read(Workspace.EventsFile)
                    .Replace("[cec-final]", "['ЦИК, итоги №1']", StringComparison.Ordinal)
            );
        AssertSound(Report());
    }

    [Fact]
    public void Report_ContestInSeveralConstituencies_HasEachIdOnce()
    {
        File.Delete(workspace.WithoutRecord().At(Workspace.EventsFile));
        workspace.Write(
            Workspace.HeadFile,
            """
            scrutineer-dossier: "1"
            election: kz-mazhilis-2021
            title: Two districts
            law: kz/mazhilis
            edition: "2022"
            polling-day: 2023-03-19
            units: { "№ 1": {}, "№ 2": {} }
            contests:
              districts:
                contenders:
                  A: { name: Candidate A }
                  B: { name: Candidate B }
                  C: { name: Candidate C }
            sources: { x: { title: A source } }

            """
        );
        workspace.Write(
            Workspace.ResultsFile,
            """
            contest,unit,stage,figure,list,value,base,source,note
            districts,№ 1,final,votes,A,100,,x,
            districts,№ 1,final,votes,B,90,,x,
            districts,№ 1,final,votes,C,80,,x,
            districts,№ 2,final,votes,A,10,,x,
            districts,№ 2,final,votes,B,30,,x,
            districts,№ 2,final,votes,C,20,,x,

            """
        );
        AssertSound(Report());
    }

    [Fact]
    public void Report_ThirtyLists_IsSound()
    {
        File.Delete(workspace.WithoutRecord().At(Workspace.EventsFile));
        var lists = Enumerable.Range(1, 30).Select(i => $"L{i}").ToList();
        workspace.Write(
            Workspace.HeadFile,
            "scrutineer-dossier: \"1\"\nelection: many\ntitle: Thirty lists\nlaw: kz/mazhilis\nedition: \"2020\"\npolling-day: 2021-01-10\n"
                + "sources: { x: { title: A source } }\ncontests:\n  lists:\n    contenders:\n"
                + string.Concat(
                    lists.Select(l => $"      {l}: {{ name: The list with the number {l[1..]} of thirty }}\n")
                )
        );
        workspace.Write(
            Workspace.ResultsFile,
            "contest,unit,stage,figure,list,value,base,source,note\n"
                + string.Concat(lists.Select((l, i) => $"lists,nation,final,votes,{l},{(i < 12 ? 1000 + i : i)},,x,\n"))
        );
        AssertSound(Report());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(691)]
    [InlineData(692)]
    [InlineData(9990)]
    public void Report_HouseOfAnySize_IsSound(int seats)
    {
        workspace
            .Edit(
                Workspace.LawFile,
                "body.seats: 107, contests.lists.seats: 98",
                $"body.seats: {seats + 9}, contests.lists.seats: {seats}"
            )
            .Edit(Workspace.LawFile, "share: at least 7 %, of: valid-votes", "share: at least 1 %, of: valid-votes");
        AssertSound(Report());
    }

    [Fact]
    public void Report_DeclaredSeatsBeyondTheHouse_AreShownAndDisagree()
    {
        workspace
            .Edit(Workspace.ResultsFile, "seats,NurOtan,76", "seats,NurOtan,9999")
            .Edit(Workspace.ResultsFile, "PPK,659019", "PPK,not-reported");
        AssertSound(Report());
    }

    [Fact]
    public void Check_FolderCannotTakeTheReport_LeavesNothingHalfWritten()
    {
        Report();
        var before = workspace.Read("out/result.json");
        workspace.Edit(Workspace.ResultsFile, "seats,NurOtan,76", "seats,NurOtan,77");
        File.Delete(workspace.At("out/index.html"));
        Directory.CreateDirectory(workspace.At("out/index.html"));
        var run = workspace.Check("--out", "out");
        Assert.Equal(2, run.Exit);
        Assert.Equal("", run.Out);
        Assert.StartsWith("scrutineer: ", run.Error, StringComparison.Ordinal);
        run.AssertNoTrace();
        Assert.Equal(before, workspace.Read("out/result.json"));
        Assert.Equal(
            ["index.html", "result.json"],
            Directory.EnumerateFileSystemEntries(workspace.At("out")).Select(p => Path.GetFileName(p)!).Order()
        );
    }

    [Fact]
    public void Check_OutputFolderIsAFile_IsRefusedInOneSentence()
    {
        workspace.Write("out", "a file");
        var run = workspace.Check("--out", "out");
        Assert.Equal(2, run.Exit);
        Assert.Equal("", run.Out);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        run.AssertNoTrace();
        Assert.Equal("a file", workspace.Read("out"));
    }

    [Fact]
    public void Check_OtherFilesInTheFolder_StayAsTheyAre()
    {
        workspace.Write("out/notes.txt", "mine");
        Report();
        Assert.Equal("mine", workspace.Read("out/notes.txt"));
        Assert.Equal(
            ["index.html", "notes.txt", "result.json"],
            Directory.EnumerateFileSystemEntries(workspace.At("out")).Select(p => Path.GetFileName(p)!).Order()
        );
    }
}
