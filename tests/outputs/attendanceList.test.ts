// Załącznik 2 as a document: who is printed, on how many sheets, under which numbers, and what never stands on them.
import { describe, expect, test } from 'vitest';
import type { ContactData } from '../../src/domain/person.ts';
import { asId } from '../../src/domain/ids.ts';
import {
  attendanceListDocument,
  type ListContent,
  type ListFacts,
} from '../../src/outputs/attendanceList.ts';
import type { AttendanceSheet, ListDocument, ListLine } from '../../src/outputs/listDocument.ts';
import { sheetTexts } from '../../src/outputs/sheetTexts.ts';
import { listWords } from '../../src/rooms/attendance/print/listWords.ts';
import { attendanceRow, CLOSING, drawnSignature, listFacts, manyRows, meetingOf } from './listFixture.ts';

const FILLED: ListContent = { kind: 'filled', walkInRows: 'none' };

function print(facts: ListFacts, content: ListContent = FILLED, contactSheet = false): ListDocument {
  return attendanceListDocument(facts, { content, contactSheet }, listWords());
}

function listSheets({ sheets }: ListDocument): readonly AttendanceSheet[] {
  return sheets.filter((sheet) => sheet.kind === 'attendance');
}

const linesOf = (list: ListDocument): readonly ListLine[] => listSheets(list).flatMap((sheet) => sheet.lines);

const contactsOf = (facts: ListFacts): readonly ContactData[] =>
  facts.rows.map(({ person }, index) => ({
    personId: person.id,
    phone: `501 000 ${100 + index}`,
    email: `osoba${index}@poczta.example`,
  }));

describe('sheets', () => {
  test.each([
    [0, [0]],
    [1, [1]],
    [18, [18]],
    [20, [20]],
    [21, [20, 1]],
    [40, [20, 20]],
    [60, [20, 20, 20]],
    [61, [20, 20, 20, 1]],
  ])('%i people stand on sheets of %j rows', (count, expected) => {
    expect(listSheets(print(listFacts(manyRows(count)))).map(({ lines }) => lines.length)).toEqual(expected);
  });

  test('rows are numbered through all sheets, and each sheet tells which of how many it is', () => {
    const list = print(listFacts(manyRows(60)));
    expect(linesOf(list).map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    expect(list.sheets.map(({ page }) => page)).toEqual(['Strona 1 z 3', 'Strona 2 z 3', 'Strona 3 z 3']);
  });

  test('a closed list of which nobody was present is one sheet that says so', () => {
    const list = print(listFacts([attendanceRow(1, { name: 'Anna Łąka', presence: 'excused' })]));
    expect(listSheets(list).map(({ lines, emptyText }) => [lines.length, emptyText])).toEqual([
      [0, 'Na liście nie zapisano nikogo obecnego.'],
    ]);
  });

  test('every sheet has the whole head of the list', () => {
    for (const { fields, columns } of print(listFacts(manyRows(21))).sheets) {
      expect(fields.map(({ label, value }) => `${label}: ${value}`)).toEqual([
        'Partnerstwo: Stare Pole razem',
        'Biblioteka: Gminna Biblioteka Publiczna w Starym Polu, gmina Stare Pole',
        'Spotkanie: nr 2: Analiza osiągnięć i efektywności partnerstwa',
        'Miejsce: Świetlica wiejska, ul. Szkolna 4',
        'Data: 22 listopada 2026',
        'Godziny: 16:00–18:30',
        'Runda: III runda PRB',
        'Animator/ka: Lidia Skalska',
      ]);
      expect(columns).toEqual(['Lp.', 'Imię i nazwisko', 'Instytucja / organizacja', 'Podpis']);
    }
  });
});

describe('who is printed', () => {
  const rows = [
    attendanceRow(1, { name: 'Zofia Ćma' }),
    attendanceRow(2, { name: 'Anna Łoś', presence: 'absent' }),
    attendanceRow(3, { name: 'Jan Lis', presence: 'unmarked' }),
    attendanceRow(4, { name: 'Ewa Żak', presence: 'excused' }),
    attendanceRow(5, { name: 'Adam Cebula', signature: drawnSignature(1) }),
  ];
  const names = (list: ListDocument) => linesOf(list).map(({ name }) => name);

  test('of a closed meeting only those present, by surname in the Polish alphabet', () => {
    expect(names(print(listFacts(rows)))).toEqual(['Adam Cebula', 'Zofia Ćma']);
  });

  test.each(['planned', 'open'] as const)(
    'of a %s one everybody listed, to sign where nothing is signed',
    (state) => {
      const list = print(listFacts(rows, { meeting: meetingOf(state), seal: { kind: 'unsealed' } }));
      expect(names(list)).toEqual(['Adam Cebula', 'Zofia Ćma', 'Jan Lis', 'Anna Łoś', 'Ewa Żak']);
      expect(linesOf(list).map(({ signature }) => signature.kind)).toEqual([
        'drawn',
        ...Array.from({ length: 4 }, () => 'empty'),
      ]);
    },
  );

  test('a confirmation is printed with its reason in place of a signature', () => {
    const signature = { kind: 'confirmed', reason: 'cannotDraw' } as const;
    const [line] = linesOf(print(listFacts([attendanceRow(1, { name: 'Jan Lis', signature })])));
    expect(line?.signature).toEqual({
      kind: 'confirmed',
      text: 'potwierdzono bez podpisu: trudność z pisaniem',
    });
  });

  test('HTML in a name is text', () => {
    const name = '<b>Jan</b> <img src=x onerror=alert(1)> & Lis';
    expect(names(print(listFacts([attendanceRow(1, { name })])))).toEqual([name]);
  });
});

describe('rows to write in', () => {
  const open = (count: number) =>
    listFacts(manyRows(count), { meeting: meetingOf('open'), seal: { kind: 'unsealed' } });

  test.each([
    ['none', 18, 18],
    ['fillSheet', 18, 20],
    ['fillSheet', 20, 20],
    ['fillSheet', 0, 20],
    ['extraSheet', 18, 40],
    ['extraSheet', 20, 40],
    ['none', 0, 20],
  ] as const)('with %s, %i people make a list of %i rows', (walkInRows, people, rows) => {
    const lines = linesOf(print(open(people), { kind: 'filled', walkInRows }));
    expect(lines).toHaveLength(rows);
    expect(
      lines.slice(people).every(({ name, signature }) => name === '' && signature.kind === 'empty'),
    ).toBe(true);
    expect(lines.at(-1)?.ordinal).toBe(rows);
  });

  test('a closed list has none, whatever was asked for', () => {
    expect(
      linesOf(print(listFacts(manyRows(18)), { kind: 'filled', walkInRows: 'extraSheet' })),
    ).toHaveLength(18);
  });

  test.each([20, 40, 60])('an empty list has %i numbered rows and nobody on it', (rows) => {
    const list = print(listFacts(manyRows(18)), { kind: 'blank', rows });
    expect(list.sheets).toHaveLength(rows / 20);
    expect(linesOf(list).map(({ ordinal, name }) => `${ordinal}${name}`)).toEqual(
      Array.from({ length: rows }, (_, index) => `${index + 1}`),
    );
    expect(listSheets(list)[0]?.state).toBe('Lista do wypełnienia na papierze.');
  });
});

describe('the state of the list', () => {
  const stateOf = (changes: Partial<ListFacts>, rows = manyRows(3)) =>
    listSheets(print(listFacts(rows, changes)))[0]?.state;

  test('sealed: when, by whom, with the fingerprint', () => {
    expect(stateOf({})).toMatch(
      /^Lista zamknięta 22 listopada 2026, \d\d:\d\d \(Agnieszka Borowa\)\. Odcisk listy: 7F3A 91C2 0B5D 44E1\. Liczba osób obecnych: 3\.$/,
    );
  });

  test('open: says that it is not closed', () => {
    expect(stateOf({ meeting: meetingOf('open'), seal: { kind: 'unsealed' } })).toBe(
      'Lista nie jest jeszcze zamknięta. Odcisk listy: 7F3A 91C2 0B5D 44E1.',
    );
  });

  test('corrected: says so with the reason, and marks the entries', () => {
    const correction = {
      ...CLOSING,
      kind: 'correction',
      reason: 'dopisano osobę',
      fingerprint: 'AAAABBBBCCCCDDDD',
    } as const;
    const rows = [
      attendanceRow(1, { name: 'Jan Lis' }),
      attendanceRow(2, { name: 'Anna Łoś', correction: 'dopisano osobę' }),
    ];
    const facts = {
      seal: { kind: 'corrected', seal: correction, first: CLOSING },
      fingerprint: correction.fingerprint,
    } as const;
    const state = stateOf(facts, rows);
    expect(state).toContain('Poprawiona 22 listopada 2026');
    expect(state).toContain('powód: dopisano osobę. Odcisk listy po poprawce: AAAA BBBB CCCC DDDD.');
    expect(state).toContain('* wpis dodany lub poprawiony po zamknięciu listy.');
    expect(linesOf(print(listFacts(rows, facts))).map(({ isCorrected }) => isCorrected)).toEqual([
      false,
      true,
    ]);
  });

  test('changed since it was sealed: names both fingerprints', () => {
    const state = stateOf({
      seal: { kind: 'changed', seal: CLOSING, current: '0000111122223333' },
      fingerprint: '0000111122223333',
    });
    expect(state).toContain(
      'zamknięto ją z odciskiem 7F3A 91C2 0B5D 44E1, ten wydruk ma odcisk 0000 1111 2222 3333',
    );
  });

  test('closed without its seal on this device: says that', () => {
    expect(stateOf({ seal: { kind: 'unsealed' } })).toContain('pieczęci nie ma jeszcze na tym urządzeniu');
  });
});

describe('contact data', () => {
  const facts = listFacts(manyRows(25));
  const withContacts = { ...facts, contacts: contactsOf(facts) };
  const textOf = (list: ListDocument, kind: 'attendance' | 'contacts') =>
    list.sheets
      .filter((sheet) => sheet.kind === kind)
      .flatMap(sheetTexts)
      .join('\n');

  test('never stand beside attendance, asked for or not', () => {
    for (const asked of [false, true]) {
      expect(textOf(print(withContacts, FILLED, asked), 'attendance')).not.toMatch(/501 000|@/);
    }
  });

  test('are on no sheet unless asked for', () => {
    expect(print(withContacts).sheets.every(({ kind }) => kind === 'attendance')).toBe(true);
  });

  test('come on sheets of their own with a warning and pages of their own', () => {
    const list = print(withContacts, FILLED, true);
    const sheets = list.sheets.filter((sheet) => sheet.kind === 'contacts');
    expect(sheets.map(({ page, lines }) => [page, lines.length])).toEqual([
      ['Strona 1 z 2', 20],
      ['Strona 2 z 2', 5],
    ]);
    expect(sheets[0]?.warning).toMatch(/^Tylko dla organizatora/);
    expect(textOf(list, 'contacts')).toContain('501 000 124');
  });

  test('of a merged double stand under the person it was merged into', () => {
    const [row] = manyRows(1);
    if (row === undefined) throw new Error('no row');
    const double = { ...row.person, id: asId<typeof row.person.id>('double'), mergedInto: row.person.id };
    const list = print(
      listFacts([row], {
        persons: [row.person, double],
        contacts: [
          { personId: double.id, phone: '600 000 000', email: 'z@double.example' },
          { personId: row.person.id, phone: '501 000 000', email: '' },
        ],
      }),
      FILLED,
      true,
    );
    expect(list.sheets.find((sheet) => sheet.kind === 'contacts')?.lines).toEqual([
      { ordinal: 1, name: row.person.name, phone: '501 000 000', email: 'z@double.example' },
    ]);
  });

  test('make no sheet for an empty list, nor when nobody has any', () => {
    expect(print(withContacts, { kind: 'blank', rows: 20 }, true).sheets).toHaveLength(1);
    expect(print(facts, FILLED, true).sheets).toHaveLength(2);
  });
});

test('the file is named after the meeting, and sample data are marked on every sheet', () => {
  const facts = listFacts(manyRows(21));
  const list = print({ ...facts, partnership: { ...facts.partnership, isExample: true } });
  expect(list.name).toBe('Lista obecności, spotkanie 2, 2026-11-22');
  expect(list.sheets.map(({ badge }) => badge)).toEqual(['PRZYKŁAD', 'PRZYKŁAD']);
});
