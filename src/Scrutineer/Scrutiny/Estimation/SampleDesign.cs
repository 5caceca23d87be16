namespace Scrutineer.Scrutiny.Estimation;

/// <summary>
/// Rows whose variance is taken together: the stations received of one stratum, or of a stratum of which one station was
/// received and of the stratum that it was joined with.
/// </summary>
/// <param name="Rows">The rows of the sample.</param>
/// <param name="Weight">How many stations each stands for in the variance, <c>N/n</c>; 1 where <c>N</c> is not known.</param>
/// <param name="Fraction">The share of their strata's stations that was received, <c>f = n/N</c>; 0 where <c>N</c> is not known.</param>
public sealed record VarianceGroup(IReadOnlyList<int> Rows, double Weight, double Fraction);

/// <summary>A stratum of which one station was received, and the stratum whose spread it was given.</summary>
/// <param name="Single">The stratum with one station.</param>
/// <param name="With">The stratum that it was joined with, for the variance alone.</param>
public sealed record CollapsedStratum(string Single, string With);

/// <summary>
/// How the stations received stand for those that were not: the weight of each, and the groups within which their spread is
/// measured.
/// </summary>
/// <remarks>
/// A station of stratum <c>h</c> has the weight <c>N_h/n_h</c>. A single station has no spread: its stratum is joined with a
/// neighbour in the frame for the variance alone, as if the two had been one stratum (Cochran, "Sampling Techniques", 3rd ed.,
/// section 5A.12); the weights of the estimate stay. A stratum of which nothing was received is represented by nobody: the
/// estimate is of the other strata, and <see cref="Empty"/> says so.
/// </remarks>
public sealed class SampleDesign
{
    private SampleDesign(
        SampleFrame frame,
        double[] weights,
        IReadOnlyList<VarianceGroup> groups,
        IReadOnlyList<CollapsedStratum> collapsed,
        IReadOnlyList<FrameStratum> empty
    )
    {
        Frame = frame;
        Weights = weights;
        Groups = groups;
        Collapsed = collapsed;
        Empty = empty;
    }

    /// <summary>The frame.</summary>
    public SampleFrame Frame { get; }

    /// <summary>For each row how many stations it stands for; 1 where the frame does not know how many there are.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>The groups within which the variance is measured.</summary>
    public IReadOnlyList<VarianceGroup> Groups { get; }

    /// <summary>The strata that were joined with another for the variance.</summary>
    public IReadOnlyList<CollapsedStratum> Collapsed { get; }

    /// <summary>The strata of which nothing was received.</summary>
    public IReadOnlyList<FrameStratum> Empty { get; }

    /// <summary>The stations received.</summary>
    public int Stations => Weights.Count;

    /// <summary>The strata of which something was received.</summary>
    public int Strata => Frame.Strata.Count - Empty.Count;

    /// <summary>Degrees of freedom of the variance: stations less groups.</summary>
    public int DegreesOfFreedom => Stations - Groups.Count;

    /// <summary>The share of the frame's stations that was received, in the strata that it speaks for; 0 where not known.</summary>
    public double Fraction =>
        Frame.Stations is { } all && Stations > 0 ? Stations / (double)(all - Empty.Sum(s => s.Stations!.Value)) : 0;

    /// <summary>Lays out the stations received over a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="strata">For each row the place of its stratum in the frame.</param>
    /// <exception cref="ArgumentException">
    /// A stratum has more rows than stations, or the size of one of several strata is not known, so that they cannot be weighed.
    /// </exception>
    public static SampleDesign Of(SampleFrame frame, IReadOnlyList<int> strata)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(strata);
        var rows = new List<int>[frame.Strata.Count];
        for (var row = 0; row < strata.Count; row++)
        {
            (rows[strata[row]] ??= []).Add(row);
        }

        var weights = new double[strata.Count];
        var filled = new List<int>();
        for (var h = 0; h < rows.Length; h++)
        {
            if (rows[h] is not { } received)
            {
                continue;
            }

            filled.Add(h);
            var size = frame.Strata[h].Stations;
            if (size < received.Count || (size is null && rows.Length > 1))
            {
                throw new ArgumentException(
                    $"Stratum '{frame.Strata[h].Name}' has {size?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "an unknown number of"} stations, and {received.Count} were received.",
                    nameof(strata)
                );
            }

            foreach (var row in received)
            {
                weights[row] = size is { } all ? (double)all / received.Count : 1;
            }
        }

        var (groups, collapsed) = Group(frame, rows, filled);
        return new SampleDesign(frame, weights, groups, collapsed, [.. frame.Strata.Where((_, h) => rows[h] is null)]);
    }

    private static (List<VarianceGroup> Groups, List<CollapsedStratum> Collapsed) Group(
        SampleFrame frame,
        List<int>[] rows,
        List<int> filled
    )
    {
        var groups = new List<List<int>>();
        var collapsed = new List<CollapsedStratum>();
        foreach (var (at, h) in filled.Index())
        {
            // A stratum of one station that was received whole has no sampling error.
            var single = rows[h].Count == 1 && frame.Strata[h].Stations != 1;
            if (single && at > 0)
            {
                groups[^1].Add(h);
                collapsed.Add(new CollapsedStratum(frame.Strata[h].Name, frame.Strata[filled[at - 1]].Name));
            }
            else if (at == 1 && groups[0] is [var first] && rows[first].Count == 1 && frame.Strata[first].Stations != 1)
            {
                groups[0].Add(h);
                collapsed.Add(new CollapsedStratum(frame.Strata[first].Name, frame.Strata[h].Name));
            }
            else
            {
                groups.Add([h]);
            }
        }

        return (
            groups.ConvertAll(g =>
            {
                var members = g.SelectMany(h => rows[h]).ToList();
                return g.Exists(h => frame.Strata[h].Stations is null)
                    ? new VarianceGroup(members, 1, 0)
                    : Sized(members, g.Sum(h => frame.Strata[h].Stations!.Value));
            }),
            collapsed
        );

        static VarianceGroup Sized(List<int> members, double stations) =>
            new(members, stations / members.Count, members.Count / stations);
    }
}
