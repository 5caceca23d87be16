using Scrutineer.Counting.Forms;

namespace Scrutineer.Tests.Counting.Forms;

public class FormWordsTests
{
    [Theory]
    [InlineData(
        "kz/station-2021",
        "",
        "R1",
        "Ballots received from the territorial commission (3) must equal ballots issued at the station (4) plus ballots issued outside the station (5) plus unused ballots cancelled (6) plus ballots spoiled by voters and replaced (7)."
    )]
    [InlineData(
        "kz/station-2021",
        "",
        "R6",
        "Members who signed (13) must be more than 50 % of members of the commission (13)."
    )]
    [InlineData(
        "nl/record",
        "gsb",
        "W203",
        "Where voters admitted in all (D) differs from votes cast in all (H), the difference between voters admitted in all (D) and votes cast in all (H) must be less than 2 % of votes cast in all (H), and the difference between voters admitted in all (D) and votes cast in all (H) must be less than 15."
    )]
    [InlineData(
        "nl/record",
        "csb",
        "F402",
        "For each list, the total of the list's own table (list tables) must equal the sum of votes for the candidate (list tables). Not told where F401 is broken already."
    )]
    [InlineData("nl/record", "csb", "W204", "Votes cast in all (H) must be filled in with more than nought.")]
    public void Sentence_ShippedRelation_ReadsAsALawyerWouldWriteIt(
        string name,
        string variant,
        string code,
        string expected
    )
    {
        var form = Shipped.Form(name, variant);
        Assert.Equal(expected, FormWords.Sentence(form, form.Relations.First(r => r.Code == code)));
    }

    [Theory]
    [MemberData(nameof(Shipped.All), MemberType = typeof(Shipped))]
    public void Sentence_EveryShippedRelation_NamesEveryField(string name, string variant)
    {
        var form = Shipped.Form(name, variant);
        foreach (var relation in form.Relations)
        {
            var sentence = FormWords.Sentence(form, relation);
            var layout = form.For(["A"], [1]);
            var columns = layout.Relations.First(r => r.Entry == relation).Columns;
            Assert.All(
                columns.Select(c => layout.Columns[c].Field.Means),
                means => Assert.Contains(means, sentence, StringComparison.OrdinalIgnoreCase)
            );
        }
    }
}
