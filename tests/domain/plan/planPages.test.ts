import { expect, test } from 'vitest';
import { TRACKS } from '../../../src/domain/partnership.ts';
import { hrefOf, placeOf } from '../../../src/domain/places.ts';
import { placeOfSection, sectionOfPage } from '../../../src/domain/plan/planPages.ts';
import { sectionsOf } from '../../../src/domain/plan/sections.ts';

test.each(TRACKS)('every section of the track %s has an address that leads back to it', (track) => {
  for (const section of sectionsOf(track)) {
    const place = placeOf(hrefOf(placeOfSection(section)));
    expect(place.kind === 'planPage' && sectionOfPage(place.page, track)).toBe(section);
  }
});

test('an address of the other track’s section leads to none', () => {
  expect(sectionOfPage('koncepcja', 'project')).toBeUndefined();
  expect(sectionOfPage('projekt', 'longTerm')).toBeUndefined();
  expect(sectionOfPage('cos-innego', 'project')).toBeUndefined();
});
