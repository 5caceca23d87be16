namespace Scrutineer.Publishing.Charts;

/// <summary>The seats of one list, group or channel of election that sit together.</summary>
/// <param name="Label">Its short name.</param>
/// <param name="Seats">Its seats, from nought.</param>
/// <param name="Mark">How it is drawn.</param>
public sealed record Bloc(string Label, int Seats, ListMark Mark);

/// <summary>How many seats decide.</summary>
/// <param name="Seats">The least number of seats that is a majority.</param>
/// <param name="Label">Its words, such as <c>majority 54 of 107</c>.</param>
public sealed record Majority(int Seats, string Label);

/// <summary>A house as it is seated.</summary>
public sealed record House
{
    /// <summary>The most seats a hemicycle shows.</summary>
    public const int MostSeats = 1000;

    /// <summary>A house with its blocs in seating order, from the left of the chart to its right.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A bloc has fewer than no seats, the house has none or more than <see cref="MostSeats"/>, or the majority is outside the house.
    /// </exception>
    public House(IReadOnlyList<Bloc> blocs, string seatsWord, Majority? majority = null)
    {
        ArgumentNullException.ThrowIfNull(blocs);
        ArgumentNullException.ThrowIfNull(seatsWord);
        foreach (var bloc in blocs)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(bloc.Seats, nameof(blocs));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(bloc.Seats, MostSeats, nameof(blocs));
        }

        Blocs = [.. blocs];
        Seats = blocs.Sum(bloc => bloc.Seats);
        SeatsWord = seatsWord;
        Majority = majority;
        ArgumentOutOfRangeException.ThrowIfZero(Seats, nameof(blocs));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Seats, MostSeats, nameof(blocs));
        if (majority is not null)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(majority.Seats, nameof(majority));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(majority.Seats, Seats, nameof(majority));
        }
    }

    /// <summary>The blocs in seating order.</summary>
    public IReadOnlyList<Bloc> Blocs { get; }

    /// <summary>All seats of the blocs; a vacant seat belongs to a bloc that says so.</summary>
    public int Seats { get; }

    /// <summary>The word under the total, such as <c>seats</c>.</summary>
    public string SeatsWord { get; }

    /// <summary>How many seats decide, where that is to be shown.</summary>
    public Majority? Majority { get; }
}
