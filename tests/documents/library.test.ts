// The library in its document: fields, branches in an order that people choose, documents from before there were any.
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { beginPartnership, editLibrary, recordBranch } from '../../src/documents/partnershipCommands.ts';
import { isWritable } from '../../src/documents/meta.ts';
import { projectRecords } from '../../src/documents/projection.ts';
import { rootMap } from '../../src/documents/roots.ts';
import { isCovered, stampOf } from '../../src/documents/stamp.ts';
import { asId, type BranchId, type PartnershipId } from '../../src/domain/ids.ts';
import { EMPTY_LIBRARY, type Library } from '../../src/domain/library.ts';
import { orderAfterMove, orderBetween } from '../../src/domain/order.ts';
import type { Partnership } from '../../src/domain/partnership.ts';
import { decodeIsoDate } from '../../src/domain/time.ts';
import { emptyPartnership } from '../../src/schema/partnershipRecords.ts';
import { PARTNERSHIP_VERSION_1 } from '../compat/partnershipVersion1.ts';

const ID = asId<PartnershipId>('stare-pole');
const [ZAWADA, BYSTRA, DOLNE] = ['zawada', 'bystra', 'dolne'].map((id) => asId<BranchId>(id));
if (ZAWADA === undefined || BYSTRA === undefined || DOLNE === undefined) throw new Error('no ids');

function begun(): Y.Doc {
  const doc = new Y.Doc();
  beginPartnership(doc, { ...emptyPartnership(ID, 5), name: 'Razem' });
  return doc;
}

function rowOf(doc: Y.Doc) {
  const rows = projectRecords(doc, 'partnership', ID, 'all').filter(({ table }) => table === 'partnerships');
  expect(rows).toHaveLength(1);
  return rows[0];
}

function libraryOf(doc: Y.Doc): Library | undefined {
  return (rowOf(doc)?.record as Partnership | undefined)?.library;
}

function sync(...docs: Y.Doc[]): void {
  for (const from of docs) for (const to of docs) Y.applyUpdateV2(to, Y.encodeStateAsUpdateV2(from));
}

describe('the library of a partnership', () => {
  it('is not there before anything of it is entered, and begins with what is entered first', () => {
    const doc = begun();
    expect(libraryOf(doc)).toBeUndefined();
    editLibrary(doc, { phone: '22 000 00 20' });
    expect(libraryOf(doc)).toEqual({ ...EMPTY_LIBRARY, phone: '22 000 00 20' });
  });

  it('keeps each field the last writer’s: two devices fill different ones at once', () => {
    const [left, right] = [begun(), new Y.Doc()];
    sync(left, right);
    editLibrary(left, { enrolledOn: decodeIsoDate('2026-09-01'), acceptedRules: '1' });
    editLibrary(right, { email: 'biblioteka@starepole.example' });
    sync(left, right);
    for (const doc of [left, right])
      expect(libraryOf(doc)).toEqual({
        ...EMPTY_LIBRARY,
        email: 'biblioteka@starepole.example',
        enrolledOn: '2026-09-01',
        acceptedRules: '1',
      });
  });

  it('reads a day that is none, and any other value of another type, as not known', () => {
    const doc = begun();
    rootMap(doc, 'library').set('enrolledOn', '2026-02-30');
    rootMap(doc, 'library').set('phone', 22);
    rootMap(doc, 'branches').set('zawada', 'Zawada');
    rootMap(doc, 'branches').set('not an id!', new Y.Map([['name', 'Bystra']]));
    expect(libraryOf(doc)).toEqual({ ...EMPTY_LIBRARY, branches: [{ id: 'zawada', name: '', order: '' }] });
  });

  it('lists branches in their order on every device; one taken off can come back to its place', () => {
    const [left, right] = [begun(), new Y.Doc()];
    sync(left, right);
    const first = orderBetween(undefined, undefined, 'tablet');
    recordBranch(left, ZAWADA, { name: 'Zawada', order: first });
    recordBranch(left, BYSTRA, { name: 'Bystra', order: orderBetween(first, undefined, 'tablet') });
    recordBranch(right, DOLNE, { name: 'Dolne', order: orderBetween(undefined, undefined, 'phone') });
    sync(left, right);
    const names = (doc: Y.Doc) => libraryOf(doc)?.branches.map((branch) => branch.name);
    expect(names(left)).toEqual(names(right));
    expect(names(left)?.toSorted()).toEqual(['Bystra', 'Dolne', 'Zawada']);

    const listed = libraryOf(left)?.branches ?? [];
    const lastId = listed.at(-1)?.id;
    if (lastId === undefined) throw new Error('no branch');
    recordBranch(left, lastId, { order: orderAfterMove(listed, lastId, -1, 'tablet') ?? '' });
    recordBranch(right, ZAWADA, { name: 'Filia w Zawadzie' });
    sync(left, right);
    expect(libraryOf(left)?.branches.map(({ id }) => id)).toEqual(
      [listed[0], listed[2], listed[1]].map((each) => each?.id),
    );
    expect(libraryOf(right)).toEqual(libraryOf(left));

    const before = libraryOf(left);
    recordBranch(left, BYSTRA, { isHidden: true });
    expect(names(left)).toEqual(before?.branches.filter(({ id }) => id !== BYSTRA).map(({ name }) => name));
    recordBranch(left, BYSTRA, { isHidden: false });
    expect(libraryOf(left)).toEqual(before);
  });

  it('[G10] a branch that the server lacks leaves the partnership’s row with one tick', () => {
    const doc = begun();
    const held = new Map(Y.snapshot(doc).sv);
    recordBranch(doc, ZAWADA, { name: 'Zawada', order: 'V' });
    expect(isCovered(stampOf(rootMap(doc, 'profile'), 'name'), held)).toBe(true);
    expect(isCovered(rowOf(doc)?.stamp ?? [], held)).toBe(false);
  });

  it('a change of a branch alone projects the partnership’s row', () => {
    const doc = begun();
    recordBranch(doc, ZAWADA, { name: 'Zawada', order: 'V' });
    const rows = projectRecords(doc, 'partnership', ID, new Map([['branches', new Set(['zawada'])]]));
    expect(rows.map(({ table, key }) => [table, key])).toEqual([['partnerships', ID]]);
  });
});

describe('a partnership of schema version 1', () => {
  it('[G9] is read as it was written, stays writable, and takes the library’s facts without losing anything', () => {
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, PARTNERSHIP_VERSION_1);
    const before = rowOf(doc)?.record;
    expect(before).toMatchObject({
      name: 'Stare Pole razem',
      track: 'longTerm',
      phase: 'vision',
      libraryName: 'Gminna Biblioteka Publiczna w Starym Polu',
      gmina: 'Stare Pole',
      library: undefined,
    });
    expect(isWritable(doc)).toBe(true);
    editLibrary(doc, { acceptedRules: '1' });
    expect(rowOf(doc)?.record).toEqual({ ...before, library: { ...EMPTY_LIBRARY, acceptedRules: '1' } });
    expect(projectRecords(doc, 'partnership', ID, 'all').map(({ table }) => table)).toEqual([
      'partnerships',
      'organisations',
      'meetings',
    ]);
  });
});
