// Challenges of all nodes, in a table that is not logged: signing in may begin on one node and end on another.

import { type DeviceId, decodeId } from '../../src/domain/ids.ts';
import { decodeInstant, type Instant } from '../../src/domain/time.ts';
import type { Challenge, ChallengeStore } from './challengeStore.ts';
import { decoded } from './columns.ts';
import type { PostgresDatabase } from './postgresDatabase.ts';

export class PostgresChallenges implements ChallengeStore {
  readonly #database: PostgresDatabase;

  constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  async put({ text, device, until }: Challenge, now: Instant): Promise<void> {
    await this.#database.writing(
      `WITH over AS (DELETE FROM challenges WHERE until < $4)
       INSERT INTO challenges (challenge, device, until) VALUES ($1, $2, $3)`,
      [text, device, until, now],
    );
  }

  async take(text: string): Promise<Challenge | undefined> {
    const [row] = await this.#database.writing(
      'DELETE FROM challenges WHERE challenge = $1 RETURNING device, until',
      [text],
    );
    if (row === undefined) return undefined;
    return {
      text,
      device: decoded(row, 'device', decodeId<DeviceId>),
      until: decoded(row, 'until', decodeInstant),
    };
  }
}
