-- One database holds several elections, each under its name: its records, its log and its checkpoints. People, devices and
-- files belong to the database. What was there before belongs to the election that its checkpoints name.
{sqlite}
CREATE TABLE record_of (
    position   INTEGER PRIMARY KEY AUTOINCREMENT,
    election   TEXT NOT NULL,
    territory  TEXT NOT NULL,
    stream     TEXT NOT NULL,
    version    INTEGER NOT NULL CHECK (version >= 1),
    client_id  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    entry      TEXT NOT NULL,
    private    BLOB,
    UNIQUE (election, territory, stream, version),
    UNIQUE (election, territory, client_id)
) STRICT;

INSERT INTO record_of
SELECT position,
       COALESCE((SELECT substr(note, 12, instr(note, char(10)) - 12) FROM checkpoint WHERE note LIKE 'scrutineer/%' LIMIT 1), ''),
       territory, stream, version, client_id, kind, entry, private
FROM record;

DROP TABLE record;
ALTER TABLE record_of RENAME TO record;
{/sqlite}
{postgresql}
ALTER TABLE record RENAME TO record_before;

CREATE SEQUENCE record_position AS bigint;

-- Without an index of its own, so that a part of it can lie on another server; each part has its keys.
CREATE TABLE record (
    position   bigint NOT NULL DEFAULT nextval('record_position'),
    election   TEXT NOT NULL,
    territory  TEXT NOT NULL,
    stream     TEXT NOT NULL,
    version    bigint NOT NULL,
    client_id  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    entry      TEXT NOT NULL,
    private    bytea
) PARTITION BY LIST (election);

CREATE TABLE election (
    number  bigint PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE
);

-- The parts of an election, by territory, made once.
CREATE FUNCTION make_election(wanted TEXT) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    made bigint;
    part TEXT;
BEGIN
    SELECT number INTO made FROM election WHERE name = wanted;
    IF made IS NULL THEN
        INSERT INTO election SELECT COALESCE(MAX(number), 0) + 1, wanted FROM election RETURNING number INTO made;
        EXECUTE format('CREATE TABLE record_%s PARTITION OF record FOR VALUES IN (%L) PARTITION BY HASH (territory)', made, wanted);
        FOR i IN 0..15 LOOP
            part := format('record_%s_%s', made, i);
            EXECUTE format('CREATE TABLE %I PARTITION OF record_%s FOR VALUES WITH (MODULUS 16, REMAINDER %s)', part, made, i);
            EXECUTE format('ALTER TABLE %I ADD PRIMARY KEY (position), ADD CHECK (version >= 1), ADD UNIQUE (territory, stream, version), ADD UNIQUE (territory, client_id)', part);
        END LOOP;
    END IF;
    RETURN made;
END $$;

SELECT make_election(COALESCE((SELECT substr(note, 12, strpos(note, E'\n') - 12) FROM checkpoint WHERE note LIKE 'scrutineer/%' LIMIT 1), ''))
WHERE EXISTS (SELECT 1 FROM record_before);

INSERT INTO record
SELECT position,
       COALESCE((SELECT substr(note, 12, strpos(note, E'\n') - 12) FROM checkpoint WHERE note LIKE 'scrutineer/%' LIMIT 1), ''),
       territory, stream, version, client_id, kind, entry, private
FROM record_before;

SELECT setval('record_position', GREATEST(1, (SELECT COALESCE(MAX(position), 1) FROM record)));

DROP TABLE record_before;
{/postgresql}

CREATE TABLE leaf_of (
    leaf      {long} NOT NULL CHECK (leaf >= 0),
    position  {long} NOT NULL UNIQUE,
    hash      {bytes} NOT NULL CHECK (length(hash) = 32),
    election  TEXT NOT NULL,
    PRIMARY KEY (election, leaf)
) {strict};

INSERT INTO leaf_of SELECT leaf, position, hash, election FROM leaf JOIN record USING (position);
DROP TABLE leaf;
ALTER TABLE leaf_of RENAME TO leaf;

CREATE TABLE checkpoint_of (
    size      {long} NOT NULL CHECK (size >= 0),
    note      TEXT NOT NULL,
    election  TEXT NOT NULL,
    PRIMARY KEY (election, size)
) {strict};

INSERT INTO checkpoint_of
SELECT size, note,
       {sqlite}COALESCE(CASE WHEN note LIKE 'scrutineer/%' THEN substr(note, 12, instr(note, char(10)) - 12) END, ''){/sqlite}{postgresql}COALESCE(CASE WHEN note LIKE 'scrutineer/%' THEN substr(note, 12, strpos(note, E'\n') - 12) END, ''){/postgresql}
FROM checkpoint;

DROP TABLE checkpoint;
ALTER TABLE checkpoint_of RENAME TO checkpoint;

-- Work that one process does for all of them. Whoever works on a row holds it; if the worker dies, another takes it.
CREATE TABLE job (
    election  TEXT NOT NULL,
    kind      TEXT NOT NULL,
    about     TEXT NOT NULL,
    asked     TEXT NOT NULL,
    done      TEXT,
    result    {bytes},
    PRIMARY KEY (election, kind, about)
) {strict};
