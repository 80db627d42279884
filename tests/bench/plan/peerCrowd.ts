// The three at the peer: a plain y-prosemirror page over y-indexeddb and a stock Hocuspocus, with the very same document. Its page
// is served by a server that stays alive when Hocuspocus is killed, since it has no service worker.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import * as decoding from 'lib0/decoding';
import { build, preview } from 'vite';
import * as Y from 'yjs';
import { documentName } from '../../../src/schema/documentName.ts';
import { startBrowser } from '../../e2e/browser.ts';
import { freePort, startProcess } from '../durability/serverProcess.ts';
import { type Crowd, newPerson, openText } from './crowd.ts';
import type { FrameKind } from './frames.ts';
import { MEASURED, type PlanHistory } from './history.ts';

const PAGE = fileURLToPath(new URL('./peer', import.meta.url));

export async function peerCrowd(history: PlanHistory): Promise<Crowd> {
  const folder = await mkdtemp(join(tmpdir(), 'wspolnie-peer-'));
  const name = documentName('partnership', history.id);
  const file = join(folder, 'peer.sqlite');
  fillStore(file, name, history.doc);
  const outDir = join(folder, 'page');
  const options = { root: PAGE, configFile: false, logLevel: 'warn' } as const;
  await build({ ...options, build: { outDir, emptyOutDir: true, target: 'es2022' } });
  const [socketPort, pagePort] = [await freePort(), await freePort()];
  const server = await startProcess(
    'tests/bench/durability/hocuspocusServer.ts',
    { PEER_PORT: String(socketPort), PEER_FILE: file },
    'peer ready',
  );
  const pages = await preview({
    ...options,
    build: { outDir },
    preview: { host: '127.0.0.1', port: pagePort, strictPort: true },
  });
  const browser = await startBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    await pages.close();
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const people = [
      await newPerson(browser, true, kindOf),
      await newPerson(browser, false, kindOf),
      await newPerson(browser, false, kindOf),
    ] as const;
    const query = new URLSearchParams({
      socket: String(socketPort),
      document: name,
      text: `section:${MEASURED}`,
    });
    const overview = `http://127.0.0.1:${pagePort}/?${query}`;
    for (const person of people) await openText(person, `${overview}&open`);
    return {
      what: 'y-prosemirror with Hocuspocus',
      people,
      overview,
      opener: '#open',
      text: `${overview}&open`,
      killServer: server.kill,
      close,
    };
  } catch (failure) {
    await close();
    throw failure;
  }
}

/** As the database extension of hocuspocusServer.ts would have stored it. */
function fillStore(file: string, name: string, doc: Y.Doc): void {
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)');
  database.prepare('INSERT INTO documents (name, data) VALUES (?, ?)').run(name, Y.encodeStateAsUpdate(doc));
  database.close();
}

/** Types of Hocuspocus's messages. */
const SYNC = 0;
const AWARENESS = 1;
const SYNC_STATUS = 8;

function kindOf(frame: Uint8Array): FrameKind {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarString(decoder);
  const type = decoding.readVarUint(decoder);
  if (type === AWARENESS) return 'presence';
  return type === SYNC || type === SYNC_STATUS ? 'change' : 'other';
}
