namespace Scrutineer.Web.Night;

/// <summary>
/// What is shown to the public, in editions: while one stands, everybody gets the same answers, each made once. A new one
/// follows when a protocol or a report changed, or an embargo began or ended, at most so often as the options say, however many readers there are.
/// </summary>
internal sealed class PublicBoard : IDisposable
{
    private readonly ElectionNight night;
    private readonly Embargo embargo;
    private readonly Reports reports;
    private readonly TimeSpan every;
    private readonly Timer timer;
    private readonly Lock renewing = new();
    private PublicEdition edition;
    private bool due;

    /// <summary>The board of an election.</summary>
    public PublicBoard(ElectionNight night, Embargo embargo, Reports reports, ServerOptions options)
    {
        this.night = night;
        this.embargo = embargo;
        this.reports = reports;
        every = options.ShowEvery;
        edition = new PublicEdition(Revision);
        timer = new Timer(_ => Renew());
        night.Changed += OnChanged;
        embargo.Changed += OnChanged;
        reports.Changed += OnChanged;
    }

    /// <summary>Raised after a new edition.</summary>
    public event EventHandler? Renewed;

    /// <summary>The edition that is shown.</summary>
    public PublicEdition Current
    {
        get
        {
            lock (renewing)
            {
                return edition.Revision != Revision && edition.Age >= every
                    ? edition = new PublicEdition(Revision)
                    : edition;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        night.Changed -= OnChanged;
        embargo.Changed -= OnChanged;
        reports.Changed -= OnChanged;
        timer.Dispose();
    }

    private long Revision => night.Revision + embargo.Revision + reports.Revision;

    private void OnChanged(object? sender, EventArgs e)
    {
        lock (renewing)
        {
            if (!due)
            {
                due = true;
                var wait = every - edition.Age;
                timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Renew()
    {
        lock (renewing)
        {
            due = false;
            edition = edition.Revision == Revision ? edition : new PublicEdition(Revision);
        }

        Renewed?.Invoke(this, EventArgs.Empty);
    }
}
