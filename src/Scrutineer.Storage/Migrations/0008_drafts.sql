-- A draft belongs to the stream of its protocol and goes when the stream moves on, in the same transaction.
UPDATE draft SET unit = 'protocol ' || unit;
ALTER TABLE draft RENAME COLUMN unit TO stream;
