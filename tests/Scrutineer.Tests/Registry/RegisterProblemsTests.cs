using Scrutineer.Findings;
using Scrutineer.Registry;

namespace Scrutineer.Tests.Registry;

/// <summary>What a registry cannot say, and where it is told.</summary>
public sealed class RegisterProblemsTests : IDisposable
{
    private const string Head = "scrutineer-registry: \"1\"\nregistry: xx\nsources: { s: { title: A paper } }\n";

    private readonly DirectoryInfo top = Directory.CreateTempSubdirectory("scrutineer-registry-");

    public void Dispose() => top.Delete(recursive: true);

    private IReadOnlyList<Problem> Read(string text)
    {
        var folder = Path.Combine(top.FullName, "xx");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "all.yaml"), Head + text);
        var problems = new Problems();
        var register = IdentityRegister.Read(folder, problems);
        Assert.Equal(problems.Any, register is null);
        return problems.InOrder();
    }

    [Theory]
    [InlineData(
        "parties:\n  A:\n    names:\n      - { name: One, to: 2020-11-30, source: s }\n      - { name: Two, from: 2020-11-05, source: s }\n",
        8,
        "has two names at once in 'en', 'One' and 'Two'"
    )]
    [InlineData(
        "parties:\n  A: { names: [{ name: One, source: s }] }\n  B: { names: [{ name: ONE, from: 2020, source: s }] }\n",
        6,
        "'ONE' is a name of 'B' and, at the same time, of 'A' (line 5)"
    )]
    [InlineData(
        "parties:\n  A:\n    names: [{ name: One, source: s }]\n    status:\n      - { is: registered, from: 2020-11-31, source: s }\n",
        8,
        "'2020-11-31'"
    )]
    [InlineData("aliases:\n  - { alias: Two, of: B, source: s }\n", 5, "leads to 'B', which is not in the registry")]
    [InlineData(
        "parties:\n  A: { names: [{ name: One, source: s }] }\n  B: { names: [{ name: Two, source: s }] }\naliases:\n  - { alias: X, of: A, source: s }\n  - { alias: x, of: B, source: s }\n",
        9,
        "leads to 'B' and, in line 8, to 'A'"
    )]
    [InlineData(
        "persons:\n  P:\n    names: [{ name: One, source: s }]\n    holds: [{ office: chair, source: s }]\n",
        7,
        "'chair', which is not in the registry"
    )]
    [InlineData(
        "parties:\n  A:\n    names: [{ name: One, source: s }]\n    status:\n      - { is: banned, from: 2021, to: 2020, source: s }\n",
        8,
        "it ends before it begins"
    )]
    [InlineData(
        "levels: { region: [oblast] }\nplaces:\n  A: { names: [{ name: One, source: s }], within: [{ in: A, source: s }] }\n",
        6,
        "'A' lies within itself"
    )]
    [InlineData(
        "places:\n  A: { names: [{ name: One, source: s }], level: [{ is: oblast, source: s }] }\n",
        5,
        "has the level 'oblast'"
    )]
    [InlineData("persons:\n  A: { names: [{ name: One, source: t }] }\n", 5, "The source 't' is not listed")]
    [InlineData(
        "persons:\n  A:\n    names: [{ name: One, source: s }]\n    status: [{ is: banned, source: s }]\n",
        6,
        "is a person and has 'status'"
    )]
    [InlineData(
        "parties:\n  A: { names: [{ name: One, source: s }] }\npersons:\n  A: { names: [{ name: Two, source: s }] }\n",
        7,
        "'A' stands already"
    )]
    [InlineData("parties:\n  A: { names: [] }\n", 5, "'A' has no name")]
    public void Read_FactsThatCannotBe_AreLocated(string text, int line, string found)
    {
        var problem = Assert.Single(Read(text));
        Assert.Equal(line, problem.Where.Line);
        Assert.Contains(found, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TwoPartiesWithOneNameAfterEachOther_IsSound() =>
        Assert.Empty(
            Read(
                "parties:\n  A: { names: [{ name: One, to: 2020, source: s }] }\n  B: { names: [{ name: One, from: 2021, source: s }] }\n"
            )
        );

    [Fact]
    public void Read_EmptyFolder_IsOneProblem()
    {
        var problems = new Problems();
        Assert.Null(IdentityRegister.Read(top.FullName, problems));
        Assert.Single(problems.InOrder());
    }
}
