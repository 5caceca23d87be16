using System.Text.Json;
using Scrutineer.Allocation;
using Scrutineer.Law.Evaluation;
using Certificate = Scrutineer.Law.Evaluation.Certificate;
using QuotaCertificate = Scrutineer.Law.Evaluation.QuotaCertificate;

namespace Scrutineer.Publishing;

/// <summary>The certificate of a contest or constituency as JSON: what lets a stranger confirm its seats.</summary>
internal static class CertificateJson
{
    public static void Write(Utf8JsonWriter json, Certificate? certificate)
    {
        switch (certificate)
        {
            case QuotaCertificate quota:
                json.WriteStartObject("certificate");
                json.WriteString("method", quota.Method);
                json.WriteNumber("votes", quota.Votes);
                json.WriteNumber("seats", quota.Seats);
                Exact(json, "quota", quota.Quota);
                json.WriteStartArray("lists");
                foreach (var share in quota.Shares)
                {
                    json.WriteStartObject();
                    json.WriteString("list", share.List);
                    json.WriteNumber("votes", share.Votes);
                    if (share.Factor != Rational.One)
                    {
                        json.WriteString("factor", share.Factor.ToString());
                    }

                    Exact(json, "quotient", share.Quotient);
                    json.WriteNumber("whole", (long)share.Whole);
                    Exact(json, "remainder", share.Remainder);
                    json.WriteNumber("further", share.Further);
                    if (share.Least > 0)
                    {
                        json.WriteNumber("at-least", share.Least);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
                Exact(json, "least-winning-remainder", quota.LeastWinning);
                Exact(json, "greatest-losing-remainder", quota.GreatestLosing);
                json.WriteEndObject();
                break;
            case MajorityCertificate majority:
                json.WriteStartObject("certificate");
                json.WriteString("method", majority.Method);
                if (majority.BaseVotes is { } size)
                {
                    json.WriteString("base", majority.Base);
                    json.WriteNumber("of", size);
                    json.WriteNumber("needed", majority.Needed!.Value);
                }

                json.WriteNumber("seats", majority.Seats);
                json.WriteStartObject("votes");
                foreach (var (candidate, votes) in majority.Votes)
                {
                    json.WriteNumber(candidate, votes);
                }

                json.WriteEndObject();
                json.WriteEndObject();
                break;
            case SharedByDivisor shared:
                json.WriteStartObject("certificate");
                json.WriteString("method", shared.Method);
                json.WriteNumber("seats", shared.Share.HouseSize);
                var interval = (DivisorCertificate)shared.Share.Certificate;
                Exact(json, "greatest-quotient-without-seat", interval.Low);
                Exact(json, "least-quotient-with-seat", interval.High);
                Exact(json, "divisor", interval.Divisor);
                if (interval.Squared)
                {
                    json.WriteBoolean("squared", value: true);
                }

                json.WriteEndObject();
                break;
            default:
                json.WriteNull("certificate");
                break;
        }
    }

    /// <summary>An exact number and its decimal, or null.</summary>
    public static void Exact(Utf8JsonWriter json, string name, Rational? value)
    {
        if (value is { } exact)
        {
            json.WriteString(name, exact.ToString());
            json.WriteString(name + "-decimal", exact.ToDecimal(4));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
