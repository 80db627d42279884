// The tables of the scaled form, as the steps that lead from each version of the store to the next. While nodes are replaced one
// after another the former release runs on the new tables: a step only adds.

// A document whose head is 0 is an epoch that is over: an append that waits for it finds it so, and is stored nowhere.
// Rows of the log name their document without a foreign key: checking it would cost each append, and `verify` looks.
// `documents` is written with each append: room in its pages keeps the new version of a row beside the old one, without a
// change to any index. Challenges may be lost in a crash: a device asks for another.
const VERSION_1 = `
CREATE TABLE documents (
  document BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name TEXT COLLATE "C" NOT NULL UNIQUE,
  head BIGINT NOT NULL,
  rows BIGINT NOT NULL,
  row_bytes BIGINT NOT NULL,
  snapshot_bytes BIGINT NOT NULL,
  begun_by TEXT COLLATE "C"
) WITH (fillfactor = 70);
CREATE INDEX documents_begun_by ON documents (begun_by);

CREATE TABLE log (
  document BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  change BYTEA NOT NULL,
  device TEXT NOT NULL,
  member TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (document, seq)
);

CREATE TABLE snapshots (
  document BIGINT PRIMARY KEY,
  seq BIGINT NOT NULL,
  state BYTEA NOT NULL
);

CREATE TABLE members (
  id TEXT COLLATE "C" PRIMARY KEY,
  name TEXT NOT NULL,
  at BIGINT NOT NULL
);

CREATE TABLE devices (
  id TEXT COLLATE "C" PRIMARY KEY,
  member TEXT COLLATE "C" NOT NULL REFERENCES members,
  public_key TEXT NOT NULL,
  name TEXT NOT NULL,
  last_seen BIGINT NOT NULL,
  revoked_at BIGINT
);
CREATE INDEX devices_member ON devices (member);
CREATE INDEX devices_revoked ON devices (revoked_at) WHERE revoked_at IS NOT NULL;

CREATE TABLE grants (
  member TEXT COLLATE "C" NOT NULL REFERENCES members,
  scope TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  revoked_at BIGINT,
  PRIMARY KEY (member, scope, role)
);
CREATE INDEX grants_scope ON grants (scope);
CREATE INDEX grants_revoked ON grants (revoked_at) WHERE revoked_at IS NOT NULL;

CREATE TABLE invitations (
  id TEXT COLLATE "C" PRIMARY KEY,
  inviter TEXT COLLATE "C" NOT NULL REFERENCES devices,
  scope TEXT COLLATE "C",
  role TEXT,
  title TEXT NOT NULL,
  issued_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  uses INTEGER NOT NULL,
  used INTEGER NOT NULL,
  text TEXT NOT NULL,
  code_hash TEXT COLLATE "C" UNIQUE
);
CREATE INDEX invitations_scope ON invitations (scope);

CREATE TABLE revoked_invitations (
  id TEXT COLLATE "C" NOT NULL,
  revoker TEXT COLLATE "C" NOT NULL REFERENCES members,
  at BIGINT NOT NULL,
  PRIMARY KEY (id, revoker)
);

CREATE TABLE redemptions (
  invitation TEXT COLLATE "C" NOT NULL,
  device TEXT COLLATE "C" NOT NULL REFERENCES devices,
  at BIGINT NOT NULL,
  PRIMARY KEY (invitation, device)
);

CREATE TABLE refused (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name TEXT COLLATE "C" NOT NULL,
  member TEXT COLLATE "C" NOT NULL,
  device TEXT NOT NULL,
  reason TEXT NOT NULL,
  at BIGINT NOT NULL,
  times INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  hash BYTEA NOT NULL,
  change BYTEA,
  UNIQUE (name, member, hash)
);
CREATE INDEX refused_at ON refused (at, id);

CREATE UNLOGGED TABLE challenges (
  challenge TEXT COLLATE "C" PRIMARY KEY,
  device TEXT NOT NULL,
  until BIGINT NOT NULL
);
CREATE INDEX challenges_until ON challenges (until);
`;

/** The step at index n leads from version n to version n + 1. */
export const POSTGRES_STEPS: readonly string[] = [VERSION_1];
export const POSTGRES_VERSION = POSTGRES_STEPS.length;
