// The peer of the comparison: a stock Hocuspocus 4 with its database extension over SQLite, as its documentation shows it,
// every setting at its default. With PEER_STORES=beforeAcknowledging each message is on the disk before it is handled, by
// the hook that is documented for looking at messages.

import { DatabaseSync } from 'node:sqlite';
import { Database } from '@hocuspocus/extension-database';
import { type Extension, Server } from '@hocuspocus/server';

const file = process.env['PEER_FILE'];
const port = Number(process.env['PEER_PORT']);
if (file === undefined || !Number.isInteger(port)) throw new Error('PEER_FILE and PEER_PORT are needed');

const database = new DatabaseSync(file);
database.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)');
const select = database.prepare('SELECT data FROM documents WHERE name = ?');
const upsert = database.prepare(
  'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data',
);

/** A row a message, committed before Hocuspocus applies and acknowledges it. */
function storeFirst(): Extension {
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL');
  database.exec('CREATE TABLE IF NOT EXISTS messages (name TEXT NOT NULL, message BLOB NOT NULL)');
  const insert = database.prepare('INSERT INTO messages (name, message) VALUES (?, ?)');
  return {
    beforeHandleMessage: async ({ documentName, update }) => {
      insert.run(documentName, update);
    },
  };
}

const server = new Server({
  port,
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    ...(process.env['PEER_STORES'] === 'beforeAcknowledging' ? [storeFirst()] : []),
    new Database({
      fetch: async ({ documentName }) => {
        const data = select.get(documentName)?.['data'];
        return data instanceof Uint8Array ? data : null;
      },
      store: async ({ documentName, state }) => {
        upsert.run(documentName, state);
      },
    }),
  ],
});
await server.listen();
process.stdout.write('peer ready\n');
