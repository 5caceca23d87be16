using Scrutineer.Files;
using Scrutineer.Numerics;
using Scrutineer.Results;
using Scrutineer.Results.Powers;

namespace Scrutineer.Publishing;

/// <summary>The powers of a body as rows and sentences, for the terminal and the report.</summary>
public static class PowersWords
{
    /// <summary>What the indices are, in a sentence.</summary>
    public const string Base =
        "Every bloc is taken to vote as one, and every coalition to be as likely as any other: the indices say what seats alone can do. An arrow leads from the house before to the house elected.";

    /// <summary>The columns of <see cref="Rows"/>.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["bloc", ">seats", "can", ">Banzhaf", ">Shapley–Shubik"];

    /// <summary>The majority in a sentence.</summary>
    public static string Sentence(MajorityPower majority)
    {
        ArgumentNullException.ThrowIfNull(majority);
        return $"{majority.Name}: {majority.Law.Seats} of the seats, {majority.Needed} of {majority.Of}; {majority.Law.Decides}{(majority.Law.Consent is { } consent ? $"; it needs besides: {consent}" : "")} ({majority.Law.Cite}; {ScalarType.Word(majority.Law.Checked)})";
    }

    /// <summary>One row a bloc of either house, with what it could do before and can do now.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(BodyPowers powers, MajorityPower majority)
    {
        ArgumentNullException.ThrowIfNull(powers);
        ArgumentNullException.ThrowIfNull(majority);
        var before = powers.Before?.Majorities.FirstOrDefault(m => m.Name == majority.Name);
        BlocPower? Then(Bloc? bloc) => bloc is null ? null : before?.Blocs.FirstOrDefault(b => b.Bloc.Id == bloc.Id);
        foreach (var bloc in majority.Blocs)
        {
            yield return Row(bloc.Bloc.Name, powers.Before is not null, Then(powers.Predecessor(bloc.Bloc)), bloc);
        }

        foreach (var bloc in powers.Gone.Select(Then).OfType<BlocPower>())
        {
            yield return Row(bloc.Bloc.Name, true, bloc, null);
        }
    }

    /// <summary>The coalitions that are enough and cannot spare a member, in a sentence.</summary>
    public static string Coalitions(HousePowers house, MajorityPower majority)
    {
        ArgumentNullException.ThrowIfNull(house);
        ArgumentNullException.ThrowIfNull(majority);
        if (majority.Blocs.Count == 0)
        {
            return house.Blocs.Count == 0
                ? "The seats are not known."
                : $"There are {house.Blocs.Count} blocs, more than {WeightedVote.MostBlocs}; their coalitions are not counted.";
        }

        var election = $"House of {Shown.Day(house.Dossier.File.PollingDay)}: ";
        if (majority.MinimalCount == 0)
        {
            return election + "the blocs whose seats are known are not enough together.";
        }

        var listed = majority.Minimal.Select(c =>
            string.Join(" + ", c.Select(b => b.Name)) + (c.Count > 1 ? $" ({c.Sum(b => b.Seats)})" : " alone")
        );
        var more = majority.MinimalCount - majority.Minimal.Count;
        return election
            + $"{Shown.Of(majority.MinimalCount, "coalition that cannot spare a member", "coalitions that cannot spare a member")}: {string.Join("; ", listed)}"
            + (more > 0 ? $"; and {Shown.Whole(more)} more." : ".");
    }

    /// <summary>How votes and seats moved, a sentence each.</summary>
    public static IEnumerable<string> Shifts(BodyPowers powers)
    {
        ArgumentNullException.ThrowIfNull(powers);
        foreach (var shift in powers.Votes)
        {
            yield return $"Volatility of the votes ({shift.Contest}; Pedersen): {Shown.Percent(shift.Volatility)}, half the sum of the changes of shares of the votes for lists ({Shown.Whole(shift.VotesBefore)} before, {Shown.Whole(shift.VotesNow)} now).";
        }

        if (powers.Before is not null)
        {
            yield return powers.SeatShift is { } seats
                ? $"Seat shift: {Shown.Seats(seats)} of {powers.Now.Seats} {(seats == 1 ? "is" : "are")} held by another bloc than before."
                : "Seat shift: cannot be told, since the two houses differ in size or a seat of one is not known.";
        }
    }

    /// <summary>How an office is filled, as cells: office, by, confirmed by, consulting.</summary>
    public static IReadOnlyList<string> Row(Appointment office)
    {
        ArgumentNullException.ThrowIfNull(office);
        return
        [
            office.Office + (office.Held == Registry.Answer.NotSure ? " (not sure)" : ""),
            office.By,
            office.ConfirmedBy is { } confirms ? confirms + (office.ConfirmedHere ? " (this body)" : "") : "–",
            office.Consulting ?? "–",
        ];
    }

    private static IReadOnlyList<string> Row(string name, bool hasBefore, BlocPower? before, BlocPower? now) =>
        [
            name,
            Pair(hasBefore, before, now, b => Shown.Whole(b.Bloc.Seats), "0"),
            Pair(hasBefore, before, now, Can, "not in the house"),
            Pair(hasBefore, before, now, b => b.Banzhaf is { } share ? Shown.Percent(share) : "–", "–"),
            Pair(hasBefore, before, now, b => Shown.Percent(b.ShapleyShubik), "–"),
        ];

    private static string Pair(
        bool hasBefore,
        BlocPower? before,
        BlocPower? now,
        Func<BlocPower, string> shown,
        string absent
    )
    {
        var after = now is null ? absent : shown(now);
        var then = before is null ? absent : shown(before);
        return !hasBefore ? after : $"{then} → {after}";
    }

    private static string Can(BlocPower bloc) =>
        bloc.DecidesAlone ? "decide alone"
        : bloc.Veto ? "veto"
        : bloc.IsDummy ? "nothing"
        : "join";
}
