-- The journal, version 4: what stands until the person answers it again. No clock ends it.
-- Warning signs that were there. answer: what made it stand no more, and on which day.
CREATE TABLE flag (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  since TEXT NOT NULL CHECK (since IS date (since, '+0 days')),
  answer TEXT NOT NULL CHECK (answer IN ('stands', 'looked-at', 'gone')),
  answered_on TEXT CHECK (answered_on IS date (answered_on, '+0 days')),
  CHECK ((answer = 'stands') = (answered_on IS NULL))
) STRICT, WITHOUT ROWID;

-- Places that are fine again after a stop, as the person says. stop: UUID of its entry.
CREATE TABLE fine_place (
  stop TEXT NOT NULL CHECK (length (stop) = 36),
  zone TEXT NOT NULL CHECK (zone <> ''),
  leg TEXT NOT NULL CHECK (leg IN ('left', 'right')),
  said_on TEXT NOT NULL CHECK (said_on IS date (said_on, '+0 days')),
  PRIMARY KEY (stop, zone, leg)
) STRICT, WITHOUT ROWID;

-- What was asked because of what the journal holds, so that it is asked once.
-- zone: empty where it is about a whole leg. day: of what it was asked for.
CREATE TABLE asked (
  rule TEXT NOT NULL CHECK (rule <> ''),
  zone TEXT NOT NULL,
  leg TEXT NOT NULL CHECK (leg IN ('left', 'right', 'both')),
  day TEXT NOT NULL CHECK (day IS date (day, '+0 days')),
  PRIMARY KEY (rule, zone, leg)
) STRICT, WITHOUT ROWID;

-- How heavy, tight, swollen … a leg was at the last check-in.
CREATE TABLE check_in_feeling (
  id TEXT NOT NULL CHECK (id <> ''),
  leg TEXT NOT NULL CHECK (leg IN ('left', 'right', 'both')),
  value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10),
  PRIMARY KEY (id, leg)
) STRICT, WITHOUT ROWID;

-- What was answered yes in the last check-in stands.
INSERT INTO flag (id, since, answer)
  SELECT check_in_answer.id,
         date (check_in.at_us / 1000000 + check_in.utc_offset_s, 'unixepoch'), 'stands'
  FROM check_in_answer, check_in WHERE check_in_answer.question = 'flag';
