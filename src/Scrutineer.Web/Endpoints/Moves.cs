using System.Globalization;
using Microsoft.AspNetCore.Http;
using Scrutineer.Counting.Entry;
using Scrutineer.Files;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;

namespace Scrutineer.Web.Endpoints;

/// <summary>From a form that was sent to a move, and from what became of it to an answer.</summary>
internal static class Moves
{
    private const int LongestId = 64;

    /// <summary>The signed-in person in the state machine's terms.</summary>
    public static EntryPerson Person(this HttpContext http) =>
        new(http.User.Identity!.Name!, http.User.IsInRole(Roles.Coordinator) ? EntryRole.Coordinator : EntryRole.Clerk);

    /// <summary>The move that a form asks for; nothing where it names no station, version or identifier.</summary>
    public static MoveRequest? Request(this ElectionNight night, IFormCollection form, EntryPerson by, EntryMove move)
    {
        var id = form["id"].ToString();
        return
            night.FindNamed(form["unit"]) is { } station
            && id.Length is > 0 and <= LongestId
            && long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new MoveRequest(station.Entry.Unit, id, version, by, move)
            : null;
    }

    /// <summary>Goes on where a move was accepted, and says why where it was not.</summary>
    public static IResult Answer(this HttpContext http, MoveOutcome outcome, string next, string back)
    {
        var texts = http.Page().Texts;
        return outcome.Status switch
        {
            MoveStatus.Accepted => Answers.LocalRedirect(next),
            MoveStatus.Refused => http.Refused(outcome.Refusal!.Value, back),
            MoveStatus.Overtaken => http.Say(
                409,
                texts["state-" + ScalarType.Word(outcome.Station.Entry.State)],
                texts["somebody-moved"],
                back
            ),
            _ => http.Say(409, texts["not-allowed"], texts["send-again"], back),
        };
    }

    /// <summary>Says why a move was refused.</summary>
    public static IResult Refused(this HttpContext http, EntryRefusal refusal, string back)
    {
        var texts = http.Page().Texts;
        return http.Say(409, texts["not-allowed"], texts["refused-" + ScalarType.Word(refusal)], back);
    }
}
