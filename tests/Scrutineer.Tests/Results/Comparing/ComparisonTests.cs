using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Results.Comparing;

namespace Scrutineer.Tests.Results.Comparing;

public sealed class ComparisonTests
{
    private static ElectionDossier Dossier(string name)
    {
        var problems = new Problems();
        var dossier = ElectionDossier.Read(Checkout.Path($"elections/{name}"), null, problems);
        Assert.Empty(problems.InOrder());
        return dossier!;
    }

    private static Comparison Under(string dossier, params string[] under)
    {
        var problems = new Problems();
        var comparison = Comparison.Of(
            Dossier(dossier),
            "lists",
            [Alternative.AsGoverned, .. under.Select(u => Alternative.Parse(u, problems)!)],
            problems
        );
        Assert.Empty(problems.InOrder());
        return comparison!;
    }

    private static string Problem(string under)
    {
        var problems = new Problems();
        if (Alternative.Parse(under, problems) is { } alternative)
        {
            Assert.Null(Comparison.Of(Dossier("kz-mazhilis-2021"), "lists", [alternative], problems));
        }

        return Assert.Single(problems.InOrder()).ToString();
    }

    /// <summary>
    /// Five lists, no threshold, 98 seats over 7,241,562 votes. Worked by hand: quotients by the Hare quota 69.67, 10.73, 8.92,
    /// 5.18 and 3.50 leave three seats for .92, .73 and .67; by Sainte-Laguë among the four lists above 5 %, 73-11-9-5.
    /// </summary>
    [Fact]
    public void Of_Mazhilis2021_UnderMethodsWithoutThreshold()
    {
        var comparison = Under("kz-mazhilis-2021", "method=largest-remainder", "method=sainte-lague + threshold=5 %");
        Assert.Equal(["PPK", "NurOtan", "Auyl", "AkZhol", "Adal"], comparison.Lists.Select(l => l.Id));
        Assert.Equal([10, 76, 0, 12, 0], comparison.Laws[0].Seats);
        Assert.Equal([9, 70, 5, 11, 3], comparison.Laws[1].Seats);
        Assert.Equal(8, comparison.Laws[1].Moved);
        Assert.Equal([9, 73, 5, 11, 0], comparison.Laws[2].Seats);
        Assert.Equal("method largest-remainder, hare quota", comparison.Laws[1].Title);
    }

    [Fact]
    public void Of_AnotherEdition_AsSeatsSays()
    {
        var comparison = Under("kz-mazhilis-2007", "edition=2009", "edition=2009 + reading=to-the-first");
        var nurOtan = comparison.Lists.Select(l => l.Id).ToList().IndexOf("NurOtan");
        Assert.Equal([98, 94, 95], comparison.Laws.Select(l => l.Seats![nurOtan]));
        Assert.Equal([0, 4, 3], comparison.Laws.Select(l => l.Moved!.Value));
    }

    /// <summary>The Duma's threshold is tested on the ballots in the boxes, which nobody published for 2021.</summary>
    [Fact]
    public void Of_AnotherLaw_ItsOwnHouseAndItsOwnBases()
    {
        var laws = Under("kz-mazhilis-2021", "law=ru/duma", "law=ru/duma + set=threshold.of=valid-votes").Laws;
        Assert.Equal([98, 225, 225], laws.Select(l => l.House));
        Assert.Null(laws[1].Seats);
        Assert.Contains("ballots in the boxes is not reported", laws[1].Because, StringComparison.Ordinal);
        Assert.Equal([21, 166, 12, 26, 0], laws[2].Seats);
        Assert.Null(laws[2].Moved);
    }

    [Fact]
    public void Of_ALawWithoutANumberOfSeats_TakesThatOfTheContest()
    {
        var council = Under("kz-mazhilis-2021", "law=nl/council").Laws[1];
        Assert.Equal(98, council.House);
        Assert.Equal(98, council.Seats!.Sum());
    }

    [Fact]
    public void Of_ALawWithConstituencies_WithoutTheirVotes_SaysSo()
    {
        var storting = Under("kz-mazhilis-2021", "law=no/storting").Laws[1];
        Assert.Null(storting.Seats);
        Assert.StartsWith("The law divides by constituencies", storting.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ASetting_MovesSeats()
    {
        var set = Under("kz-mazhilis-2021", "set=threshold.share=5 %").Laws[1];
        Assert.Equal("kz-mazhilis, edition 2020, threshold.share = 5 %", set.Title);
        Assert.True(set.Seats![2] > 0);
    }

    [Fact]
    public void Of_ThresholdThatNobodyReaches_SaysSo()
    {
        var none = Under("kz-mazhilis-2021", "method=dhondt + threshold=99 %").Laws[1];
        Assert.Null(none.Seats);
        Assert.Null(none.Indices);
        Assert.Equal("No list reaches the threshold.", none.Because);
    }

    [Theory]
    [InlineData("dhondt", "names nothing to compare")]
    [InlineData("method=dhont", "Did you mean 'dhondt'?")]
    [InlineData("method=dhondt + law=ru/duma", "names a law and a bare method")]
    [InlineData("method=dhondt + quota=hare", "A quota does not belong to 'dhondt'")]
    [InlineData("method=largest-remainder + quota=hair", "There is no quota 'hair'. Expected hare, ")]
    [InlineData("method=dhondt + threshold=five", "'five' is no share")]
    [InlineData("method=dhondt + seats=0", "'0' is no number of seats")]
    [InlineData("method=dhondt + method=adams", "stands twice")]
    [InlineData("threshold=5 %", "belongs to a bare method")]
    [InlineData("law=xx/none", "The law 'xx/none' was not found")]
    [InlineData("edition=1812", "has no edition '1812'")]
    [InlineData("contest=none", "has no contest 'none'")]
    [InlineData("set=threshold", "sets nothing")]
    public void Parse_WhatMakesNoSense_IsAProblem(string under, string says) =>
        Assert.Contains(says, Problem(under), StringComparison.Ordinal);
}
