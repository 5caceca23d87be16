namespace Scrutineer.Web.Observers;

/// <summary>
/// The lines that the latest imports did not accept, as they came, so that nothing of them is lost while somebody finds out why.
/// They are in memory only: whoever imports has the file itself.
/// </summary>
internal sealed class RefusedLines
{
    private const int Kept = 4;
    private readonly Queue<(string Id, string Text)> latest = new();

    /// <summary>Keeps lines, and forgets those of older imports.</summary>
    /// <returns>The name under which they are found.</returns>
    public string Keep(IReadOnlyList<string> lines)
    {
        var id = Guid.NewGuid().ToString("N");
        lock (latest)
        {
            latest.Enqueue((id, string.Join('\n', lines) + "\n"));
            while (latest.Count > Kept)
            {
                latest.Dequeue();
            }
        }

        return id;
    }

    /// <summary>The lines of a name; nothing where they were forgotten.</summary>
    public string? Find(string id)
    {
        lock (latest)
        {
            return latest.Where(l => l.Id == id).Select(l => l.Text).FirstOrDefault();
        }
    }
}
