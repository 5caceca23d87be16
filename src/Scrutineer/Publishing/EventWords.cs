using Scrutineer.Files;
using Scrutineer.Registry;

namespace Scrutineer.Publishing;

/// <summary>An event in sentences, for the terminal and the report.</summary>
public static class EventWords
{
    /// <summary>What happened, its vote, ground, demands, channel and law, in one paragraph.</summary>
    public static string Says(EventEntry happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var vote = happened.Vote is { } v
            ? $" Vote: {v.For} for, {v.Against} against{(v.Abstained is { } abstained ? $", {abstained} abstained" : "")}."
            : "";
        var because = happened.Because is { } ground ? $" Ground given: {Stop(ground)}" : "";
        var demands = happened.Demands.Count > 0 ? $" Demands: {string.Join("; ", happened.Demands)}." : "";
        var channel = happened.Channel is { } by ? $" Channel: {Stop(by)}" : "";
        var law = happened.Law is { } name ? $" Law: {name} ({ScalarType.Word(happened.What)[4..]})." : "";
        return happened.Says + vote + because + demands + channel + law;
    }

    private static string Stop(string text) => text.EndsWith('.') ? text : text + ".";
}
