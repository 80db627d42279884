// A real Redis of its own for tests and benchmarks, that keeps nothing on the disk.

import { connect } from 'node:net';
import { freePort } from '../bench/durability/serverProcess.ts';
import { findProgram, newServiceFolder, type Service, startService } from './programs.ts';

export class RedisServer {
  readonly #folder = newServiceFolder('redis');
  readonly #port: number;
  #service: Service | undefined;

  private constructor(port: number) {
    this.#port = port;
  }

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.startAgain();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}/`;
  }

  async startAgain(): Promise<void> {
    const args = ['--port', String(this.#port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.#service = await startService(findProgram('redis-server'), args, this.#folder.path, () =>
      isListening(this.#port),
    );
  }

  /** It is away until it is started again. */
  async kill(): Promise<void> {
    await this.#service?.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.kill();
    this.#folder.remove();
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (is: boolean) => (): void => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', answer(true)).once('error', answer(false));
  });
}
