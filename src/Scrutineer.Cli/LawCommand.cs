using System.CommandLine;

namespace Scrutineer.Cli;

internal static class LawCommand
{
    public static Command Create() => new("law");
}
