using System.Text;
using Scrutineer.Files;
using Scrutineer.Numerics;
using Scrutineer.Publishing;
using Scrutineer.Registry;

namespace Scrutineer.Cli;

/// <summary>The text of <c>registry</c>.</summary>
internal static class RegistryText
{
    public static string Of(IdentityRegister register, IReadOnlyList<Identity> identities, DateOnly day)
    {
        var text = new StringBuilder();
        text.Append(
            Words.Wrap($"Registry {register.Name} on {Shown.Day(day)}; what did not hold on that day says so.", 0)
        );
        foreach (var identity in identities)
        {
            text.Append($"\n{identity.NameOn(day)} [{identity.Id}; {ScalarType.Word(identity.Kind)}]\n");
            foreach (var fact in IdentityFacts.Of(register, identity, day))
            {
                text.Append(Words.Wrap($"- {IdentityWords.Says(fact, day)} [{fact.Source}]", 2));
                if (fact.Note is { } note)
                {
                    text.Append(Words.Wrap(note, 4));
                }
            }

            if (identity.Entry.Note is { } remark)
            {
                text.Append(Words.Wrap(remark, 2));
            }
        }

        return text.ToString();
    }
}
