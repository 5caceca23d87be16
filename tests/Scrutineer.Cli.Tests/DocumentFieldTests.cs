using System.Text.RegularExpressions;
using Scrutineer.Claims;
using Scrutineer.Counting;
using Scrutineer.Counting.Corrections;
using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Simulation;
using Scrutineer.Counting.Units;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Law;
using Scrutineer.Law.Calendars;
using Scrutineer.Law.Rules;
using Scrutineer.Observation;
using Scrutineer.Observation.Forms;
using Scrutineer.Registry;
using Scrutineer.Results.Parties;
using Scrutineer.Results.Scenarios;

namespace Scrutineer.Cli.Tests;

/// <summary>The tables of fields in the documents are those that the strict reader reads.</summary>
public partial class DocumentFieldTests
{
    /// <summary>The headings under which the documents describe the mappings of a file.</summary>
    private static readonly Dictionary<Type, string> Headings = new()
    {
        [typeof(LawFile)] = "law file",
        [typeof(ActText)] = "act",
        [typeof(EditionEntry)] = "edition",
        [typeof(Amendment)] = "amendment",
        [typeof(Body)] = "body",
        [typeof(Majority)] = "majority",
        [typeof(BallotForm)] = "ballot",
        [typeof(BaseDefinition)] = "base",
        [typeof(BaseReading)] = "written reading",
        [typeof(Reading)] = "other reading",
        [typeof(Contest)] = "contest",
        [typeof(RuleEntry)] = "rule",
        [typeof(When)] = "condition",
        [typeof(QuotientWeight)] = "weight",
        [typeof(Hurdle)] = "hurdle",
        [typeof(UnitEntry)] = "unit",
        [typeof(DossierFile)] = "election",
        [typeof(ContestEntry)] = "contest",
        [typeof(ContenderEntry)] = "contender",
        [typeof(LotEntry)] = "lot",
        [typeof(Source)] = "source",
        [typeof(FormFile)] = "form",
        [typeof(ObservationFormFile)] = "observation form",
        [typeof(SectionEntry)] = "section",
        [typeof(QuestionEntry)] = "asked question",
        [typeof(FormField)] = "field",
        [typeof(RelationEntry)] = "relation",
        [typeof(Comparisons)] = "statement",
        [typeof(SecondEntryRule)] = "second entry",
        [typeof(ProtocolsEntry)] = "protocols",
        [typeof(CopyEntry)] = "copy",
        [typeof(MappingFile)] = "mapping",
        [typeof(UnitLevel)] = "unit level",
        [typeof(LongColumns)] = "long columns",
        [typeof(WrittenAs)] = "written",
        [typeof(RowFilter)] = "rows",
        [typeof(ReportedAt)] = "reported",
        [typeof(SimulationFile)] = "simulation.yaml",
        [typeof(SourcedNumber)] = "sourced number",
        [typeof(RegionEntry)] = "region",
        [typeof(RegistryFile)] = "file",
        [typeof(IdentityEntry)] = "identity",
        [typeof(NameEntry)] = "name",
        [typeof(AliasEntry)] = "alias",
        [typeof(StatusEntry)] = "status",
        [typeof(PassageEntry)] = "stage",
        [typeof(OriginEntry)] = "origin",
        [typeof(TenureEntry)] = "tenure",
        [typeof(KinEntry)] = "kinship",
        [typeof(FillingEntry)] = "filling",
        [typeof(LevelEntry)] = "level",
        [typeof(WithinEntry)] = "place above",
        [typeof(ClockEntry)] = "clock",
        [typeof(RateEntry)] = "rate",
        [typeof(SpeechLimit)] = "speech limit",
        [typeof(TextSource)] = "text",
        [typeof(TopicEntry)] = "question",
        [typeof(ClaimEntry)] = "statement",
        [typeof(RelativeDate)] = "relative date",
        [typeof(RecordEntry)] = "record",
        [typeof(RecordedEvent)] = "recorded event",
        [typeof(RecordedFigure)] = "recorded figure",
        [typeof(RecordedPoll)] = "recorded poll",
        [typeof(RecordedSpread)] = "recorded spread",
        [typeof(RecordedTenure)] = "recorded tenure",
        [typeof(GivenAnswer)] = "given answer",
        [typeof(AccessRule)] = "access rule",
        [typeof(ObserverEntry)] = "observers",
        [typeof(ObserverTotal)] = "total",
        [typeof(IncidentEntry)] = "incident",
        [typeof(PollEntry)] = "poll",
        [typeof(SampleSize)] = "sample size",
        [typeof(EventFile)] = "file",
        [typeof(SetWindow)] = "set window",
        [typeof(EventEntry)] = "event",
        [typeof(VoteEntry)] = "vote",
        [typeof(CalendarWindow)] = "window",
        [typeof(WindowEdge)] = "end of a window",
        [typeof(Eligibility)] = "eligibility",
        [typeof(Nomination)] = "nomination",
        [typeof(GroupQuota)] = "group quota",
        [typeof(RegistrationFee)] = "fee",
        [typeof(ProducedList)] = "produced list",
        [typeof(ListFile)] = "list",
        [typeof(ListedPerson)] = "person",
        [typeof(ListNumbers)] = "numbers",
        [typeof(ListApproval)] = "approval",
        [typeof(PartyLawFile)] = "file",
        [typeof(PartyLawEdition)] = "edition",
        [typeof(PartyRequirement)] = "requirement",
        [typeof(ScenarioFile)] = "scenario",
        [typeof(ChangeEntry)] = "change",
    };

    /// <summary>The rules that have a document of their own.</summary>
    private static readonly Type[] Tiers =
    [
        typeof(Apportion),
        typeof(Divisor),
        typeof(Carry),
        typeof(Deduct),
        typeof(Cover),
        typeof(Enlarge),
        typeof(Limit),
        typeof(Level),
        typeof(Place),
        typeof(Join),
        typeof(Bonus),
        typeof(Weigh),
        typeof(Biproportion),
    ];

    [Theory]
    [InlineData("docs/formats/law.md", typeof(LawFile))]
    [InlineData("docs/formats/dossier.md", typeof(DossierFile))]
    [InlineData("docs/formats/form.md", typeof(FormFile))]
    [InlineData("docs/formats/observation-form.md", typeof(ObservationFormFile))]
    [InlineData("docs/formats/mapping.md", typeof(MappingFile))]
    [InlineData("docs/methods/simulate.md", typeof(SimulationFile))]
    [InlineData("docs/formats/registry.md", typeof(RegistryFile))]
    [InlineData("docs/formats/events.md", typeof(EventFile))]
    [InlineData("docs/formats/lists.md", typeof(ListFile))]
    [InlineData("docs/formats/party-law.md", typeof(PartyLawFile))]
    [InlineData("docs/formats/claims.md", typeof(ClaimFile))]
    [InlineData("docs/formats/observation.md", typeof(ObservationFile))]
    [InlineData("docs/formats/observation.md", typeof(PollFile))]
    [InlineData("docs/formats/scenario.md", typeof(ScenarioFile))]
    public void Fields_EachTypeOfAFile_HasItsTable(string ofFile, Type file)
    {
        foreach (var type in Mappings(file, []))
        {
            var document = file == typeof(LawFile) && Tiers.Contains(type) ? "docs/formats/law-tiers.md" : ofFile;
            var text = File.ReadAllText(Documents.PathOf(document));
            var table = Table(type);
            var place = Place(type.Name).Match(text);
            Assert.True(place.Success, $"{document} has no table of fields of {type.Name}. It would be:\n{table}");
            if (Documents.AreWritten)
            {
                text = text.Remove(place.Groups[1].Index, place.Groups[1].Length).Insert(place.Groups[1].Index, table);
                File.WriteAllText(Documents.PathOf(document), text);
            }
            else
            {
                Assert.Equal(table, place.Groups[1].Value);
            }
        }
    }

    [Theory]
    [InlineData("docs/methods/bases.md", typeof(BaseName))]
    [InlineData("docs/formats/dossier.md", typeof(BaseName))]
    [InlineData("docs/formats/dossier.md", typeof(FigureName))]
    [InlineData("docs/formats/dossier.md", typeof(Stage))]
    [InlineData("docs/formats/law.md", typeof(Checked))]
    [InlineData("docs/formats/law.md", typeof(QuotaName))]
    [InlineData("docs/methods/readings.md", typeof(Basis))]
    [InlineData("docs/use.md", typeof(Law.Evaluation.Outcome))]
    [InlineData("docs/formats/form.md", typeof(FieldUnit))]
    [InlineData("docs/formats/form.md", typeof(BlankMeaning))]
    [InlineData("docs/formats/dossier.md", typeof(CopyKind))]
    [InlineData("docs/methods/simulate.md", typeof(InjectionKind))]
    [InlineData("docs/formats/units.md", typeof(UnitKind))]
    [InlineData("docs/formats/corrections.md", typeof(CountEventKind))]
    [InlineData("docs/formats/claims.md", typeof(ClaimKind))]
    [InlineData("docs/formats/claims.md", typeof(Hedge))]
    [InlineData("docs/formats/claims.md", typeof(Genre))]
    [InlineData("docs/formats/observation.md", typeof(IncidentKind))]
    [InlineData("docs/formats/observation.md", typeof(IncidentSeverity))]
    [InlineData("docs/formats/observation.md", typeof(LimitedRight))]
    [InlineData("docs/formats/observation-form.md", typeof(QuestionKind))]
    [InlineData("docs/formats/observation-form.md", typeof(ObservationPhase))]
    [InlineData("docs/formats/registry.md", typeof(PartyStatus))]
    [InlineData("docs/formats/registry.md", typeof(RegistrationStage))]
    [InlineData("docs/formats/registry.md", typeof(StageOutcome))]
    [InlineData("docs/formats/events.md", typeof(EventKind))]
    [InlineData("docs/formats/law.md", typeof(CountingConvention))]
    [InlineData("docs/formats/law.md", typeof(EligibilityCondition))]
    [InlineData("docs/formats/law.md", typeof(QuotaGroup))]
    [InlineData("docs/formats/party-law.md", typeof(PartyRequirementKind))]
    [InlineData("docs/use.md", typeof(PartyState))]
    public void Words_OfAClosedList_AreAllExplained(string document, Type words)
    {
        var text = File.ReadAllText(Documents.PathOf(document));
        var silent = Enum.GetValues(words)
            .Cast<Enum>()
            .Select(ScalarType.Word)
            .Where(word => !text.Contains($"`{word}`", StringComparison.Ordinal));
        Assert.Empty(silent);
    }

    [Fact]
    public void Findings_EveryCodeOfTheSources_IsExplained()
    {
        var report = File.ReadAllText(Documents.PathOf("docs/report.md"));
        var codes = Directory
            .EnumerateFiles(Documents.PathOf("src/Scrutineer"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => FindingCode().Matches(File.ReadAllText(f)).Select(m => m.Groups["it"].Value))
            .Distinct()
            .ToList();
        Assert.Contains("seat-depends-on-reading", codes);
        Assert.Equal([], codes.Where(code => !report.Contains($"`{code}`", StringComparison.Ordinal)));
    }

    private static string Table(Type type)
    {
        var rows = FieldReader
            .Fields(type)
            .Where(f => f.Property.DeclaringType == type)
            .Select(f =>
                $"| `{f.Field.Name}` | {(f.Field.Required ? "yes" : "")} | {f.Field.Meaning} | {Form(f.Field.ReadAs ?? f.Property.PropertyType)} |\n"
            );
        return $"\n| field | needed | meaning | form |\n| --- | --- | --- | --- |\n{string.Concat(rows)}\n";
    }

    private static string Form(Type type) =>
        type == typeof(Node) ? "fields with their values"
        : Headings.TryGetValue(type, out var heading) ? $"[{heading}](#{heading.Replace(' ', '-')})"
        : ScalarType.Of(type) is { } scalar ? scalar.Expected
        : Inner(type) is [var item] ? $"a list; each {Form(item)}"
        : Inner(type) is [_, var value] ? $"names, each with {Form(value)}"
        : throw new NotSupportedException($"The documents have no heading for {type}.");

    /// <summary>The types with fields that a file of one type holds, itself first.</summary>
    private static List<Type> Mappings(Type type, List<Type> found)
    {
        if (ScalarType.Of(type) is not null || found.Contains(type))
        {
            return found;
        }

        if (type == typeof(RuleEntry))
        {
            Mappings(typeof(RuleEntry.Siblings), found);
            Mappings(typeof(Rule), found);
            foreach (var kind in RuleEntry.Kinds.Values)
            {
                Mappings(kind, found);
            }
        }

        if (FieldReader.Fields(type).Count > 0)
        {
            found.Add(type);
        }

        foreach (var (property, field) in FieldReader.Fields(type))
        {
            Mappings(field.ReadAs ?? property.PropertyType, found);
        }

        foreach (var inner in Inner(type))
        {
            Mappings(inner, found);
        }

        return found;
    }

    private static Type[] Inner(Type type) =>
        type.IsGenericType && type.Namespace == "System.Collections.Generic" ? type.GetGenericArguments() : [];

    private static Regex Place(string type) =>
        new($"<!-- fields: {type} -->\n(.*?)<!-- end -->", RegexOptions.Singleline, TimeSpan.FromSeconds(5));

    [GeneratedRegex("(?:new Finding|Broken)\\(\\s*\"(?<it>[a-z-]+)\"", RegexOptions.None, 5000)]
    private static partial Regex FindingCode();
}
