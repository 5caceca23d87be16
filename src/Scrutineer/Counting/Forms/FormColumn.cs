namespace Scrutineer.Counting.Forms;

/// <summary>One number of a protocol: a field, or the part of a field that belongs to a list or a candidate.</summary>
/// <param name="Field">The field.</param>
/// <param name="List">The list, from 0 in ballot order; nothing for a field of one number.</param>
/// <param name="Candidate">The candidate of the list, from 0; nothing for other fields.</param>
/// <param name="Name">The name of the column: <c>received</c>, <c>votes:AkZhol</c>, <c>candidate-votes:AkZhol:3</c>.</param>
public sealed record FormColumn(FormField Field, int? List, int? Candidate, string Name);
