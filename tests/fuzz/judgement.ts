// What has to be true of a world: while it runs, that ticks tell the truth; in the end, when everything works again and all
// was exchanged, that nothing is lost and all are equal.

import * as Y from 'yjs';
import { isErasedPerson } from '../../src/documents/erasedPersons.ts';
import { ROOTS, rootMap } from '../../src/documents/roots.ts';
import { isCovered } from '../../src/documents/stamp.ts';
import { type DocumentName, epochOf, isEarlierEpoch } from '../../src/schema/documentName.ts';
import { type DeviceDatabase, TABLE_NAMES } from '../../src/storage/database.ts';
import type { LogStore } from '../../sync-server/stores/logStore.ts';
import { NAMES } from './editing.ts';
import type { Crew } from './cast.ts';
import { coverage, firstEpoch, holdingOperation, holds, isCarriedInto, standing } from './epochs.ts';
import { isDrawn, personIn } from './erasures.ts';
import { type Game, kindOf } from './game.ts';
import { judgeDocument, judgeFork, nameOf, type Write, writtenIn } from './ledgerOfTruth.ts';
import type { Tab } from './world/device.ts';

interface ServerDocument {
  readonly name: DocumentName;
  readonly doc: Y.Doc;
  /** Two documents of one epoch have met in it. */
  readonly isForked: boolean;
}

/** A document as the relay's log has it, in one of its epochs. */
export async function serverDocument(store: LogStore, name: DocumentName): Promise<Y.Doc> {
  const { snapshot, rows } = await store.read(name, 0);
  const doc = new Y.Doc();
  for (const { update } of snapshot ? [snapshot, ...rows] : rows) Y.applyUpdateV2(doc, update);
  return doc;
}

/** [G2] [G10] What a device shows with two ticks is on the server's disk. */
export async function judgeTicks(game: Game, { device }: Crew): Promise<void> {
  const tab = device.tabs[0];
  const store = game.relay.stores?.store;
  if (tab === undefined || store === undefined) return;
  const incarnation = store.incarnation();
  // Nothing is seen where the disk fails or the tab is killed meanwhile.
  const looking = tab.process.run(() => shownAsSafe(tab, incarnation).catch(() => undefined));
  const seen = await game.loop.until(looking, 0);
  if (seen === undefined || !game.relay.isUp) return;
  for (const [name, rows] of Map.groupBy(seen, ({ doc }) => doc)) {
    const there = await serverDocument(store, await standing(store, name));
    if (game.epochs.isOvertaken(name) || game.epochs.isForked(there)) continue;
    const held = coverage(there, epochOf(name));
    for (const row of rows) {
      if (!isCovered(row.stamp, held))
        game.violate(
          `[G2] ${device.name} shows two ticks for ${row.key} of ${name}, and the server lacks it`,
        );
    }
  }
}

/** Rows with two ticks, as far as they speak of this incarnation of the server. */
function shownAsSafe({ db, ledger }: Tab, incarnation: string) {
  return db.transaction('r', [db.settings, ...tablesOf(db)], async () => {
    if ((await ledger.replicas.incarnation()) !== incarnation) return [];
    const rows = await Promise.all(tablesOf(db).map((table) => table.where('unsent').equals(0).toArray()));
    return rows.flat();
  });
}

function tablesOf(db: DeviceDatabase) {
  return TABLE_NAMES.map((name) => db.queryTable(name));
}

/** Everything, once all has been exchanged over lines that work. */
export async function judgeEnd(game: Game): Promise<void> {
  const store = game.relay.stores?.store;
  if (store === undefined) throw new Error('the server is down in the end');
  const server = new Map<DocumentName, ServerDocument>();
  for (const first of Object.values(NAMES)) {
    const name = await standing(store, first);
    const doc = await serverDocument(store, name);
    server.set(first, { name, doc, isForked: game.epochs.isForked(doc) });
  }
  const owing = new Set<string>();
  for (const crew of game.crew) {
    for (const name of Object.values(NAMES))
      if ((await game.rightOn(crew, name)) === 'write') owing.add(`${crew.device.name} ${name}`);
  }
  for (const [name, there] of server) {
    const isOwed = (write: Write) => write.hasTick && owing.has(`${write.device} ${name}`);
    for (const violation of judgeContent(game, name, there, isOwed)) game.violate(violation);
  }
  for (const crew of game.crew) await judgeDevice(game, crew, server);
}

/** What of everybody's work stands in a document, but for what was known of people who were erased. */
function judgeContent(
  game: Game,
  document: DocumentName,
  { doc, isForked }: ServerDocument,
  isOwed: (write: Write) => boolean,
): readonly string[] {
  const { editing } = game;
  const asked = new Set<string>(editing.erasures.map(({ person }) => person));
  const isGone = (person: string): boolean => (isForked ? asked.has(person) : isErasedPerson(doc, person));
  const writes = editing.writes.filter(
    (write) => write.place.doc === document && !isGone(personIn(write) ?? ''),
  );
  if (isForked) {
    game.count('forks');
    return judgeFork(doc, writes, isOwed);
  }
  if (document === NAMES.register)
    game.count('carriedOver', writes.filter((write) => isOwed(write) && isCarriedInto(doc, write)).length);
  const drawings = editing.drawings.filter(
    ({ write, person, isKept }) => write.place.doc === document && isKept && !isGone(person) && isOwed(write),
  );
  return [
    ...judgeDocument(doc, writes, isOwed),
    ...drawings
      .filter((drawing) => !isDrawn(doc, drawing))
      .map(({ write }) => `[G1] not as drawn: ${nameOf(write)}`),
  ];
}

async function judgeDevice(
  game: Game,
  crew: Crew,
  server: ReadonlyMap<DocumentName, ServerDocument>,
): Promise<void> {
  const { device } = crew;
  const [tab] = device.tabs;
  if (tab === undefined) throw new Error(`${device.name} is not open in the end`);
  const { ledger, db } = tab;
  if (ledger.status.getState().kind !== 'ok') game.violate(`[G10] ${device.name} does not store in the end`);
  const present = await inTab(game, tab, () => db.documents.toArray());
  for (const row of present) {
    const document = firstEpoch(row.name);
    const found = server.get(document);
    if (found === undefined) continue;
    const right = await game.rightOn(crew, document);
    if (present.some((other) => isEarlierEpoch(other.name, row.name))) {
      // Of an epoch that an older backup has undone a device may have heard the name.
      if (right !== 'none' && (row.cursor > 0 || !isEarlierEpoch(found.name, row.name)))
        game.violate(`[G8] ${device.name} has not put ${row.name} in its place`);
      continue;
    }
    const { doc: there, isForked } = found;
    const open = await inTab(game, tab, () => ledger.open(document));
    const own = game.editing.writes.filter(
      (write) => write.device === device.name && write.place.doc === document && !isForked,
    );
    for (const write of own)
      if (write.hasTick && !holds(open.doc, write))
        game.violate(`[G1] ${device.name} itself lost ${nameOf(write)}`);
    // What was stored before its tick could be shown is there too.
    const unheld = own.filter(
      (write) => holds(open.doc, write) && !holds(there, write) && !game.epochs.isOvertaken(writtenIn(write)),
    );
    if (right !== 'none' && row.name !== found.name)
      game.violate(`[G8] ${device.name} still has ${row.name}, in the place of ${found.name}`);
    if (right === 'write' && row.unsent === 1)
      game.violate(`[G10] ${device.name} still waits with ${row.name}`);
    if (right === 'write' || (right === 'read' && unheld.length === 0)) {
      if (!isSame(open.doc, there, row.name))
        game.violate(
          `[G4] ${device.name} differs in ${row.name}: ${differenceOf(open.doc, there, row.name)}`,
        );
    }
    if (right !== 'write') await judgeRefused(game, crew, tab, row.name, open.doc, unheld);
    open.release();
  }
  const before = await inTab(game, tab, () => projected(db));
  await inTab(game, tab, () => ledger.rebuild());
  const after = await inTab(game, tab, () => projected(db));
  if (before !== after)
    game.violate(
      `[G4] ${device.name} shows other rows than its documents hold: ${firstDifference(before, after)}`,
    );
}

/** [G6] What the server would not take is kept aside, with its reason. */
async function judgeRefused(
  game: Game,
  crew: Crew,
  tab: Tab,
  name: DocumentName,
  doc: Y.Doc,
  unheld: readonly Write[],
): Promise<void> {
  if (unheld.length === 0) return;
  const kept = await inTab(game, tab, () => tab.db.refused.where('doc').equals(name).toArray());
  const clocks = kept.map(({ update }) => Y.parseUpdateMetaV2(update).to);
  for (const write of unheld) {
    const { client, clock } = holdingOperation(doc, write);
    if (!clocks.some((to) => (to.get(client) ?? 0) >= clock))
      game.violate(`[G6] refused and not kept aside on ${crew.device.name}: ${nameOf(write)}`);
  }
  game.count('refusedKept');
}

/** [G5] Exchanging once more leaves every log as it was. */
export async function headsOf(game: Game): Promise<string> {
  const store = game.relay.stores?.store;
  const heads = await Promise.all(
    Object.values(NAMES).map(async (name) => {
      const present = store && (await standing(store, name));
      return `${present}:${(present && (await store.state(present))?.head) ?? 0}`;
    }),
  );
  return heads.join(',');
}

export async function inTab<Value>(game: Game, tab: Tab, work: () => PromiseLike<Value>): Promise<Value> {
  const boxed = Promise.resolve(tab.process.run(work)).then((value) => ({ value }));
  const done = await game.loop.until(boxed, 60_000);
  if (done === undefined) throw new Error('a tab does not answer');
  return done.value;
}

function isSame(one: Y.Doc, other: Y.Doc, name: DocumentName): boolean {
  return (
    Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other)) && contentOf(one, name) === contentOf(other, name)
  );
}

function contentOf(doc: Y.Doc, name: DocumentName): string {
  const kind = kindOf(name);
  if (kind === undefined) return '';
  return JSON.stringify(ROOTS[kind].map((root) => sorted(rootMap(doc, root).toJSON())));
}

function differenceOf(one: Y.Doc, other: Y.Doc, name: DocumentName): string {
  const [a, b] = [contentOf(one, name), contentOf(other, name)];
  if (a !== b) return firstDifference(a, b);
  return `state ${JSON.stringify([...Y.snapshot(one).sv])} and ${JSON.stringify([...Y.snapshot(other).sv])}`;
}

async function projected(db: DeviceDatabase): Promise<string> {
  const tables = await db.transaction('r', tablesOf(db), () =>
    Promise.all(tablesOf(db).map((table) => table.toArray())),
  );
  return JSON.stringify(
    tables.map((rows) =>
      rows.map((row) =>
        sorted({ ...row, stamp: row.stamp.toSorted(([a], [b]) => a - b), unsent: row.unsent }),
      ),
    ),
  );
}

function sorted(record: object): object {
  return Object.fromEntries(
    Object.entries(record)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]: [string, unknown]) => [
        key,
        typeof value === 'object' && value !== null && !Array.isArray(value) ? sorted(value) : value,
      ]),
  );
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return `…${a.slice(Math.max(0, at - 60), at + 60)}… and …${b.slice(Math.max(0, at - 60), at + 60)}…`;
}
