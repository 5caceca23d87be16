using Scrutineer.Files;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>sample --json</c>.</summary>
public static class SampleJson
{
    /// <summary>Writes a design and its draw.</summary>
    public static string Of(SamplePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("table", plan.Table.File);
            json.WriteString("sha256", plan.Table.Sha256);
            json.WriteString("method", ScalarType.Word(plan.Request.Method));
            json.WriteString("quantity", plan.Prior.Quantity.Name);
            json.WriteString("base", plan.Prior.Quantity.Base);
            EstimateJson.Number(json, "share", plan.Prior.Share);
            json.WriteNumber("units", plan.Prior.Units);
            json.WriteNumber("size", plan.Size);
            EstimateJson.Number(json, "margin", plan.Margin);
            EstimateJson.Number(json, "confidence", plan.Request.Confidence);
            EstimateJson.Number(json, "base-a-unit", plan.Prior.MeanBase);
            EstimateJson.Number(json, "base-variation", plan.Prior.Variation);
            EstimateJson.Number(json, "design-effect", plan.Prior.DesignEffect);
            EstimateJson.Number(json, "intra-cluster", plan.Prior.IntraCluster);
            json.WriteNumber("legacy-voters", Math.Ceiling((decimal)plan.LegacyVoters));
            json.WriteStartArray("strata");
            foreach (var stratum in plan.Strata)
            {
                json.WriteStartObject();
                json.WriteString("stratum", stratum.Name);
                json.WriteNumber("stations", stratum.Stations!.Value);
                if (stratum.Registered is { } registered)
                {
                    json.WriteNumber("registered", registered);
                }
                else
                {
                    json.WriteNull("registered");
                }

                json.WriteNumber("drawn", stratum.Drawn!.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("seed", plan.Request.Seed);
            json.WriteStartArray("draw");
            foreach (var unit in plan.Drawn)
            {
                json.WriteStartObject();
                json.WriteString("unit", unit.Unit.Text);
                json.WriteString("stratum", unit.Stratum);
                json.WriteString("ticket", unit.Ticket);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("findings");
            foreach (var finding in plan.Findings)
            {
                ResultJson.Finding(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
