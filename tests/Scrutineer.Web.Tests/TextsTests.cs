using System.Text.RegularExpressions;
using Scrutineer.Counting.Entry;
using Scrutineer.Files;
using Scrutineer.Law;
using Scrutineer.Observation;
using Scrutineer.Web.Access;
using Scrutineer.Web.Endpoints;
using Scrutineer.Web.Language;
using Scrutineer.Web.Night;
using Scrutineer.Web.Observers;

namespace Scrutineer.Web.Tests;

/// <summary>Every text is there in every language, and every text is used.</summary>
public partial class TextsTests
{
    [Fact]
    public void Table_EveryRow_HasEveryLanguageAndTheSamePlaces()
    {
        foreach (var (name, texts) in TextTable.Rows)
        {
            Assert.Equal(Texts.Languages.Count, texts.Length);
            Assert.All(texts, t => Assert.False(string.IsNullOrWhiteSpace(t), name));
            Assert.All(texts, t => Assert.Equal(Places(texts[0]), Places(t)));
        }

        static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Order();
    }

    [Fact]
    public void Table_EveryNameThatThePagesUse_IsThere()
    {
        var source = Path.Combine(Night.Checkout(), "src", "Scrutineer.Web");
        var files = Directory
            .EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains("/obj/", StringComparison.Ordinal) && Path.GetExtension(f) is ".cs" or ".razor" or ".js"
            )
            .Select(File.ReadAllText)
            .ToList();
        var used = files
            .SelectMany(f => Used().Matches(f).Concat(UsedByScripts().Matches(f)))
            .Select(m => m.Groups["it"].Value)
            .Concat(Enum.GetValues<EntryState>().Select(s => "state-" + ScalarType.Word(s)))
            .Concat(Enum.GetValues<EntryMove>().Select(m => "move-" + ScalarType.Word(m)))
            .Concat(Enum.GetValues<EntryRefusal>().Select(r => "refused-" + ScalarType.Word(r)))
            .Concat(Roles.All.Select(r => "role-" + r))
            .Concat(["value-blank", "value-illegible", "value-not-reported"])
            .Concat(["phone-observation", "phone-copy", "phone-incident", "phone-yes", "phone-no"])
            .Concat(Enumerable.Range(1, 4).Select(n => $"phone-rating-{n}"))
            .Concat(Enum.GetValues<IntakeStatus>().Select(s => "import-" + ScalarType.Word(s)))
            .Concat(ScalarType.Of(typeof(IncidentKind))!.Words.Select(k => "incident-" + k))
            .Concat(ScalarType.Of(typeof(IncidentSeverity))!.Words.Select(s => "severity-" + s))
            .Concat(Enum.GetValues<ReportKind>().Select(k => "report-kind-" + ScalarType.Word(k)))
            .Concat(
                new[]
                {
                    BaseName.Registered,
                    BaseName.BallotsIssued,
                    BaseName.BallotsInBox,
                    BaseName.ValidVotes,
                    BaseName.VotesForLists,
                }.Select(b => "base-" + ScalarType.Word(b))
            )
            .Concat(PurgeEndpoints.Kinds.SelectMany(k => new[] { "purge-of-" + k, "purge-again-" + k }))
            .Concat(ReportDesk.States.Select(s => "report-" + s))
            .Concat(ReportChoice.Orders.Select(o => "order-" + o))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Empty(used.Except(TextTable.Rows.Keys));
        var pages = string.Concat(files.Where(f => !f.Contains("class TextTable", StringComparison.Ordinal)));
        var idle = TextTable
            .Rows.Keys.Except(used)
            .Where(k => !pages.Contains($"\"{k}\"", StringComparison.Ordinal))
            .ToList();
        Assert.Equal([], idle);
    }

    [Theory]
    [InlineData(null, "kk-KZ,kk;q=0.9,ru;q=0.8", "kk")]
    [InlineData(null, "de, ru;q=0.5", "ru")]
    [InlineData("ru", "kk", "ru")]
    [InlineData("xx", null, "en")]
    public void For_AChoiceAndABrowser_TakesTheChoiceFirst(string? chosen, string? accepted, string expected)
    {
        Assert.Equal(expected, Texts.For(chosen, accepted).Language);
        Assert.Equal("ltr", Texts.For(chosen, accepted).Direction);
    }

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"(\bT|[Tt]exts)(\.Of\(|\[)""(?<it>[a-z-]*[a-z])""[\],)]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Used();

    [GeneratedRegex("'(?<it>phone-[a-z-]*[a-z])'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsedByScripts();
}
