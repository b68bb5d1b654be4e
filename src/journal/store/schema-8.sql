-- The journal, version 8: how often each value was felt, all of a day in one row, so that a day with
-- many ratings is read as fast as one with a few. What nobody asked for, the routine, is left out.
DROP TRIGGER rating_inserted;
DROP TRIGGER rating_leaves;
DROP TRIGGER rating_changes;
DROP TRIGGER rating_changed;
DROP TRIGGER entry_changes;
DROP TRIGGER entry_changed;
DROP VIEW felt;

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
       rating.value AS value
  FROM rating JOIN entry ON entry.id = rating.entry
 WHERE entry.deleted_us IS NULL;

-- n0 to n10: how often that value was felt there, on that day, at that moment. All that trends ask
-- for, clustered by zone and day, so that twelve weeks of a zone cost the same in a journal of one
-- year and of fifty. Triggers keep it; legato-database-check.c verifies it and can rebuild it.
CREATE TABLE felt_day (
  zone TEXT NOT NULL,
  day TEXT NOT NULL,
  leg TEXT NOT NULL,
  moment TEXT NOT NULL,
  n0 INTEGER NOT NULL,
  n1 INTEGER NOT NULL,
  n2 INTEGER NOT NULL,
  n3 INTEGER NOT NULL,
  n4 INTEGER NOT NULL,
  n5 INTEGER NOT NULL,
  n6 INTEGER NOT NULL,
  n7 INTEGER NOT NULL,
  n8 INTEGER NOT NULL,
  n9 INTEGER NOT NULL,
  n10 INTEGER NOT NULL,
  PRIMARY KEY (zone, day, leg, moment),
  CHECK (min (n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10) >= 0)
) STRICT, WITHOUT ROWID;

INSERT INTO felt_day
SELECT zone, day, leg, moment,
       sum (n * (value = 0)), sum (n * (value = 1)), sum (n * (value = 2)), sum (n * (value = 3)),
       sum (n * (value = 4)), sum (n * (value = 5)), sum (n * (value = 6)), sum (n * (value = 7)),
       sum (n * (value = 8)), sum (n * (value = 9)), sum (n * (value = 10))
  FROM zone_day GROUP BY 1, 2, 3, 4;

DROP TABLE zone_day;

CREATE TRIGGER felt_day_empty AFTER UPDATE ON felt_day
WHEN NEW.n0 + NEW.n1 + NEW.n2 + NEW.n3 + NEW.n4 + NEW.n5 + NEW.n6 + NEW.n7 + NEW.n8 + NEW.n9
     + NEW.n10 = 0
BEGIN
  DELETE FROM felt_day
   WHERE zone = NEW.zone AND day = NEW.day AND leg = NEW.leg AND moment = NEW.moment;
END;

CREATE TRIGGER rating_inserted AFTER INSERT ON rating
BEGIN
  INSERT INTO felt_day
  SELECT zone, day, leg, moment, value = 0, value = 1, value = 2, value = 3, value = 4, value = 5,
         value = 6, value = 7, value = 8, value = 9, value = 10
    FROM felt WHERE entry = NEW.entry AND position = NEW.position
  ON CONFLICT DO UPDATE SET n0 = n0 + excluded.n0, n1 = n1 + excluded.n1, n2 = n2 + excluded.n2,
      n3 = n3 + excluded.n3, n4 = n4 + excluded.n4, n5 = n5 + excluded.n5, n6 = n6 + excluded.n6,
      n7 = n7 + excluded.n7, n8 = n8 + excluded.n8, n9 = n9 + excluded.n9,
      n10 = n10 + excluded.n10;
END;

CREATE TRIGGER rating_leaves BEFORE DELETE ON rating
BEGIN
  UPDATE felt_day SET n0 = n0 - (value = 0), n1 = n1 - (value = 1), n2 = n2 - (value = 2),
         n3 = n3 - (value = 3), n4 = n4 - (value = 4), n5 = n5 - (value = 5),
         n6 = n6 - (value = 6), n7 = n7 - (value = 7), n8 = n8 - (value = 8),
         n9 = n9 - (value = 9), n10 = n10 - (value = 10)
    FROM felt WHERE felt.entry = OLD.entry AND felt.position = OLD.position
     AND felt_day.zone = felt.zone AND felt_day.day = felt.day AND felt_day.leg = felt.leg
     AND felt_day.moment = felt.moment;
END;

CREATE TRIGGER rating_changes BEFORE UPDATE ON rating
BEGIN
  UPDATE felt_day SET n0 = n0 - (value = 0), n1 = n1 - (value = 1), n2 = n2 - (value = 2),
         n3 = n3 - (value = 3), n4 = n4 - (value = 4), n5 = n5 - (value = 5),
         n6 = n6 - (value = 6), n7 = n7 - (value = 7), n8 = n8 - (value = 8),
         n9 = n9 - (value = 9), n10 = n10 - (value = 10)
    FROM felt WHERE felt.entry = OLD.entry AND felt.position = OLD.position
     AND felt_day.zone = felt.zone AND felt_day.day = felt.day AND felt_day.leg = felt.leg
     AND felt_day.moment = felt.moment;
END;

CREATE TRIGGER rating_changed AFTER UPDATE ON rating
BEGIN
  INSERT INTO felt_day
  SELECT zone, day, leg, moment, value = 0, value = 1, value = 2, value = 3, value = 4, value = 5,
         value = 6, value = 7, value = 8, value = 9, value = 10
    FROM felt WHERE entry = NEW.entry AND position = NEW.position
  ON CONFLICT DO UPDATE SET n0 = n0 + excluded.n0, n1 = n1 + excluded.n1, n2 = n2 + excluded.n2,
      n3 = n3 + excluded.n3, n4 = n4 + excluded.n4, n5 = n5 + excluded.n5, n6 = n6 + excluded.n6,
      n7 = n7 + excluded.n7, n8 = n8 + excluded.n8, n9 = n9 + excluded.n9,
      n10 = n10 + excluded.n10;
END;

CREATE TRIGGER entry_changes BEFORE UPDATE OF local_day, deleted_us ON entry
BEGIN
  UPDATE felt_day SET n0 = n0 - (value = 0), n1 = n1 - (value = 1), n2 = n2 - (value = 2),
         n3 = n3 - (value = 3), n4 = n4 - (value = 4), n5 = n5 - (value = 5),
         n6 = n6 - (value = 6), n7 = n7 - (value = 7), n8 = n8 - (value = 8),
         n9 = n9 - (value = 9), n10 = n10 - (value = 10)
    FROM felt WHERE felt.entry = OLD.id
     AND felt_day.zone = felt.zone AND felt_day.day = felt.day AND felt_day.leg = felt.leg
     AND felt_day.moment = felt.moment;
END;

CREATE TRIGGER entry_changed AFTER UPDATE OF local_day, deleted_us ON entry
BEGIN
  INSERT INTO felt_day
  SELECT zone, day, leg, moment, value = 0, value = 1, value = 2, value = 3, value = 4, value = 5,
         value = 6, value = 7, value = 8, value = 9, value = 10
    FROM felt WHERE entry = NEW.id
  ON CONFLICT DO UPDATE SET n0 = n0 + excluded.n0, n1 = n1 + excluded.n1, n2 = n2 + excluded.n2,
      n3 = n3 + excluded.n3, n4 = n4 + excluded.n4, n5 = n5 + excluded.n5, n6 = n6 + excluded.n6,
      n7 = n7 + excluded.n7, n8 = n8 + excluded.n8, n9 = n9 + excluded.n9,
      n10 = n10 + excluded.n10;
END;
