using Scrutineer.Counting;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Tests.Law;

/// <summary>Reads the laws of the checkout and writes small tallies for them.</summary>
internal static class Laws
{
    public static ElectoralLaw Read(string name)
    {
        var problems = new Problems();
        var law = ElectoralLaw.Read(Checkout.Path($"laws/{name}.yaml"), problems);
        Assert.Equal([], problems.InOrder().Select(p => p.ToString()));
        return law!;
    }

    public static Edition Under(this ElectoralLaw law, string edition, params string[] readings)
    {
        var problems = new Problems();
        var changed = law.Named(edition)!.With(readings, [], problems);
        Assert.Equal([], problems.InOrder().Select(p => p.ToString()));
        return changed!;
    }

    public static Edition WithSeats(this Edition edition, int seats, string contest = "lists")
    {
        var problems = new Problems();
        var changed = edition.With([], [KeyValuePair.Create($"contests.{contest}.seats", $"{seats}")], problems);
        Assert.Equal([], problems.InOrder().Select(p => p.ToString()));
        return changed!;
    }

    public static Tally Votes(params (string Id, long Votes)[] votes) =>
        new() { Contenders = [.. votes.Select(v => new Contender(v.Id, new Count(v.Votes)))] };

    public static Tally Registered(this Tally tally, params (string Id, string At)[] registered) =>
        tally with
        {
            Contenders =
            [
                .. tally.Contenders.Select(c =>
                    registered.FirstOrDefault(r => r.Id == c.Id).At is { } at
                        ? c with
                        {
                            Registered = (RegisteredAt)RegisteredAt.TextForm.Parse(at)!,
                        }
                        : c
                ),
            ],
        };

    public static Dictionary<string, int> Seats(this Standing standing) =>
        Enumerable
            .Range(0, standing.Seats.Length)
            .Where(i => standing.Seats[i] > 0)
            .ToDictionary(standing.Id, i => standing.Seats[i], StringComparer.Ordinal);
}
