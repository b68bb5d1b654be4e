-- The journal, version 1. Run inside one transaction by legato-migrations.c, which also sets
-- application_id and user_version. Times are microseconds since 1970 in UTC; days are local.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  kind TEXT NOT NULL CHECK (kind IN ('session', 'check-in', 'refusal', 'stop')),
  at_us INTEGER NOT NULL CHECK (at_us >= 0),
  utc_offset_s INTEGER NOT NULL CHECK (utc_offset_s BETWEEN -86400 AND 86400),
  local_day TEXT NOT NULL
    CHECK (local_day IS date (at_us / 1000000 + utc_offset_s, 'unixepoch')),
  recorded_us INTEGER NOT NULL CHECK (recorded_us >= 0),
  late INTEGER NOT NULL CHECK (late IN (0, 1)),
  routine TEXT CHECK (routine <> ''),
  zone TEXT CHECK (zone <> ''),
  leg TEXT NOT NULL CHECK (leg IN ('left', 'right', 'both')),
  planned_s INTEGER NOT NULL CHECK (planned_s >= 0),
  done_s INTEGER NOT NULL CHECK (done_s >= 0),
  completed INTEGER NOT NULL CHECK (completed IN (0, 1)),
  note TEXT NOT NULL,
  deleted_us INTEGER CHECK (deleted_us >= 0)
) STRICT;

CREATE INDEX entry_by_day ON entry (local_day, at_us) WHERE deleted_us IS NULL;
CREATE INDEX entry_deleted ON entry (deleted_us) WHERE deleted_us IS NOT NULL;

-- The rules of a refusal, what was felt at a stop.
CREATE TABLE reason (
  entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  id TEXT NOT NULL CHECK (id <> ''),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

-- What was really done, in the order in which it was done.
CREATE TABLE step (
  entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  plan_index INTEGER NOT NULL CHECK (plan_index >= 0),
  leg TEXT NOT NULL CHECK (leg IN ('left', 'right', 'both')),
  technique TEXT NOT NULL CHECK (technique <> ''),
  pressure TEXT NOT NULL CHECK (pressure IN ('feather', 'light', 'moderate')),
  planned_ms INTEGER NOT NULL CHECK (planned_ms >= 0),
  done_ms INTEGER NOT NULL CHECK (done_ms >= 0),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE step_zone (
  entry INTEGER NOT NULL,
  step INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  zone TEXT NOT NULL CHECK (zone <> ''),
  PRIMARY KEY (entry, step, position),
  FOREIGN KEY (entry, step) REFERENCES step ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE rating (
  entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  zone TEXT NOT NULL CHECK (zone <> ''),
  leg TEXT NOT NULL CHECK (leg IN ('left', 'right')),
  moment TEXT NOT NULL
    CHECK (moment IN ('before', 'after', 'next-day', 'second-day', 'check-in')),
  value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10),
  anchors INTEGER NOT NULL CHECK (anchors >= 1),
  PRIMARY KEY (entry, position),
  UNIQUE (entry, zone, leg, moment)
) STRICT, WITHOUT ROWID;

CREATE TABLE feeling (
  entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  id TEXT NOT NULL CHECK (id <> ''),
  leg TEXT NOT NULL CHECK (leg IN ('left', 'right', 'both')),
  value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10),
  PRIMARY KEY (entry, position),
  UNIQUE (entry, id, leg)
) STRICT, WITHOUT ROWID;

-- Ratings of entries that are not deleted, on the day they were felt.
CREATE VIEW felt AS
SELECT rating.entry AS entry,
       rating.position AS position,
       rating.zone AS zone,
       date (entry.local_day, CASE rating.moment WHEN 'next-day' THEN '+1 day'
                                                 WHEN 'second-day' THEN '+2 days'
                                                 ELSE '+0 days' END) AS day,
       rating.leg AS leg,
       rating.moment AS moment,
       ifnull (entry.routine, '') AS routine,
       rating.value AS value
  FROM rating JOIN entry ON entry.id = rating.entry
 WHERE entry.deleted_us IS NULL;

-- How often each value was felt: all that trends ask for, clustered by zone and day, so that
-- twelve weeks of a zone cost the same in a journal of one year and of fifty. Triggers keep it;
-- legato-store.c can rebuild it and verifies it.
CREATE TABLE zone_day (
  zone TEXT NOT NULL,
  day TEXT NOT NULL,
  leg TEXT NOT NULL,
  moment TEXT NOT NULL,
  routine TEXT NOT NULL,
  value INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (zone, day, leg, moment, routine, value)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER zone_day_empty AFTER UPDATE OF n ON zone_day WHEN NEW.n = 0
BEGIN
  DELETE FROM zone_day
   WHERE zone = NEW.zone AND day = NEW.day AND leg = NEW.leg AND moment = NEW.moment
     AND routine = NEW.routine AND value = NEW.value;
END;

CREATE TRIGGER rating_inserted AFTER INSERT ON rating
BEGIN
  INSERT INTO zone_day
  SELECT zone, day, leg, moment, routine, value, 1 FROM felt
   WHERE entry = NEW.entry AND position = NEW.position
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER rating_leaves BEFORE DELETE ON rating
BEGIN
  UPDATE zone_day SET n = n - 1 FROM felt
   WHERE felt.entry = OLD.entry AND felt.position = OLD.position
     AND zone_day.zone = felt.zone AND zone_day.day = felt.day AND zone_day.leg = felt.leg
     AND zone_day.moment = felt.moment AND zone_day.routine = felt.routine
     AND zone_day.value = felt.value;
END;

CREATE TRIGGER rating_changes BEFORE UPDATE ON rating
BEGIN
  UPDATE zone_day SET n = n - 1 FROM felt
   WHERE felt.entry = OLD.entry AND felt.position = OLD.position
     AND zone_day.zone = felt.zone AND zone_day.day = felt.day AND zone_day.leg = felt.leg
     AND zone_day.moment = felt.moment AND zone_day.routine = felt.routine
     AND zone_day.value = felt.value;
END;

CREATE TRIGGER rating_changed AFTER UPDATE ON rating
BEGIN
  INSERT INTO zone_day
  SELECT zone, day, leg, moment, routine, value, 1 FROM felt
   WHERE entry = NEW.entry AND position = NEW.position
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER entry_changes BEFORE UPDATE OF local_day, routine, deleted_us ON entry
BEGIN
  UPDATE zone_day SET n = n - 1 FROM felt
   WHERE felt.entry = OLD.id
     AND zone_day.zone = felt.zone AND zone_day.day = felt.day AND zone_day.leg = felt.leg
     AND zone_day.moment = felt.moment AND zone_day.routine = felt.routine
     AND zone_day.value = felt.value;
END;

CREATE TRIGGER entry_changed AFTER UPDATE OF local_day, routine, deleted_us ON entry
BEGIN
  INSERT INTO zone_day
  SELECT zone, day, leg, moment, routine, value, 1 FROM felt WHERE entry = NEW.id
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- A cascade would delete ratings after their entry, when their day is no longer known.
CREATE TRIGGER entry_leaves BEFORE DELETE ON entry
BEGIN
  DELETE FROM rating WHERE entry = OLD.id;
END;
