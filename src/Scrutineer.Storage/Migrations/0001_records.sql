-- Everything that was accepted, in order. Only what is private can ever be taken out again.
CREATE TABLE record (
    position   {identity},
    territory  TEXT NOT NULL,
    stream     TEXT NOT NULL,
    version    {long} NOT NULL CHECK (version >= 1),
    client_id  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    entry      TEXT NOT NULL,
    private    {bytes},
    UNIQUE (territory, stream, version),
    UNIQUE (territory, client_id)
) {strict};

-- The order of the log: each leaf is the hash of the entry of one record.
CREATE TABLE leaf (
    leaf      {long} PRIMARY KEY CHECK (leaf >= 0),
    position  {long} NOT NULL UNIQUE,
    hash      {bytes} NOT NULL CHECK (length(hash) = 32)
) {strict};

CREATE TABLE checkpoint (
    size  {long} PRIMARY KEY CHECK (size >= 0),
    note  TEXT NOT NULL
) {strict};

-- Files that entries name by their SHA-256, such as photographs. Purged, the bytes are gone and the name stays.
CREATE TABLE file (
    sha256  TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    type    TEXT NOT NULL,
    bytes   {bytes}
) {strict};

CREATE TABLE account (
    name      TEXT PRIMARY KEY,
    role      TEXT NOT NULL,
    password  TEXT,
    disabled  {long} NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
    since     TEXT NOT NULL
) {strict};

-- One-time links and tokens of programs: their SHA-256 only.
CREATE TABLE token (
    sha256   TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    account  TEXT NOT NULL REFERENCES account (name),
    purpose  TEXT NOT NULL,
    expires  TEXT NOT NULL,
    used     TEXT
) {strict};

-- What the server must remember of itself, such as the log's key.
CREATE TABLE setting (
    name   TEXT PRIMARY KEY,
    value  TEXT NOT NULL
) {strict};
