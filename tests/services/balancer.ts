// A plain load balancer for tests: each connection goes to the next node that accepts it.

import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export class Balancer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #turn = 0;
  /** Ports of the nodes; may change at any time. */
  nodes: readonly number[];

  private constructor(nodes: readonly number[]) {
    this.nodes = nodes;
    this.#server = createServer((socket) => this.#pass(socket, this.nodes.length));
  }

  static async start(nodes: readonly number[]): Promise<Balancer> {
    const balancer = new Balancer(nodes);
    balancer.#server.listen(0, '127.0.0.1');
    await once(balancer.#server, 'listening');
    return balancer;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  stop(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #pass(client: Socket, attempts: number): void {
    this.#turn += 1;
    const port = this.nodes[this.#turn % this.nodes.length];
    if (attempts === 0 || port === undefined) {
      client.destroy();
      return;
    }
    const node = connect({ port, host: '127.0.0.1' });
    const refused = (): void => this.#pass(client, attempts - 1);
    node.once('error', refused);
    node.once('connect', () => {
      node.off('error', refused);
      for (const [from, to] of [
        [client, node],
        [node, client],
      ] as const) {
        this.#sockets.add(from);
        from.pipe(to);
        from.on('error', () => to.destroy());
        from.on('close', () => {
          this.#sockets.delete(from);
          to.destroy();
        });
      }
    });
  }
}
