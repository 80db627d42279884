import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asId, type DeviceId, type MemberId, type PartnershipId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { type DocumentName, documentName } from '../../src/schema/documentName.ts';
import { grantedDocuments, listDigest } from '../../src/schema/followed.ts';
import type { DocumentRequest, DocumentResponse, SyncRequest } from '../../src/schema/wire.ts';
import { DocumentLog } from '../../sync-server/content/documentLog.ts';
import { Exchange } from '../../sync-server/exchange.ts';
import { LocalFanout } from '../../sync-server/fanout/localFanout.ts';
import { openSqliteDatabase, type SqliteDatabase } from '../../sync-server/stores/sqliteDatabase.ts';
import { SqliteLogStore } from '../../sync-server/stores/sqliteLogStore.ts';
import { sqliteSql } from '../../sync-server/stores/sqliteSql.ts';
import { SqlMemberStore } from '../../sync-server/stores/sqlMemberStore.ts';
import { quietParts } from './exchangeParts.ts';

const scope = asId<PartnershipId>('p1');
const plan = documentName('partnership', scope);
const register = documentName('register', scope);
const caller = { device: asId<DeviceId>('device1'), member: asId<MemberId>('member1') };
const reader = { device: asId<DeviceId>('device2'), member: asId<MemberId>('member2') };
const HOUR = 60 * 60_000;

let database: SqliteDatabase;
let store: SqliteLogStore;
let exchange: Exchange;
let now: number;

beforeEach(async () => {
  database = openSqliteDatabase(':memory:');
  store = new SqliteLogStore(database);
  const members = new SqlMemberStore(sqliteSql(database));
  now = HOUR;
  exchange = new Exchange({
    ...quietParts(database, store),
    store,
    members,
    documents: new DocumentLog(store, new LocalFanout()),
    limits: { maxUpdateBytes: 2_000, maxDocumentBytes: 5_000 },
    now: () => now,
    // On a full disk what was refused cannot be kept; the refusal stands.
    reportFailure: () => {},
  });
  await members.join({
    invitation: { kind: 'first' },
    device: { id: caller.device, publicKey: 'key', name: 'Tablet' },
    owner: { kind: 'new', member: { id: caller.member, name: 'Anna' } },
    grant: { scope, role: 'librarian' },
    founder: undefined,
    at: asInstant(0),
  });
  await members.join({
    invitation: {
      kind: 'signed',
      record: {
        id: 'invitation1',
        inviter: caller.device,
        grant: { scope, role: 'coordinator' },
        title: '',
        issuedAt: asInstant(0),
        expiresAt: asInstant(10 * HOUR),
        uses: 1,
        text: '',
      },
    },
    device: { id: reader.device, publicKey: 'key', name: 'Laptop' },
    owner: { kind: 'new', member: { id: reader.member, name: 'Celina' } },
    grant: { scope, role: 'coordinator' },
    founder: undefined,
    at: asInstant(0),
  });
});
afterEach(() => store.close());

const NOTHING = new Uint8Array();

function asking(name: DocumentName, changes: Partial<DocumentRequest> = {}): DocumentRequest {
  return { name, cursor: 0, stateVector: NOTHING, update: NOTHING, ...changes };
}

async function ask(document: DocumentRequest, incarnation = store.incarnation()): Promise<DocumentResponse> {
  const { response } = await exchange.run(caller, {
    schemaVersion: 1,
    incarnation,
    room: 1_000_000,
    documents: [document],
  });
  const [answer] = response.documents;
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

function docWith(text: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, text);
  return doc;
}

function updateWith(text: string): Uint8Array {
  return Y.encodeStateAsUpdateV2(docWith(text));
}

function textOf(update: Uint8Array): string {
  const doc = new Y.Doc();
  if (update.length > 0) Y.applyUpdateV2(doc, update);
  return doc.getText('t').toJSON();
}

const GRANTED = grantedDocuments([{ scope, role: 'librarian' }]);

/** Positions in partnership, register and support, without their names. */
function followedRequest(...cursors: number[]): SyncRequest {
  const followed = { digest: listDigest(GRANTED), cursors: [...cursors, 0, 0, 0].slice(0, 3) };
  const incarnation = store.incarnation();
  return { schemaVersion: 1, incarnation, room: 1_000_000, followed, documents: [] };
}

describe('exchange', () => {
  it('gives a receipt with the position, and the next device what the log holds', async () => {
    expect(await ask(asking(plan, { update: updateWith('abc') }))).toEqual({
      name: plan,
      result: { kind: 'receipt', seq: 1 },
      update: NOTHING,
      cursor: 1,
      completeness: 'whole',
    });
    const answer = await ask(asking(plan));
    expect(answer).toMatchObject({ result: { kind: 'none' }, cursor: 1 });
    expect(textOf(answer.update)).toBe('abc');
  });

  it('[G6] gives a reader a receipt for what the log holds, as after a restore, and refuses only what is new', async () => {
    const anna = docWith('abc');
    await ask(asking(plan, { update: Y.encodeStateAsUpdateV2(anna) }));
    const head = (await store.state(plan))?.head;
    const asReader = async (update: Uint8Array) => {
      const documents = [asking(plan, { update })];
      const request = { schemaVersion: 1, incarnation: store.incarnation(), room: 1_000_000, documents };
      const { response } = await exchange.run(reader, request);
      return response.documents[0]?.result;
    };
    expect(await asReader(Y.encodeStateAsUpdateV2(anna))).toEqual({ kind: 'receipt', seq: 1 });
    anna.getText('t').insert(3, 'd');
    expect(await asReader(Y.encodeStateAsUpdateV2(anna))).toEqual({ kind: 'refused', reason: 'readOnly' });
    anna.getText('t').delete(0, 1);
    expect(await asReader(Y.encodeStateAsUpdateV2(anna))).toEqual({ kind: 'refused', reason: 'readOnly' });
    expect((await store.state(plan))?.head).toBe(head);
  });

  it('does not send back what the device has just sent, nor what its state vector shows', async () => {
    const other = docWith('abc');
    await ask(asking(plan, { update: Y.encodeStateAsUpdateV2(other) }));
    const own = updateWith('own');
    const answer = await ask(asking(plan, { update: own }));
    expect(textOf(answer.update)).toBe('abc');
    const knowing = await ask(asking(plan, { cursor: 1, stateVector: Y.encodeStateVector(other) }));
    expect(textOf(knowing.update)).toBe('own');
    const all = new Y.Doc();
    Y.applyUpdateV2(all, own);
    Y.applyUpdateV2(all, Y.encodeStateAsUpdateV2(other));
    expect((await ask(asking(plan, { stateVector: Y.encodeStateVector(all) }))).update).toEqual(NOTHING);
  });

  it('a deletion reaches a device whose state vector would not show it', async () => {
    const doc = docWith('abc');
    await ask(asking(plan, { update: Y.encodeStateAsUpdateV2(doc) }));
    const device = new Y.Doc();
    const first = await ask(asking(plan));
    Y.applyUpdateV2(device, first.update);
    doc.getText('t').delete(0, 2);
    await ask(asking(plan, { update: Y.encodeStateAsUpdateV2(doc, Y.encodeStateVector(doc)) }));
    const next = await ask(asking(plan, { cursor: first.cursor, stateVector: Y.encodeStateVector(device) }));
    Y.applyUpdateV2(device, next.update);
    expect(device.getText('t').toJSON()).toBe('c');
  });

  it('[G5] the same exchange repeated appends nothing', async () => {
    const request = asking(plan, { update: updateWith('abc') });
    await ask(request);
    const again = await ask(request);
    expect(again.result).toEqual({ kind: 'receipt', seq: 1 });
    expect((await store.read(plan, 0)).head).toBe(1);
  });

  it('[G6] each refusal has its reason, and the documents beside it go on', async () => {
    const documents = [
      asking(plan, { update: Uint8Array.of(1, 2, 3) }),
      asking(documentName('partnership', 'foreign'), { update: updateWith('x') }),
      asking(plan, { update: updateWith('x'.repeat(3_000)) }),
      asking(plan, { stateVector: Uint8Array.of(200) }),
      asking(documentName('mediation', scope), { update: updateWith('x') }),
      asking(register, { update: updateWith('abc') }),
    ];
    const { response, held } = await exchange.run(caller, {
      schemaVersion: 1,
      incarnation: '',
      room: 1_000_000,
      documents,
    });
    expect(response.documents.map(({ result }) => result)).toEqual([
      { kind: 'refused', reason: 'malformed' },
      { kind: 'refused', reason: 'notMember' },
      { kind: 'refused', reason: 'tooLarge' },
      { kind: 'refused', reason: 'malformed' },
      { kind: 'refused', reason: 'notMember' },
      { kind: 'receipt', seq: 1 },
    ]);
    expect(held.map(({ name }) => name)).toEqual([plan, plan, register]);
    expect(await store.state(plan)).toBeUndefined();
  });

  it('a document at its limit takes no more, and can still be read', async () => {
    for (const letter of 'abc') await ask(asking(plan, { update: updateWith(letter.repeat(1_500)) }));
    const answer = await ask(asking(plan, { update: updateWith('d'.repeat(1_500)) }));
    expect(answer.result).toEqual({ kind: 'refused', reason: 'tooLarge' });
    expect(textOf(answer.update)).toHaveLength(4_500);
  });

  it('[G8] an epoch that is over takes nothing and gives nothing, but names its successor', async () => {
    await ask(asking(register, { update: updateWith('abc') }));
    const successor = documentName('register', scope, 2);
    await ask(asking(successor, { update: updateWith('rebuilt') }));
    const over = { result: { kind: 'refused', reason: 'epochOver', successor }, update: NOTHING };
    expect(await ask(asking(register, { cursor: 9, update: updateWith('late') }))).toMatchObject(over);
    expect(await ask(asking(documentName('register', scope, 1)))).toMatchObject(over);
    expect((await store.read(register, 0)).rows).toEqual([]);
  });

  it('only registers have later epochs', async () => {
    await ask(asking(plan, { update: updateWith('abc') }));
    const answer = await ask(asking(documentName('partnership', scope, 1), { update: updateWith('empty') }));
    expect(answer.result).toEqual({ kind: 'refused', reason: 'malformed' });
    expect((await store.read(plan, 0)).rows).toHaveLength(1);
  });

  async function incarnationAfter(document: DocumentRequest, incarnation: string): Promise<string> {
    const request = { schemaVersion: 1, incarnation, room: 1_000_000, documents: [document] };
    return (await exchange.run(caller, request)).response.incarnation;
  }

  it('[G2] [G4] what comes under another incarnation is answered with the present one, and not stored', async () => {
    await ask(asking(plan, { update: updateWith('abc') }));
    const documents = [asking(plan, { cursor: 1, update: updateWith('rests on what was lost') })];
    const request = { schemaVersion: 1, incarnation: 'another', room: 1_000_000, documents };
    expect((await exchange.run(caller, request)).response).toMatchObject({
      incarnation: store.incarnation(),
      documents: [],
    });
    expect((await store.read(plan, 0)).head).toBe(1);
  });

  it('[G2] a position beyond the end shows that the log was put back: receipts are void from then on', async () => {
    await ask(asking(plan, { update: updateWith('abc') }));
    const before = store.incarnation();
    const named = await incarnationAfter(asking(plan, { cursor: 7, update: updateWith('late') }), before);
    expect(named).not.toBe(before);
    expect(store.incarnation()).toBe(named);
    expect((await store.read(plan, 0)).head).toBe(1);
    now += HOUR;
    const { response } = await exchange.run(caller, { ...followedRequest(0, 9), incarnation: named });
    expect(response.incarnation).not.toBe(named);
  });

  it('a client that lies about positions renews the incarnation once an hour at most, and never through a foreign document', async () => {
    const first = store.incarnation();
    await ask(asking(plan, { update: updateWith('abc') }));
    await ask(asking(documentName('partnership', 'foreign'), { cursor: 7 }));
    expect(store.incarnation()).toBe(first);
    const second = await incarnationAfter(asking(plan, { cursor: 7 }), first);
    expect(second).not.toBe(first);
    // Meanwhile such a device gets the log from its beginning.
    expect(textOf((await ask(asking(plan, { cursor: 7 }))).update)).toBe('abc');
    expect(store.incarnation()).toBe(second);
    now += HOUR;
    expect(await incarnationAfter(asking(plan, { cursor: 7 }), second)).not.toBe(second);
  });

  it('many rows since the last visit arrive as well as few', async () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('updateV2', (update: Uint8Array) => updates.push(update));
    for (let index = 0; index < 450; index += 1) doc.getText('t').insert(0, String(index % 10));
    const append = (update: Uint8Array) => store.append({ name: plan, update, ...caller, at: asInstant(0) });
    await Promise.all(updates.map(append));
    expect(textOf((await ask(asking(plan))).update)).toBe(doc.getText('t').toJSON());
    const device = new Y.Doc();
    for (const update of updates.slice(0, 100)) Y.applyUpdateV2(device, update);
    const answer = await ask(asking(plan, { cursor: 100, stateVector: Y.encodeStateVector(device) }));
    expect(answer.cursor).toBe(450);
    Y.applyUpdateV2(device, answer.update);
    expect(device.getText('t').toJSON()).toBe(doc.getText('t').toJSON());
  });

  it('[G2] with a full disk the update is refused, reading goes on, and it is taken once there is space', async () => {
    await ask(asking(plan, { update: updateWith('abc') }));
    const { page_count: pages } = database.statement('PRAGMA page_count').get() ?? {};
    database.statement(`PRAGMA max_page_count = ${Number(pages)}`).get();
    const update = updateWith('x'.repeat(1_900));
    const answers = [];
    // The last page may still have room for a few.
    for (let attempt = 0; attempt < 5; attempt += 1)
      answers.push(await ask(asking(register, { update: updateWith(`${attempt}`.repeat(1_900)) })));
    const refused = await ask(asking(plan, { update }));
    expect(refused.result).toEqual({ kind: 'refused', reason: 'storageFailed' });
    expect(textOf(refused.update)).toBe('abc');
    const receipts = answers.filter(({ result }) => result.kind === 'receipt');
    expect((await store.read(register, 0)).head).toBe(receipts.length);
    database.statement('PRAGMA max_page_count = 1000000').get();
    expect((await ask(asking(plan, { update }))).result).toEqual({ kind: 'receipt', seq: 2 });
  });

  it('positions without names bring what moved, in one request, and nothing of what did not', async () => {
    await ask(asking(plan, { update: updateWith('abc') }));
    await ask(asking(register, { update: updateWith('xyz') }));
    const first = await exchange.run(caller, followedRequest());
    expect(first.response.followed).toBe('whole');
    expect(first.response.documents.map(({ name, update }) => [name, textOf(update)])).toEqual([
      [plan, 'abc'],
      [register, 'xyz'],
    ]);
    expect(first.held).toEqual([
      { name: plan, cursor: 1 },
      { name: register, cursor: 1 },
      { name: documentName('support', scope), cursor: 0 },
    ]);
    const { response } = await exchange.run(caller, followedRequest(1, 1));
    expect([response.followed, response.documents]).toEqual(['whole', []]);
  });

  it('[G7] positions of a list that the grants do not give bring nothing', async () => {
    await ask(asking(plan, { update: updateWith('abc') }));
    const stranger = { device: asId<DeviceId>('device2'), member: asId<MemberId>('member2') };
    const { response, held } = await exchange.run(stranger, followedRequest());
    expect([response.followed, response.documents, held]).toEqual(['differ', [], []]);
    const more = { ...followedRequest(), followed: { digest: listDigest([plan]), cursors: [0] } };
    expect((await exchange.run(caller, more)).response.followed).toBe('differ');
  });

  it('positions of an epoch that is over are no positions of the present one', async () => {
    const next = documentName('register', scope, 1);
    await ask(asking(next, { update: updateWith('abc') }));
    expect((await exchange.run(caller, followedRequest())).response.followed).toBe('differ');
    const names = GRANTED.map((name) => (name === register ? next : name));
    const followed = { digest: listDigest(names), cursors: [0, 0, 0] };
    expect((await exchange.run(caller, { ...followedRequest(), followed })).response.followed).toBe('whole');
  });

  it('an answer goes no further than the room there is, and the next one goes on from there', async () => {
    for (const letter of 'abcdef') await ask(asking(plan, { update: updateWith(letter.repeat(300)) }));
    await ask(asking(register, { update: updateWith('z'.repeat(300)) }));
    const device = new Y.Doc();
    const sizes: number[] = [];
    let cursor = 0;
    for (let completeness = 'more'; completeness === 'more'; ) {
      const documents = [asking(plan, { cursor }), asking(register)];
      const { response } = await exchange.run(caller, {
        ...followedRequest(),
        followed: undefined,
        room: 700,
        documents,
      });
      const [answer, other] = response.documents;
      if (answer === undefined || other === undefined) throw new Error('no answer');
      expect(answer.update.length + other.update.length).toBeLessThan(1_100);
      sizes.push(answer.update.length);
      Y.applyUpdateV2(device, answer.update);
      ({ cursor, completeness } = answer);
    }
    expect(sizes).toHaveLength(3);
    expect(device.getText('t').toJSON()).toHaveLength(1_800);
    const { response } = await exchange.run(caller, { ...followedRequest(), room: 10 });
    expect(response).toMatchObject({ followed: 'more', documents: [{ name: plan, cursor: 1 }] });
  });

  it('a position below the snapshot asks for the state vector, and gets no more than it lacks', async () => {
    const doc = docWith('abc');
    await ask(asking(plan, { update: Y.encodeStateAsUpdateV2(doc) }));
    const known = Y.encodeStateVector(doc);
    doc.getText('t').insert(3, 'def');
    await ask(asking(plan, { update: Y.encodeStateAsUpdateV2(doc, known) }));
    await store.compact(plan, { seq: 2, update: Y.encodeStateAsUpdateV2(doc) });
    const { response } = await exchange.run(caller, followedRequest(1));
    const [answer] = response.documents;
    expect(answer).toMatchObject({ name: plan, update: NOTHING, cursor: 1, completeness: 'vector' });
    const rest = await ask(asking(plan, { cursor: 1, stateVector: known }));
    expect(rest).toMatchObject({ cursor: 2, completeness: 'whole' });
    expect(Y.decodeUpdateV2(rest.update).structs.map(({ length }) => length)).toEqual([3]);
  });
});
