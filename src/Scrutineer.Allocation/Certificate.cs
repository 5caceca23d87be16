namespace Scrutineer.Allocation;

/// <summary>
/// What lets a stranger confirm a result with the votes, a pencil and no program: <see cref="DivisorCertificate"/>,
/// <see cref="QuotaCertificate"/> or <see cref="AwardOrderCertificate"/>. <see cref="Verifier"/> is that stranger.
/// </summary>
public abstract record Certificate
{
    private protected Certificate() { }
}
