-- The journal, version 3: sessions that are under way, or were cut off: by a crash, an empty battery.
-- id: names the byte of the lock file that the program which runs the session holds.
-- session: as written by legato-running-json.c, enough to go on where it was.
CREATE TABLE running (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  started_us INTEGER NOT NULL CHECK (started_us >= 0),
  utc_offset_s INTEGER NOT NULL CHECK (utc_offset_s BETWEEN -86400 AND 86400),
  saved_us INTEGER NOT NULL CHECK (saved_us >= 0),
  session TEXT NOT NULL CHECK (session <> '')
) STRICT;

-- Once the entry is there the session is no longer under way: both in one transaction.
CREATE TRIGGER running_ends AFTER INSERT ON entry
BEGIN
  DELETE FROM running WHERE uuid = NEW.uuid;
END;
