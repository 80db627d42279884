// The same visit as records of a document database: PouchDB on the device, replicated both ways with its own server, every
// setting at its default. Its requests go through Node's fetch, which keeps connections open as a browser does.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PouchDB from 'pouchdb';
import * as Y from 'yjs';
import { type JsonRecord, jsonRecords, type WrittenDocument } from './peerContent.ts';
import type { SentVisit } from './sent.ts';
import { openVillageLine } from './villageLine.ts';

/** Revisions of a record that is written over and over: a text that is saved when the typing pauses. */
const SAVES_OF_A_TEXT = 10;

/** `key` names the database on the server. */
export async function pouchVisit(
  port: number,
  key: string,
  written: readonly WrittenDocument[],
): Promise<SentVisit> {
  const line = await openVillageLine(port);
  const folder = await mkdtemp(join(tmpdir(), 'wspolnie-pouch-'));
  const local = new PouchDB(join(folder, 'device'));
  let requests = 0;
  const remote = new PouchDB(`http://127.0.0.1:${line.port}/${key}`, {
    fetch: (url, init) => {
      requests += 1;
      return fetch(url, init);
    },
  });
  const replicate = async (): Promise<void> => {
    const { push, pull } = await local.sync(remote);
    if (push.errors.length + pull.errors.length > 0) throw new Error('PouchDB did not take the visit');
  };
  const revisions = new Map<string, string>();
  const save = async ({ id, fields }: JsonRecord): Promise<void> => {
    const _rev = revisions.get(id);
    const record = { ...fields, _id: id, ...(_rev === undefined ? {} : { _rev }) };
    revisions.set(id, (await local.put(record)).rev);
  };
  try {
    const before = written.flatMap(({ name, before: update }) => recordsOf(name, [update]));
    const after = written.flatMap(({ name, before: update, updates }) =>
      recordsOf(name, [update, ...updates]),
    );
    for (const record of before) await save(record);
    await replicate();
    const known = new Map(before.map(({ id, fields }) => [id, JSON.stringify(fields)]));
    for (const record of after) {
      if (known.get(record.id) === JSON.stringify(record.fields)) continue;
      const saves = record.id.startsWith('meetings:') ? SAVES_OF_A_TEXT : 1;
      for (let each = 0; each < saves; each += 1) await save(record);
    }
    const sent = await line.measure(async () => {
      const asked = requests;
      await replicate();
      return requests - asked;
    });
    const direct = new PouchDB(`http://127.0.0.1:${port}/${key}`);
    const { doc_count: there } = await direct.info();
    if (there !== after.length) throw new Error(`PouchDB has ${there} of ${after.length} records`);
    return sent;
  } finally {
    await local.close();
    await line.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function recordsOf(name: WrittenDocument['name'], updates: readonly Uint8Array[]): readonly JsonRecord[] {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return jsonRecords(name, doc);
}
