-- The keys of observers' devices. A key stays when it is disabled, so that what it signed before can be verified.
CREATE TABLE device (
    id         TEXT PRIMARY KEY CHECK (length(id) = 64),
    account    TEXT NOT NULL REFERENCES account (name),
    spki       {bytes} NOT NULL,
    algorithm  TEXT NOT NULL,
    since      TEXT NOT NULL,
    disabled   TEXT
) {strict};

-- What an observer sent, by the SHA-256 of the bytes as they came, and the file that was stored of it. Two that differ in
-- what was taken out of them alone are one file.
CREATE TABLE received (
    observer  TEXT NOT NULL REFERENCES account (name),
    sha256    TEXT NOT NULL CHECK (length(sha256) = 64),
    file      TEXT NOT NULL REFERENCES file (sha256),
    PRIMARY KEY (observer, sha256)
) {strict};
