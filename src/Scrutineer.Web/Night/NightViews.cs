using Scrutineer.Counting.Entry;
using Scrutineer.Counting.Totals;
using Scrutineer.Web.Endpoints;

namespace Scrutineer.Web.Night;

/// <summary>What costs much to make of the protocols that stand, made once for each state of the night and shared by all readers.</summary>
internal sealed class NightViews(ElectionNight night, Reports reports)
{
    private readonly Kept<NightLevels> levels = new();
    private readonly Kept<byte[]> nist = new();
    private readonly Kept<IReadOnlyList<Discrepancy>> discrepancies = new();

    /// <summary>The count by unit of every level.</summary>
    public NightLevels Levels =>
        levels.At(
            night.Revision,
            () =>
                NightLevels.Of(
                    night.Setup.Layout,
                    night.Setup.Tree,
                    night.All.Select(s => s.Entry).Where(e => e.State == EntryState.Settled).Select(e => e.Result!)
                )
        );

    /// <summary>The figures in the format of NIST SP 1500-100.</summary>
    public byte[] Nist => nist.At(night.Revision, () => NightExchange.Nist(night, Levels));

    /// <summary>The observers' copies that differ from what stands.</summary>
    public IReadOnlyList<Discrepancy> Discrepancies =>
        discrepancies.At(night.Revision + reports.Revision, () => Discrepancy.Of(night, reports.All));

    // The revision is read before what is made, so that what is kept is never older than its number says.
    private sealed class Kept<T>
        where T : class
    {
        private readonly Lock making = new();
        private (long Revision, T Value)? kept;

        public T At(long revision, Func<T> make)
        {
            lock (making)
            {
                if (kept is not { } there || there.Revision < revision)
                {
                    kept = there = (revision, make());
                }

                return there.Value;
            }
        }
    }
}
