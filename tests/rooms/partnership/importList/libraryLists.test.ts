// The lists libraries really bring, three times the same people: see lists/.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InvitationRow } from '../../../../src/domain/invitationList.ts';
import { type ImportStep, planImport } from '../../../../src/domain/planImport.ts';
import { sortByPolishName } from '../../../../src/domain/text/comparePolish.ts';
import {
  type InvitationList,
  parseInvitationText,
} from '../../../../src/rooms/partnership/importList/parseInvitationText.ts';
import { readInvitationBytes } from '../../../../src/rooms/partnership/importList/readInvitationFile.ts';

const EXCEL = 'invitees-excel-windows-1250.csv';
const SHEET = 'invitees-utf8.csv';
const EMAIL = 'invitees-pasted-from-email.txt';

function listOf(fileName: string): InvitationList {
  const file = readInvitationBytes(readFileSync(new URL(`lists/${fileName}`, import.meta.url)), fileName);
  if (file.kind === 'refused') throw new Error(file.reason);
  const list = parseInvitationText(file.text);
  if (list.kind === 'refused') throw new Error(list.reason);
  return list;
}

function people(list: InvitationList): readonly Partial<InvitationRow>[] {
  return list.rows.map(({ name, organisation, phone, email, problems }) => ({
    name,
    organisation,
    phone,
    email,
    problems,
  }));
}

describe('the lists of libraries', () => {
  it('are recognised in their layouts', () => {
    const header = { kind: 'table', hasHeader: true };
    expect(listOf(EXCEL).layout).toEqual({ ...header, delimiter: ';' });
    expect(listOf(SHEET).layout).toEqual({ ...header, delimiter: ',' });
    expect(listOf(EMAIL).layout).toEqual({ kind: 'lines', isNumbered: true });
  });

  it('give the same 18 people, organisations and contacts, without a doubt about any', () => {
    const fromExcel = people(listOf(EXCEL));
    expect(fromExcel).toHaveLength(18);
    expect(fromExcel.flatMap((row) => row.problems ?? [])).toEqual([]);
    expect(people(listOf(SHEET))).toEqual(fromExcel);
    expect(people(listOf(EMAIL))).toEqual(fromExcel);
  });

  it('give the functions where they have a column for them', () => {
    const roles = listOf(EXCEL).rows.map(({ role }) => role);
    expect(roles.filter((role) => role !== '')).toHaveLength(14);
    expect(listOf(SHEET).rows.map(({ role }) => role)).toEqual(roles);
  });

  it('keep what is hard: a delimiter in quotes, inner quotes, titles, double surnames, the line in the source', () => {
    const rows = listOf(EXCEL).rows;
    expect(rows[3]).toEqual({
      line: 5,
      name: 'Daniel Kowal',
      organisation: 'Urząd Gminy Stare Pole; referat promocji',
      role: 'inspektor',
      phone: '55 271 00 00',
      email: 'promocja@gmina-starepole.example',
      problems: [],
    });
    expect(rows[5]?.organisation).toBe('Klub Seniora "Pogodna Jesień"');
    expect(rows[6]?.name).toBe('ks. Grzegorz Nowak');
    expect(rows[12]?.name).toBe('Maria Anna Święcicka-Wójcik');
    expect(rows[13]).toMatchObject({ organisation: 'wolontariuszka, uczennica klasy 8', role: '' });
  });

  it('are entered once, whichever of them come one after another', () => {
    const first = planImport(listOf(EXCEL).rows, { persons: [], organisations: [] });
    expect(
      first.every(({ person, organisation }) => person.kind === 'new' && organisation.kind === 'new'),
    ).toBe(true);
    for (const again of [EXCEL, SHEET, EMAIL]) {
      const second = planImport(listOf(again).rows, entered(first));
      expect(second.map(({ person }) => person)).toEqual(
        first.map((_, at) => ({ kind: 'known', id: `p${at}`, match: 'same', changes: [] })),
      );
      expect(second.map(({ organisation }) => organisation.kind)).toEqual(first.map(() => 'known'));
    }
  });

  it('are sorted by surname in the Polish alphabet', () => {
    const names = sortByPolishName(listOf(EXCEL).rows, ({ name }) => name).map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual([
      'Paweł Ądamski',
      'Krzysztof Ćwikła',
      'Natalia Dąb',
      'Stefania Ęckowska',
    ]);
    expect(names.slice(-3)).toEqual(['Anna Wiśniewska', 'Ewa Zając-Żółć', 'Ireneusz Źdźbło']);
  });
});

function entered(steps: readonly ImportStep[]) {
  return {
    persons: steps.map(({ row: { name, phone, email, role } }, at) => ({
      id: `p${at}`,
      organisationId: `o${at}`,
      name,
      phone,
      email,
      role,
    })),
    organisations: steps.map(({ row }, at) => ({ id: `o${at}`, name: row.organisation })),
  };
}
