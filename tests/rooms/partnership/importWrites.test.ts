import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { beginPartnership, editOrganisation } from '../../../src/documents/partnershipCommands.ts';
import { type TableName, type TableRecords, projectRecords } from '../../../src/documents/projection.ts';
import { addPersons, beginRegister, editPerson } from '../../../src/documents/registerCommands.ts';
import {
  type AnyId,
  type MeetingId,
  type OrganisationId,
  type PartnershipId,
  type PersonId,
  asId,
} from '../../../src/domain/ids.ts';
import { type InvitationValues, makeInvitationRow } from '../../../src/domain/invitationList.ts';
import { planImport } from '../../../src/domain/planImport.ts';
import { type IsoDate, asInstant, decodeIsoDate } from '../../../src/domain/time.ts';
import { summariseImport } from '../../../src/rooms/partnership/bringIn/importSummary.ts';
import {
  type ImportWrites,
  type PlannedStep,
  importChanges,
  importWrites,
} from '../../../src/rooms/partnership/bringIn/importWrites.ts';
import { type PartnerFacts, knownPeople } from '../../../src/rooms/partnership/bringIn/knownPeople.ts';
import { parseInvitationText } from '../../../src/rooms/partnership/importList/parseInvitationText.ts';
import { readInvitationBytes } from '../../../src/rooms/partnership/importList/readInvitationFile.ts';
import { documentName } from '../../../src/schema/documentName.ts';
import { emptyPartnership } from '../../../src/schema/partnershipRecords.ts';

const PARTNERSHIP = asId<PartnershipId>('p1');
const MEETING = asId<MeetingId>('m1');
const NOW = asInstant(1_790_000_000_000);
const FIXTURES = new URL('./importList/lists/', import.meta.url);

function today(): IsoDate {
  const date = decodeIsoDate('2026-11-22');
  if (date === undefined) throw new Error('no date');
  return date;
}

/** Both documents of a partnership, and what the query tables would show of them. */
class Partnership {
  readonly partnership = new Y.Doc();
  readonly register = new Y.Doc();
  #ids = 0;

  constructor() {
    beginPartnership(this.partnership, emptyPartnership(PARTNERSHIP, NOW));
    beginRegister(this.register);
  }

  newId = <Id extends AnyId>(): Id => {
    this.#ids += 1;
    return asId<Id>(`id${this.#ids}`);
  };

  rows<Name extends TableName>(table: Name): readonly TableRecords[Name][] {
    const all = [
      ...projectRecords(this.partnership, 'partnership', PARTNERSHIP, 'all'),
      ...projectRecords(this.register, 'register', PARTNERSHIP, 'all'),
    ];
    // The projection names the table of each row; nothing else can be in it.
    return all.flatMap((row) =>
      row.table === table && row.record ? [row.record as TableRecords[Name]] : [],
    );
  }

  facts(): PartnerFacts {
    return {
      persons: this.rows('persons'),
      representations: this.rows('representations'),
      organisations: this.rows('organisations'),
      contacts: this.rows('contacts'),
    };
  }

  plan(values: readonly InvitationValues[]): readonly PlannedStep[] {
    const rows = values.map((each, at) => makeInvitationRow(at + 1, each));
    return planImport(rows, knownPeople(this.facts()));
  }

  bringIn(
    values: readonly InvitationValues[],
    options: { meetingId?: MeetingId; replacesKnown?: boolean } = {},
  ): ImportWrites {
    const writes = importWrites(this.plan(values), this.facts(), {
      newId: this.newId,
      now: NOW,
      today: today(),
      replacesKnown: options.replacesKnown ?? false,
      meetingId: options.meetingId,
    });
    for (const { name, run } of importChanges(writes, PARTNERSHIP)) {
      run(name === documentName('partnership', PARTNERSHIP) ? this.partnership : this.register);
    }
    return writes;
  }

  state(): string {
    const names = ['organisations', 'persons', 'representations', 'contacts', 'invitations'] as const;
    return JSON.stringify(names.map((name) => this.rows(name)));
  }
}

function row(values: Partial<InvitationValues>): InvitationValues {
  return { name: '', organisation: '', role: '', phone: '', email: '', ...values };
}

function readFixture(name: string): readonly InvitationValues[] {
  const file = readInvitationBytes(readFileSync(new URL(name, FIXTURES)), name);
  const list = file.kind === 'text' ? parseInvitationText(file.text) : undefined;
  if (list?.kind !== 'list') throw new Error(`${name} is no list`);
  return list.rows;
}

describe('bringing an invitation list in', () => {
  it('enters everybody once, with organisations that rows share, and invites them', () => {
    const partnership = new Partnership();
    partnership.bringIn(
      [
        row({ name: 'Anna Nowak', organisation: 'OSP Zawada', role: 'naczelnik', phone: '501 222 310' }),
        row({ name: 'Jan Lis', organisation: 'Ochotnicza Straż Pożarna Zawada' }),
        row({ name: 'Ewa Maj' }),
        row({ name: 'Nowak Anna', organisation: 'OSP Zawada' }),
        row({ organisation: 'Gmina' }),
      ],
      { meetingId: MEETING },
    );
    expect(partnership.rows('persons').map((person) => person.name)).toEqual([
      'Anna Nowak',
      'Jan Lis',
      'Ewa Maj',
    ]);
    expect(partnership.rows('organisations')).toMatchObject([
      { name: 'OSP Zawada', type: 'services', status: 'invited' },
    ]);
    expect(partnership.rows('representations')).toHaveLength(2);
    expect(partnership.rows('contacts')).toMatchObject([{ phone: '501 222 310', email: '' }]);
    expect(partnership.rows('invitations')).toHaveLength(3);
  });

  it('[G5] adds and changes nothing when the same list is brought in again', () => {
    const text = fc.constantFrom('', 'OSP', 'KGW „Polanki”', 'Szkoła Podstawowa', 'Urząd Gminy');
    const values: fc.Arbitrary<InvitationValues> = fc.record({
      name: fc.constantFrom(
        'Anna Nowak',
        'nowak anna',
        'Jan Lis',
        'ks. Adam Żak',
        'Ewa Zając-Żółć',
        '',
        '<b>Jan</b> Lis',
      ),
      organisation: text,
      role: fc.constantFrom('', 'dyrektor', 'prezes'),
      phone: fc.constantFrom('', '501 222 310', '+48501222310'),
      email: fc.constantFrom('', 'a@b.example', 'A@B.example'),
    });
    fc.assert(
      fc.property(fc.array(values, { maxLength: 12 }), fc.boolean(), (list, replacesKnown) => {
        const partnership = new Partnership();
        partnership.bringIn(list, { meetingId: MEETING, replacesKnown });
        const people = partnership.rows('persons').length;
        const organisations = partnership.rows('organisations').length;
        partnership.bringIn(list, { meetingId: MEETING, replacesKnown: false });
        expect(partnership.rows('persons')).toHaveLength(people);
        expect(partnership.rows('organisations')).toHaveLength(organisations);
        const settled = partnership.state();
        const writes = partnership.bringIn(list, { meetingId: MEETING, replacesKnown: false });
        expect(writes).toMatchObject({ organisations: [], persons: [] });
        expect(partnership.state()).toBe(settled);
      }),
      { numRuns: 100 },
    );
  });

  it('finds the same 18 people in all three forms in which a library has its list', () => {
    const partnership = new Partnership();
    partnership.bringIn(readFixture('invitees-excel-windows-1250.csv'), { meetingId: MEETING });
    expect(partnership.rows('persons')).toHaveLength(18);
    const state = partnership.state();
    for (const name of [
      'invitees-utf8.csv',
      'invitees-pasted-from-email.txt',
      'invitees-excel-windows-1250.csv',
    ]) {
      const steps = partnership.plan(readFixture(name));
      expect(summariseImport(steps)).toMatchObject({
        people: 18,
        newPeople: 0,
        newOrganisations: 0,
        doubles: 0,
      });
      partnership.bringIn(readFixture(name), { meetingId: MEETING });
      expect(partnership.state()).toBe(state);
    }
  });

  it('fills in what was empty, and puts other values in place only when told', () => {
    const partnership = new Partnership();
    partnership.bringIn([row({ name: 'Anna Nowak', phone: '501 222 310' })]);
    const list = [
      row({
        name: 'Anna Nowak',
        organisation: 'OSP',
        role: 'prezes',
        phone: '600 100 200',
        email: 'a@b.example',
      }),
    ];
    partnership.bringIn(list);
    expect(partnership.rows('contacts')).toMatchObject([{ phone: '501 222 310', email: 'a@b.example' }]);
    expect(partnership.rows('representations')).toMatchObject([{ role: 'prezes', to: undefined }]);
    partnership.bringIn(list, { replacesKnown: true });
    expect(partnership.rows('contacts')).toMatchObject([{ phone: '600 100 200' }]);
    expect(partnership.rows('representations')).toHaveLength(1);
  });

  it('brings hidden people and organisations back instead of entering them twice', () => {
    const partnership = new Partnership();
    const list = [row({ name: 'Anna Nowak', organisation: 'OSP' })];
    const { persons, organisations } = partnership.bringIn(list);
    for (const { id } of persons) editPerson(partnership.register, id, { isHidden: true });
    for (const { id } of organisations) editOrganisation(partnership.partnership, id, { isHidden: true });
    partnership.bringIn(list);
    expect(partnership.rows('persons')).toMatchObject([{ isHidden: false }]);
    expect(partnership.rows('organisations')).toMatchObject([{ isHidden: false }]);
  });

  it('invites the person that a double was merged into', () => {
    const partnership = new Partnership();
    const [kept, double] = [asId<PersonId>('kept'), asId<PersonId>('double')];
    const bare = { createdAt: NOW, phone: '', email: '', representation: undefined };
    addPersons(partnership.register, [
      { ...bare, id: kept, name: 'Anna Nowak-Lis' },
      { ...bare, id: double, name: 'Anna Nowak' },
    ]);
    editPerson(partnership.register, double, { mergedInto: kept });
    partnership.bringIn([row({ name: 'Anna Nowak' })], { meetingId: MEETING });
    expect(partnership.rows('persons')).toHaveLength(2);
    expect(partnership.rows('invitations')).toMatchObject([{ personId: 'kept', isInvited: true }]);
  });

  it('counts what it would do', () => {
    const partnership = new Partnership();
    const known = [row({ name: 'Anna Nowak', organisation: 'OSP', phone: '501 222 310' })];
    partnership.bringIn(known);
    const steps = partnership.plan([
      row({ name: 'Anna Nowak', organisation: 'OSP', phone: '600 100 200', email: 'a@b.example' }),
      row({ name: 'Jan Lis', organisation: 'Szkoła' }),
      row({ name: 'Jan Lis', organisation: 'Szkoła' }),
      row({ name: '' }),
    ]);
    expect(summariseImport(steps)).toEqual({
      people: 2,
      newPeople: 1,
      knownPeople: 1,
      filledIn: 1,
      differing: 1,
      organisations: 2,
      newOrganisations: 1,
      doubles: 1,
      unusable: 1,
    });
    const ids: readonly OrganisationId[] = partnership
      .rows('organisations')
      .map((organisation) => organisation.id);
    expect(ids).toHaveLength(1);
  });
});
