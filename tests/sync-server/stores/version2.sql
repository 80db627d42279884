-- A store of version 2, frozen when version 3 came: that of version1.sql, brought to version 2, with a refused update.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  document INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  head INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  row_bytes INTEGER NOT NULL,
  snapshot_bytes INTEGER NOT NULL,
  ended_by TEXT
, begun_by TEXT) STRICT;

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

CREATE TABLE grants (
  member TEXT NOT NULL REFERENCES members,
  scope TEXT NOT NULL,
  role TEXT NOT NULL,
  at INTEGER NOT NULL,
  revoked_at INTEGER,
  PRIMARY KEY (member, scope, role)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE refused (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  member TEXT NOT NULL,
  device TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  times INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  hash BLOB NOT NULL,
  change BLOB,
  UNIQUE (name, member, hash)
) STRICT;

INSERT INTO meta (key, value) VALUES ('file', '1:1');
INSERT INTO meta (key, value) VALUES ('firstSecret', 'first');
INSERT INTO meta (key, value) VALUES ('incarnation', 'incarnation1');
INSERT INTO meta (key, value) VALUES ('tokenSecret', 'secret');
INSERT INTO documents (document, name, head, rows, row_bytes, snapshot_bytes, ended_by, begun_by) VALUES (1, 'partnership:p1@0', 2, 2, 49, 0, NULL, 'member1');
INSERT INTO documents (document, name, head, rows, row_bytes, snapshot_bytes, ended_by, begun_by) VALUES (2, 'partnership:p2@0', 1, 0, 0, 26, NULL, NULL);
INSERT INTO log (document, seq, change, device, member, at) VALUES (1, 1, x'000001030000010407047461626301030101000001010000', 'device1', 'member1', 1000);
INSERT INTO log (document, seq, change, device, member, at) VALUES (1, 2, x'00000104000001040805746465666701040101000001010000', 'device1', 'member1', 1000);
INSERT INTO snapshots (document, seq, state) VALUES (2, 1, x'000001050000010409067468696a6b6c01050101000001010000');
INSERT INTO members (id, name, at) VALUES ('member1', 'Anna', 1000);
INSERT INTO devices (id, member, public_key, name, last_seen, revoked_at) VALUES ('device1', 'member1', 'key', 'Tablet', 1000, NULL);
INSERT INTO grants (member, scope, role, at, revoked_at) VALUES ('member1', 'programme', 'coordinator', 1000, NULL);
INSERT INTO redemptions (invitation, device, at) VALUES ('first', 'device1', 1000);
INSERT INTO refused (id, name, member, device, reason, at, times, bytes, hash, change) VALUES (1, 'partnership:p1@0', 'member1', 'device1', 'tooLarge', 1000, 1, 3, x'aa', x'010203');
CREATE INDEX devices_member ON devices (member);
CREATE INDEX grants_scope ON grants (scope);
CREATE INDEX invitations_scope ON invitations (scope);
CREATE INDEX documents_begun_by ON documents (begun_by);
CREATE INDEX refused_at ON refused (at, id);
PRAGMA user_version=2;
