namespace Scrutineer.Counting.Forms;

/// <summary>Of what a field holds one number each.</summary>
public enum EachOf
{
    /// <summary>One number for each list or candidate on the ballot, in ballot order.</summary>
    Lists,

    /// <summary>One number for each candidate of each list, in the order of the ballot.</summary>
    Candidates,
}
