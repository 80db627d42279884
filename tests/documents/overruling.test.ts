// Merge stories: what stands when two people set the same field without knowing of each other, and that nothing is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addPlanRows, editPlanRow, markSection } from '../../src/documents/planCommands.ts';
import { type Overruling, watchOverruling } from '../../src/documents/overruling.ts';
import { rootMap } from '../../src/documents/roots.ts';
import { asId, type GoalId } from '../../src/domain/ids.ts';
import { goal } from '../domain/plan/planRows.ts';
import { begunPlan, hand, recordsOf } from './planReplicas.ts';

const GOAL = asId<GoalId>('g');
const DAY = 86_400_000;

/** A device that has the partnership: its document, and whether its member may write. */
class Replica {
  readonly doc = new Y.Doc();
  readonly overruling: Overruling;
  /** Every update this device knows of, as a relay's log has them: with what was deleted since. */
  readonly log: Uint8Array[] = [];
  readonly #mayWrite: boolean;

  constructor(client: number, first: Uint8Array, mayWrite = true) {
    this.doc.clientID = client;
    this.#mayWrite = mayWrite;
    this.doc.on('updateV2', (update: Uint8Array) => this.log.push(update));
    Y.applyUpdateV2(this.doc, first, 'remote');
    this.overruling = watchOverruling(this.doc);
  }

  set(title: string, at: number): void {
    editPlanRow(this.doc, 'goals', GOAL, { title }, hand(`device-${this.doc.clientID}`, at));
  }

  take(update: Uint8Array): void {
    Y.applyUpdateV2(this.doc, update, 'remote');
    this.overruling[this.#mayWrite ? 'settle' : 'forget']();
  }

  /** As the server merges it, or as it compacts it: then what was deleted is gone. */
  takeFrom(other: Replica, isCompacted: boolean): void {
    this.take(isCompacted ? Y.encodeStateAsUpdateV2(other.doc) : Y.mergeUpdatesV2(other.log));
  }

  title(): unknown {
    return recordsOf(this.doc, 'goals')[0]?.title;
  }

  stories() {
    return recordsOf(this.doc, 'overruled');
  }
}

function replicas(...clients: readonly number[]): readonly Replica[] {
  const doc = begunPlan();
  addPlanRows(doc, 'goals', [goal('g', { title: 'na początku' })], hand('Anna', 1));
  const first = Y.encodeStateAsUpdateV2(doc);
  return clients.map((client) => new Replica(client, first));
}

function pair(...clients: readonly [number, number]): readonly [Replica, Replica] {
  const [one, other] = replicas(...clients);
  if (one === undefined || other === undefined) throw new Error('no replicas');
  return [one, other];
}

/** Until nothing new is to be told. */
function settle(all: readonly Replica[], isCompacted = true): void {
  for (let round = 0; round < 3; round += 1)
    for (const to of all) for (const from of all) if (from !== to) to.takeFrom(from, isCompacted);
}

describe('of two values of a field that were written without knowing of each other', () => {
  it.each([
    [1, 2],
    [2, 1],
  ] as const)('[G4] the later stands, whichever Yjs would take, and the other is kept (%i, %i)', (a, b) => {
    const [left, right] = pair(a, b);
    left.set('Klub gier', 2 * DAY);
    right.set('Klub filmu', DAY);
    settle([left, right]);
    for (const { doc } of [left, right])
      expect(recordsOf(doc, 'goals')).toEqual([goal('g', { title: 'Klub gier' })]);
    expect(left.stories()).toEqual(right.stories());
    expect(left.stories()).toMatchObject([
      {
        rowRoot: 'goals',
        rowId: 'g',
        field: 'title',
        lost: { value: 'Klub filmu', at: DAY, client: b },
        stood: { value: 'Klub gier', at: 2 * DAY, client: a },
      },
    ]);
  });

  it.each([
    [1, 2],
    [2, 1],
  ] as const)('[G4] each of the two devices notices by itself, whichever Yjs would take (%i, %i)', (a, b) => {
    const [left, right] = pair(a, b);
    left.set('Klub gier', 2 * DAY);
    right.set('Klub filmu', DAY);
    const [fromLeft, fromRight] = [left, right].map(({ doc }) => Y.encodeStateAsUpdateV2(doc));
    if (fromLeft === undefined || fromRight === undefined) throw new Error('no updates');
    left.take(fromRight);
    right.take(fromLeft);
    expect(left.stories()).toHaveLength(1);
    expect(right.stories()).toEqual(left.stories());
    expect([left.title(), right.title()]).toEqual(['Klub gier', 'Klub gier']);
  });

  it('[G4] there is no story when they are the same, and none of where a row stands', () => {
    const [left, right] = pair(1, 2);
    left.set('Klub gier', 5);
    right.set('Klub gier', 7);
    editPlanRow(left.doc, 'goals', GOAL, { order: 'A' }, hand('Anna', 9));
    editPlanRow(right.doc, 'goals', GOAL, { order: 'Z' }, hand('Bogdan', 8));
    settle([left, right]);
    for (const replica of [left, right]) {
      expect(recordsOf(replica.doc, 'goals')).toMatchObject([{ title: 'Klub gier', order: 'A' }]);
      expect(replica.stories()).toEqual([]);
    }
  });

  it('[G4] the later mark of a section stands too', () => {
    const [left, right] = pair(1, 2);
    markSection(left.doc, 'vision', 'ready', true, hand('Anna', 9));
    markSection(right.doc, 'vision', 'ready', false, hand('Bogdan', 8));
    settle([left, right]);
    for (const { doc } of [left, right])
      expect(recordsOf(doc, 'sectionMarks')).toMatchObject([{ isReady: true }]);
  });

  it('[G5] the same merge again writes nothing', () => {
    const [left, right] = pair(1, 2);
    left.set('Klub gier', 2);
    right.set('Klub filmu', 3);
    settle([left, right]);
    const before = [left, right].map(({ doc }) => Y.encodeStateAsUpdateV2(doc));
    settle([left, right], false);
    expect([left, right].map(({ doc }) => Y.encodeStateAsUpdateV2(doc))).toEqual(before);
  });

  it('[G7] who may only read writes nothing, and follows who may write', () => {
    const [left, right] = pair(1, 2);
    const reader = new Replica(9, Y.encodeStateAsUpdateV2(left.doc), false);
    left.set('Klub gier', 7);
    right.set('Klub filmu', 3);
    reader.takeFrom(left, true);
    reader.takeFrom(right, true);
    expect(reader.doc.store.clients.has(9)).toBe(false);
    settle([left, right]);
    reader.takeFrom(left, true);
    expect([reader.title(), reader.stories()]).toEqual(['Klub gier', left.stories()]);
    expect(reader.doc.store.clients.has(9)).toBe(false);
  });

  it('[G4] who writes afterwards, knowing what stands, begins no story', () => {
    const [left, right] = pair(1, 2);
    const fresh = new Replica(3, Y.encodeStateAsUpdateV2(left.doc));
    left.set('Klub gier', 7);
    right.set('Klub filmu', 3);
    settle([left, right], false);
    right.set('Klub gier i filmu', 1);
    settle([left, right], false);
    fresh.takeFrom(right, false);
    expect([left, right, fresh].map((replica) => replica.title())).toEqual(
      Array.from({ length: 3 }, () => 'Klub gier i filmu'),
    );
    expect(fresh.stories()).toHaveLength(1);
  });
});

describe('whoever knew of a value that was put in place anew', () => {
  it.each([
    [1, 2, 1],
    [2, 1, 1],
    [2, 1, 3],
  ] as const)(
    '[G4] replaces it without a story, though Yjs has let go of it (%i, %i, %i writings)',
    (a, b, times) => {
      const [left, right] = pair(a, b);
      left.set('Klub filmu', 100);
      right.set('Klub książki', 200);
      left.takeFrom(right, true);
      for (let time = 0; time < times; time += 1) left.set(`Klub ${time}`, 50);
      settle([right, left]);
      for (const replica of [left, right]) {
        expect(replica.title()).toBe(`Klub ${times - 1}`);
        expect(replica.stories().map(({ lost }) => lost.value)).toEqual(['Klub filmu']);
      }
    },
  );
});

type Step =
  | { readonly kind: 'set'; readonly who: number }
  | { readonly kind: 'send'; readonly from: number; readonly to: number; readonly isCompacted: boolean };

describe('random histories of three devices with clocks two days apart', () => {
  const who = fc.integer({ min: 0, max: 2 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), who }),
    fc.record({ kind: fc.constant('send' as const), from: who, to: who, isCompacted: fc.boolean() }),
  );

  it('[G4] end equal, with the latest value, and a story for each value that nobody replaced knowingly', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 2, maxLength: 24 }),
        fc.array(fc.integer({ min: -2 * DAY, max: 2 * DAY }), { minLength: 3, maxLength: 3 }),
        fc.shuffledSubarray([1, 2, 3], { minLength: 3, maxLength: 3 }),
        (steps, skews, clients) => {
          const all = replicas(...clients);
          /** Each value with when it was written, and the value that its writer saw. */
          const written: { value: string; at: number; client: number; saw: unknown }[] = [];
          steps.forEach((each, index) => {
            if (each.kind === 'send') {
              const [from, to] = [all[each.from], all[each.to]];
              if (from && to && from !== to) to.takeFrom(from, each.isCompacted);
              return;
            }
            const replica = all[each.who];
            if (replica === undefined) return;
            const saw = replica.title();
            replica.set(`wartość ${index}`, 3 * DAY + index * 60_000 + (skews[each.who] ?? 0));
            const row = rootMap(replica.doc, 'goals').get('g');
            const pairNow: unknown = row instanceof Y.Map ? row.get('title') : undefined;
            const at: unknown = Array.isArray(pairNow) ? pairNow[1] : undefined;
            if (typeof at !== 'number') throw new Error('written without an instant');
            written.push({ value: `wartość ${index}`, at, client: replica.doc.clientID, saw });
          });
          settle(all);
          const latest = written.toSorted((a, b) => a.at - b.at || a.client - b.client).at(-1);
          const expected = latest?.value ?? 'na początku';
          const seen = new Set(written.map(({ saw }) => saw));
          const lost = written.filter(({ value }) => value !== expected && !seen.has(value));
          for (const replica of all) {
            expect(replica.title()).toBe(expected);
            const kept = new Set(replica.stories().map((story) => story.lost.value));
            for (const { value } of lost) expect(kept).toContain(value);
            expect(replica.stories()).toEqual(all[0]?.stories());
            // A value that somebody replaced knowingly is no story of what stands now.
            for (const { lost: story, stood } of replica.stories()) expect(story.value).not.toBe(stood.value);
          }
          expect(new Set(all.map(({ doc }) => Y.encodeStateVector(doc).join())).size).toBe(1);
        },
      ),
      {
        numRuns: 150,
        // Found once: a value put in place anew met what had replaced it, and nothing stood side by side.
        examples: [
          [
            [
              { kind: 'set', who: 1 },
              { kind: 'set', who: 0 },
              { kind: 'send', from: 0, to: 1, isCompacted: false },
              { kind: 'set', who: 0 },
              { kind: 'send', from: 1, to: 0, isCompacted: false },
              { kind: 'send', from: 0, to: 0, isCompacted: false },
              { kind: 'set', who: 1 },
            ],
            [0, 180_001, 0],
            [3, 2, 1],
          ],
        ],
      },
    );
  });
});
