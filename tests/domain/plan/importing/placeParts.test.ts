import { describe, expect, test } from 'vitest';
import { type OrganisationId, asId } from '../../../../src/domain/ids.ts';
import { placeParts, type PlacingNames } from '../../../../src/domain/plan/importing/placeParts.ts';
import type { PlanPart } from '../../../../src/domain/plan/importing/splitIntoSections.ts';
import type { Block } from '../../../../src/domain/richText/blocks.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ text }] });
const part = (...lines: readonly string[]): PlanPart => ({
  section: undefined,
  heading: '',
  blocks: lines.map(paragraph),
});
const school = asId<OrganisationId>('school');
const names: PlacingNames = {
  organisations: [
    { id: asId<OrganisationId>('sp'), name: 'Szkoła' },
    { id: school, name: 'Szkoła Podstawowa w Łężycach' },
  ],
  benefits: [{ id: 'trust', name: 'Relacje i zaufanie' }],
  unplacedHeading: 'Z wczytanego planu',
};

describe('parts of a plan that is brought in', () => {
  test('become texts and rows, in the order in which they stood; what is left out is nowhere', () => {
    const placed = placeParts(
      [
        { part: part('Razem.'), section: 'vision' },
        { part: part('Chodnik', 'Świetlica'), section: 'needs' },
        { part: part('Na zawsze.'), section: 'vision' },
        { part: part('Tajne'), section: undefined },
      ],
      names,
    );
    expect(placed.texts.get('vision')).toEqual([paragraph('Razem.'), paragraph('Na zawsze.')]);
    expect(placed.needs).toEqual(['Chodnik', 'Świetlica']);
    expect(JSON.stringify([...placed.texts, placed])).not.toContain('Tajne');
  });

  test('find the partner whose name stands in a row; what has none is kept in the facts section', () => {
    const placed = placeParts(
      [
        { part: part('SZKOŁA PODSTAWOWA W LEZYCACH: czytelnicy', 'Poczta: listy'), section: 'partners' },
        { part: part('Relacje i zaufanie – ankieta'), section: 'evaluation' },
        { part: part('Gmina Stare Pole'), section: 'profile' },
      ],
      names,
    );
    expect(placed.partnerNotes).toEqual([
      { organisationId: school, text: 'SZKOŁA PODSTAWOWA W LEZYCACH: czytelnicy' },
    ]);
    expect(placed.benefitNotes).toEqual([{ benefit: 'trust', text: 'Relacje i zaufanie – ankieta' }]);
    expect(placed.unplaced).toEqual(['Poczta: listy']);
    const profile = placed.texts.get('profile') ?? [];
    expect(profile[0]).toEqual(paragraph('Gmina Stare Pole'));
    expect(JSON.stringify(profile)).toContain('Poczta: listy');
  });
});
