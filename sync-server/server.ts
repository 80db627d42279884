// Puts the relay together and starts it: stores, exchange, identity, routes, sockets. Ends it in the opposite order.

import type { FastifyInstance } from 'fastify';
import { invitationLink } from '../src/schema/invitation.ts';
import { Membership } from './auth/membership.ts';
import { Redeeming } from './auth/redeeming.ts';
import { Sessions } from './auth/sessions.ts';
import type { Backing, BackingOptions } from './backing.ts';
import { COMPACTION_LIMITS, type CompactionLimits, Compactor } from './compaction/compactor.ts';
import type { Config } from './config.ts';
import { openEmbedded } from './embedded.ts';
import { Exchange } from './exchange.ts';
import { createApp } from './http/app.ts';
import { addAppFiles } from './http/appFiles.ts';
import { addHealthRoute } from './http/healthRoute.ts';
import { addIdentityRoutes } from './http/identityRoutes.ts';
import { addMetricsRoute } from './http/metricsRoute.ts';
import { addReadyRoute } from './http/readyRoute.ts';
import { addRotateRoute } from './http/rotateRoute.ts';
import { addSyncRoute } from './http/syncRoute.ts';
import { MemberDocuments } from './limits/memberDocuments.ts';
import { MemberRequests } from './limits/memberRequests.ts';
import { MemberUnderWay } from './limits/memberUnderWay.ts';
import { Metrics } from './metrics.ts';
import { Connection, type ConnectionParts } from './socket/connection.ts';
import { Connections } from './socket/connections.ts';
import { WriteProbe } from './stores/writeProbe.ts';

export interface RunningServer {
  /** Address to open, without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** Link for the first coordinator, while nobody has used it. */
  readonly firstLink: string | undefined;
  /** Answers what has been asked, commits what waits, closes the database. */
  readonly stop: () => Promise<void>;
}

export interface ServerOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly compaction?: CompactionLimits;
}

/** Rejects with StoreError when the data folder or the database cannot be used, with the system's error when the port cannot. */
export async function startServer(config: Config, options: ServerOptions = {}): Promise<RunningServer> {
  const { now = Date.now, compaction = COMPACTION_LIMITS } = options;
  const metrics = new Metrics({
    totals: () => store.totals(),
    connections: () => connections.size,
    followedDocuments: () => fanout.size,
  });
  const backing = await openBacking(config, {
    maxRefusedBytes: config.maxRefusedBytes,
    now,
    onCommit: (commit) => metrics.commit(commit),
    reportFailure: (cause) => app.log.error({ err: cause }, 'fan-out failed'),
  });
  const { log: store, members, fanout } = backing;
  const connections = new Connections(config);
  let url = config.publicUrl ?? `http://localhost:${config.port}`;
  const app = await createApp({
    config,
    publicOrigin: () => url,
    onRefused: (reason) => metrics.refused('request', reason),
  });

  const compactor = new Compactor(
    store,
    (outcome) => {
      if (outcome.kind === 'compacted') app.log.debug(outcome, 'compacted');
      else app.log.error({ err: outcome.cause }, 'not compacted');
    },
    compaction,
  );
  const { documents } = backing;
  const exchange = new Exchange({
    store,
    documents,
    members,
    refused: backing.refused,
    memberDocuments: new MemberDocuments(store, config.maxDocumentsPerMember),
    limits: config,
    now,
    onStored: (name, before) => compactor.noteRow(name, before),
    watch: {
      receipt: (seconds) => metrics.receipt(seconds),
      refused: (reason) => metrics.refused('document', reason),
    },
    reportFailure: (cause) => app.log.error({ err: cause }, 'refused content not kept'),
  });
  const sessions = new Sessions(members, backing.challenges, config.tokenMinutes, now);
  const callers = {
    sessions,
    requests: new MemberRequests(config.maxRequestsPerMinute, now, backing.countEverywhere),
    underWay: new MemberUnderWay(config.maxConnectionsPerMember),
  };
  const parts: ConnectionParts = {
    ...callers,
    exchange,
    fanout,
    connections,
    limits: config,
    incarnation: () => store.incarnation(),
    now,
    reportFailure: (cause) => app.log.error({ err: cause }, 'connection failed'),
    onRefused: (reason) => metrics.refused('connection', reason),
  };

  app.get('/socket', { websocket: true }, (socket, request) => {
    const connection = new Connection(socket, parts);
    connection.start();
    // Before the frames in them are looked at.
    request.raw.socket.prependListener('data', ({ length }: Buffer) => connection.received(length));
  });
  const exchanges = { ...callers, maxBodyBytes: config.maxBodyBytes };
  addSyncRoute(app, exchanges, exchange);
  addRotateRoute(app, exchanges, { store, documents, members, limits: config, now });
  await addIdentityRoutes(app, {
    ...callers,
    redeeming: new Redeeming(members, now),
    membership: new Membership(members, connections, now),
    redis: backing.redis,
  });
  const probe = new WriteProbe(backing.database, now);
  addReadyRoute(app, () => probe.canWrite());
  addMetricsRoute(app, metrics, config.metricsToken);
  addHealthRoute(app, {
    incarnation: () => store.incarnation(),
    canStore: () => backing.database.failure() === undefined,
  });
  await addAppFiles(app, config.distFolder);

  const stop = async (): Promise<void> => {
    await closeListener(app);
    connections.dispose();
    await compactor.stop();
    await backing.stop();
  };
  try {
    await app.listen({ port: config.port, host: config.host, listenTextResolver: () => 'listening' });
    await compactor.start();
    backing.start(connections);
  } catch (cause) {
    await stop();
    throw cause;
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  url = config.publicUrl ?? `http://localhost:${port}`;
  const secret = await members.firstSecret();
  return { url, port, firstLink: secret && invitationLink(url, `first.${secret}`), stop };
}

async function openBacking(
  { databaseUrl, fanoutUrl, dataFolder }: Config,
  options: BackingOptions,
): Promise<Backing> {
  if (databaseUrl === undefined) return openEmbedded(dataFolder, options);
  const { openScaled } = await import('./scaled.ts');
  return openScaled({ ...options, databaseUrl, fanoutUrl });
}

/** Requests that are under way when the server stops may take this long; a phone on 2G sends again later. */
const LAST_REQUESTS_MS = 5_000;
const IDLE_CHECK_MS = 20;

async function closeListener(app: FastifyInstance): Promise<void> {
  // A connection that was busy when the closing began stays open for the next request, which will not come.
  const idle = setInterval(() => app.server.closeIdleConnections(), IDLE_CHECK_MS);
  const all = setTimeout(() => app.server.closeAllConnections(), LAST_REQUESTS_MS);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
    clearTimeout(all);
  }
}
