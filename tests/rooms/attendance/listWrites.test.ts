import { describe, expect, it } from 'vitest';
import { attendanceRows } from '../../../src/domain/attendance.ts';
import { asId, type PersonId, type SignatureId } from '../../../src/domain/ids.ts';
import { sealState, sealedText } from '../../../src/domain/seal.ts';
import { asInstant, isoDateOf } from '../../../src/domain/time.ts';
import { fingerprintOf } from '../../../src/documents/fingerprint.ts';
import { openMeeting, planMeeting } from '../../../src/documents/meetingCommands.ts';
import { editPerson } from '../../../src/documents/registerCommands.ts';
import {
  type ListTarget,
  writeClosing,
  writeRowChange,
  writeSealingAgain,
} from '../../../src/rooms/attendance/changes/listWrites.ts';
import { undoOf } from '../../../src/rooms/attendance/changes/rowChange.ts';
import { documentName } from '../../../src/schema/documentName.ts';
import type { Device } from '../../../src/storage/device.ts';
import { keepDraft, readDraft } from '../../../src/storage/drafts.ts';
import {
  MEETING,
  PARTNERSHIP,
  REGISTER,
  begin,
  freshName,
  mark,
  openTab,
  person,
  rebuildAlone,
} from '../../storage/testLedger.ts';

const PARTNERSHIP_DOC = documentName('partnership', PARTNERSHIP);

async function openList() {
  const tab = openTab(freshName());
  let time = 100;
  let ids = 0;
  const device: Device = {
    id: asId('tablet'),
    db: tab.db,
    ledger: tab.ledger,
    rebuildRegister: rebuildAlone(tab.ledger),
    newId: () => {
      ids += 1;
      return asId(`new-${ids}`);
    },
    now: () => {
      time += 1;
      return asInstant(time);
    },
    today: () => isoDateOf(new Date(2026, 10, 22)),
    reportFailure: (failure) => {
      throw failure;
    },
  };
  await tab.ledger.write([
    begin(),
    person('anna', 'Anna Wiśniewska'),
    {
      name: PARTNERSHIP_DOC,
      run: (doc) => {
        planMeeting(doc, {
          id: MEETING,
          number: 2,
          theme: 'analyseEffectiveness',
          title: '',
          date: undefined,
          from: undefined,
          to: undefined,
          place: 'Świetlica',
          state: 'planned',
          openedAt: undefined,
          closedAt: undefined,
          isHidden: false,
        });
        openMeeting(doc, MEETING, asInstant(50), device.today());
      },
    },
  ]);
  const target: ListTarget = {
    device,
    partnershipId: PARTNERSHIP,
    meetingId: MEETING,
    correction: undefined,
  };
  const head = async () => {
    const meeting = await tab.db.meetings.get(MEETING);
    if (meeting === undefined) throw new Error('no meeting');
    const names = new Map((await tab.db.organisations.toArray()).map(({ id, name }) => [id, name]));
    return { meeting, organisationName: (id: Parameters<typeof names.get>[0]) => names.get(id) ?? '' };
  };
  /** As the screen judges it: from the query tables. */
  const seal = async () => {
    const { db } = tab;
    const { meeting, organisationName } = await head();
    const facts = {
      meetingId: MEETING,
      day: meeting.date,
      persons: await db.persons.toArray(),
      representations: await db.representations.toArray(),
      invitations: await db.invitations.toArray(),
      entries: await db.attendance.toArray(),
      signatures: await db.signatures.toArray(),
    };
    const text = sealedText(meeting, attendanceRows(facts), organisationName);
    return sealState(await db.seals.toArray(), fingerprintOf(text));
  };
  return { ...tab, device, target, head, seal };
}

const drawn = (id: string, personId: string) => ({
  id: asId<SignatureId>(id),
  meetingId: MEETING,
  personId: asId<PersonId>(personId),
  content: {
    kind: 'drawn' as const,
    strokes: [
      [
        { x: 0, y: 0 },
        { x: 900, y: 10 },
      ],
    ],
  },
  at: asInstant(5),
  deviceId: asId<Device['id']>('tablet'),
  voidedAt: undefined,
});

describe('what is done on a list', () => {
  it('[G1] keeps a newcomer, the new organisation and the mark in one write', async () => {
    const { db, target } = await openList();
    await writeRowChange(
      target,
      {
        personId: asId('jan'),
        presence: 'present',
        origin: 'operator',
        signing: { kind: 'unchanged' },
        newcomer: { name: 'Jan Lis', organisation: { kind: 'new', name: 'OSP Zawada' } },
      },
      asInstant(60),
    );
    const [organisation] = await db.organisations.toArray();
    expect(organisation).toMatchObject({ name: 'OSP Zawada', type: 'services', status: 'potential' });
    expect(await db.representations.toArray()).toMatchObject([
      { personId: 'jan', organisationId: organisation?.id },
    ]);
    expect(await db.attendance.toArray()).toMatchObject([{ personId: 'jan', presence: 'present', at: 60 }]);
  });

  it('drops the draft with the signature that came of it, and only then', async () => {
    const { db, target } = await openList();
    const anna = asId<PersonId>('anna');
    await keepDraft(db, MEETING, anna, [[{ x: 1, y: 1 }]]);
    const signature = drawn('sig', 'anna');
    const change = {
      personId: anna,
      presence: 'present',
      origin: 'self',
      signing: { kind: 'unchanged' },
    } as const;
    await writeRowChange(target, change, asInstant(60));
    expect(await readDraft(db, MEETING, anna)).toHaveLength(1);
    await writeRowChange(target, { ...change, signing: { kind: 'sign', signature } }, asInstant(61));
    expect(await readDraft(db, MEETING, anna)).toEqual([]);
    expect(await db.signatures.toArray()).toMatchObject([{ personId: 'anna', content: { kind: 'drawn' } }]);
  });

  it('is undone: a signature taken back stands again as it was drawn', async () => {
    const { db, target } = await openList();
    const signature = drawn('sig', 'anna');
    const base = { personId: asId<PersonId>('anna'), origin: 'operator' } as const;
    await writeRowChange(
      target,
      { ...base, presence: 'present', signing: { kind: 'sign', signature } },
      asInstant(60),
    );
    const taken = { ...base, presence: 'unmarked', signing: { kind: 'void', signature } } as const;
    await writeRowChange(target, taken, asInstant(61));
    expect((await db.signatures.toArray())[0]?.voidedAt).toBe(61);
    const before = { presence: 'present', origin: 'operator', signature } as const;
    await writeRowChange(target, undoOf({ ...row, ...before }, taken), asInstant(62));
    expect((await db.signatures.toArray())[0]).toMatchObject({
      voidedAt: undefined,
      content: signature.content,
    });
    expect((await db.attendance.toArray())[0]?.presence).toBe('present');
  });
});

describe('taking back', () => {
  const anna = asId<PersonId>('anna');
  const base = { personId: anna, origin: 'operator' } as const;

  it('voids every signature of a person who signed on two tablets', async () => {
    const { db, target } = await openList();
    const [first, second] = [drawn('first', 'anna'), drawn('second', 'anna')];
    for (const signature of [first, second]) {
      await writeRowChange(
        target,
        { ...base, presence: 'present', signing: { kind: 'sign', signature } },
        asInstant(60),
      );
    }
    await writeRowChange(
      target,
      { ...base, presence: 'unmarked', signing: { kind: 'void', signature: second } },
      asInstant(61),
    );
    expect((await db.signatures.toArray()).map(({ voidedAt }) => voidedAt)).toEqual([61, 61]);
  });

  it('takes back the entry of a merged double too, so that the row really says so', async () => {
    const { db, ledger, target } = await openList();
    await ledger.write([person('double', 'A. Wiśniewska'), mark('double', 'present', 60)]);
    await ledger.write([
      { name: REGISTER, run: (doc) => editPerson(doc, asId('double'), { mergedInto: anna }) },
    ]);
    await writeRowChange(
      target,
      { ...base, presence: 'unmarked', signing: { kind: 'unchanged' } },
      asInstant(61),
    );
    expect((await db.attendance.toArray()).map(({ presence }) => presence)).toEqual(['unmarked', 'unmarked']);
  });
});

describe('closing a list', () => {
  it('[G1] seals it and closes the meeting in one write; the query tables agree with the seal', async () => {
    const { db, device, ledger, head, seal } = await openList();
    await ledger.write([mark('anna', 'present', 60)]);
    await writeClosing(device, PARTNERSHIP, await head(), 'Maria Nowak');
    expect((await db.meetings.get(MEETING))?.state).toBe('closed');
    expect(await seal()).toMatchObject({
      kind: 'sealed',
      seal: { by: 'Maria Nowak', kind: 'closing', present: 1, signed: 0 },
    });
  });

  it('a correction says why, seals anew with the change in it, and counts a newcomer’s organisation', async () => {
    const { db, device, ledger, target, head, seal } = await openList();
    await ledger.write([mark('anna', 'present', 60)]);
    await writeClosing(device, PARTNERSHIP, await head(), 'Maria Nowak');
    const first = await seal();
    const correction = { reason: 'Jan przyszedł później', by: 'Ewa Maj', head: await head() };
    await writeRowChange(
      { ...target, correction },
      {
        personId: asId('jan'),
        presence: 'present',
        origin: 'operator',
        signing: { kind: 'unchanged' },
        newcomer: { name: 'Jan Lis', organisation: { kind: 'new', name: 'OSP Zawada' } },
      },
      device.now(),
    );
    const second = await seal();
    expect(second).toMatchObject({
      kind: 'corrected',
      seal: { reason: 'Jan przyszedł później', by: 'Ewa Maj', present: 2 },
    });
    expect(second.kind === 'corrected' && first.kind === 'sealed' && second.first).toEqual(
      first.kind === 'sealed' && first.seal,
    );
    expect((await db.attendance.get(`${MEETING}.jan`))?.correction).toBe('Jan przyszedł później');
  });

  it('shows what comes after the seal, and sealing again says why', async () => {
    const { device, ledger, head, seal } = await openList();
    await writeClosing(device, PARTNERSHIP, await head(), 'Maria Nowak');
    await ledger.write([mark('anna', 'excused', 70)]);
    expect((await seal()).kind).toBe('changed');
    await writeSealingAgain(device, PARTNERSHIP, {
      head: await head(),
      reason: 'drugi tablet',
      by: 'Ewa Maj',
    });
    expect(await seal()).toMatchObject({ kind: 'corrected', seal: { reason: 'drugi tablet' } });
  });
});

const row = {
  id: asId<PersonId>('anna'),
  ordinal: 1,
  name: 'Anna Wiśniewska',
  organisation: '',
  markedAt: undefined,
  correction: undefined,
  isWalkIn: false,
  saved: 'device',
} as const;
