import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type OrganisationId, type PersonId, type RepresentationId, asId } from '../../../src/domain/ids.ts';
import { listPeople } from '../../../src/domain/partnerDirectory.ts';
import {
  type PartnerActions,
  type PersonFields,
  partnerActions,
} from '../../../src/rooms/partnership/partners/partnerActions.ts';
import { PARTNERSHIP } from '../../storage/testLedger.ts';
import { type TestDevice, openDevice, undoLatest } from '../testDevice.ts';

const [OSP, GOK] = [asId<OrganisationId>('osp'), asId<OrganisationId>('gok')];
const ANNA = asId<PersonId>('anna');
const R1 = asId<RepresentationId>('r1');

let device: TestDevice;
let actions: PartnerActions;

function fields(changed: Partial<PersonFields> = {}): PersonFields {
  return {
    name: 'Anna Nowak',
    phone: '',
    email: '',
    wanted: { organisationId: OSP, role: 'naczelnik' },
    newOrganisation: undefined,
    ...changed,
  };
}

beforeEach(() => {
  device = openDevice();
  actions = partnerActions(device, PARTNERSHIP);
});

describe('people and organisations of a partnership', () => {
  it('are entered together as one change: a person with an organisation that was not there', async () => {
    await actions.addPerson(
      ANNA,
      R1,
      fields({
        phone: '501 222 310',
        newOrganisation: { id: OSP, name: 'OSP', type: 'services', status: 'invited' },
      }),
    );
    expect(await device.db.organisations.toArray()).toMatchObject([{ name: 'OSP', type: 'services' }]);
    expect(await device.db.persons.toArray()).toMatchObject([{ name: 'Anna Nowak' }]);
    expect(await device.db.representations.toArray()).toMatchObject([
      { personId: 'anna', from: '2026-11-22' },
    ]);
    expect(await device.db.contacts.toArray()).toMatchObject([{ phone: '501 222 310' }]);
  });

  it('are entered once when the same attempt is made again', async () => {
    await actions.addPerson(ANNA, R1, fields());
    await actions.addPerson(ANNA, R1, fields());
    expect(await device.db.persons.count()).toBe(1);
    expect(await device.db.representations.count()).toBe(1);
  });

  it('keep the history when a person begins to speak for another organisation', async () => {
    await actions.addPerson(ANNA, R1, fields());
    const current = await device.db.representations.get('r1');
    const later = partnerActions({ ...device, today: openDevice('2027-03-01').today }, PARTNERSHIP);
    const wanted = { organisationId: GOK, role: 'instruktorka' };
    await later.editPerson(ANNA, asId<RepresentationId>('r2'), current, fields({ wanted }));
    const rows = await device.db.representations.orderBy('key').toArray();
    expect(rows.map(({ organisationId, from, to }) => [organisationId, from, to])).toEqual([
      ['osp', '2026-11-22', '2027-03-01'],
      ['gok', '2027-03-01', undefined],
    ]);
  });

  it('come back by one tap after they were removed, ended or merged', async () => {
    await actions.addPerson(ANNA, R1, fields());
    const anna = await device.db.persons.get('anna');
    const current = await device.db.representations.get('r1');
    if (anna === undefined || current === undefined) throw new Error('not entered');

    actions.hidePerson(anna);
    await vi.waitFor(async () => expect((await device.db.persons.get('anna'))?.isHidden).toBe(true));
    await vi.waitFor(undoLatest);
    await vi.waitFor(async () => expect((await device.db.persons.get('anna'))?.isHidden).toBe(false));

    actions.endRepresentation(anna, current);
    await vi.waitFor(async () => expect((await device.db.representations.get('r1'))?.to).toBe('2026-11-22'));
    await vi.waitFor(undoLatest);
    await vi.waitFor(async () => expect((await device.db.representations.get('r1'))?.to).toBeUndefined());
  });

  it('are one person after a merge, with the contact data that only the double had', async () => {
    await actions.addPerson(ANNA, R1, fields({ phone: '501 222 310' }));
    const double = asId<PersonId>('double');
    await actions.addPerson(
      double,
      asId<RepresentationId>('r2'),
      fields({ phone: '600 100 200', email: 'a@b.example' }),
    );
    const [kept, other] = await device.db.persons.bulkGet(['anna', 'double']);
    if (kept === undefined || other === undefined) throw new Error('not entered');
    await actions.merge(kept, other);
    const rows = {
      persons: await device.db.persons.toArray(),
      representations: await device.db.representations.toArray(),
    };
    expect(listPeople(rows).map((entry) => entry.person.id)).toEqual(['anna']);
    expect(await device.db.contacts.get('anna')).toMatchObject({
      phone: '501 222 310',
      email: 'a@b.example',
    });

    undoLatest();
    await vi.waitFor(async () => expect((await device.db.persons.get('double'))?.mergedInto).toBeUndefined());
  });

  it('lose their contact data, and nothing else, when it is cleared', async () => {
    await actions.addPerson(ANNA, R1, fields({ phone: '501 222 310' }));
    const current = await device.db.representations.get('r1');
    await actions.editPerson(ANNA, asId<RepresentationId>('r2'), current, fields({ phone: '' }));
    expect(await device.db.contacts.count()).toBe(0);
    expect(await device.db.persons.toArray()).toMatchObject([{ name: 'Anna Nowak' }]);
  });
});
