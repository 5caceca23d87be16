namespace Scrutineer.Observation.Forms;

/// <summary>The part of polling day that a form is about.</summary>
public enum ObservationPhase
{
    /// <summary>From arrival to the first voter.</summary>
    Opening,

    /// <summary>While people vote.</summary>
    Voting,

    /// <summary>From closing to the signed protocol.</summary>
    Counting,

    /// <summary>Where protocols of several stations are added up.</summary>
    Tabulation,
}
