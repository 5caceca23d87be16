using System.Collections.Immutable;
using Scrutineer.Allocation;
using Scrutineer.Dossier;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Tests.Dossier;

/// <summary>What must hold between the figures of every dossier, whatever its country.</summary>
public class FigureConsistencyTests
{
    public static TheoryData<string> All => [.. Dossiers.All];

    /// <summary>A published share, recomputed from votes and base, rounds to itself: so its base is the right one.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Share_VotesAndBaseKnown_ContainsTheirQuotient(string id)
    {
        var dossier = Dossiers.Read(id);
        var wrong = new List<string>();
        foreach (var figure in dossier.Figures.Where(f => f.Name == FigureName.Share && f.Stage == Stage.Final))
        {
            var standing = Standing(dossier, figure);
            var index = standing.Tally.Contenders.ToList().FindIndex(c => c.Id == figure.List);
            if (
                standing.Votes(index).Value is { } votes
                && standing.SizeOf(figure.Base!.Value).Value is { } size
                && !IsWithin(figure.Share!.Value, new Rational(votes, size))
            )
            {
                wrong.Add($"{figure.At}: {figure.List} {figure.Written} of {figure.Base}, but {votes}/{size}");
            }
        }

        Assert.Equal([], wrong);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Total_EveryVoteKnown_EqualsTheirSum(string id)
    {
        var dossier = Dossiers.Read(id);
        foreach (var figure in dossier.Figures.Where(f => f.Name == FigureName.ValidVotes && f.Stage == Stage.Final))
        {
            var standing = Standing(dossier, figure);
            Assert.True(standing.Tally.VotesForLists.IsKnown, $"{figure.At}: a total without all its parts");
            Assert.Equal(figure.Count, standing.Tally.ValidVotes(dossier.Edition.Text.Ballot.AgainstAll));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Previous_NamesADossierThatStandsThere_AndPartiesKeepTheirColour(string id)
    {
        var dossier = Dossiers.Read(id);
        if (dossier.File.Previous is not { } name)
        {
            Assert.DoesNotContain(
                dossier.File.Contests.Values,
                c => c.Contenders.Values.Any(p => p.Before is not null)
            );
            return;
        }

        var previous = Dossiers.Read(name);
        Assert.True(previous.File.PollingDay < dossier.File.PollingDay);
        foreach (var (contest, entry) in dossier.File.Contests)
        {
            var before = previous.File.Contests.GetValueOrDefault(contest)?.Contenders;
            foreach (var (list, contender) in entry.Contenders)
            {
                if (contender.Before is { } old)
                {
                    Assert.Contains(old, previous.File.Contests.Values.SelectMany(c => c.Contenders.Keys));
                    Assert.DoesNotContain(list, previous.File.Contests.Values.SelectMany(c => c.Contenders.Keys));
                }

                if (before?.GetValueOrDefault(contender.Before ?? list) is { Colour: { } colour })
                {
                    Assert.Equal(colour, contender.Colour);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Source_Address_IsAbsolute(string id) =>
        Assert.All(
            Dossiers.Read(id).File.Sources.Values.Where(s => s.Url is not null),
            s => Assert.True(Uri.TryCreate(s.Url, UriKind.Absolute, out _), s.Url)
        );

    private static bool IsWithin(ShareOf share, Rational exact) => share.Low <= exact && exact <= share.High;

    private static Standing Standing(ElectionDossier dossier, Figure figure) =>
        new()
        {
            Tally = dossier.TallyOf(figure.Contest, figure.Unit),
            AgainstAll = dossier.Edition.Text.Ballot.AgainstAll,
            ContestSeats = 1,
            Admitted = ImmutableArray<bool>.Empty,
            Seats = ImmutableArray<int>.Empty,
        };
}
