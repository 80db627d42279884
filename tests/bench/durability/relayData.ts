// Where a relay under test keeps its data: the folder of the embedded form, or a PostgreSQL of its own, which can be ended as well.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgresServer } from '../../services/postgresServer.ts';

export interface RelayData {
  readonly environment: Readonly<Record<string, string>>;
  /** A database that is a server of its own. */
  readonly database?: {
    /** Part of the cycles, from 0 to 1. */
    readonly shareOfCrashes: number;
    /** Ends all of it at once; how is decided by a number from 0 to 1. */
    readonly crash: (how: number) => Promise<void>;
    readonly startAgain: () => Promise<void>;
  };
  readonly remove: () => Promise<void>;
}

export async function sqliteData(): Promise<RelayData> {
  const folder = await mkdtemp(join(tmpdir(), 'wspolnie-relay-'));
  return {
    environment: { WSPOLNIE_DATA: folder },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const SHARE_OF_CRASHES = 0.05;

/** Durability is as PostgreSQL comes, which the relay holds it to: with fsync and synchronous_commit on. */
export async function postgresData(): Promise<RelayData> {
  const postgres = await PostgresServer.start();
  return {
    environment: { WSPOLNIE_DATABASE_URL: await postgres.database() },
    database: {
      shareOfCrashes: SHARE_OF_CRASHES,
      crash: (how) => (how < 0.5 ? postgres.crash() : postgres.kill()),
      startAgain: () => postgres.startAgain(),
    },
    remove: () => postgres.stop(),
  };
}
