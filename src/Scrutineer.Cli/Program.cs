using Scrutineer.Cli;

try
{
    return CommandLine.Run(args);
}
catch (Exception e)
{
    // Whatever happens inside, the user is told in one sentence and never shown the program's inside.
    Console.Error.WriteLine(
        $"scrutineer: a fault of the program: {e.GetType().Name}: {e.Message} Please report it with the files."
    );
    return CommandLine.WrongInput;
}
