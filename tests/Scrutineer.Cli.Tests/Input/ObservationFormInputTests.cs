namespace Scrutineer.Cli.Tests.Input;

/// <summary>What can be wrong with the observation forms that a dossier names, and with one by itself.</summary>
public sealed class ObservationFormInputTests : IDisposable
{
    private const string Election = "elections/xx-assembly-2025";
    private const string Head = Election + "/election.yaml";
    private readonly Workspace workspace = new();

    public ObservationFormInputTests()
    {
        var examples = Checkout.Path("examples");
        foreach (var file in Directory.GetFiles(examples, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(examples, file).Replace('\\', '/');
            if (!name.StartsWith("evidence/", StringComparison.Ordinal))
            {
                workspace.Write(name, File.ReadAllText(file));
            }
        }
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Serve_ADossierThatNamesItsForms_ReadsThem()
    {
        Assert.Equal(0, Served().Exit);
        workspace.Append(Head, "observation-forms: [observation/opening]\n");
        Assert.Equal(0, Served().Exit);
    }

    [Fact]
    public void Serve_FormsThatAreNotThereOrTwice_AreTold()
    {
        workspace.Append(Head, "observation-forms: [observation/opening, observation/closing, observation/opening]\n");
        Served()
            .AssertRefusedOnlyFor(
                $"{Head}: There is no observation form 'observation/closing'.",
                $"{Head}: Two observation forms are called 'opening'."
            );
    }

    [Fact]
    public void Form_WithAQuestionInTwoLanguages_IsToldWhere()
    {
        workspace.Write("form.yaml", File.ReadAllText(Checkout.Path("forms/observation/opening.yaml")));
        workspace.Edit("form.yaml", "          kk: Учаскеге қашан келдіңіз?\n", "");
        workspace
            .Run("form", "form.yaml")
            .AssertRefusedOnlyFor(
                $"form.yaml:{workspace.LineOf("form.yaml", "arrived:") + 1}:9: The question 'arrived' is not"
            );
    }

    [Theory]
    [InlineData("en", "When did you arrive?")]
    [InlineData("ru", "Когда вы прибыли на участок?")]
    [InlineData("kk", "Учаскеге қашан келдіңіз?")]
    public void Form_InALanguage_CanBeFilledInOnPaper(string language, string expected)
    {
        var run = workspace.Run("form", Checkout.Path("forms/observation/opening.yaml"), "--language", language);
        Assert.Equal(0, run.Exit);
        Assert.Contains($"1. {expected}", run.Out, StringComparison.Ordinal);
        Assert.Contains("☐", run.Out, StringComparison.Ordinal);
    }

    private ToolRun Served() => workspace.Run("serve", Election, "--check");
}
