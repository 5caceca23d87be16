namespace Scrutineer.Web.Language;

/// <content>The texts of the phone pages of observers.</content>
internal static partial class TextTable
{
    private static Dictionary<string, string[]> OfObservers() => new(StringComparer.Ordinal) { };
}
