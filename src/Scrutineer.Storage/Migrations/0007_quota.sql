-- How much each device of an observer has put into the database: one row a device, raised in one statement.
CREATE TABLE quota (
    election  TEXT NOT NULL,
    device    TEXT NOT NULL REFERENCES device (id),
    records   {long} NOT NULL CHECK (records >= 0),
    bytes     {long} NOT NULL CHECK (bytes >= 0),
    PRIMARY KEY (election, device)
) {strict};
