// A real PostgreSQL of its own for tests and benchmarks, with durability as in use.

import { execFileSync } from 'node:child_process';
import { Client } from 'pg';
import { freePort } from '../bench/durability/serverProcess.ts';
import { findProgram, newServiceFolder, type Service, startService, unprivileged } from './programs.ts';

const USER = 'wspolnie';

export class PostgresServer {
  readonly #folder: ReturnType<typeof newServiceFolder>;
  readonly #port: number;
  readonly #settings: readonly string[];
  #service: Service | undefined;
  #made = 0;

  private constructor(
    folder: ReturnType<typeof newServiceFolder>,
    port: number,
    settings: readonly string[],
  ) {
    this.#folder = folder;
    this.#port = port;
    this.#settings = settings;
  }

  /** `settings` as "name=value". */
  static async start(settings: readonly string[] = []): Promise<PostgresServer> {
    const folder = newServiceFolder('postgres');
    const args = [
      '-D',
      folder.path,
      '-U',
      USER,
      '--auth=trust',
      '--locale=C',
      '--encoding=UTF8',
      '--no-sync',
    ];
    execFileSync(findProgram('initdb'), args, { ...unprivileged(), cwd: folder.path, stdio: 'pipe' });
    const server = new PostgresServer(folder, await freePort(), settings);
    await server.startAgain();
    return server;
  }

  async startAgain(): Promise<void> {
    const settings = [
      'listen_addresses=127.0.0.1',
      `port=${this.#port}`,
      `unix_socket_directories=${this.#folder.path}`,
      'shared_buffers=64MB',
      ...this.#settings,
    ];
    const args = ['-D', this.#folder.path, ...settings.flatMap((setting) => ['-c', setting])];
    const isReady = async (): Promise<boolean> =>
      this.run('SELECT 1').then(
        () => true,
        () => false,
      );
    this.#service = await startService(findProgram('postgres'), args, this.#folder.path, isReady);
  }

  get pid(): number {
    return this.#service?.pid ?? 0;
  }

  /** As in a crash: nothing is finished, nobody is told. */
  async crash(): Promise<void> {
    await this.#service?.end('SIGQUIT');
  }

  /** Every process of it gone at once, in the middle of what it did: not even told. */
  async kill(): Promise<void> {
    await this.#service?.endWithChildren();
  }

  /** A new, empty database; its address. */
  async database(): Promise<string> {
    this.#made += 1;
    const name = `test${this.#made}`;
    await this.run(`CREATE DATABASE ${name}`);
    return this.urlOf(name);
  }

  /** A new, empty schema, which serves as well and is made at once; its address. */
  async schema(): Promise<string> {
    this.#made += 1;
    const name = `test${this.#made}`;
    await this.run(`CREATE SCHEMA ${name}`);
    return `${this.urlOf('postgres')}?options=-c%20search_path%3D${name}`;
  }

  urlOf(database: string): string {
    return `postgres://${USER}@127.0.0.1:${this.#port}/${database}`;
  }

  /** Runs statements in a database; the last one's rows. */
  async run(sql: string, url = this.urlOf('postgres')): Promise<readonly Record<string, unknown>[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    // Nothing of it is wanted any more, so nothing need be finished.
    await this.crash();
    this.#folder.remove();
  }
}
