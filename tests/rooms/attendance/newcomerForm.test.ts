import { describe, expect, it } from 'vitest';
import { asId } from '../../../src/domain/ids.ts';
import type { KnownPerson } from '../../../src/domain/knownPeople.ts';
import type { PartnerOrganisation } from '../../../src/domain/organisation.ts';
import { checkNewcomer } from '../../../src/rooms/attendance/changes/newcomerForm.ts';

const people: readonly KnownPerson[] = [
  { id: asId('anna'), name: 'Anna Żółć', organisation: 'Ochotnicza Straż Pożarna', folded: '' },
];
const organisations: readonly PartnerOrganisation[] = [
  { id: asId('osp'), name: 'Ochotnicza Straż Pożarna', type: 'services', status: 'joined', isHidden: false },
  { id: asId('old'), name: 'Dawny Klub', type: 'other', status: 'left', isHidden: true },
];
const check = (name: string, organisation = '') =>
  checkNewcomer({ name, organisation }, people, organisations);

describe('somebody who is not on the list', () => {
  it('is refused without a name, with a name without letters or with one that is too long', () => {
    expect(check('  ')).toEqual({ kind: 'refused', name: 'empty', organisation: undefined });
    expect(check('123')).toMatchObject({ name: 'noLetters' });
    expect(check('a'.repeat(201))).toMatchObject({ name: 'tooLong' });
    expect(check('Jan Lis', 'x'.repeat(201))).toEqual({
      kind: 'refused',
      name: undefined,
      organisation: 'tooLong',
    });
  });

  it('is recognised when already known, however name and organisation are written', () => {
    expect(check('zolc ANNA', 'OSP')).toEqual({ kind: 'known', personId: 'anna' });
  });

  it('comes for an organisation that is known, a new one or none; hidden ones are not taken up again', () => {
    expect(check('Jan Lis', ' osp ')).toMatchObject({
      newcomer: { name: 'Jan Lis', organisation: { kind: 'known', id: 'osp' } },
    });
    expect(check('Jan Lis', 'Dawny Klub')).toMatchObject({
      newcomer: { organisation: { kind: 'new', name: 'Dawny Klub' } },
    });
    expect(check('Jan Lis')).toMatchObject({ newcomer: { organisation: { kind: 'none' } } });
  });

  it('keeps markup, emoji and right-to-left names as what they are: text', () => {
    expect(check('<b>Jan</b> Lis 🦊')).toMatchObject({ newcomer: { name: '<b>Jan</b> Lis 🦊' } });
    expect(check('يوسف حداد')).toMatchObject({ newcomer: { name: 'يوسف حداد' } });
  });
});
