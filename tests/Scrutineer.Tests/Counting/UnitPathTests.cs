using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Counting;

namespace Scrutineer.Tests.Counting;

public class UnitPathTests
{
    [Fact]
    public void Parts_NameWithSlashAndPercent_ComeBackAsGiven()
    {
        var path = UnitPath.Of("Baikonur (Kazakhstan)", "39/40 %2F", "592");
        Assert.Equal(["Baikonur (Kazakhstan)", "39/40 %2F", "592"], path.Parts);
        Assert.Equal(3, path.Depth);
        Assert.Equal("592", path.Name);
        Assert.Equal(UnitPath.Of("Baikonur (Kazakhstan)", "39/40 %2F"), path.Parent);
        Assert.Equal(UnitPath.Of("Baikonur (Kazakhstan)"), path.Upto(1));
        Assert.Equal(UnitPath.Whole, UnitPath.Of("a").Parent);
    }

    [Fact]
    public void IsWithin_NameThatBeginsAlike_IsNot()
    {
        Assert.True(UnitPath.Of("Altai", "1").IsWithin(UnitPath.Of("Altai")));
        Assert.False(UnitPath.Of("Altai Krai", "1").IsWithin(UnitPath.Of("Altai")));
        Assert.True(UnitPath.Of("Altai").IsWithin(UnitPath.Whole));
    }

    [Fact]
    public void Of_EmptyName_IsMisuse() => Assert.Throws<ArgumentException>(() => UnitPath.Of("a", ""));

    [Fact]
    public void CompareTo_AnyPaths_KeepsASubtreeTogether()
    {
        var names = Gen.Elements("a", "a b", "a-b", "b", "a!", "ab", "%", "/");
        var paths = names.NonEmptyListOf().Select(n => UnitPath.Of([.. n.Take(4)])).ListOf();
        Prop.ForAll(
                paths.ToArbitrary(),
                list =>
                {
                    var sorted = list.Order().ToList();
                    return sorted.All(p =>
                    {
                        var inside = sorted
                            .Select((q, i) => (q, i))
                            .Where(x => x.q.IsWithin(p))
                            .Select(x => x.i)
                            .ToList();
                        return inside.Count == inside[^1] - inside[0] + 1 && sorted[inside[0]] == p;
                    });
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
