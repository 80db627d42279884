// The server's configuration: environment variables, read and validated once at the start.

import { resolve } from 'node:path';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export interface Config {
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  /** Folder of the database; `:memory:` for one that lives only now. */
  readonly dataFolder: string;
  /** Address under which people reach the server; `undefined`: http://localhost and the port. */
  readonly publicUrl: string | undefined;
  /** Folder of the built app; where it is absent the server is a relay only. */
  readonly distFolder: string;
  readonly maxUpdateBytes: number;
  readonly maxDocumentBytes: number;
  /** Bound of a request's body and of a frame, unpacked. */
  readonly maxBodyBytes: number;
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
    publicUrl: publicUrl && origin('WSPOLNIE_PUBLIC_URL', publicUrl),
    distFolder: resolve(value('WSPOLNIE_DIST') ?? './dist'),
    maxUpdateBytes: number('WSPOLNIE_MAX_UPDATE_BYTES', 4 * MEBIBYTE, 1024, 64 * MEBIBYTE),
    maxDocumentBytes: number('WSPOLNIE_MAX_DOCUMENT_BYTES', 32 * MEBIBYTE, 1024, 512 * MEBIBYTE),
    maxBodyBytes: number('WSPOLNIE_MAX_BODY_BYTES', 16 * MEBIBYTE, 1024, 256 * MEBIBYTE),
    logLevel,
    tokenMinutes: number('WSPOLNIE_TOKEN_MINUTES', 60, 1, 24 * 60),
    allowedOrigins: origins.map((given) => origin('WSPOLNIE_ALLOWED_ORIGINS', given)),
  };
  if (config.maxBodyBytes < config.maxUpdateBytes) {
    throw invalid(
      'WSPOLNIE_MAX_BODY_BYTES',
      String(config.maxBodyBytes),
      'at least WSPOLNIE_MAX_UPDATE_BYTES',
    );
  }
  return config;
}

function invalid(name: string, given: string, expected: string): ConfigError {
  return new ConfigError(`${name} is ${JSON.stringify(given)}; expected ${expected}.`);
}
