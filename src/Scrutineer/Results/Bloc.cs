namespace Scrutineer.Results;

/// <summary>Those who sit together in the elected body.</summary>
/// <param name="Id">The id of the party, or of the contest where all elected in it form one bloc.</param>
/// <param name="Name">Its name.</param>
/// <param name="Colour">Its colour as #rrggbb, or nothing.</param>
/// <param name="Seats">Its seats.</param>
/// <param name="Before">Its seats in the body before; nothing where that is not known.</param>
public sealed record Bloc(string Id, string Name, string? Colour, int Seats, int? Before);
