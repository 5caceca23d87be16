using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Results.Lists;

/// <summary>
/// Checks a list by the law: who may stand, how many, which groups, the approval, the fee, the place on the ballot. What
/// the file leaves out cannot be told, and is said so.
/// </summary>
public static class ListCheck
{
    /// <summary>The findings, the gravest first; those of persons in the order of the list.</summary>
    public static IReadOnlyList<Finding> Of(ListFile list, ListContext context)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(context);
        return
        [
            .. PersonCheck
                .Of(list, context)
                .Concat(Size(list, context))
                .Concat(QuotaCheck.Of(list, context))
                .Concat(Approval(list, context))
                .Concat(Fee(list, context))
                .Concat(Ballot(list, context))
                .OrderByDescending(f => f.Severity),
        ];
    }

    /// <summary>How many persons a list names.</summary>
    public static int PersonsOf(ListFile list) => list.Persons.Count > 0 ? list.Persons.Count : list.Numbers!.Persons;

    internal static Finding Finding(
        string code,
        Severity severity,
        string statement,
        string cite,
        ListFile list,
        Location at
    ) =>
        new(code, severity, statement, cite, $"scrutineer list check {SourceText.Show(list.At.File)}")
        {
            Unit = list.List,
            Where = at,
        };

    private static IEnumerable<Finding> Size(ListFile list, ListContext context)
    {
        var persons = PersonsOf(list);
        var seats = context.Contest.Seats;
        if (context.Contest.Nomination is { Size: { } size } nomination && seats > 0 && !size.IsMetBy(persons, seats))
        {
            yield return Finding(
                "list-too-long",
                Severity.Error,
                $"The list names {persons} persons; {size} of the {seats} seats is allowed, that is {Shown.Whole((size.Value * seats).Floor())}.",
                nomination.Cite,
                list,
                list.At
            );
        }

        if (context.SeatsWon > persons)
        {
            yield return Finding(
                "list-shorter-than-seats",
                Severity.Warning,
                $"The list names {Shown.Of(persons, "person", "persons")} and won {Shown.Seats(context.SeatsWon.Value)}.",
                context.Contest.Cite,
                list,
                list.At
            );
        }
        else if (persons < seats)
        {
            yield return Finding(
                "list-can-be-exhausted",
                Severity.Info,
                $"The list names {Shown.Of(persons, "person", "persons")} for {Shown.Seats(seats)}; if it wins more seats than persons, it is exhausted.",
                context.Contest.Cite,
                list,
                list.At
            );
        }

        if (context.Persons is { } said && said != persons)
        {
            yield return Finding(
                "list-size-differs",
                Severity.Error,
                $"The list names {persons} persons, and the dossier says {said}.",
                "election.yaml",
                list,
                list.At
            );
        }
    }

    private static IEnumerable<Finding> Approval(ListFile list, ListContext context)
    {
        if (context.Contest.Nomination is not { Approval: { } needed } nomination)
        {
            yield break;
        }

        if (list.Approved is not { Of: > 0 } vote)
        {
            yield return Finding(
                "approval-untold",
                Severity.Notice,
                $"Whether {needed} of the whole membership of the party's highest body voted for the list cannot be told.",
                nomination.Cite,
                list,
                list.At
            );
        }
        else if (!needed.IsMetBy(vote.For, vote.Of))
        {
            yield return Finding(
                "not-approved",
                Severity.Error,
                $"{vote.For} of {vote.Of} members of the party's highest body voted for the list; {needed} of all members are needed.",
                nomination.Cite,
                list,
                vote.At
            );
        }
    }

    private static IEnumerable<Finding> Fee(ListFile list, ListContext context)
    {
        if (context.Contest.Nomination?.Fee is not { } fee)
        {
            yield break;
        }

        var share = list.LastShare ?? context.LastShare;
        if (share is { } last && fee.Exempt?.IsMetBy(last) == true)
        {
            yield return Finding(
                "fee-exempt",
                Severity.Info,
                $"The list pays no fee: it had {Shown.Percent(last)} of the votes in the previous election, and {fee.Exempt} is enough.",
                fee.Cite,
                list,
                list.At
            );
            yield break;
        }

        if (fee.Wage is not { } wage)
        {
            yield break;
        }

        var due = (long)wage * fee.Wages * PersonsOf(list);
        var sum = $"{PersonsOf(list)} persons × {fee.Wages} wages × {Shown.Whole(wage)} = {Shown.Whole(due)}";
        if (list.FeePaid is not { } paid)
        {
            yield return Finding(
                "fee-untold",
                Severity.Notice,
                share is null && fee.Exempt is not null
                    ? $"The fee is {sum}, unless the list is exempt; whether it was paid, and the share in the previous election, are not said."
                    : $"The fee is {sum}; whether it was paid is not said.",
                fee.Cite,
                list,
                list.At
            );
        }
        else if (paid != due)
        {
            yield return Finding(
                "fee-differs",
                Severity.Error,
                $"The fee is {sum}, and {Shown.Whole(paid)} was paid.",
                fee.Cite,
                list,
                list.At
            );
        }
    }

    private static IEnumerable<Finding> Ballot(ListFile list, ListContext context)
    {
        if (list.BallotNumber is { } number && context.BallotNumber is { } place && number != place)
        {
            yield return Finding(
                "ballot-order-differs",
                Severity.Error,
                $"The list has the number {number} on the ballot, and stands in place {place} of the dossier's order.",
                context.Contest.Nomination?.Cite ?? context.Contest.Cite,
                list,
                list.At
            );
        }
    }
}
