using System.CommandLine;
using System.Text;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using Scrutineer.Publishing;
using Scrutineer.Scrutiny.Audits.Drawing;
using Scrutineer.Scrutiny.Materiality;

namespace Scrutineer.Cli;

/// <summary><c>audit matter</c>: whether what is doubtful could change a seat.</summary>
internal static class AuditMatterCommand
{
    public static Command Create()
    {
        var input = new AuditInput();
        var ballots = new Option<long?>("--ballots")
        {
            Description = "How many ballots are doubtful: unexplained, anomalous, or the upper bound of incidents.",
        };
        ballots.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long?>() < 0)
            {
                result.AddError("--ballots: Expected a number that is not negative.");
            }
        });
        var without = new Option<string[]>("--without")
        {
            Description =
                "A station, or a unit above stations, whose figures are left out; can be given several times.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "matter",
            "Says how many ballots it takes to change a seat, whether so many doubtful ones could, and what the seats are without\n"
                + "some stations.\n\n"
                + "Examples:\n"
                + "  scrutineer audit matter elections/kz-mazhilis-2021 --ballots 10000"
        );
        input.AddTo(command);
        command.Options.Add(ballots);
        command.Options.Add(without);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var subject = input.Subject(parsed, problems);
            var seats = subject is null ? null : AuditInput.Seats(subject, subject.Tally, problems);
            var names = parsed.GetValue(without) ?? [];
            var manifest =
                subject is null || seats is null || names.Length == 0
                    ? null
                    : input.Stations(parsed, subject, problems)?.Manifest;
            var units = manifest?.Within(names, problems) ?? [];
            if (subject is null || seats is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var materiality = SeatMateriality.Of(seats);
            var after = manifest is null
                ? null
                : SeatMateriality.Without(
                    subject.Dossier.Edition,
                    subject.Contest,
                    manifest.TallyOf(subject.Tally),
                    units.Select(u => u.Counts),
                    subject.Dossier.Lots(subject.Contest)
                );
            CommandLine.Write(
                parsed.GetValue(json)
                    ? MaterialityJson.Of(
                        subject.Dossier,
                        subject.Contest,
                        materiality,
                        parsed.GetValue(ballots),
                        units.Count,
                        after
                    )
                    : Text(subject, materiality, parsed.GetValue(ballots), units, after)
            );
            return CommandLine.Done;
        });
        return command;
    }

    private static string Text(
        AuditSubject subject,
        SeatMateriality materiality,
        long? ballots,
        IReadOnlyList<AuditedUnit> units,
        Standing? after
    )
    {
        var text = new StringBuilder(subject.Dossier.File.Title).Append('\n');
        text.Append(Words.Wrap(MaterialityWords.Closest(materiality), 0));
        text.Append('\n');
        text.Append(
            TextTable.Of(
                ["what the seats rest on", ">ballots"],
                [
                    .. materiality
                        .Least.OrderBy(l => l.Least)
                        .Take(10)
                        .Select(l =>
                            (IReadOnlyList<string>)[l.Assertion.Name, l.Least is { } n ? Shown.Whole(n) : "–"]
                        ),
                ]
            )
        );
        text.Append('\n');
        if (ballots is { } number)
        {
            text.Append(Words.Wrap(MaterialityWords.Of(materiality, number), 0));
        }

        if (after is not null)
        {
            text.Append(
                Words.Wrap(MaterialityWords.Without(materiality, units.Count, units.Sum(u => u.Counts.Total), after), 0)
            );
        }

        return text.Append(Words.Wrap(MaterialityWords.Limit, 0)).ToString();
    }
}
