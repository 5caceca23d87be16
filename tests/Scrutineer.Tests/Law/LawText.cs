using Scrutineer.Counting;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Tests.Law;

/// <summary>Laws for tests, read by the product from text.</summary>
internal static class LawText
{
    /// <summary>The law of the Mazhilis as it stands in the checkout.</summary>
    public static ElectoralLaw Mazhilis { get; } = Read(Checkout.Path("laws/kz/mazhilis.yaml"));

    /// <summary>An edition with one contest, <c>lists</c>, of ten seats, under these rules.</summary>
    /// <param name="rules">The rules as lines of a law file, each beginning with <c>- </c>; <c>cited</c> stands for the article.</param>
    public static Edition Of(params string[] rules) => In("nation", rules);

    /// <summary>The same in constituencies of a level: rules on it are applied in each, the others in the whole.</summary>
    /// <param name="level">The level, <c>nation</c> or another below it.</param>
    /// <param name="rules">The rules.</param>
    public static Edition In(string level, params string[] rules)
    {
        var lines = rules.Select(r =>
            "          " + r.Replace("cited", "cite: act 1, checked: text", StringComparison.Ordinal)
        );
        var text = $$"""
            scrutineer-law: "1"
            law: test
            title: A law for tests
            texts: { act: { act: An act } }
            levels: [{{(level == "nation" ? level : $"nation, {level}")}}]
            applies-by: polling-day
            editions:
              - edition: "1"
                in-force: 2000-01-01
                by: An act
                checked: text
                body: { name: House, seats: 10 }
                ballot: { against-all: absent, cite: act 1, checked: text }
                bases: { participants: { means: ballots-issued, cite: act 1, checked: text } }
                contests:
                  lists:
                    electorate: citizens
                    ballot: list
                    seats: 10
                    constituency: {{level}}
                    cite: act 1
                    checked: text
                    rules:
            {{string.Join("\n", lines)}}

            """;
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return Read(path).Editions[0];
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static ElectoralLaw Read(string path)
    {
        var problems = new Problems();
        var law = ElectoralLaw.Read(path, problems);
        Assert.Equal([], problems.InOrder().Select(p => p.ToString()));
        return law!;
    }

    /// <summary>An edition under readings and settings, none of which may be refused.</summary>
    public static Edition Under(this Edition edition, string[] readings, params (string Path, string Value)[] settings)
    {
        var problems = new Problems();
        var changed = edition.With(readings, [.. settings.Select(s => KeyValuePair.Create(s.Path, s.Value))], problems);
        Assert.Equal([], problems.InOrder().Select(p => p.ToString()));
        return changed!;
    }

    /// <summary>A tally of lists A, B, C… with these votes; nothing where the votes are not reported.</summary>
    public static Tally Votes(params long?[] votes) =>
        new()
        {
            Contenders =
            [
                .. votes.Select(
                    (v, i) =>
                        new Contender(
                            ((char)('A' + i)).ToString(),
                            v is { } known ? new Count(known) : Count.NotReported
                        )
                ),
            ],
        };
}
