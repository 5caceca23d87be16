using System.Globalization;
using System.Text;
using Scrutineer.Files;

namespace Scrutineer.Counting.Simulation;

/// <summary>
/// The files of a made-up nation. Each says that it is made up: in its name, in its first line, and the protocols in every
/// row.
/// </summary>
public static class SyntheticFiles
{
    /// <summary>The name of the file of protocols.</summary>
    public const string Protocols = "SYNTHETIC-protocols.csv";

    /// <summary>The name of the file that says what was put wrong.</summary>
    public const string Truth = "SYNTHETIC-truth.csv";

    /// <summary>The name of the mapping by which the protocols are read.</summary>
    public const string Mapping = "SYNTHETIC-mapping.yaml";

    /// <summary>The protocols as CSV.</summary>
    public static string ProtocolsOf(SimulationPlan plan, IReadOnlyList<SyntheticStation> nation, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(nation);
        var text = new StringBuilder(nation.Count * 96);
        text.Append(Comment(plan, seed)).Append("synthetic,region,territory,station");
        foreach (var column in plan.Layout.Columns)
        {
            text.Append(',').Append(column.Name);
        }

        text.Append('\n');
        foreach (var station in nation)
        {
            text.Append("SYNTHETIC,")
                .Append(CsvCell.Of(station.Region))
                .Append(',')
                .Append(CsvCell.Of(station.Territory));
            text.Append(',').Append(CsvCell.Of(station.Name));
            foreach (var figure in station.Figures)
            {
                text.Append(CultureInfo.InvariantCulture, $",{figure}");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What was put wrong, as CSV: one row a figure.</summary>
    public static string TruthOf(SimulationPlan plan, IReadOnlyList<InjectedFigure> truth, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(truth);
        var text = new StringBuilder();
        text.Append(Comment(plan, seed)).Append("kind,unit,field,before,after\n");
        foreach (var figure in truth)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Files.ScalarType.Word(figure.Kind)},{CsvCell.Of(figure.Unit.Text)},{figure.Field},{figure.Before},{figure.After}\n"
            );
        }

        return text.ToString();
    }

    /// <summary>The mapping by which the protocols are read.</summary>
    public static string MappingOf(SimulationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var text = new StringBuilder();
        text.Append("# Made by 'scrutineer simulate'. The figures read by this mapping are made up.\n");
        text.Append("scrutineer-mapping: \"1\"\nmapping: synthetic\n");
        text.Append(CultureInfo.InvariantCulture, $"title: \"SYNTHETIC: {plan.Dossier.File.Id}, made up\"\n");
        text.Append(CultureInfo.InvariantCulture, $"form: {plan.File.Form}\nsynthetic: yes\nheader-line: 2\n");
        text.Append("units:\n");
        foreach (var level in new[] { "region", "territory", "station" })
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{ level: {level}, columns: [{level}] }}\n");
        }

        var votes = plan.Layout.Form.ListField!.Name;
        text.Append("fields:\n");
        foreach (var column in plan.Layout.Columns.Where(c => c.Field.Name != votes))
        {
            text.Append(CultureInfo.InvariantCulture, $"  \"{column.Name}\": \"{column.Name}\"\n");
        }

        text.Append("lists:\n");
        foreach (var list in plan.Layout.Lists)
        {
            text.Append(CultureInfo.InvariantCulture, $"  \"{list}\": \"{votes}:{list}\"\n");
        }

        return text.Append("ignore: [synthetic]\n").ToString();
    }

    private static string Comment(SimulationPlan plan, ulong seed) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"# SYNTHETIC: made up by 'scrutineer simulate' from {plan.Dossier.File.Id} with seed {seed}; these protocols describe no polling station.\n"
        );
}
