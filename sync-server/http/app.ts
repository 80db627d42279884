// The HTTP side: one fastify instance with its plugins, headers, origin check and log. Routes are added by their modules.

import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import websocket from '@fastify/websocket';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import type { SessionRefusal } from '../../src/schema/session.ts';
import { SYNC_MEDIA_TYPE } from '../../src/schema/wire.ts';
import type { Config } from '../config.ts';
import { Newcomers } from '../limits/newcomers.ts';
import { originCheck } from './origin.ts';
import { answerErrors, refusalOf, sendRefusal } from './refusals.ts';
import { securityHeaders } from './securityHeaders.ts';

/** A megabyte over 2G takes its time; a request that is never finished must end some time. */
const REQUEST_TIMEOUT_MS = 10 * 60_000;
/** Its head is a kilobyte, also over 2G; connections that say nothing are looked for this often. */
const HEAD_TIMEOUT_MS = 20_000;
const LOOK_MS = 5_000;
/** Of a body, where a route has no bound of its own: none but those of exchanges comes near it. */
const BODY_LIMIT = 16 * 1024;
/** Options that the types of `ws` do not name yet. */
const SOCKET_BOUNDS = {
  /** Pieces in which one message may come: browsers make few, and each takes memory beside its bytes. */
  maxFragments: 1_024,
  maxBufferedChunks: 16 * 1024,
  /** Milliseconds that the other end may take to answer the closing. */
  closeTimeout: 5_000,
};
/** Below this packing costs more than it saves. */
const LEAST_PACKED_BYTES = 1_024;
/** How long a closing socket may take to say goodbye. */
const GOODBYE_MS = 1_000;
const CLOSE_GOING_AWAY = 1001;

export interface AppParts {
  readonly config: Config;
  /** Asked at each request: with port 0 it is known only once the server listens. */
  readonly publicOrigin: () => string;
  /** Told of each request that was refused as a whole; metrics listen. */
  readonly onRefused: (reason: SessionRefusal) => void;
}

/** Bodies are decoded by src/schema. Without this fastify loads its compilers of JSON schemas at each start, for nothing. */
const noSchemas = (): never => {
  throw new Error('routes of the relay have no JSON schemas');
};

export async function createApp({ config, publicOrigin, onRefused }: AppParts): Promise<FastifyInstance> {
  const app = fastify({
    // Standard output is for the links that the operator looks for.
    logger: { level: config.logLevel, stream: process.stderr },
    // The default lines hold addresses and queries; the hook below writes what is no personal data.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    http: { headersTimeout: HEAD_TIMEOUT_MS, connectionsCheckingInterval: LOOK_MS },
    requestTimeout: REQUEST_TIMEOUT_MS,
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
  });
  boundNewcomers(app, config.maxNewcomers);
  answerErrors(app);
  app.addHook('onResponse', async (request, reply) => {
    const refusal = refusalOf(request);
    if (refusal !== undefined) onRefused(refusal);
    const route = request.routeOptions.url ?? 'none';
    const { method } = request;
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.debug({ method, route, status: reply.statusCode, milliseconds }, 'answered');
  });
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    requestEncodings: ['gzip'],
    threshold: LEAST_PACKED_BYTES,
    customTypes: (type) =>
      type.startsWith(SYNC_MEDIA_TYPE) || /^(text\/|application\/(json|manifest))/.test(type),
    // Quality 11, the default, is for files that are packed once.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(websocket, {
    options: {
      ...SOCKET_BOUNDS,
      maxPayload: config.maxFrameBytes,
      // Frames of live work are too short to gain by packing, and browsers would pack every one of them: that doubles the
      // processor time of a receipt, and a socket that has once packed keeps a quarter of a megabyte for it. What is long
      // goes over HTTP, packed, before the socket is opened.
      perMessageDeflate: false,
    },
    // A frame that is too large or broken: the socket closes itself with the code that says so.
    errorHandler: (error, _socket, request) => request.log.info({ err: error }, 'socket failed'),
    preClose: (done) => {
      const { clients } = app.websocketServer;
      for (const client of clients) client.close(CLOSE_GOING_AWAY);
      setTimeout(() => {
        for (const client of clients) client.terminate();
      }, GOODBYE_MS).unref();
      done();
    },
  });
  // After the socket's plugin: it marks upgrades, and only marked ones are ended with the answer.
  const isOurs = originCheck(publicOrigin, config.allowedOrigins);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(publicOrigin()));
    const { origin, host, upgrade } = request.headers;
    const acts = upgrade !== undefined || !['GET', 'HEAD'].includes(request.method);
    if (acts && !isOurs(origin, host)) return sendRefusal(reply, 'wrongOrigin');
    return undefined;
  });
  return app;
}

/** Connections of which no head of a request has come: each takes one of the files that the process may open. */
function boundNewcomers({ server }: FastifyInstance, most: number): void {
  const newcomers = new Newcomers<Socket>(most, (socket) => socket.destroy());
  const isKnown = ({ socket }: IncomingMessage): void => newcomers.delete(socket);
  server.on('connection', (socket: Socket) => {
    newcomers.add(socket);
    socket.once('close', () => newcomers.delete(socket));
  });
  server.on('request', isKnown);
  server.on('upgrade', isKnown);
}
