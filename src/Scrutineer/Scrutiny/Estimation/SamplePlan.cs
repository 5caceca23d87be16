using System.Globalization;
using Scrutineer.Counting.Import;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>A sample designed on a full table of an earlier election, and drawn by a public seed.</summary>
public sealed record SamplePlan
{
    /// <summary>The table that it was designed on.</summary>
    public required ProtocolTable Table { get; init; }

    /// <summary>What was asked for.</summary>
    public required SampleRequest Request { get; init; }

    /// <summary>The spread of the earlier election.</summary>
    public required PriorSpread Prior { get; init; }

    /// <summary>The strata with their stations, registered voters and the numbers to draw: the frame for <c>estimate</c>.</summary>
    public required IReadOnlyList<FrameStratum> Strata { get; init; }

    /// <summary>Half the width of the interval that is to be expected, as a share.</summary>
    public required double Margin { get; init; }

    /// <summary>The voters that the formula of the NDI handbook asks for, for the same margin.</summary>
    public required double LegacyVoters { get; init; }

    /// <summary>The units drawn, stratum by stratum in the order of their tickets; empty where no seed is given.</summary>
    public IReadOnlyList<DrawnUnit> Drawn { get; init; } = [];

    /// <summary>What there is to know before using it.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>How many units are to be drawn.</summary>
    public int Size => Strata.Sum(s => s.Drawn!.Value);

    /// <summary>Designs a sample and draws it.</summary>
    /// <param name="table">The full table of an earlier election; every station in it can be drawn.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="problems">Receives what does not fit; nothing is returned while a problem stands.</param>
    /// <exception cref="ArgumentException">Neither a size nor a margin is asked for.</exception>
    public static SamplePlan? Of(ProtocolTable table, SampleRequest request, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(problems);
        if (request.Size is null && request.Margin is null)
        {
            throw new ArgumentException("A sample has a size or a margin.", nameof(request));
        }

        if (Population.Of(table, request, problems) is not { } whole)
        {
            return null;
        }

        var quantities = QuickCount.Shares(whole, request.Base);
        var quantity = request.List is { } list
            ? quantities.FirstOrDefault(q => q.Name == list)
            : quantities.MaxBy(q => q.Parts(whole.Stations).Parts.Sum(p => p.Y));
        if (quantity is null || PriorSpread.Of(whole, quantity) is not { } prior)
        {
            problems.Add(
                request.List is null ? new Location(table.File) : new Location("--list"),
                request.List is { } named && quantity is null
                    ? $"The table has no list '{named}'."
                    : "The table says nothing of how units differ.",
                quantity is null ? "a list of the mapping" : "two units or more with votes",
                Problems.Nearest(request.List ?? "", table.Layout.Lists)
            );
            return null;
        }

        var wanted = request.Size ?? SizeFor(prior, request);
        if (wanted > prior.Units)
        {
            problems.Add(
                request.Size is null ? new Location("--response") : new Location("--size"),
                $"{Shown.Whole(wanted)} units are to be drawn of {Shown.Whole(prior.Units)}.",
                "no more than there are",
                "Ask for fewer, or for a wider margin."
            );
            return null;
        }

        if (prior.Strata.Sum(s => Math.Min(2, s.Units)) is var least && wanted < least)
        {
            problems.Add(
                new Location("--size"),
                $"{Shown.Of(wanted, "unit is", "units are")} to be drawn from {Shown.Of(prior.Strata.Count, "stratum", "strata")}.",
                $"at least {Shown.Whole(least)}: two of each, so that each shows how its units differ",
                "Ask for more, or for fewer strata."
            );
            return null;
        }

        var drawn = Share(prior, request.Method, wanted);
        var margin = SampleSize.Margin(prior, drawn, request.Confidence);
        var plan = new SamplePlan
        {
            Table = table,
            Request = request,
            Prior = prior,
            Strata = [.. whole.Frame.Strata.Zip(drawn, (s, n) => s with { Drawn = n })],
            Margin = margin,
            LegacyVoters =
                margin > 0
                    ? SampleSize.Legacy(
                        prior.MeanBase * prior.Units,
                        margin,
                        Quantiles.Normal((1 + request.Confidence) / 2)
                    )
                    : prior.MeanBase * prior.Units,
            Drawn = request.Seed is { } seed ? Draw(whole, seed, drawn) : [],
        };
        return plan with { Findings = [.. Clustering(plan)] };
    }

    /// <summary>Shares a number of units out among strata: at least two each where a stratum has them, never more than there are.</summary>
    /// <remarks>
    /// Two are needed to measure a spread. The rest follows the greatest claim a unit: the method of Sainte-Laguë over claims, which
    /// needs no rounding by hand.
    /// </remarks>
    public static IReadOnlyList<int> Share(PriorSpread prior, SampleMethod method, int wanted)
    {
        ArgumentNullException.ThrowIfNull(prior);
        var claims = prior
            .Strata.Select(s => method == SampleMethod.Neyman ? s.Units * s.Deviation : s.Units)
            .ToArray();
        var drawn = prior.Strata.Select(s => Math.Min(2, s.Units)).ToArray();
        var left = wanted - drawn.Sum();
        var queue = new PriorityQueue<int, (double Quotient, int Index)>(
            Comparer<(double Quotient, int Index)>.Create(
                (a, b) => b.Quotient.CompareTo(a.Quotient) is var order and not 0 ? order : a.Index.CompareTo(b.Index)
            )
        );
        for (var h = 0; h < claims.Length; h++)
        {
            Enter(h);
        }

        while (left > 0 && queue.TryDequeue(out var h, out _))
        {
            drawn[h]++;
            left--;
            Enter(h);
        }

        return drawn;

        void Enter(int h)
        {
            if (drawn[h] < prior.Strata[h].Units)
            {
                queue.Enqueue(h, (claims[h] / ((2 * drawn[h]) + 1), h));
            }
        }
    }

    /// <summary>The size that the formulas give, grown where whole stations and two a stratum make it fall short.</summary>
    private static int SizeFor(PriorSpread prior, SampleRequest request)
    {
        var margin = request.Margin!.Value;
        var formula = request.Method switch
        {
            SampleMethod.Proportional => SampleSize.Proportional(prior, margin, request.Confidence),
            SampleMethod.Neyman => SampleSize.Neyman(prior, margin, request.Confidence),
            _ => SampleSize.Simple(prior, margin, request.Confidence),
        };
        var least = prior.Strata.Sum(s => Math.Min(2, s.Units));
        var size = Math.Max(least, (int)Math.Ceiling(formula));
        while (
            size < prior.Units
            && SampleSize.Margin(prior, Share(prior, request.Method, size), request.Confidence) > margin
        )
        {
            size++;
        }

        return (int)Math.Ceiling(Math.Min(size / request.Response, int.MaxValue / 2));
    }

    private static List<DrawnUnit> Draw(Sample whole, string seed, IReadOnlyList<int> drawn)
    {
        var units = whole.Stations.ToLookup(s => s.Stratum, s => s.Unit);
        var all = new List<DrawnUnit>();
        foreach (var (h, stratum) in whole.Frame.Strata.Index())
        {
            var byName = units[h].ToDictionary(u => u.Text, StringComparer.Ordinal);
            all.AddRange(
                PublicDraw
                    .Of(seed, byName.Keys, drawn[h])
                    .Select(name => new DrawnUnit(byName[name], stratum.Name, PublicDraw.Ticket(seed, name)))
            );
        }

        return all;
    }

    private static IEnumerable<Finding> Clustering(SamplePlan plan)
    {
        var stations = Math.Ceiling(plan.LegacyVoters / plan.Prior.MeanBase);
        if (plan.Prior.DesignEffect is not { } effect || stations >= plan.Size)
        {
            yield break;
        }

        yield return new Finding(
            "size-without-clustering",
            Severity.Warning,
            $"The formula of the NDI handbook asks for {Shown.Whole((long)Math.Ceiling(plan.LegacyVoters))} voters, {Shown.Of((long)stations, "unit", "units")}, for the same margin. It takes voters of one station for voters drawn one by one; in this table the design effect is {EstimateWords.Number(effect, 1)}, and such a sample would be far less exact than it says.",
            "NDI (legacy): pq/(ε²/z² + pq/N), p = ½",
            $"scrutineer sample {plan.Table.File} --map {plan.Table.Mapping.File.Id} --size {plan.Size.ToString(CultureInfo.InvariantCulture)}"
        );
    }
}
