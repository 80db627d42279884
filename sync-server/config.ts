// The server's configuration: environment variables, read and validated once at the start.

import { resolve } from 'node:path';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export interface Config {
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  /** Folder of the database; `:memory:` for one that lives only now. */
  readonly dataFolder: string;
  /** PostgreSQL in place of the folder: the scaled form. */
  readonly databaseUrl: string | undefined;
  /** Redis or Valkey, over which nodes on one database tell each other at once. */
  readonly fanoutUrl: string | undefined;
  /** Address under which people reach the server; `undefined`: http://localhost and the port. */
  readonly publicUrl: string | undefined;
  /** Folder of the built app; where it is absent the server is a relay only. */
  readonly distFolder: string;
  readonly maxUpdateBytes: number;
  readonly maxDocumentBytes: number;
  /** Bound of a request's body, unpacked. */
  readonly maxBodyBytes: number;
  /** Bound of a frame on the socket. */
  readonly maxFrameBytes: number;
  /** Documents that one member may begin. */
  readonly maxDocumentsPerMember: number;
  /** Requests and exchanges over sockets of one member, all devices together. */
  readonly maxRequestsPerMinute: number;
  /** Open sockets of one member, and as many requests under way. */
  readonly maxConnectionsPerMember: number;
  /** Connections that have not signed in, and as many that have not finished asking anything. */
  readonly maxNewcomers: number;
  /** Time that a socket has to sign in. */
  readonly signInSeconds: number;
  /** What may wait for the reader of a socket. */
  readonly maxSendBufferBytes: number;
  /** How long a reader may leave no room for more. */
  readonly slowReaderSeconds: number;
  /** Room for what was refused. */
  readonly maxRefusedBytes: number;
  /** Asked of whoever reads the metrics; without one they are shown to this machine only. */
  readonly metricsToken: string | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly tokenMinutes: number;
  /** Further origins, beside the server's own, from which pages may call. */
  readonly allowedOrigins: readonly string[];
}

/** A variable that cannot be used; the message names it, its value and what is expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const MEBIBYTE = 1024 * 1024;

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws ConfigError. An empty variable counts as unset. */
export function readConfig(environment: Environment): Config {
  const value = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const number = (name: string, fallback: number, least: number, most: number): number => {
    const given = value(name) ?? String(fallback);
    const parsed = /^\d{1,12}$/.test(given) ? Number(given) : Number.NaN;
    if (parsed >= least && parsed <= most) return parsed;
    throw invalid(name, given, `a whole number from ${least} to ${most}`);
  };
  const origin = (name: string, given: string): string => {
    const url = URL.canParse(given) ? new URL(given) : undefined;
    if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search + url.hash === '')
      return url.origin;
    throw invalid(name, given, 'an address such as https://wspolnie.example.org, without a path');
  };
  const level = value('WSPOLNIE_LOG_LEVEL') ?? 'info';
  const logLevel = LOG_LEVELS.find((candidate) => candidate === level);
  if (logLevel === undefined) throw invalid('WSPOLNIE_LOG_LEVEL', level, `one of ${LOG_LEVELS.join(', ')}`);
  const publicUrl = value('WSPOLNIE_PUBLIC_URL');
  const origins =
    value('WSPOLNIE_ALLOWED_ORIGINS')
      ?.split(/[\s,]+/)
      .filter(Boolean) ?? [];
  const dataFolder = value('WSPOLNIE_DATA') ?? './data';
  const config: Config = {
    port: number('WSPOLNIE_PORT', 8080, 0, 65_535),
    host: value('WSPOLNIE_HOST') ?? '127.0.0.1',
    dataFolder: dataFolder === ':memory:' ? dataFolder : resolve(dataFolder),
    databaseUrl: serviceUrl('WSPOLNIE_DATABASE_URL', value('WSPOLNIE_DATABASE_URL'), [
      'postgres',
      'postgresql',
    ]),
    fanoutUrl: serviceUrl('WSPOLNIE_FANOUT_URL', value('WSPOLNIE_FANOUT_URL'), ['redis', 'rediss']),
    publicUrl: publicUrl && origin('WSPOLNIE_PUBLIC_URL', publicUrl),
    distFolder: resolve(value('WSPOLNIE_DIST') ?? './dist'),
    maxUpdateBytes: number('WSPOLNIE_MAX_UPDATE_BYTES', 4 * MEBIBYTE, 1024, 64 * MEBIBYTE),
    maxDocumentBytes: number('WSPOLNIE_MAX_DOCUMENT_BYTES', 32 * MEBIBYTE, 1024, 512 * MEBIBYTE),
    maxBodyBytes: number('WSPOLNIE_MAX_BODY_BYTES', 16 * MEBIBYTE, 1024, 256 * MEBIBYTE),
    maxFrameBytes: number('WSPOLNIE_MAX_FRAME_BYTES', 16 * MEBIBYTE, 1024, 256 * MEBIBYTE),
    maxDocumentsPerMember: number('WSPOLNIE_MAX_DOCUMENTS_PER_MEMBER', 10_000, 1, 10_000_000),
    maxRequestsPerMinute: number('WSPOLNIE_MAX_REQUESTS_PER_MINUTE', 3_000, 1, 1_000_000),
    maxConnectionsPerMember: number('WSPOLNIE_MAX_CONNECTIONS_PER_MEMBER', 32, 1, 100_000),
    maxNewcomers: number('WSPOLNIE_MAX_NEWCOMERS', 2_000, 1, 1_000_000),
    signInSeconds: number('WSPOLNIE_SIGN_IN_SECONDS', 10, 1, 600),
    maxSendBufferBytes: number('WSPOLNIE_MAX_SEND_BUFFER_BYTES', MEBIBYTE / 4, 1024, 64 * MEBIBYTE),
    slowReaderSeconds: number('WSPOLNIE_SLOW_READER_SECONDS', 60, 1, 3_600),
    maxRefusedBytes: number('WSPOLNIE_MAX_REFUSED_BYTES', 64 * MEBIBYTE, 0, 4096 * MEBIBYTE),
    metricsToken: metricsToken(value('WSPOLNIE_METRICS_TOKEN')),
    logLevel,
    tokenMinutes: number('WSPOLNIE_TOKEN_MINUTES', 60, 1, 24 * 60),
    allowedOrigins: origins.map((given) => origin('WSPOLNIE_ALLOWED_ORIGINS', given)),
  };
  if (config.fanoutUrl !== undefined && config.databaseUrl === undefined) {
    throw invalid('WSPOLNIE_FANOUT_URL', '…', 'WSPOLNIE_DATABASE_URL beside it: nodes share one database');
  }
  // An update that may be sent must have a way to come.
  const carriers = {
    WSPOLNIE_MAX_BODY_BYTES: config.maxBodyBytes,
    WSPOLNIE_MAX_FRAME_BYTES: config.maxFrameBytes,
  };
  for (const [name, bytes] of Object.entries(carriers)) {
    if (bytes < config.maxUpdateBytes)
      throw invalid(name, String(bytes), 'at least WSPOLNIE_MAX_UPDATE_BYTES');
  }
  return config;
}

/** A secret: its value is not repeated in the message. */
function metricsToken(given: string | undefined): string | undefined {
  if (given === undefined || /^[\w.~+/=-]{16,200}$/.test(given)) return given;
  throw invalid('WSPOLNIE_METRICS_TOKEN', '…', 'at least 16 letters, digits or -._~+/= without spaces');
}

/** May hold a password: its value is not repeated in the message. */
function serviceUrl(name: string, given: string | undefined, schemes: readonly string[]): string | undefined {
  if (given === undefined) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url !== undefined && url.hostname !== '' && schemes.includes(url.protocol.slice(0, -1))) return given;
  throw invalid(name, '…', `an address such as ${schemes[0]}://user:password@host/`);
}

function invalid(name: string, given: string, expected: string): ConfigError {
  return new ConfigError(`${name} is ${JSON.stringify(given)}; expected ${expected}.`);
}
