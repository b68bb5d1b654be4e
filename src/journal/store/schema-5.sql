-- The journal, version 5: entries that can be corrected, found, and brought together with those of
-- another computer.
-- goal: of a session that was made for a goal, not from a routine.
-- told: a session done without the program, as the person tells it.
-- edited_us: when the entry was changed last, by whatever computer. It never falls.
ALTER TABLE entry ADD COLUMN goal TEXT CHECK (goal <> '');
ALTER TABLE entry ADD COLUMN told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1));
ALTER TABLE entry ADD COLUMN edited_us INTEGER NOT NULL DEFAULT 0 CHECK (edited_us >= 0);
UPDATE entry SET edited_us = max (recorded_us, ifnull (deleted_us, 0));

-- late: remembered later than the moment it is about.
ALTER TABLE rating ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1));

CREATE TABLE girth (
  entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  place TEXT NOT NULL CHECK (place IN ('ankle', 'calf')),
  leg TEXT NOT NULL CHECK (leg IN ('left', 'right')),
  mm INTEGER NOT NULL CHECK (mm BETWEEN 50 AND 1500),
  PRIMARY KEY (entry, position),
  UNIQUE (entry, place, leg)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
  entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT NOT NULL CHECK (name <> ''),
  PRIMARY KEY (entry, position),
  UNIQUE (entry, name)
) STRICT, WITHOUT ROWID;

-- Versions of entries that were said otherwise later, on this computer or on another.
-- document: the whole entry as an export writes it.
CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL CHECK (length (uuid) = 36),
  edited_us INTEGER NOT NULL CHECK (edited_us >= 0),
  document TEXT NOT NULL CHECK (document <> '')
) STRICT;

CREATE INDEX history_by_entry ON history (uuid, edited_us);

-- Entries that are gone for good, so that another computer does not bring them back: all that was
-- said of them up to edited_us is forgotten.
CREATE TABLE purged (
  uuid TEXT PRIMARY KEY CHECK (length (uuid) = 36),
  edited_us INTEGER NOT NULL CHECK (edited_us >= 0)
) STRICT, WITHOUT ROWID;

-- What the clock said when the journal was opened, see legato-store-bin.c.
CREATE TABLE clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seen_us INTEGER NOT NULL,
  trusted_us INTEGER NOT NULL
) STRICT;

INSERT INTO clock VALUES (1, 0, 0);

-- The words of notes and tags, as legato-store-search.c splits them. Its rowid tells the time and
-- the entry, so that the newest are found first. Not kept by triggers: trusted_schema is off.
CREATE VIRTUAL TABLE words USING fts5 (
  text, prefix = '1 2 3', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
