-- The journal, version 2: what a person said about themselves, and the last check-in.
-- At most one row each; without a row nobody was asked yet.
CREATE TABLE profile (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  asked INTEGER NOT NULL CHECK (asked IN (0, 1)),
  weekly_goal INTEGER NOT NULL CHECK (weekly_goal BETWEEN 2 AND 7),
  usual_minutes INTEGER NOT NULL CHECK (usual_minutes = 0 OR usual_minutes BETWEEN 3 AND 30)
) STRICT;

-- cleared_on: the day on which a clinician agreed to massage.
CREATE TABLE profile_condition (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  since TEXT NOT NULL CHECK (since IS date (since, '+0 days')),
  cleared_on TEXT CHECK (cleared_on IS date (cleared_on, '+0 days'))
) STRICT, WITHOUT ROWID;

CREATE TABLE profile_tool (
  id TEXT PRIMARY KEY CHECK (id <> '')
) STRICT, WITHOUT ROWID;

-- Places that are never touched.
CREATE TABLE profile_blocked (
  zone TEXT NOT NULL CHECK (zone <> ''),
  leg TEXT NOT NULL CHECK (leg IN ('left', 'right')),
  cause TEXT NOT NULL
    CHECK (cause IN ('wound', 'rash', 'infection', 'inflamed', 'numb', 'vein', 'other')),
  since TEXT NOT NULL CHECK (since IS date (since, '+0 days')),
  PRIMARY KEY (zone, leg)
) STRICT, WITHOUT ROWID;

-- Places that a clinician agreed to in a pregnancy.
CREATE TABLE profile_agreed (
  zone TEXT NOT NULL CHECK (zone <> ''),
  leg TEXT NOT NULL CHECK (leg IN ('left', 'right')),
  since TEXT NOT NULL CHECK (since IS date (since, '+0 days')),
  PRIMARY KEY (zone, leg)
) STRICT, WITHOUT ROWID;

CREATE TABLE check_in (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  at_us INTEGER NOT NULL CHECK (at_us >= 0),
  utc_offset_s INTEGER NOT NULL CHECK (utc_offset_s BETWEEN -86400 AND 86400)
) STRICT;

-- Warning signs that were there, and what the legs did.
CREATE TABLE check_in_answer (
  question TEXT NOT NULL CHECK (question IN ('flag', 'did')),
  id TEXT NOT NULL CHECK (id <> ''),
  PRIMARY KEY (question, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE check_in_soreness (
  zone TEXT NOT NULL CHECK (zone <> ''),
  leg TEXT NOT NULL CHECK (leg IN ('left', 'right')),
  value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10),
  PRIMARY KEY (zone, leg)
) STRICT, WITHOUT ROWID;
