namespace Scrutineer.Law.Evaluation;

/// <summary>How the evaluation of a contest ended.</summary>
public enum Outcome
{
    /// <summary>Every seat that the rules award is awarded.</summary>
    Allocated,

    /// <summary>A tie is open; the seats outside it are awarded.</summary>
    Tied,

    /// <summary>The law distributes nothing, for instance because no list passed.</summary>
    NoDistribution,

    /// <summary>A condition for the validity of the election is not met.</summary>
    Invalid,

    /// <summary>A repeat vote is needed and its figures are not in the dossier.</summary>
    RepeatVote,

    /// <summary>The election is to be held again.</summary>
    RepeatElection,

    /// <summary>A figure that a rule needs is not known.</summary>
    Unknown,

    /// <summary>Seats of this channel are filled without a vote.</summary>
    Appointed,
}
