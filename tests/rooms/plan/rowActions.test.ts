import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NeedId } from '../../../src/domain/ids.ts';
import { compareOrder } from '../../../src/domain/order.ts';
import { planWork, type PlanWork } from '../../../src/rooms/plan/planWork.ts';
import { addRow, hideRow, moveRow } from '../../../src/rooms/plan/rows/rowActions.ts';
import { readPlan } from '../../../src/storage/planQueries.ts';
import { PARTNERSHIP } from '../../storage/testLedger.ts';
import { openDevice, undoLatest } from '../testDevice.ts';

let work: PlanWork;

beforeEach(() => {
  work = planWork({
    device: openDevice(),
    go: () => undefined,
    partnershipId: PARTNERSHIP,
    personName: 'Ewa',
    organisationId: undefined,
    readOnly: undefined,
    maySpeakForPartners: true,
  });
});

async function needs() {
  const { needs: all } = await readPlan(work.device.db, PARTNERSHIP, ['needs']);
  return all.filter(({ isHidden }) => !isHidden).toSorted(compareOrder);
}
const texts = async (): Promise<readonly string[]> => (await needs()).map(({ text }) => text);

async function add(text: string): Promise<NeedId> {
  const id = work.device.newId<NeedId>();
  await addRow(work, 'needs', await needs(), (order) => ({
    id,
    order,
    kind: 'need' as const,
    text,
  }));
  return id;
}

describe('rows of the plan', () => {
  it('stand at the end when they are added, and where they were put', async () => {
    await add('sala');
    await add('autobus');
    const last = await add('chodnik');
    expect(await texts()).toEqual(['sala', 'autobus', 'chodnik']);
    await moveRow(work, 'needs', await needs(), last, 0);
    expect(await texts()).toEqual(['chodnik', 'sala', 'autobus']);
    await moveRow(work, 'needs', await needs(), last, 1);
    expect(await texts()).toEqual(['sala', 'chodnik', 'autobus']);
  });

  it('are taken away with a way back', async () => {
    const id = await add('sala');
    hideRow(work, 'needs', id, 'sala');
    await expect.poll(texts).toEqual([]);
    await expect.poll(() => tryUndo()).toBe(true);
    await expect.poll(texts).toEqual(['sala']);
  });
});

function tryUndo(): boolean {
  try {
    undoLatest();
    return true;
  } catch {
    return false;
  }
}
