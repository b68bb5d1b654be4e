-- The journal, version 6: which joints are artificial.
CREATE TABLE profile_joint (
  joint TEXT NOT NULL CHECK (joint IN ('knee', 'hip')),
  leg TEXT NOT NULL CHECK (leg IN ('left', 'right')),
  PRIMARY KEY (joint, leg)
) STRICT, WITHOUT ROWID;
