namespace Scrutineer.Law.Evaluation;

/// <summary>Who takes the seats of one list, as far as the law and the dossier say.</summary>
/// <param name="List">The list.</param>
/// <param name="Seats">The seats it has won.</param>
/// <param name="NamedBy">Who names the persons.</param>
/// <param name="WithinDays">Within how many days of the result; nothing where the law sets none.</param>
/// <param name="From">How many persons the list holds; nothing where that is not known.</param>
/// <param name="Vacant">Seats that stay vacant because the list is shorter; nothing where its length is not known.</param>
/// <param name="Order">The order of the list.</param>
/// <param name="Vacancy">How a seat that falls free later is filled.</param>
public sealed record PersonsOfList(
    string List,
    int Seats,
    string NamedBy,
    int? WithinDays,
    int? From,
    int? Vacant,
    string Order,
    string Vacancy
);
