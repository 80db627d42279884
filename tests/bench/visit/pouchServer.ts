// The other peer: PouchDB's own HTTP server over LevelDB, with what its documentation calls the minimum for PouchDB.

import { createServer } from 'node:http';
import { join } from 'node:path';
import expressPouchDb from 'express-pouchdb';
import PouchDB from 'pouchdb';

const folder = process.env['PEER_FOLDER'];
const port = Number(process.env['PEER_PORT']);
if (folder === undefined || !Number.isInteger(port)) throw new Error('PEER_FOLDER and PEER_PORT are needed');

const options = {
  mode: 'minimumForPouchDB',
  inMemoryConfig: true,
  logPath: join(folder, 'log.txt'),
} as const;
const app = expressPouchDb(PouchDB.defaults({ prefix: join(folder, 'data-') }), options);
createServer(app).listen(port, '127.0.0.1', () => process.stdout.write('peer ready\n'));
