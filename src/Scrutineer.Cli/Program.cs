using Scrutineer.Cli;

return CommandLine.Run(args);
