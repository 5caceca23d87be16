-- Signatures of witnesses under checkpoints: each a line of a signed note, of a witness that the server was told to trust.
CREATE TABLE cosignature (
    size     {long} NOT NULL REFERENCES checkpoint (size),
    witness  TEXT NOT NULL,
    line     TEXT NOT NULL,
    PRIMARY KEY (size, witness)
) {strict};
