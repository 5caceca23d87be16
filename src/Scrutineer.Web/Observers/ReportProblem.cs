namespace Scrutineer.Web.Observers;

/// <summary>What is wrong with a report that a device handed in.</summary>
/// <param name="Where">The property, such as <c>answers.box-empty</c>.</param>
/// <param name="Expected">What was expected there.</param>
internal sealed record ReportProblem(string Where, string Expected);
