using System.Text;
using System.Text.Json;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Observation.Forms;

namespace Scrutineer.Tests.Observation.Forms;

/// <summary>The observation forms that are shipped, what a form must have, and which answers it takes.</summary>
public class ObservationFormTests
{
    public static TheoryData<string> Shipped => ["opening", "voting", "counting", "tabulation"];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Read_AShippedForm_IsWholeInEveryLanguage(string name)
    {
        var form = Form(name);
        Assert.Equal(name, form.File.Id);
        Assert.Equal(name, ScalarType.Word(form.File.Phase));
        Assert.True(form.Questions.Count >= 25, $"{form.Questions.Count} questions");

        // A translation that was forgotten would be the same text, or have no letter of its own alphabet.
        foreach (var question in form.Questions.Values)
        {
            Assert.Equal(3, question.Ask.Values.Distinct().Count());
            Assert.Matches("[а-яё]", question.Ask["ru"]);
            Assert.Matches("[а-яәіңғүұқөһ]", question.Ask["kk"]);
            Assert.DoesNotMatch("[а-я]", question.Ask["en"]);
        }

        // What can be amiss is measured against something.
        Assert.All(
            form.Questions.Where(q => q.Value.InOrder is not null),
            q => Assert.True(q.Value.Standard is not null || q.Value.Cite is not null, q.Key)
        );
        Assert.Contains(form.Questions, q => q.Key == "overall" && q.Value.Kind == QuestionKind.Rating);
    }

    [Fact]
    public void Read_AFormWithEverythingWrong_IsToldOfAllAtOnce()
    {
        const string Text = """
            scrutineer-observation-form: "1"
            form: xx
            version: "1"
            phase: counting
            title: { en: A, ru: Б }
            texts: { act: { act: An act } }
            checked: text
            sections:
              one:
                title: { en: A, ru: Б, kk: В, de: D }
                questions:
                  Loud: { ask: { en: A, ru: Б, kk: В }, kind: text }
                  few: { ask: { en: A, ru: Б, kk: В }, kind: choice, choices: { a: { en: A, ru: Б, kk: В } } }
                  most: { ask: { en: A, ru: Б, kk: В }, kind: text, most: 7 }
                  order: { ask: { en: A, ru: Б, kk: В }, kind: number, in-order: yes }
                  cited: { ask: { en: A, ru: Б, kk: В }, kind: text, cite: law 7 }
              two:
                title: { en: A, ru: Б, kk: В }
                questions:
                  few: { ask: { en: A, ru: Б, kk: В }, kind: yes-no, several: yes }
            """;
        var problems = new Problems();
        Assert.Null(
            ObservationForm.Read(SourceText.From("form.yaml", Encoding.UTF8.GetBytes(Text + "\n"), problems)!, problems)
        );
        var told = problems.InOrder().Select(p => p.Found).ToList();
        foreach (
            var expected in new[]
            {
                "The title is not written in 'kk'.",
                "The heading of 'one' is written in 'de'.",
                "The question is called 'Loud'.",
                "The question 'few' has 1 choices.",
                "The question 'most' has 'most' and is of kind 'text'.",
                "The question 'order' has 'in-order' and is of kind 'number'.",
                "'law 7' cites 'law', which 'texts' does not list.",
                "The form asks 'few' twice.",
                "The question 'few' has 'several' and is of kind 'yes-no'.",
            }
        )
        {
            Assert.Contains(expected, told);
        }

        Assert.All(problems.InOrder(), p => Assert.True(p.Where.Line > 0));
    }

    [Theory]
    [InlineData("scrutineer-observation-form: \"2\"", "The file is of version '2' of the format.")]
    [InlineData("sections: {}", "The form asks nothing.")]
    [InlineData("phase: dinner", "For 'phase' stands 'dinner'.")]
    [InlineData("colour: red", "'colour' is not known here.")]
    public void Read_OneLineChanged_IsToldWhereItStands(string line, string expected)
    {
        var name = line.Split(':')[0];
        var text = $"""
            scrutineer-observation-form: "1"
            form: xx
            version: "1"
            phase: counting
            title: {Words()}
            texts: {"{}"}
            checked: text
            sections: {"{ one: { title: " + Words() + ", questions: { q: { ask: " + Words() + ", kind: text } } } }"}

            """;
        var lines = text.Split('\n').ToList();
        var at = lines.FindIndex(l => l.StartsWith(name + ":", StringComparison.Ordinal));
        if (at < 0)
        {
            lines.Insert(0, line);
            at = 0;
        }
        else
        {
            lines[at] = line;
        }

        var problems = new Problems();
        Assert.Null(
            ObservationForm.Read(
                SourceText.From("form.yaml", Encoding.UTF8.GetBytes(string.Join('\n', lines)), problems)!,
                problems
            )
        );
        Assert.Contains(problems.InOrder(), p => p.Found == expected);

        static string Words() => "{ en: A, ru: Б, kk: В }";
    }

    [Theory]
    [InlineData("yes-no", "\"yes\"", true)]
    [InlineData("yes-no", "\"not-observed\"", true)]
    [InlineData("yes-no", "true", false)]
    [InlineData("yes-no", "\"Yes\"", false)]
    [InlineData("number", "0", true)]
    [InlineData("number", "1000001", false)]
    [InlineData("number", "1.5", false)]
    [InlineData("number", "-1", false)]
    [InlineData("number", "\"7\"", false)]
    [InlineData("rating", "1", true)]
    [InlineData("rating", "5", false)]
    [InlineData("time", "\"07:05\"", true)]
    [InlineData("time", "\"7:05\"", false)]
    [InlineData("time", "\"24:00\"", false)]
    [InlineData("text", "\"«…»\"", true)]
    [InlineData("text", "\"  \"", false)]
    [InlineData("text", "null", false)]
    public void Expected_OfAnAnswer_IsNothingWhereItFits(string kind, string answer, bool fits)
    {
        var question = new QuestionEntry { Kind = (QuestionKind)ScalarType.Of(typeof(QuestionKind))!.Parse(kind)! };
        using var json = JsonDocument.Parse(answer);
        Assert.Equal(fits, AnswerCheck.Expected(question, json.RootElement) is null);
    }

    [Theory]
    [InlineData("place", "\"city\"", true)]
    [InlineData("place", "\"moon\"", false)]
    [InlineData("place", "[\"city\"]", false)]
    [InlineData("other-observers", "[\"party\",\"press\"]", true)]
    [InlineData("other-observers", "[]", true)]
    [InlineData("other-observers", "[\"party\",\"party\"]", false)]
    [InlineData("other-observers", "[1]", false)]
    [InlineData("other-observers", "\"party\"", false)]
    public void Expected_OfAChoice_IsNothingWhereItFits(string question, string answer, bool fits)
    {
        using var json = JsonDocument.Parse(answer);
        Assert.Equal(fits, AnswerCheck.Expected(Form("opening").Questions[question], json.RootElement) is null);
    }

    private static ObservationForm Form(string name)
    {
        var problems = new Problems();
        var form = ObservationForm.Read(Checkout.Path($"forms/observation/{name}.yaml"), problems);
        Assert.Equal([], problems.InOrder().Select(p => p.ToString()));
        return form!;
    }
}
