import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addPlanRows,
  castVote,
  editedPlanText,
  editPlanRow,
  editPlanText,
  hidePlanRow,
  markSection,
  matchResource,
  showPlanRow,
} from '../../src/documents/planCommands.ts';
import { planEngine } from '../../src/documents/planEngine.ts';
import { attendSectionText, sectionText } from '../../src/documents/planTexts.ts';
import { isWritable } from '../../src/documents/meta.ts';
import { observeChanges, projectRecords } from '../../src/documents/projection.ts';
import { openSharedText } from '../../src/documents/sharedText.ts';
import { rootMap } from '../../src/documents/roots.ts';
import { isCovered, stampOfLong } from '../../src/documents/stamp.ts';
import type { ChangedRoot } from '../../src/documents/planProjection.ts';
import { asId, type GoalId, type NeedId, type OrganisationId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { PARTNERSHIP_VERSION_2 } from '../compat/partnershipVersion2.ts';
import { activity, day, goal, indicator, measurement, need } from '../domain/plan/planRows.ts';
import { begunPlan, hand, PARTNERSHIP, recordsOf, sync } from './planReplicas.ts';

const ANNA = hand('Anna', 1_000);

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

const rowsOf = (doc: Y.Doc) =>
  projectRecords(doc, 'partnership', PARTNERSHIP, 'all', planEngine).filter(({ table }) => table === 'plan');
const rowOf = (doc: Y.Doc, key: string) => rowsOf(doc).find((row) => row.key === `${PARTNERSHIP}.${key}`);

describe('rows of the plan', () => {
  it('are read as they were written, each kind with its own fields', () => {
    const doc = begunPlan();
    addPlanRows(
      doc,
      'goals',
      [goal('g', { title: 'Młodzi wracają do biblioteki', text: 'Do czerwca' })],
      ANNA,
    );
    addPlanRows(doc, 'indicators', [indicator('i', 'g', { unit: 'osób', target: undefined })], ANNA);
    addPlanRows(doc, 'measurements', [measurement('m', 'i', { value: 4.5 })], ANNA);
    addPlanRows(doc, 'activities', [activity('a', { due: day('2026-12-15'), goalId: asId('g') })], ANNA);
    expect(recordsOf(doc, 'goals')).toEqual([
      goal('g', { title: 'Młodzi wracają do biblioteki', text: 'Do czerwca' }),
    ]);
    expect(recordsOf(doc, 'indicators')).toEqual([indicator('i', 'g', { unit: 'osób', target: undefined })]);
    expect(recordsOf(doc, 'measurements')).toEqual([measurement('m', 'i', { value: 4.5 })]);
    expect(recordsOf(doc, 'activities')).toEqual([
      activity('a', { due: day('2026-12-15'), goalId: asId('g') }),
    ]);
    expect(recordsOf(doc, 'authors')).toEqual([
      { client: doc.clientID, organisationId: 'anna', name: 'Anna' },
    ]);
  });

  it('write only what changed, as of now, and never as of before what they replace', () => {
    const doc = begunPlan();
    addPlanRows(doc, 'goals', [goal('g')], hand('Anna', 5_000));
    editPlanRow(doc, 'goals', asId('g'), { title: 'Nowy' }, hand('Bogdan', 2_000));
    editPlanRow(doc, 'goals', asId('g'), { order: 'g' }, hand('Bogdan', 9_000));
    const row = rootMap(doc, 'goals').get('g');
    if (!(row instanceof Y.Map)) throw new Error('no row');
    expect(row.get('title')).toEqual(['Nowy', 5_001]);
    expect(row.get('order')).toEqual(['g', 5_000]);
  });

  it('that have not arrived are not made by an edit', () => {
    const doc = begunPlan();
    editPlanRow(doc, 'goals', asId('g'), { title: 'x' }, ANNA);
    hidePlanRow(doc, 'goals', 'g', ANNA);
    expect(recordsOf(doc, 'goals')).toEqual([]);
    expect(editedPlanText(doc, 'goals', 'g', ANNA.by)).toBeUndefined();
  });

  it('[G9] keep fields that this version does not know, and are read when a known one has another type', () => {
    const doc = begunPlan();
    addPlanRows(doc, 'needs', [need('n')], ANNA);
    const row = rootMap(doc, 'needs').get('n');
    if (!(row instanceof Y.Map)) throw new Error('no row');
    row.set('weight', [5, 1]);
    row.set('kind', 7);
    row.set('order', ['V']);
    editPlanRow(doc, 'needs', asId('n'), { kind: 'problem' }, ANNA);
    expect(row.get('weight')).toEqual([5, 1]);
    expect(recordsOf(doc, 'needs')).toEqual([need('n', { kind: 'problem', order: '' })]);
  });

  it('have a text that two write at once, on a screen as a meeting’s notes have', () => {
    const [left, right] = [begunPlan(), new Y.Doc()];
    addPlanRows(left, 'needs', [need('n', { text: 'Dojazd' })], ANNA);
    sync(left, right);
    const edited = editedPlanText(left, 'needs', 'n', ANNA.by);
    if (edited === undefined) throw new Error('no text');
    const screen = openSharedText(left, edited, () => undefined);
    screen.type('Dojazd z sołectw', 16);
    screen.write(asInstant(2));
    editPlanText(right, 'needs', 'n', { index: 0, remove: 0, insert: 'Brak: ' }, hand('Bogdan', 3));
    sync(left, right);
    expect(recordsOf(left, 'needs').map(({ text }) => text)).toEqual(['Brak: Dojazd z sołectw']);
    expect(recordsOf(right, 'needs')).toEqual(recordsOf(left, 'needs'));
    screen.dispose();
  });

  it('[G10] of which only letters were taken away wait to be sent', () => {
    const doc = begunPlan();
    addPlanRows(doc, 'needs', [need('n', { text: 'Dojazd' })], ANNA);
    const held = new Map(Y.snapshot(doc).sv);
    expect(isCovered(rowOf(doc, 'needs.n')?.stamp ?? [], held)).toBe(true);
    editPlanText(doc, 'needs', 'n', { index: 0, remove: 3, insert: '' }, ANNA);
    expect(isCovered(rowOf(doc, 'needs.n')?.stamp ?? [], held)).toBe(false);
  });
});

describe('a row hidden by one', () => {
  function two(): readonly [Y.Doc, Y.Doc] {
    const [left, right] = [begunPlan(), new Y.Doc()];
    addPlanRows(left, 'goals', [goal('g')], ANNA);
    addPlanRows(left, 'indicators', [indicator('i', 'g')], ANNA);
    sync(left, right);
    return [left, right];
  }
  const DAYS = 86_400_000;
  const edits: readonly (readonly [string, (doc: Y.Doc) => void])[] = [
    ['edited', (doc) => editPlanRow(doc, 'goals', asId<GoalId>('g'), { title: 'Nowy' }, hand('Bogdan', 2))],
    ['moved', (doc) => editPlanRow(doc, 'goals', asId<GoalId>('g'), { order: 'Z' }, hand('Bogdan', 2))],
    [
      'written in',
      (doc) =>
        editPlanText(doc, 'goals', 'g', { index: 0, remove: 0, insert: 'i nie tylko' }, hand('Bogdan', 2)),
    ],
    ['given an indicator', (doc) => addPlanRows(doc, 'indicators', [indicator('j', 'g')], hand('Bogdan', 2))],
    ['measured', (doc) => addPlanRows(doc, 'measurements', [measurement('m', 'i')], hand('Bogdan', 2))],
  ];

  it.each(edits)('[G4] and %s by another, whose clock is two days behind, is offered back', (_what, edit) => {
    const [left, right] = two();
    hidePlanRow(left, 'goals', 'g', hand('Anna', 2 * DAYS));
    edit(right);
    sync(left, right);
    for (const doc of [left, right])
      expect(recordsOf(doc, 'goals')).toMatchObject([{ isHidden: true, isOfferedBack: true }]);
    hidePlanRow(right, 'goals', 'g', hand('Bogdan', 3));
    sync(left, right);
    for (const doc of [left, right])
      expect(recordsOf(doc, 'goals')).toMatchObject([{ isHidden: true, isOfferedBack: false }]);
    showPlanRow(left, 'goals', 'g', hand('Anna', 4));
    sync(left, right);
    for (const doc of [left, right])
      expect(recordsOf(doc, 'goals')).toMatchObject([{ isHidden: false, isOfferedBack: false }]);
  });

  it('[G4] who knew of the edits is not offered back', () => {
    const [left, right] = two();
    for (const [, edit] of edits) edit(right);
    sync(left, right);
    hidePlanRow(left, 'goals', 'g', hand('Anna', 1));
    sync(left, right);
    expect(recordsOf(right, 'goals')).toMatchObject([{ isHidden: true, isOfferedBack: false }]);
  });
});

describe('votes, matches and marks of sections', () => {
  it('stand under the ids of what they join, and can be taken back', () => {
    const doc = begunPlan();
    const [needId, osp] = [asId<NeedId>('n'), asId<OrganisationId>('osp')];
    castVote(doc, needId, osp, false, ANNA);
    castVote(doc, needId, asId('kgw'), false, ANNA);
    castVote(doc, needId, osp, true, hand('Bogdan', 9));
    matchResource(doc, needId, asId('r'), false, ANNA);
    markSection(doc, 'vision', 'ready', true, ANNA);
    markSection(doc, 'promotion', 'leftOut', true, ANNA);
    markSection(doc, 'promotion', 'leftOut', false, ANNA);
    expect(recordsOf(doc, 'votes')).toEqual([
      { needId, organisationId: 'kgw', at: 1_000, byName: 'Anna', isWithdrawn: false },
      { needId, organisationId: 'osp', at: 9, byName: 'Bogdan', isWithdrawn: true },
    ]);
    expect(recordsOf(doc, 'matches')).toEqual([{ needId, resourceId: 'r', at: 1_000, isWithdrawn: false }]);
    expect(recordsOf(doc, 'sectionMarks')).toEqual([
      { section: 'promotion', isReady: false, isLeftOut: false },
      { section: 'vision', isReady: true, isLeftOut: false },
    ]);
  });
});

describe('the text of a section', () => {
  const session = { now: () => asInstant(7), by: ANNA.by };

  it('is told by its length and its beginning, formatting aside', () => {
    const doc = begunPlan();
    expect(recordsOf(doc, 'sectionTexts')).toEqual([]);
    const list = new Y.XmlElement('bullet_list');
    list.insert(0, [paragraph('OSP'), paragraph('szkoła')]);
    sectionText(doc, 'vision').insert(0, [paragraph('Biblioteka jest sercem wsi'), list]);
    expect(recordsOf(doc, 'sectionTexts')).toEqual([
      { section: 'vision', length: 35, beginning: 'Biblioteka jest sercem wsi OSP szkoła' },
    ]);
    sectionText(doc, 'vision').insert(0, [paragraph('x'.repeat(500))]);
    expect(recordsOf(doc, 'sectionTexts')[0]?.beginning).toBe('x'.repeat(140));
  });

  it('[G10] waits to be sent after a mere deletion, and who writes is signed with the first change', () => {
    const [doc, other] = [begunPlan(), new Y.Doc()];
    const stop = attendSectionText(doc, 'vision', session);
    sectionText(doc, 'vision').insert(0, [paragraph('Razem')]);
    expect(recordsOf(doc, 'authors')).toMatchObject([{ client: doc.clientID, name: 'Anna' }]);
    const held = new Map(Y.snapshot(doc).sv);
    const isHeld = () => isCovered(rowOf(doc, 'sectionTexts.vision')?.stamp ?? [], held);
    expect(isHeld()).toBe(true);
    sectionText(doc, 'vision').delete(0, 1);
    expect(isHeld()).toBe(false);

    // What others take away is theirs to mark.
    sync(doc, other);
    sectionText(other, 'vision').insert(0, [paragraph('Osobno')]);
    sync(doc, other);
    const before = Y.encodeStateVector(doc);
    sectionText(other, 'vision').delete(0, 1);
    sync(doc, other);
    expect(Y.encodeStateVector(doc)).toEqual(before);

    stop();
    sectionText(doc, 'vision').insert(0, [paragraph('Razem')]);
    const unattended = Y.encodeStateVector(doc);
    sectionText(doc, 'vision').delete(0, 1);
    expect(Y.encodeStateVector(doc)).toEqual(unattended);
  });

  it('with letters deep in its nodes counts for its stamp', () => {
    const doc = begunPlan();
    const item = paragraph('a');
    sectionText(doc, 'vision').insert(0, [item]);
    const held = new Map(Y.snapshot(doc).sv);
    const inner = item.get(0);
    if (!(inner instanceof Y.XmlText)) throw new Error('no text');
    inner.insert(1, 'b');
    expect(isCovered(rowOf(doc, 'sectionTexts.vision')?.stamp ?? [], held)).toBe(false);
  });
});

describe('a partnership of schema version 2', () => {
  it('[G9] is read as it was written, stays writable, and takes a plan without losing anything', () => {
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, PARTNERSHIP_VERSION_2);
    const all = () => projectRecords(doc, 'partnership', PARTNERSHIP, 'all', planEngine);
    const before = all();
    expect(before.map(({ table, key }) => [table, key])).toEqual([
      ['partnerships', PARTNERSHIP],
      ['organisations', 'osp'],
      ['meetings', 'm1'],
      ['decisions', 'd1'],
    ]);
    expect(isWritable(doc)).toBe(true);
    addPlanRows(doc, 'needs', [need('n')], ANNA);
    expect(all().filter(({ table }) => table !== 'plan')).toEqual(before);
    expect(recordsOf(doc, 'needs')).toEqual([need('n')]);
  });
});

describe('the plan’s table', () => {
  it('is projected from single changes as it is from the whole', () => {
    const doc = begunPlan();
    const changed = new Map<ChangedRoot, Set<string>>();
    const stop = observeChanges(
      doc,
      'partnership',
      (root, keys) => {
        changed.set(root, new Set([...(changed.get(root) ?? []), ...keys]));
      },
      planEngine,
    );
    addPlanRows(doc, 'needs', [need('n'), need('o')], ANNA);
    editPlanText(doc, 'needs', 'n', { index: 0, remove: 1, insert: 'x' }, ANNA);
    castVote(doc, asId('n'), asId('osp'), false, ANNA);
    markSection(doc, 'vision', 'ready', true, ANNA);
    const stopAttending = attendSectionText(doc, 'vision', { now: () => asInstant(7), by: ANNA.by });
    sectionText(doc, 'vision').insert(0, [paragraph('Razem')]);
    sectionText(doc, 'vision').delete(0, 1);
    stopAttending();
    stop();
    const single = projectRecords(doc, 'partnership', PARTNERSHIP, changed, planEngine).filter(
      ({ table }) => table === 'plan',
    );
    const byKey = (rows: typeof single) => new Map(rows.map((row) => [row.key, row]));
    expect(byKey(single)).toEqual(byKey(rowsOf(doc)));
    expect([...byKey(single).keys()].toSorted()).toEqual(
      [
        'needs.n',
        'needs.o',
        'votes.n.osp',
        'sectionMarks.vision',
        'sectionTexts.vision',
        `authors.${doc.clientID}`,
      ]
        .map((key) => `${PARTNERSHIP}.${key}`)
        .toSorted(),
    );
  });
});

describe('the stamp of a long text', () => {
  it('[G10] that is followed from change to change is the one that a walk through all of it gives', () => {
    const edit = fc.record({
      who: fc.integer({ min: 0, max: 1 }),
      kind: fc.constantFrom('paragraph', 'letter', 'delete', 'sync'),
      at: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        // Without collecting, so that a walk finds what was taken away too.
        const docs = [new Y.Doc({ gc: false }), new Y.Doc({ gc: false })] as const;
        for (const { who, kind, at } of edits) {
          const doc = docs[who === 0 ? 0 : 1];
          const text = sectionText(doc, 'vision');
          const first = text.length > 0 ? text.get(at % text.length) : undefined;
          const letters: unknown = first instanceof Y.XmlElement ? first.get(0) : undefined;
          if (kind === 'sync') sync(...docs);
          else if (kind === 'paragraph') text.insert(at % (text.length + 1), [paragraph('a')]);
          else if (kind === 'letter' && letters instanceof Y.XmlText) letters.insert(0, 'b');
          else if (kind === 'delete' && text.length > 1) text.delete(at % text.length, 1);
          for (const each of docs) {
            const fragment = sectionText(each, 'vision');
            const state = Y.decodeStateVector(Y.encodeStateVector(each));
            // Nothing else is in these documents: the text's stamp is all that there is.
            expect(new Map(stampOfLong(each, fragment))).toEqual(state);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
