import { describe, expect, it } from 'vitest';
import { asId } from '../../../src/domain/ids.ts';
import type { NewcomerOrganisation } from '../../../src/rooms/attendance/changes/rowChange.ts';
import { type KioskStep, START, decodeStep } from '../../../src/rooms/attendance/selfSigning/kioskStep.ts';

const afterReload = (step: KioskStep): KioskStep => decodeStep(JSON.parse(JSON.stringify(step)));

describe('where somebody is on the tablet that is passed round', () => {
  it('is found again after a reload while they sign, newcomers with what they typed', () => {
    const listed: KioskStep = { kind: 'sign', personId: asId('anna'), newcomer: undefined };
    expect(afterReload(listed)).toEqual(listed);
    const organisations: readonly NewcomerOrganisation[] = [
      { kind: 'none' },
      { kind: 'known', id: asId('osp') },
      { kind: 'new', name: 'Koło Gospodyń' },
    ];
    for (const organisation of organisations) {
      const step: KioskStep = {
        kind: 'sign',
        personId: asId('x'),
        newcomer: { name: 'Jan Lis', organisation },
      };
      expect(afterReload(step)).toEqual(step);
    }
  });

  it('is the start for anything else', () => {
    for (const raw of [
      null,
      'sign',
      [],
      { kind: 'find' },
      { kind: 'sign' },
      { kind: 'sign', personId: 'a b' },
      { kind: 'sign', personId: 'x', newcomer: { name: '', organisation: { kind: 'none' } } },
      { kind: 'sign', personId: 'x', newcomer: { name: 'Jan Lis', organisation: { kind: 'other' } } },
      { kind: 'sign', personId: 'x', newcomer: { name: 'Jan Lis', organisation: { kind: 'known', id: '' } } },
    ]) {
      expect(decodeStep(raw)).toEqual(START);
    }
  });
});
