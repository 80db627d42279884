// The scaled form: any number of nodes on one PostgreSQL database, which tell each other over Redis or Valkey. Loaded only where
// it is configured, so that the embedded form starts without its libraries.

import type { Redis } from 'ioredis';
import type { DocumentName } from '../src/schema/documentName.ts';
import type { Backing, BackingOptions } from './backing.ts';
import { DocumentLog } from './content/documentLog.ts';
import type { Change, Fanout } from './fanout.ts';
import { CompleteFanout } from './fanout/completeFanout.ts';
import { LocalFanout } from './fanout/localFanout.ts';
import type { RedisFanout } from './fanout/redisFanout.ts';
import type { CountEverywhere } from './limits/memberRequests.ts';
import { NodeWatch } from './nodeWatch.ts';
import { installationOf, noticeCopy } from './stores/installation.ts';
import { PostgresChallenges } from './stores/postgresChallenges.ts';
import { openPostgresDatabase } from './stores/postgresDatabase.ts';
import { PostgresLogStore } from './stores/postgresLogStore.ts';
import { SqlMemberStore } from './stores/sqlMemberStore.ts';
import { SqlRefusedStore } from './stores/sqlRefusedStore.ts';

export interface ScaledOptions extends BackingOptions {
  readonly databaseUrl: string;
  /** Without one there should be one node: others hear of its changes only when they look. */
  readonly fanoutUrl: string | undefined;
}

/** A minute's count is asked for no longer. */
const COUNT_SECONDS = 120;

/** Rejects with StoreError when the database cannot be used. Redis may be away. */
export async function openScaled(options: ScaledOptions): Promise<Backing> {
  const { databaseUrl, fanoutUrl, maxRefusedBytes, now, onCommit, reportFailure } = options;
  const database = await openPostgresDatabase(databaseUrl);
  try {
    await noticeCopy(database);
    const log = await PostgresLogStore.open(database, onCommit);
    const installation = await installationOf(database);
    const between = fanoutUrl === undefined ? undefined : await overRedis(fanoutUrl, installation);
    const inner: Fanout = between?.fanout ?? new LocalFanout();
    const fanout = new CompleteFanout(log, inner, reportFailure);
    const documents = new DocumentLog(log, fanout);
    between?.listen(fanout, documents, reportFailure);
    const members = new SqlMemberStore(database);
    let watch: NodeWatch | undefined;
    return {
      log,
      members,
      refused: new SqlRefusedStore(database, maxRefusedBytes),
      challenges: new PostgresChallenges(database),
      database,
      fanout,
      documents,
      countEverywhere: between && countOver(between.fanout.client, installation),
      redis: between?.fanout.client,
      start: (connections) => {
        const isAway = (): boolean => between?.fanout.isAway ?? true;
        const lookBack = async (): Promise<void> => {
          await noticeCopy(database);
          await log.seeIncarnation();
        };
        watch = new NodeWatch({
          log,
          members,
          fanout,
          connections,
          isAway,
          lookBack,
          now,
          reportFailure,
        });
      },
      stop: async () => {
        await watch?.stop();
        await fanout.close();
        await log.close();
      },
    };
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

interface Between {
  readonly fanout: RedisFanout;
  readonly listen: (
    fanout: CompleteFanout,
    documents: DocumentLog,
    reportFailure: (cause: unknown) => void,
  ) => void;
}

/** Messages come only after `listen`: nothing is followed before. */
async function overRedis(url: string, installation: string): Promise<Between> {
  const { RedisFanout } = await import('./fanout/redisFanout.ts');
  let uncertain: (names: Parameters<CompleteFanout['check']>[0]) => void = () => {};
  let heard: (change: Change) => void = () => {};
  let ended: (successor: DocumentName) => void = () => {};
  const fanout = new RedisFanout({
    url,
    installation,
    uncertain: (names) => uncertain(names),
    heard: (change) => heard(change),
    ended: (successor) => ended(successor),
  });
  return {
    fanout,
    listen: (complete, documents, reportFailure) => {
      uncertain = (names) => {
        complete.check(names).catch(reportFailure);
      };
      heard = (change) => {
        documents.heard(change).catch(reportFailure);
      };
      ended = (successor) => documents.forgetEarlier(successor);
    },
  };
}

function countOver(redis: Redis, installation: string): CountEverywhere {
  return async (member, minute, requests) => {
    if (redis.status !== 'ready') return undefined;
    const key = `wspolnie:${installation}:requests:${minute}:${member}`;
    try {
      const [counted] = (await redis.multi().incrby(key, requests).expire(key, COUNT_SECONDS).exec()) ?? [];
      return typeof counted?.[1] === 'number' ? counted[1] : undefined;
    } catch {
      // Each node counts for itself until Redis is back.
      return undefined;
    }
  };
}
