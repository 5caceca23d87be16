-- What a clerk has typed and not yet handed in. It is no evidence: it is replaced at each save and goes when the paper is handed in.
CREATE TABLE draft (
    election  TEXT NOT NULL,
    unit      TEXT NOT NULL,
    account   TEXT NOT NULL REFERENCES account (name),
    version   {long} NOT NULL CHECK (version >= 0),
    figures   TEXT NOT NULL,
    PRIMARY KEY (election, unit, account)
) {strict};
