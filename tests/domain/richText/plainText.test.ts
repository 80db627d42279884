import { expect, it } from 'vitest';
import type { RichText } from '../../../src/domain/richText/blocks.ts';
import { isBlank, linesOf, plainTextOf } from '../../../src/domain/richText/plainText.ts';

it('formatted text reads as lines: items of lists one by one, rows of tables with tabs', () => {
  const line = (text: string): RichText => [{ kind: 'paragraph', inlines: [{ text }] }];
  const text: RichText = [
    { kind: 'heading', level: 1, inlines: [{ text: 'Wizja' }] },
    { kind: 'paragraph', inlines: [{ text: 'Bibliote' }, { text: 'ka', isBold: true }] },
    { kind: 'list', isOrdered: false, items: [line('OSP'), [...line('KGW'), ...line('dopisek')]] },
    {
      kind: 'table',
      rows: [{ cells: [line('kto'), line('co')].map((blocks) => ({ isHeader: true, blocks })) }],
    },
  ];
  expect(linesOf(text)).toEqual(['Wizja', 'Biblioteka', 'OSP', 'KGW', 'dopisek', 'kto\tco']);
  expect(plainTextOf(text)).toBe('Wizja\nBiblioteka\nOSP\nKGW\ndopisek\nkto\tco');
  expect([isBlank(text), isBlank([]), isBlank(line(' '))]).toEqual([false, true, true]);
});
