namespace Scrutineer.Web.Language;

/// <content>The texts of the pages of coordinators beyond the queue of protocols, and of the public beyond the results.</content>
internal static partial class TextTable
{
    private static Dictionary<string, string[]> OfCoordinators() => new(StringComparer.Ordinal) { };
}
