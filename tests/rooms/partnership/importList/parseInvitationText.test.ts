import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { INVITATION_MAX_ROWS, type InvitationRow } from '../../../../src/domain/invitationList.ts';
import {
  type InvitationList,
  parseInvitationText,
} from '../../../../src/rooms/partnership/importList/parseInvitationText.ts';

function listOf(text: string): InvitationList {
  const list = parseInvitationText(text);
  if (list.kind === 'refused') throw new Error(`refused: ${list.reason}`);
  return list;
}

/** The rows without what is empty in them. */
function brief(text: string): readonly Partial<InvitationRow>[] {
  return listOf(text).rows.map(({ problems, ...values }) => ({
    ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
    ...(problems.length > 0 && { problems }),
  }));
}

function names(text: string): readonly string[] {
  return listOf(text).rows.map(({ name }) => name);
}

describe('a table', () => {
  it('copied from a sheet is divided by tabs, its blank numbered rows and "brak" are nothing', () => {
    const text =
      'Lp.\tNazwisko i imię\tPodmiot\tkom.\tPodpis\n1\tNowak Anna\tGOK\t501222333\t\n2\tks. Lis Piotr\t-\tbrak\t\n3\t\t\t\t\n';
    expect(brief(text)).toEqual([
      { line: 2, name: 'Anna Nowak', organisation: 'GOK', phone: '501222333' },
      { line: 3, name: 'ks. Piotr Lis' },
    ]);
    expect(listOf(text).ignoredColumns).toEqual([{ index: 4, header: 'Podpis', sample: '' }]);
  });

  it.each([
    'Imię i nazwisko;Organizacja;Stanowisko;tel.;Adres e-mail',
    'IMIĘ I NAZWISKO;INSTYTUCJA / ORGANIZACJA;FUNKCJA;NR TELEFONU;MAIL',
    'Uczestnik;Podmiot;Rola;kom.;e-mail:',
    'Osoba reprezentująca instytucję;Nazwa instytucji;Pełniona funkcja;Telefon kontaktowy;Poczta elektroniczna',
    'Full name;Organisation;Position;Phone;E-mail address',
    '"Imię\ni nazwisko";Firma;Stanowisko służbowe;Tel.;Email',
  ])('has its columns named in many ways: %j', (header) => {
    const [row] = listOf(`${header}\nAnna Nowak;OSP;naczelnik;501 222 333;a@x.example`).rows;
    expect(row).toMatchObject({
      name: 'Anna Nowak',
      organisation: 'OSP',
      role: 'naczelnik',
      phone: '501 222 333',
      email: 'a@x.example',
      problems: [],
    });
  });

  it('has its columns in any order, the name in two, telephones in several, contacts in one', () => {
    expect(
      brief('E-mail;Telefon 1;Nazwisko;kom.;Imię\n<a@x.pl>;552710000;Kowalska;tel. 501 222 333;Anna'),
    ).toEqual([{ line: 2, name: 'Anna Kowalska', phone: '552710000, 501 222 333', email: 'a@x.pl' }]);
    expect(
      brief('Instytucja;Osoba do kontaktu;Dane kontaktowe\nOSP;Jan Lis;tel. 501 222 333, a@x.pl'),
    ).toEqual([{ line: 2, name: 'Jan Lis', organisation: 'OSP', phone: '501 222 333', email: 'a@x.pl' }]);
  });

  it('with "Nazwisko;Imię" and cells too many or missing keeps its rows', () => {
    expect(brief('Nazwisko;Imię\nKowalska;Anna\nLis;Jan;;;\nMaj\n')).toEqual([
      { line: 2, name: 'Anna Kowalska' },
      { line: 3, name: 'Jan Lis' },
      { line: 4, name: 'Maj' },
    ]);
  });

  it('below a title says what it left out', () => {
    const list = listOf(
      'Lista zaproszonych;;;\n;;;\nUczestnik;Firma;Uwagi;Tel.\nAnna Nowak;OSP;nie je mięsa;\n',
    );
    expect(list.skippedLines).toEqual([{ line: 1, text: 'Lista zaproszonych' }]);
    expect(list.ignoredColumns).toEqual([{ index: 2, header: 'Uwagi', sample: 'nie je mięsa' }]);
    expect(list.rows[0]?.line).toBe(4);
  });

  it('without header is understood by its cells', () => {
    expect(brief('1;OSP Zawada;Jan Lis;naczelnik;501222333\n2;KGW;Anna Maj;;a@x.pl\n')[0]).toEqual({
      line: 1,
      name: 'Jan Lis',
      organisation: 'OSP Zawada',
      role: 'naczelnik',
      phone: '501222333',
    });
    expect(brief('Kowalska;Anna;OSP\nLis;Jan;KGW\n').map(({ name }) => name)).toEqual([
      'Anna Kowalska',
      'Jan Lis',
    ]);
    expect(brief('Anna Nowak\tOSP Zawada\r\nJan Lis\tKGW\rEwa Maj\tSP 1\n')).toEqual([
      { line: 1, name: 'Anna Nowak', organisation: 'OSP Zawada' },
      { line: 2, name: 'Jan Lis', organisation: 'KGW' },
      { line: 3, name: 'Ewa Maj', organisation: 'SP 1' },
    ]);
  });

  it('of one row with one name is a list', () => {
    expect(brief('Kowalska-Nowak Anna;')).toEqual([{ line: 1, name: 'Anna Kowalska-Nowak' }]);
  });

  it('tells a row whose cells may have moved, and loses none of it', () => {
    expect(brief('Imię i nazwisko,Instytucja\nOlga Jędrych,Biblioteka, filia w Zawadzie\n')).toEqual([
      {
        line: 2,
        name: 'Olga Jędrych',
        organisation: 'Biblioteka, filia w Zawadzie',
        problems: ['columnsTooMany'],
      },
    ]);
  });

  it('has quoted line breaks, and lines that are counted as the person sees them', () => {
    expect(brief('Imię i nazwisko;Instytucja\r\nAnna Nowak;"OSP\r\nZawada"\r\n\r\nJan Lis;KGW\r\n')).toEqual([
      { line: 2, name: 'Anna Nowak', organisation: 'OSP Zawada' },
      { line: 5, name: 'Jan Lis', organisation: 'KGW' },
    ]);
  });

  it('with a quote that never ends loses no row', () => {
    expect(brief('Imię i nazwisko;Instytucja\nAnna Nowak;"OSP\nJan Lis;"KGW"\n')).toEqual([
      { line: 2, name: 'Anna Nowak', organisation: '"OSP' },
      { line: 3, name: 'Jan Lis', organisation: 'KGW' },
    ]);
  });

  it('written by Excel says its delimiter itself', () => {
    expect(names('sep=|\nImię|Nazwisko\nAnna|Nowak')).toEqual(['Anna Nowak']);
  });

  it('keeps a value that is too long whole and says so, as it does where a name is missing', () => {
    const long = 'A'.repeat(201);
    expect(brief(`Imię i nazwisko;Instytucja\n${long};OSP\n;GOK\n123;SP\n`)).toEqual([
      { line: 2, name: long, organisation: 'OSP', problems: ['nameTooLong'] },
      { line: 3, organisation: 'GOK', problems: ['nameMissing'] },
      { line: 4, name: '123', organisation: 'SP', problems: ['nameWithoutLetters'] },
    ]);
  });

  it('gives back what was written into it, whatever the values and the delimiter', () => {
    const part = fc.stringMatching(/^[A-ZŁŚŻ][a-ząćęłńóśźż"',;|\n –&<>/]{1,12}[a-z]$/);
    const value = part
      .filter((text) => !/^(?:brak|nd)$/i.test(text))
      .map((text) => text.replace(/\s+/g, ' '));
    const rows = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 12 });
    const header = ['Imię i nazwisko', 'Instytucja', 'Funkcja'];
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(';', ',', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        (data, delimiter, newline) => {
          const text = Papa.unparse([header, ...data], { delimiter, newline });
          expect(listOf(text).rows.map(({ name, organisation, role }) => [name, organisation, role])).toEqual(
            data,
          );
        },
      ),
    );
  });
});

describe('lines of an e-mail', () => {
  it('are numbered, wrapped, quoted, between a greeting and a signature', () => {
    const text =
      'Dzień dobry,\nprzesyłam listę osób:\n\n> 1) Anna Nowak - OSP\n> Zawada, tel. 501 222 333\n2) Jan Lis – sołtys\n3. Ewa Maj (GOK), kom. 501-222-333\n\nPozdrawiam\nBasia';
    expect(brief(text)).toEqual([
      { line: 4, name: 'Anna Nowak', organisation: 'OSP Zawada', phone: '501 222 333' },
      { line: 6, name: 'Jan Lis', organisation: 'sołtys' },
      { line: 7, name: 'Ewa Maj', organisation: 'GOK', phone: '501-222-333' },
    ]);
    expect(listOf(text).skippedLines.map(({ text: left }) => left)).toEqual([
      'Dzień dobry,',
      'przesyłam listę osób:',
      'Pozdrawiam',
      'Basia',
    ]);
  });

  it.each([
    ['Anna Nowak – Szkoła w Zawadzie – dyrektor', { organisation: 'Szkoła w Zawadzie', role: 'dyrektor' }],
    [
      'Anna Nowak, prezes zarządu, Fundacja Bystra',
      { organisation: 'Fundacja Bystra', role: 'prezes zarządu' },
    ],
    ['Anna Nowak: dyrektor Szkoły w Zawadzie', { organisation: 'dyrektor Szkoły w Zawadzie' }],
    ['OSP Zawada – Anna Nowak', { organisation: 'OSP Zawada' }],
    ['Nowak, Anna – OSP', { organisation: 'OSP' }],
    [
      'Anna Nowak tel. 55 271 00 00 wew. 12, e-mail: a@x.pl.',
      { phone: '55 271 00 00 wew. 12', email: 'a@x.pl' },
    ],
    ['Anna Nowak – ur. 12.05.1985, 12-345 Zawada', { organisation: 'ur. 12.05.1985, 12-345 Zawada' }],
    ['Anna Nowak – KRS 0000123456', { organisation: 'KRS 0000123456' }],
    ['Anna Nowak <mailto:a@x.pl> (501222333)', { phone: '501222333', email: 'a@x.pl' }],
  ])('are taken apart: %j', (line, values) => {
    expect(brief(line)).toEqual([{ line: 1, name: 'Anna Nowak', ...values }]);
  });

  it.each([
    'Anna Nowak\nks. Jan Lis',
    '- Anna Nowak\n- ks. Jan Lis',
    '• Anna Nowak\n• ks. Jan Lis',
    '1 Anna Nowak\n2 ks. Jan Lis',
    'Imię i nazwisko\nAnna Nowak\nks. Jan Lis',
    'Nowak Anna\nks. Lis Jan',
  ])('may hold names alone: %j', (text) => {
    expect(names(text)).toEqual(['Anna Nowak', 'ks. Jan Lis']);
  });

  it('may be the recipients of an e-mail', () => {
    expect(brief('Anna Nowak <a@x.pl>; Jan Lis <j@x.pl>, "Ewa Maj" <e@x.pl>')).toEqual([
      { line: 1, name: 'Anna Nowak', email: 'a@x.pl' },
      { line: 1, name: 'Jan Lis', email: 'j@x.pl' },
      { line: 1, name: 'Ewa Maj', email: 'e@x.pl' },
    ]);
  });

  it('may be cards with an empty line between', () => {
    expect(brief('Anna Nowak\nOSP Zawada\ntel. 501 222 333\n\nJan Lis\nKGW\n')).toEqual([
      { line: 1, name: 'Anna Nowak', organisation: 'OSP Zawada', phone: '501 222 333' },
      { line: 5, name: 'Jan Lis', organisation: 'KGW' },
    ]);
  });

  it('keep emoji and every script, and lose what turns the text around them', () => {
    expect(names('Anna 😀 Nowak\nمحمد علي\nשרה כהן\n\u202EJan Lis\u202C\nA\0nna Maj')).toEqual([
      'Anna 😀 Nowak',
      'محمد علي',
      'שרה כהן',
      'Jan Lis',
      'Anna Maj',
    ]);
  });

  it('keep HTML as text and say that it is there', () => {
    expect(brief('<b>Anna</b> Nowak\nJan <script>alert(1)</script> Lis')).toEqual([
      { line: 1, name: '<b>Anna</b> Nowak', problems: ['looksLikeHtml'] },
      { line: 2, name: 'Jan <script>alert(1)</script> Lis', problems: ['looksLikeHtml'] },
    ]);
  });
});

describe('text that is no list', () => {
  it.each([
    'Wczoraj byliśmy w lesie na grzybach, bo była ładna pogoda.\nWróciliśmy wieczorem, zmęczeni.',
    '{"a":1,\n"b":[1,2]}',
    'function a() {\n  return 1;\n}',
    '12;13;14\n15;16;17',
    '2026-11-22 12:00 INFO start, ok\n2026-11-22 12:01 INFO stop, ok',
    '<!doctype html>\n<html><body><p>Anna</p></body></html>',
    'https://wspolnie.example/lista',
  ])('is refused: %j', (text) => {
    expect(parseInvitationText(text)).toEqual({ kind: 'refused', reason: 'notAList' });
  });

  it.each(['', ' \r\n\t', '\uFEFF', ';;;\n;;;', 'Imię i nazwisko;Instytucja\n;\n', '\0\0'])(
    'or is empty: %j',
    (text) => {
      expect(parseInvitationText(text)).toEqual({ kind: 'refused', reason: 'empty' });
    },
  );
});

describe('limits', () => {
  const letters = (at: number) => Array.from(String(at), (digit) => 'abcdefghij'[Number(digit)]).join('');
  const row = (at: number) =>
    `Anna Nowak${letters(at)};Szkoła nr ${at % 300};dyrektor;501 222 333;a${at}@x.example`;
  const rows = Array.from({ length: INVITATION_MAX_ROWS }, (_, at) => row(at));
  const header = 'Imię i nazwisko;Instytucja;Funkcja;Telefon;E-mail';

  // Seconds where milliseconds are usual: only a loop that grows with the square of the text takes so long.
  it('5,000 rows are read in reasonable time', { timeout: 5_000 }, () => {
    expect(listOf([header, ...rows].join('\n')).rows).toHaveLength(INVITATION_MAX_ROWS);
    expect(listOf(rows.map((text, at) => `${at + 1}. ${text}`).join('\n')).rows).toHaveLength(
      INVITATION_MAX_ROWS,
    );
  });

  it('one row more is refused with the count', () => {
    const refusal = { kind: 'refused', reason: 'tooManyRows', rows: 5_001, limit: 5_000 };
    expect(parseInvitationText([header, ...rows, row(0)].join('\n'))).toEqual(refusal);
    expect(parseInvitationText(`${'Anna Nowak\n'.repeat(5_001)}`)).toEqual(refusal);
  });

  it('two megabytes of one thing are refused without delay, whatever it is', { timeout: 30_000 }, () => {
    for (const piece of [
      'a',
      'a ',
      ' - ',
      '"',
      '";',
      ';',
      'a@',
      '+48 ',
      'tel. ',
      '<a',
      '() ',
      '1.\n',
      'a.',
    ]) {
      expect(parseInvitationText(piece.repeat(1_990_000 / piece.length)).kind).toBe('refused');
    }
    expect(parseInvitationText('a'.repeat(2_000_001))).toEqual({ kind: 'refused', reason: 'tooLarge' });
  });

  it('any text is read or refused, never thrown at', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        ';',
        ',',
        '\t',
        '\n',
        '\r',
        '"',
        '1. ',
        ' – ',
        'Anna Nowak',
        'Imię i nazwisko',
        'E-mail',
        'tel. 501222333',
        'a@x.pl',
        '<b>',
        'sep=;\n',
        '\0',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const result = parseInvitationText(pieces.join(''));
        if (result.kind === 'refused') return;
        for (const { name, organisation, role, phone, email } of result.rows) {
          for (const value of [name, organisation, role, phone, email]) {
            expect(value).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]|^\s|\s$/u);
            expect(value).toBe(value.normalize('NFC'));
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
