using System.CommandLine;

namespace Scrutineer.Cli;

internal static class CheckCommand
{
    public static Command Create() => new("check");
}
