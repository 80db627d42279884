import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { publishRound } from '../../src/documents/programmeCommands.ts';
import { projectRecords } from '../../src/documents/projection.ts';
import { rootMap } from '../../src/documents/roots.ts';
import { BENEFITS, PROGRAMME_THEMES } from '../../src/domain/programme/round.ts';
import { THIRD_ROUND } from '../../src/domain/programme/thirdRound.ts';
import { roundFields } from '../../src/domain/programme/roundFields.ts';
import { decodeRound } from '../../src/schema/roundRecords.ts';

function projected(doc: Y.Doc) {
  return projectRecords(doc, 'programme', THIRD_ROUND.id, 'all').find((row) => row.table === 'rounds')
    ?.record;
}

describe('the round', () => {
  it('ships as the third round of the programme page: three themes, 24 hours, nine benefits, contacts', () => {
    expect(THIRD_ROUND.themes.map((each) => each.theme)).toEqual([...PROGRAMME_THEMES]);
    expect(THIRD_ROUND.allowance).toBe(24 * 60);
    expect(Object.keys(THIRD_ROUND.benefits)).toEqual([...BENEFITS]);
    expect(THIRD_ROUND.contact.phones).toEqual(['22 121 59 10', '607 748 024']);
  });

  it('is what staff published, and for the rest what ships', () => {
    const doc = new Y.Doc();
    publishRound(doc, {
      controller: 'Gmina Stare Pole',
      retentionYears: 6,
      contactPhones: '22 000 00 00 , 600 000 000,',
    });
    expect(projected(doc)).toMatchObject({
      name: THIRD_ROUND.name,
      privacy: { controller: 'Gmina Stare Pole', retentionYears: 6 },
      contact: { name: THIRD_ROUND.contact.name, phones: ['22 000 00 00', '600 000 000'] },
    });
  });

  it('comes back from its own fields unchanged', () => {
    expect(decodeRound(THIRD_ROUND.id, { ...roundFields(THIRD_ROUND) })).toEqual(THIRD_ROUND);
  });

  it('takes no nonsense: years within bounds, links of the web only', () => {
    const doc = new Y.Doc();
    rootMap(doc, 'round').set('retentionYears', 4_000);
    rootMap(doc, 'round').set('clauseUrl', 'javascript:alert(1)');
    rootMap(doc, 'round').set('name', 12);
    expect(projected(doc)).toMatchObject({
      name: THIRD_ROUND.name,
      privacy: { retentionYears: 50, clauseUrl: '' },
    });
  });
});
