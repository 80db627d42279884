// The tables of the server's database. A change raises STORE_VERSION and brings a migration in sqliteDatabase.

export const STORE_VERSION = 1;

// Snapshots stand in a table of their own: SQLite writes a row whole, and `documents` is written with each append.
// The log keeps its rowid, so that rows of all documents of one commit lie side by side: half the pages to write.
export const TABLES = `
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
`;
