using System.Collections.Immutable;
using Scrutineer.Allocation.Biproportional;
using Scrutineer.Allocation.OpenLists;
using Scrutineer.Allocation.Plurality;
using Scrutineer.Allocation.Transferable;
using Scrutineer.Allocation.Verifying;

namespace Scrutineer.Allocation;

/// <summary>
/// Confirms a result from its votes and its certificate, without allocating anything: it shares no code with the
/// methods but the definitions of quotients and quotas, and computes in plain fractions. Whoever distrusts the methods
/// has to read only this folder.
/// </summary>
public static class Verifier
{
    /// <summary>Checks every statement that the result makes.</summary>
    public static Verification Verify(Apportionment result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var objections = ImmutableArray.CreateBuilder<string>();
        Shape.Check(result, objections);
        if (objections.Count == 0)
        {
            switch (result.Method, result.Certificate)
            {
                case (DivisorMethod method, DivisorCertificate certificate):
                    DivisorCheck.Check(result, method, certificate, objections);
                    break;
                case (LargestRemainder method, QuotaCertificate certificate):
                    QuotaCheck.Check(result, method, certificate, objections);
                    break;
                case (QuotaMethod, AwardOrderCertificate certificate):
                    OrderCheck.Check(result, certificate, objections);
                    break;
                default:
                    objections.Add(
                        $"A {result.Certificate.GetType().Name} does not certify the method {result.Method.Name}."
                    );
                    break;
            }
        }

        return new Verification(objections.ToImmutable());
    }

    /// <summary>Checks every statement that a biproportional result makes.</summary>
    public static Verification Verify(BiproportionalApportionment result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var objections = ImmutableArray.CreateBuilder<string>();
        BiproportionalCheck.Check(result, objections);
        return new Verification(objections.ToImmutable());
    }

    /// <summary>Counts the ballots again, and judges every decision of every stage.</summary>
    public static Verification Verify(CountResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var objections = ImmutableArray.CreateBuilder<string>();
        CountCheck.Check(result, objections);
        return new Verification(objections.ToImmutable());
    }

    /// <summary>Distributes the ballots by the keep factors of every stage, and judges its decision.</summary>
    public static Verification Verify(MeekResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var objections = ImmutableArray.CreateBuilder<string>();
        MeekCheck.Check(result, objections);
        return new Verification(objections.ToImmutable());
    }

    /// <summary>Counts the crosses again where there are ballots, and checks who has most votes, and every tie.</summary>
    public static Verification Verify(PluralityResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var objections = ImmutableArray.CreateBuilder<string>();
        PluralityCheck.Check(result, objections);
        return new Verification(objections.ToImmutable());
    }

    /// <summary>Counts the ballots again at every step, and judges its decision.</summary>
    public static Verification Verify(SequentialApproval result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var objections = ImmutableArray.CreateBuilder<string>();
        PluralityCheck.Check(result, objections);
        return new Verification(objections.ToImmutable());
    }

    /// <summary>Checks whether there is a winner, and who stands in the second round.</summary>
    public static Verification Verify(RunoffResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var objections = ImmutableArray.CreateBuilder<string>();
        RunoffCheck.Check(result, objections);
        return new Verification(objections.ToImmutable());
    }

    /// <summary>Checks who passes the order of a list, and who follows in it.</summary>
    public static Verification Verify(OpenListResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var objections = ImmutableArray.CreateBuilder<string>();
        OpenListCheck.Check(result, objections);
        return new Verification(objections.ToImmutable());
    }
}
