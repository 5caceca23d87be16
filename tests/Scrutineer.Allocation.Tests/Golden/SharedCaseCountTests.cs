namespace Scrutineer.Allocation.Tests.Golden;

/// <summary>
/// Every case of the shared files about methods is run by a test here, by name: a file that grows, or a case that
/// nothing runs, is seen.
/// </summary>
public class SharedCaseCountTests
{
    /// <summary>File, cases, and the cases run one by one; null where a test runs every case of the file.</summary>
    public static TheoryData<string, int, string[]?> Files() =>
        new()
        {
            { "biproportional.json", 12, null },
            { "votelib-biproportional.json", 4, null },
            { "rctab-irv-stv.json", 24, null },
            { "scotland-stv.json", 5, null },
            { "abacus-nomination.json", 8, null },
            {
                "votelib-stv.json",
                8,
                [
                    "votelib-stv-003",
                    "votelib-stv-004",
                    "votelib-stv-005",
                    "votelib-stv-006",
                    "votelib-stv-010",
                    "votelib-stv-012",
                    "votelib-stv-014",
                    "votelib-stv-015",
                ]
            },
            {
                "votelib-thresholds-openlists.json",
                9,
                [
                    "votelib-thr-exact-5pct",
                    "votelib-thr-cap-dhondt2",
                    "votelib-thr-cap-lr-bug",
                    "votelib-thr-leveling-overhang",
                    "votelib-thr-openlist-jump",
                    "votelib-thr-openlist-quota",
                    "votelib-thr-openlist-tie",
                    "votelib-thr-approval-sav",
                    "votelib-thr-approval-spav",
                ]
            },
            { "peer-bugs.json", 5, ["peer-bug-01", "peer-bug-09", "peer-bug-12", "peer-bug-14", "peer-bug-18"] },
            {
                "votelib-real.json",
                8,
                [
                    "votelib-real-sk-2020",
                    "votelib-real-cz-psp-2021",
                    "votelib-real-nz-2008",
                    "votelib-real-de-2017",
                    "votelib-real-ie-pres-1990",
                    "votelib-real-cz-senate-2018-68",
                    "votelib-real-mx-pres-2018",
                    "votelib-real-burlington-2009",
                ]
            },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void Cases_OfTheFile_AreAllRun(string file, int cases, string[]? oneByOne)
    {
        Assert.SkipWhen(SharedFolder.Case(file) is null, SharedFile.Absent);
        var ids = SharedFile.Ids(file).Select(i => i.Data).ToList();
        Assert.Equal(cases, ids.Distinct().Count());
        Assert.Equal(cases, ids.Count);
        if (oneByOne is null)
        {
            return;
        }

        Assert.Equal(ids.Order(StringComparer.Ordinal), oneByOne.Order(StringComparer.Ordinal));

        // A case is run where a test beside this one names it.
        var folder = Path.Combine(SharedFolder.Root, "tests", "Scrutineer.Allocation.Tests", "Golden");
        var tests = string.Concat(
            Directory
                .EnumerateFiles(folder, "*.cs")
                .Where(f => Path.GetFileName(f) != "SharedCaseCountTests.cs")
                .Select(File.ReadAllText)
        );
        Assert.All(oneByOne, id => Assert.Contains($"\"{id}\"", tests, StringComparison.Ordinal));
    }
}
