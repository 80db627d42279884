// The tables of the server's database, as the steps that lead from each version of the store to the next. A change is a new
// step at the end, and a frozen store of the version before it in tests/sync-server/stores.

// Snapshots stand in a table of their own: SQLite writes a row whole, and `documents` is written with each append.
// The log keeps its rowid, so that rows of all documents of one commit lie side by side: half the pages to write.
const VERSION_1 = `
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

// Who began a document, for the limit of documents a member; where its first row is compacted away nobody knows any more.
// What was refused: the same bytes sent again are one row, and the longest unseen goes first when space is needed.
const VERSION_2 = `
ALTER TABLE documents ADD COLUMN begun_by TEXT;
UPDATE documents SET begun_by =
  (SELECT member FROM log WHERE log.document = documents.document AND log.seq = 1);
CREATE INDEX documents_begun_by ON documents (begun_by);

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
CREATE INDEX refused_at ON refused (at, id);
`;

// That an epoch is over is told by the later one that stands in its place.
const VERSION_3 = `
ALTER TABLE documents DROP COLUMN ended_by;
`;

/** The step at index n leads from version n to version n + 1. */
export const STORE_STEPS: readonly string[] = [VERSION_1, VERSION_2, VERSION_3];
export const STORE_VERSION = STORE_STEPS.length;
