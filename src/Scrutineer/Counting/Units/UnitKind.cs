namespace Scrutineer.Counting.Units;

/// <summary>What kind of reporting unit it is. Pseudo-stations report votes that were cast in no room of their own.</summary>
public enum UnitKind
{
    /// <summary>A station or commission with a territory.</summary>
    Ordinary,

    /// <summary>A pseudo-station for votes cast electronically.</summary>
    Electronic,

    /// <summary>A pseudo-station or station for voters abroad.</summary>
    Abroad,

    /// <summary>A station for a closed place: a hospital, a ship, a prison, a barracks.</summary>
    Closed,
}
