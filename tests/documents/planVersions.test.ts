import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addOrganisations } from '../../src/documents/partnershipCommands.ts';
import {
  addPlanRows,
  castVote,
  editPlanRow,
  editPlanText,
  hidePlanRow,
  matchResource,
} from '../../src/documents/planCommands.ts';
import { fingerprintOfPlan, readPlanContent } from '../../src/documents/planContent.ts';
import { sectionText } from '../../src/documents/planTexts.ts';
import {
  acceptVersion,
  keepVersion,
  packContent,
  readVersion,
  restorePlan,
  unpackContent,
} from '../../src/documents/planVersions.ts';
import { writeRichText } from '../../src/documents/writeRichText.ts';
import { asId, type DeviceId, type OrganisationId, type PlanVersionId } from '../../src/domain/ids.ts';
import { comparePlans } from '../../src/domain/plan/comparePlans.ts';
import type { PlanContent } from '../../src/domain/plan/planContent.ts';
import type { RichText } from '../../src/domain/richText/blocks.ts';
import { activity, goal, indicator, need } from '../domain/plan/planRows.ts';
import { begunPlan, hand, PARTNERSHIP, recordsOf, sync } from './planReplicas.ts';

const VERSION = asId<PlanVersionId>('v1');
const VISION: RichText = [
  { kind: 'heading', level: 1, inlines: [{ text: 'Zażółć gęślą jaźń' }] },
  {
    kind: 'list',
    isOrdered: true,
    items: [
      [{ kind: 'paragraph', inlines: [{ text: 'razem', isBold: true }, { text: ' w gminie' }] }],
      [{ kind: 'paragraph', inlines: [{ text: 'CAL', href: 'https://www.cal.org.pl/' }] }],
    ],
  },
];

function content(doc: Y.Doc): PlanContent {
  const read = readPlanContent(doc, PARTNERSHIP);
  if (read === undefined) throw new Error('no plan');
  return read;
}

function filledPlan(): Y.Doc {
  const doc = begunPlan();
  const anna = hand('Anna', 10);
  addOrganisations(doc, [{ id: asId('osp'), name: 'OSP', type: 'services', status: 'joined' }]);
  addPlanRows(doc, 'needs', [need('n', { text: 'Dojazd' }), need('o')], anna);
  addPlanRows(doc, 'goals', [goal('g', { text: 'Do czerwca' })], anna);
  addPlanRows(doc, 'indicators', [indicator('i', 'g', { target: undefined, baseline: 1.5 })], anna);
  addPlanRows(doc, 'activities', [activity('a', { state: 'inProgress' }), activity('b')], anna);
  castVote(doc, asId('n'), asId('osp'), false, anna);
  matchResource(doc, asId('n'), asId('r'), false, anna);
  writeRichText(doc, sectionText(doc, 'vision'), VISION);
  return doc;
}

async function withVersion(doc: Y.Doc): Promise<PlanContent> {
  const kept = content(doc);
  const packed = await packContent(kept);
  keepVersion(doc, { id: VERSION, name: 'Wersja na spotkanie 2', content: kept, packed }, hand('Anna', 20));
  return kept;
}

describe('the content of a plan', () => {
  it('is the same before and after packing, letter by letter', async () => {
    const before = content(filledPlan());
    expect(before.texts).toEqual({ vision: VISION });
    expect(before.rows.activities.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await unpackContent(await packContent(before))).toEqual(before);
  });

  it('is not made of bytes that are broken, or hold something else', async () => {
    const packed = await packContent(content(filledPlan()));
    expect(await unpackContent(packed.subarray(0, 40))).toBeUndefined();
    expect(await unpackContent(new Uint8Array([1, 2, 3]))).toBeUndefined();
  });

  it('has one fingerprint on all devices, whoever wrote last, and another after any change', () => {
    const [left, right] = [filledPlan(), new Y.Doc()];
    sync(left, right);
    const before = fingerprintOfPlan(content(left));
    expect(fingerprintOfPlan(content(right))).toBe(before);
    editPlanRow(right, 'activities', asId('b'), { title: 'Ankieta' }, hand('Bogdan', 30));
    expect(fingerprintOfPlan(content(right))).not.toBe(before);
    editPlanRow(right, 'activities', asId('b'), { title: 'b' }, hand('Bogdan', 31));
    expect(fingerprintOfPlan(content(right))).toBe(before);
  });

  it('of 40 goals and 200 activities packs into less than 40 KB', async () => {
    const doc = filledPlan();
    const anna = hand('Anna', 10);
    const many = (count: number) => Array.from({ length: count }, (_, index) => index);
    const words = (index: number) =>
      `Działanie ${index}: spotkania międzypokoleniowe w świetlicy co ${(index % 4) + 1} tygodnie`;
    addPlanRows(
      doc,
      'goals',
      many(40).map((index) => goal(`g${index}`, { text: words(index) })),
      anna,
    );
    addPlanRows(
      doc,
      'activities',
      many(200).map((index) => activity(`a${index}`, { title: words(index), text: words(index + 7) })),
      anna,
    );
    const packed = await packContent(content(doc));
    expect(packed.length).toBeLessThan(40_000);
  });
});

describe('a version', () => {
  it('keeps what was accepted, and says by whom and whether the plan has changed since', async () => {
    const doc = filledPlan();
    const kept = await withVersion(doc);
    expect(content(doc).acceptance).toMatchObject({
      version: { id: VERSION, name: 'Wersja na spotkanie 2', byName: 'Anna' },
      acceptances: [],
      hasChangedSince: false,
    });
    acceptVersion(
      doc,
      {
        versionId: VERSION,
        organisationId: asId<OrganisationId>('osp'),
        deviceId: asId<DeviceId>('tablet'),
        kind: 'confirmation',
        signatureId: undefined,
      },
      hand('Bogdan', 40),
    );
    expect(content(doc).acceptance).toMatchObject({
      acceptances: [{ organisationId: 'osp', at: 40, byName: 'Bogdan', deviceId: 'tablet' }],
      hasChangedSince: false,
    });
    editPlanText(doc, 'needs', 'n', { index: 0, remove: 1, insert: 'P' }, hand('Anna', 50));
    expect(content(doc).acceptance).toMatchObject({ hasChangedSince: true });
    const arrived = new Y.Doc();
    sync(doc, arrived);
    expect(await readVersion(arrived, VERSION)).toEqual({ ...kept, acceptance: undefined });
    expect(await readVersion(arrived, asId('other'))).toBeUndefined();
  });

  it('restored makes the plan read as it did, as new changes; what others said stays', async () => {
    const doc = filledPlan();
    const kept = await withVersion(doc);
    const later = hand('Bogdan', 100);
    editPlanRow(doc, 'goals', asId('g'), { title: 'Inny' }, later);
    editPlanText(doc, 'needs', 'n', { index: 0, remove: 6, insert: 'Brak autobusu' }, later);
    hidePlanRow(doc, 'activities', 'a', later);
    addPlanRows(doc, 'activities', [activity('c')], later);
    matchResource(doc, asId('n'), asId('r'), true, later);
    matchResource(doc, asId('o'), asId('s'), false, later);
    castVote(doc, asId('o'), asId('osp'), false, later);
    writeRichText(doc, sectionText(doc, 'vision'), [{ kind: 'paragraph', inlines: [{ text: 'inaczej' }] }]);
    writeRichText(doc, sectionText(doc, 'roles'), VISION);
    expect(comparePlans(kept, content(doc))).not.toEqual([]);

    restorePlan(doc, kept, hand('Anna', 200));
    expect(comparePlans(kept, content(doc))).toEqual([{ kind: 'voted', needId: 'o', organisationId: 'osp' }]);
    expect(recordsOf(doc, 'activities').find(({ id }) => id === 'c')?.isHidden).toBe(true);
    const before = Y.encodeStateVector(doc);
    restorePlan(doc, kept, hand('Anna', 300));
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  it('[G4] restored here while another writes there loses nothing of either', async () => {
    const [left, right] = [filledPlan(), new Y.Doc()];
    const kept = await withVersion(left);
    addPlanRows(left, 'activities', [activity('c')], hand('Anna', 30));
    sync(left, right);
    restorePlan(left, kept, hand('Anna', 200));
    editPlanRow(right, 'activities', asId('c'), { title: 'Dowóz' }, hand('Bogdan', 100));
    editPlanText(right, 'needs', 'n', { index: 6, remove: 0, insert: ' z sołectw' }, hand('Bogdan', 101));
    sync(left, right);
    expect(content(left)).toEqual(content(right));
    expect(recordsOf(left, 'activities').find(({ id }) => id === 'c')).toMatchObject({
      isHidden: true,
      isOfferedBack: true,
      title: 'Dowóz',
    });
    expect(content(left).rows.needs.map(({ text }) => text)).toContain('Dojazd z sołectw');
  });
});
