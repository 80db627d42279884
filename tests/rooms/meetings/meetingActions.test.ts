import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type DecisionId, type MeetingId, type PersonId, asId } from '../../../src/domain/ids.ts';
import type { MeetingFields } from '../../../src/domain/meetingDraft.ts';
import { type MeetingActions, meetingActions } from '../../../src/rooms/meetings/meetingActions.ts';
import { PARTNERSHIP } from '../../storage/testLedger.ts';
import { type TestDevice, openDevice, undoLatest } from '../testDevice.ts';

const MEETING = asId<MeetingId>('m1');
const FIELDS: MeetingFields = {
  theme: 'buildPartnership',
  title: '',
  date: undefined,
  from: undefined,
  to: undefined,
  place: 'Świetlica',
};

let device: TestDevice;
let actions: MeetingActions;

beforeEach(() => {
  device = openDevice();
  actions = meetingActions(device, PARTNERSHIP);
});

describe('the meetings of a partnership', () => {
  it('get the next number, which a cancelled meeting keeps for itself', async () => {
    await actions.plan(MEETING, FIELDS, []);
    const [first] = await device.db.meetings.toArray();
    if (first === undefined) throw new Error('not planned');
    actions.cancel(first);
    await vi.waitFor(async () => expect((await device.db.meetings.get('m1'))?.isHidden).toBe(true));
    await actions.plan(asId<MeetingId>('m2'), FIELDS, await device.db.meetings.toArray());
    expect((await device.db.meetings.get('m2'))?.number).toBe(2);
  });

  it('come back by one tap after they were cancelled', async () => {
    await actions.plan(MEETING, FIELDS, []);
    const [first] = await device.db.meetings.toArray();
    if (first === undefined) throw new Error('not planned');
    actions.cancel(first);
    await vi.waitFor(undoLatest);
    await vi.waitFor(async () => expect((await device.db.meetings.get('m1'))?.isHidden).toBe(false));
  });

  it('are planned once when the same attempt is made again', async () => {
    await actions.plan(MEETING, FIELDS, []);
    await actions.plan(MEETING, FIELDS, []);
    expect(await device.db.meetings.toArray()).toMatchObject([
      { number: 1, place: 'Świetlica', state: 'planned' },
    ]);
  });

  it('invite people and take invitations back', async () => {
    const [anna, jan] = [asId<PersonId>('anna'), asId<PersonId>('jan')];
    await actions.invite(MEETING, [anna, jan], true);
    await actions.invite(MEETING, [jan], false);
    const rows = await device.db.invitations.toArray();
    expect(rows.map(({ personId, isInvited }) => [personId, isInvited])).toEqual([
      ['anna', true],
      ['jan', false],
    ]);
  });

  it('keep decisions field by field: finishing one changes no other field', async () => {
    const id = asId<DecisionId>('d1');
    const decision = { meetingId: MEETING, text: 'Zebrać oferty', who: 'KGW', due: undefined };
    await actions.decide(id, { ...decision, order: 'V', isDone: false, isHidden: false });
    await actions.decide(id, { meetingId: MEETING, isDone: true });
    expect(await device.db.decisions.toArray()).toMatchObject([{ ...decision, order: 'V', isDone: true }]);
  });
});
