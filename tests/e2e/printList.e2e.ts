// Załącznik 2 out of the real app, printed by Chromium and saved as PDF: page breaks, Polish letters, order, vectors. The
// facts are put into the query tables, which is all that printing reads.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AttendanceRow } from '../../src/domain/attendance.ts';
import { sortByPolishName } from '../../src/domain/text/comparePolish.ts';
import {
  attendanceRow,
  drawnSignature,
  LONG_ORGANISATION,
  manyRows,
  meetingOf,
} from '../outputs/listFixture.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import { type PrintedPdf, readPrintedPdf } from './printedPdf.ts';
import { type Relay, startRelay } from './relay.ts';

const PARTNERSHIP = 'example-stare-pole';

let relay: Relay;
let browser: RunningBrowser;
let page: Page;

beforeAll(async () => {
  relay = await startRelay(process.env['WSPOLNIE_DIST']);
  browser = await startBrowser();
  page = await browser.context.newPage();
  await page.goto(`${relay.url}/?example`);
  await page.getByRole('heading', { level: 1 }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await relay?.close();
});

type Rows = Readonly<Record<string, readonly object[]>>;

/** Rows of the query tables for a closed meeting with these people. */
function tableRows(meetingId: string, rows: readonly AttendanceRow[]): Rows {
  const meta = { doc: `register:${PARTNERSHIP}`, partnershipId: PARTNERSHIP, unsent: 2, stamp: [] };
  const mine = (id: string): string => `${meetingId}-${id}`;
  const people = rows.map((row) => ({ ...row, id: mine(row.person.id) }));
  return {
    meetings: [{ ...meta, ...meetingOf('closed'), key: meetingId, id: meetingId }],
    organisations: [
      {
        ...meta,
        key: mine('organisation'),
        id: mine('organisation'),
        name: LONG_ORGANISATION,
        type: 'ngo',
        status: 'joined',
        isHidden: false,
      },
    ],
    persons: people.map(({ person, id }) => ({ ...meta, ...person, key: id, id })),
    representations: people.map(({ id }) => ({
      ...meta,
      key: mine(`representation-${id}`),
      id: mine(`representation-${id}`),
      personId: id,
      organisationId: mine('organisation'),
      role: '',
    })),
    attendance: people.map(({ entry, id }) => ({
      ...meta,
      ...entry,
      key: mine(`entry-${id}`),
      personId: id,
      meetingId,
    })),
    signatures: people.flatMap(({ signature, id }) =>
      signature === undefined
        ? []
        : [
            {
              ...meta,
              ...signature,
              key: mine(signature.id),
              id: mine(signature.id),
              personId: id,
              meetingId,
            },
          ],
    ),
  };
}

async function openPrint(meetingId: string, rows: readonly AttendanceRow[]): Promise<void> {
  await page.evaluate(
    (tables) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('wspolnie');
        opening.onerror = () => reject(opening.error ?? new Error('the database did not open'));
        opening.onsuccess = () => {
          const db = opening.result;
          const writing = db.transaction(Object.keys(tables), 'readwrite');
          for (const [name, items] of Object.entries(tables))
            for (const item of items) writing.objectStore(name).put(item);
          writing.onerror = () => reject(writing.error ?? new Error('the rows were not stored'));
          writing.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
    tableRows(meetingId, rows),
  );
  await page.goto(`${relay.url}/spotkania/${meetingId}/druk`);
  await page.getByRole('table').first().waitFor();
}

const printed = async (): Promise<PrintedPdf> => readPrintedPdf(await page.pdf({ preferCSSPageSize: true }));

async function downloaded(): Promise<PrintedPdf> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Pobierz PDF' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Lista obecności, spotkanie 2, 2026-11-22.pdf');
  return readPrintedPdf(await readFile(await download.path()));
}

/** Names as they should stand, sheet by sheet. */
function expectedNames(rows: readonly AttendanceRow[]): readonly string[] {
  const names = sortByPolishName(rows, (row) => row.person.name).map((row) => row.person.name);
  const sheets = Array.from({ length: Math.ceil(names.length / 20) }, (_, sheet) =>
    names.slice(sheet * 20, sheet * 20 + 20),
  );
  return sheets.map((sheet) => sheet.join(' '));
}

describe.each([
  ['printed by the browser', printed],
  ['saved as PDF', downloaded],
])('a list %s', (_way, make) => {
  test.each([
    [18, 1],
    [60, 3],
  ])('of %i people takes %i A4 pages, with every name whole and in order', async (count, pages) => {
    const rows = manyRows(count);
    await openPrint(`print-${count}`, rows);
    const pdf = await make();
    try {
      expect(pdf.pages).toBe(pages);
      expect(pdf.pageSize).toMatch(/\(A4\)$/);
      expect(await pdf.column(1)).toEqual(expectedNames(rows));
      for (let sheet = 1; sheet <= pages; sheet += 1)
        expect(pdf.text).toContain(`Strona ${sheet} z ${pages}`);
      expect(pdf.text.match(/Załącznik 2\. Lista obecności/g)).toHaveLength(pages);
      expect(pdf.text.replace(/\s+/g, ' ')).toContain('art. 6 ust. 1 lit. c i e RODO');
      // Nothing of the screen is on paper.
      expect(pdf.text).not.toMatch(/Pobierz PDF|Ustawienia|To jest przykład/);
    } finally {
      await pdf.remove();
    }
  });

  test('has its signatures as vectors and its long organisations whole', async () => {
    await openPrint('print-18', manyRows(18));
    const pdf = await make();
    try {
      expect(pdf.images).toBe(0);
      const [organisations = ''] = await pdf.column(2);
      expect(organisations.split(LONG_ORGANISATION)).toHaveLength(19);
    } finally {
      await pdf.remove();
    }
  });

  test('shows HTML and a name of 200 characters as text, in rows of one height', async () => {
    const html = '<img src=x onerror=alert(1)> & <b>Lis</b>';
    const long = `${'Maksymiliana Konstancja '.repeat(8)}Łoś`;
    const rows = [html, long, 'Zofia Ćma'].map((name, index) =>
      attendanceRow(index, { name, signature: drawnSignature(index) }),
    );
    await openPrint('print-odd', rows);
    const heights = await page
      .locator('tbody tr')
      .evaluateAll((lines) => [
        ...new Set(lines.map((line) => Math.round(line.getBoundingClientRect().height))),
      ]);
    expect(heights).toHaveLength(1);
    const pdf = await make();
    try {
      expect(pdf.pages).toBe(1);
      const [names = ''] = await pdf.column(1);
      expect(names).toContain('onerror=alert(1)> & <b>Lis</b>');
      expect(names).toContain('Łoś');
      expect(names).toContain('Zofia Ćma');
    } finally {
      await pdf.remove();
    }
  });
});

test('the sheets on the screen are white in the dark scheme and cut no text off', async () => {
  await openPrint('print-60', manyRows(60));
  await page.emulateMedia({ colorScheme: 'dark' });
  try {
    const paper = page.getByRole('article').first();
    expect(await paper.evaluate((sheet) => getComputedStyle(sheet).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const cut = await page
        .locator('article :is(span, p)')
        .evaluateAll((texts) =>
          texts.filter((text) => text.scrollHeight > text.clientHeight + 2).map((text) => text.textContent),
        );
      expect(cut).toEqual([]);
    }
  } finally {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1180, height: 820 });
  }
});

test('letters that the PDF cannot hold are named, and printing is pointed to', async () => {
  await openPrint('print-cyrillic', [attendanceRow(1, { name: 'Олена Шевченко' })]);
  await page.getByRole('button', { name: 'Pobierz PDF' }).click();
  await page.getByText('W pliku PDF nie ma tych znaków').waitFor();
  const pdf = await printed();
  try {
    expect(await pdf.column(1)).toEqual(['Олена Шевченко']);
  } finally {
    await pdf.remove();
  }
});

test('with the server killed the PDF is made all the same, writer and fonts from the device', async () => {
  await openPrint('print-18', manyRows(18));
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await relay.kill();
  // A fresh page, which has nothing of the writer in memory.
  await page.goto('about:blank');
  await page.goto(`${relay.url}/spotkania/print-18/druk`);
  const pdf = await downloaded();
  try {
    expect(pdf.pages).toBe(1);
    expect(await pdf.column(1)).toEqual(expectedNames(manyRows(18)));
  } finally {
    await pdf.remove();
  }
});
