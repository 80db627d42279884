// Several relays as processes on one PostgreSQL and one Redis, all real, for tests that end them one by one.

import { asId, type PartnershipId } from '../../../src/domain/ids.ts';
import { type DocumentName, documentName } from '../../../src/schema/documentName.ts';
import { Coverage } from '../../../sync-server/content/coverage.ts';
import { readUpdateContent } from '../../../sync-server/content/updateContent.ts';
import { PostgresServer } from '../../services/postgresServer.ts';
import { RedisServer } from '../../services/redisServer.ts';
import { RelayProcess } from '../relayProcess.ts';
import { TestDevice } from '../testDevice.ts';

export const scope = asId<PartnershipId>('zalesie');
export const plan = documentName('partnership', scope);

export interface RelayNode {
  readonly process: RelayProcess;
  readonly port: number;
}

export class Nodes {
  readonly postgres: PostgresServer;
  readonly redis: RedisServer;
  readonly #url: string;
  readonly #running = new Set<RelayProcess>();
  #firstInvitation: string | undefined;

  private constructor(postgres: PostgresServer, redis: RedisServer, url: string) {
    this.postgres = postgres;
    this.redis = redis;
    this.#url = url;
  }

  static async create(): Promise<Nodes> {
    const postgres = await PostgresServer.start();
    const redis = await RedisServer.start();
    return new Nodes(postgres, redis, await postgres.database());
  }

  async start(): Promise<RelayNode> {
    const process = new RelayProcess({
      WSPOLNIE_DATABASE_URL: this.#url,
      WSPOLNIE_FANOUT_URL: this.redis.url,
      WSPOLNIE_PUBLIC_URL: '',
    });
    this.#running.add(process);
    const port = await process.port();
    this.#firstInvitation ??= process.firstInvitation;
    return { process, port };
  }

  /** The first coordinator, who begins the partnership of these tests: signed in at the node. */
  async librarianAt(node: RelayNode): Promise<TestDevice> {
    if (this.#firstInvitation === undefined) throw new Error('no node has shown the first link');
    const coordinator = await (await TestDevice.create(node.port)).join(this.#firstInvitation);
    const invitation = await coordinator.invite('programme', 'librarian');
    const librarian = await (await TestDevice.create(node.port)).join(invitation);
    librarian.write(plan, 'founder', 'librarian');
    await librarian.sync();
    return librarian;
  }

  /** Partners of the partnership, each signed in at the port given for it. */
  async partnersAt(librarian: TestDevice, ...ports: readonly number[]): Promise<readonly TestDevice[]> {
    const invitation = await librarian.invite(scope, 'partner', ports.length);
    return Promise.all(ports.map(async (port) => (await TestDevice.create(port)).join(invitation)));
  }

  /** How many rows the log of a document has, and whether one of them repeats what an earlier one brought. */
  async logOf(name: DocumentName): Promise<{ readonly rows: number; readonly repeats: number }> {
    const rows = await this.postgres.run(
      `SELECT log.change FROM log JOIN documents USING (document) WHERE name = '${name}' ORDER BY seq`,
      this.#url,
    );
    const coverage = new Coverage();
    let repeats = 0;
    for (const { change } of rows) {
      const content = change instanceof Uint8Array ? readUpdateContent(change) : undefined;
      if (content === undefined) throw new Error('the log holds what is no update');
      if (content.inserted.length > 0 && coverage.contains(content)) repeats += 1;
      coverage.add(content);
    }
    return { rows: rows.length, repeats };
  }

  async stop(): Promise<void> {
    for (const process of this.#running) await process.kill('SIGKILL');
    await this.redis.stop();
    await this.postgres.stop();
  }
}

/** Syncs until everything is acknowledged, however often it fails on the way. */
export async function syncThrough(device: TestDevice): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    try {
      const results = [...(await device.sync()).values()];
      if (results.every(({ kind }) => kind !== 'refused')) return;
    } catch (cause) {
      if (Date.now() > end) throw cause;
    }
    if (Date.now() > end) throw new Error('it was not acknowledged');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
