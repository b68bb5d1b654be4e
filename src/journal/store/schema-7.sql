-- The journal, version 7: how the legs were on the days after a session, said in one tap.
-- late: remembered later than that day.
CREATE TABLE follow_up (
  entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  moment TEXT NOT NULL CHECK (moment IN ('next-day', 'second-day')),
  compared TEXT NOT NULL CHECK (compared IN ('better', 'same', 'worse')),
  late INTEGER NOT NULL CHECK (late IN (0, 1)),
  PRIMARY KEY (entry, position),
  UNIQUE (entry, moment)
) STRICT, WITHOUT ROWID;
