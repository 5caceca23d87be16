using System.Data.Common;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Scrutineer.Storage;
using Scrutineer.Web.Endpoints;

namespace Scrutineer.Web.Access;

/// <summary>Answers in plain words where something failed, and never with the inside of the program.</summary>
internal sealed partial class Faults(ILogger<Faults> logger)
{
    private const string Seconds = "5";

    /// <summary>Answers a request, or says what failed.</summary>
    public async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked is gone.
        }
        catch (Exception wrong) when (!http.Response.HasStarted)
        {
            var (status, text, why) = Of((wrong as AntiforgeryValidationException)?.InnerException ?? wrong);
            http.Response.Clear();
            SecurityHeaders.Set(http.Response.Headers);
            if (status == StatusCodes.Status503ServiceUnavailable)
            {
                http.Response.Headers.RetryAfter = Seconds;
                DoesNotAnswer(wrong.GetType().Name, wrong.Message);
            }
            else if (status == StatusCodes.Status500InternalServerError)
            {
                Failed(wrong);
            }

            var texts = http.Page().Texts;
            if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                await ApiAnswers.Problem(status, text, $"{texts[text]}. {texts[why]}").ExecuteAsync(http);
                return;
            }

            await http.Say(status, texts[text], texts[why]).ExecuteAsync(http);
        }
    }

    private static (int Status, string Text, string Why) Of(Exception wrong) =>
        wrong switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (
                413,
                "fault-large",
                "fault-large-why"
            ),
            BadHttpRequestException bad => (bad.StatusCode, "fault-request", "fault-request-why"),
            InvalidDataException or AntiforgeryValidationException => (400, "fault-request", "fault-request-why"),
            DbException or StorageException or TimeoutException => (503, "fault-database", "fault-database-why"),
            _ => (500, "fault-server", "fault-server-why"),
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer ({Kind}): {Reason}")]
    private partial void DoesNotAnswer(string kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed")]
    private partial void Failed(Exception wrong);
}
