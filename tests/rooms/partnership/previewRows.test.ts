import { describe, expect, it } from 'vitest';
import { ROW_PROBLEMS, makeInvitationRow } from '../../../src/domain/invitationList.ts';
import { cellOf, correctRow, problemsAt } from '../../../src/rooms/partnership/bringIn/previewRows.ts';
import { readFile, readText } from '../../../src/rooms/partnership/bringIn/readList.ts';

const ROW = { name: 'Anna Nowak', organisation: 'OSP', role: '', phone: '', email: '' };

describe('a row of the preview', () => {
  it('tells every problem at a cell or at the row', () => {
    const row = makeInvitationRow(1, ROW, [...ROW_PROBLEMS]);
    const cells = ['name', 'organisation', 'role', 'phone', 'email', undefined] as const;
    const told = cells.flatMap((cell) => problemsAt(row, cell));
    expect([...told].sort()).toEqual([...ROW_PROBLEMS].sort());
  });

  it('tells what looks like a web page where it stands', () => {
    expect(cellOf('looksLikeHtml', makeInvitationRow(1, { ...ROW, name: '<b>Jan</b>' }))).toBe('name');
    expect(cellOf('looksLikeHtml', makeInvitationRow(1, { ...ROW, organisation: '<i>OSP</i>' }))).toBe(
      'organisation',
    );
  });

  it('keeps its place and whether it is taken when it is corrected', () => {
    const state = { row: makeInvitationRow(7, { ...ROW, name: '' }, ['columnsTooMany']), isTaken: false };
    const corrected = correctRow(state, { ...ROW, name: ' Anna  Nowak ' });
    expect(corrected).toMatchObject({ isTaken: false, row: { line: 7, name: 'Anna Nowak', problems: [] } });
  });
});

describe('a list that cannot be brought in', () => {
  const reasonOf = async (reading: ReturnType<typeof readText>) => {
    const result = await reading;
    return result.kind === 'refused' ? result.refusal.reason : result.kind;
  };
  const people = (count: number) =>
    [
      'Imię i nazwisko;Instytucja',
      ...Array.from({ length: count }, (_, at) => `Anna Nowak${at};Szkoła ${at}`),
    ].join('\n');

  it('is refused by its kind, so that the advice fits', async () => {
    const file = (bytes: readonly number[], name: string) => new File([new Uint8Array(bytes)], name);
    expect(await reasonOf(readFile(file([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], 'lista.pdf')))).toBe('pdf');
    expect(
      await reasonOf(readFile(file([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'zdjecie.png'))),
    ).toBe('image');
    expect(await reasonOf(readFile(file([], 'pusty.csv')))).toBe('empty');
    expect(await reasonOf(readFile(file([1, 2, 0, 3, 4, 0, 0, 5], 'lista.bin')))).toBe('binary');
    expect(await reasonOf(readText('   '))).toBe('empty');
  });

  it('is refused when nobody could check it: 5,000 rows', async () => {
    const result = await readText(people(5_000));
    expect(result).toEqual({
      kind: 'refused',
      refusal: { reason: 'tooManyRows', rows: 5_000, limit: 1_000 },
    });
    expect(await reasonOf(readText(people(1_000)))).toBe('list');
  });

  it('is refused when the file went away before it was read', async () => {
    const slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) });
    expect(await reasonOf(readFile({ name: 'lista.csv', slice }))).toBe('unreadable');
  });
});
