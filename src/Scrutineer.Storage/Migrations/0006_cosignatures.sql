-- Signatures of witnesses under checkpoints: each a line of a signed note, of a witness that the server was told to trust.
CREATE TABLE cosignature (
    election  TEXT NOT NULL,
    size      {long} NOT NULL,
    witness   TEXT NOT NULL,
    line      TEXT NOT NULL,
    PRIMARY KEY (election, size, witness),
    FOREIGN KEY (election, size) REFERENCES checkpoint (election, size)
) {strict};
