namespace Scrutineer.Bench.Load;

/// <summary>How much load a night is under.</summary>
/// <param name="Clerks">Clerks at work at once; each waits for the answer to one request before the next.</param>
/// <param name="Readers">Readers who listen for events and load the page after each.</param>
/// <param name="Think">How long a clerk looks at each paper before handing it in; nought to do nothing but send.</param>
/// <param name="Longest">After how long it is given up.</param>
internal sealed record LoadOptions(int Clerks, int Readers, TimeSpan Think, TimeSpan Longest);
