-- A store of version 1, frozen when version 2 came: two documents, one of them compacted, one member.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE documents (
  document INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  head INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  row_bytes INTEGER NOT NULL,
  snapshot_bytes INTEGER NOT NULL,
  ended_by TEXT
) STRICT;
CREATE TABLE log (
  document INTEGER NOT NULL REFERENCES documents,
  seq INTEGER NOT NULL,
  change BLOB NOT NULL,
  device TEXT NOT NULL,
  member TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (document, seq)
) STRICT;
CREATE TABLE snapshots (
  document INTEGER PRIMARY KEY REFERENCES documents,
  seq INTEGER NOT NULL,
  state BLOB NOT NULL
) STRICT;
CREATE TABLE members (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  member TEXT NOT NULL REFERENCES members,
  public_key TEXT NOT NULL,
  name TEXT NOT NULL,
  last_seen INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX devices_member ON devices (member);
CREATE TABLE grants (
  member TEXT NOT NULL REFERENCES members,
  scope TEXT NOT NULL,
  role TEXT NOT NULL,
  at INTEGER NOT NULL,
  revoked_at INTEGER,
  PRIMARY KEY (member, scope, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX grants_scope ON grants (scope);
CREATE TABLE invitations (
  id TEXT PRIMARY KEY,
  inviter TEXT NOT NULL REFERENCES devices,
  scope TEXT,
  role TEXT,
  title TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  uses INTEGER NOT NULL,
  used INTEGER NOT NULL,
  text TEXT NOT NULL,
  code_hash TEXT UNIQUE
) STRICT, WITHOUT ROWID;
CREATE INDEX invitations_scope ON invitations (scope);
CREATE TABLE revoked_invitations (
  id TEXT NOT NULL,
  revoker TEXT NOT NULL REFERENCES members,
  at INTEGER NOT NULL,
  PRIMARY KEY (id, revoker)
) STRICT, WITHOUT ROWID;
CREATE TABLE redemptions (
  invitation TEXT NOT NULL,
  device TEXT NOT NULL REFERENCES devices,
  at INTEGER NOT NULL,
  PRIMARY KEY (invitation, device)
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('file', '1:1');
INSERT INTO meta VALUES ('firstSecret', 'first');
INSERT INTO meta VALUES ('incarnation', 'incarnation1');
INSERT INTO meta VALUES ('tokenSecret', 'secret');
INSERT INTO documents VALUES (1, 'partnership:p1@0', 2, 2, 49, 0, NULL);
INSERT INTO documents VALUES (2, 'partnership:p2@0', 1, 0, 0, 26, NULL);
INSERT INTO log VALUES (1, 1, x'000001030000010407047461626301030101000001010000', 'device1', 'member1', 1000);
INSERT INTO log VALUES (1, 2, x'00000104000001040805746465666701040101000001010000', 'device1', 'member1', 1000);
INSERT INTO snapshots VALUES (2, 1, x'000001050000010409067468696a6b6c01050101000001010000');
INSERT INTO members VALUES ('member1', 'Anna', 1000);
INSERT INTO devices VALUES ('device1', 'member1', 'key', 'Tablet', 1000, NULL);
INSERT INTO grants VALUES ('member1', 'programme', 'coordinator', 1000, NULL);
INSERT INTO redemptions VALUES ('first', 'device1', 1000);
PRAGMA user_version=1;
