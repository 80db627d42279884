// @vitest-environment jsdom
// A plan brought in from a DOCX: what comes along, what stays behind and is said to, and each file that is no DOCX with its own
// reason.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { PLAN_SECTIONS } from '../../../../src/domain/plan/sections.ts';
import type { RichText } from '../../../../src/domain/richText/blocks.ts';
import { linesOf } from '../../../../src/domain/richText/plainText.ts';
import { makePlanFile } from '../../../../src/rooms/plan/out/makePlanFile.ts';
import {
  MOST_CHARACTERS,
  type ReadPlan,
  readPlanDocument,
} from '../../../../src/rooms/plan/bringIn/readPlanDocument.ts';
import { readPdfFonts } from '../../../outputs/pdf/fontFiles.ts';
import { convert } from '../../../outputs/plan/officeTools.ts';
import { narrativeMark, planContent, planFacts, USUAL, words } from '../../../outputs/plan/planFixture.ts';
import { docxOf, item, paragraph, run, styled } from './docxFixture.ts';

// LibreOffice's first start, and a plan of 200 activities, take their time on a busy machine.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const read = (bytes: Uint8Array): ReadPlan => readPlanDocument({ kind: 'docx', bytes });

function reading(bytes: Uint8Array): Extract<ReadPlan, { kind: 'read' }> {
  const result = read(bytes);
  if (result.kind === 'refused') throw new Error(`refused: ${result.reason}`);
  return result;
}

const blocksOf = (body: string): RichText => reading(docxOf(body)).parts.flatMap(({ blocks }) => blocks);

async function ownDocx(): Promise<Uint8Array> {
  const details = { language: 'pl', author: 'GBP', at: new Date(0), missingLetters: 'refuse' } as const;
  const made = await makePlanFile('docx', planFacts(planContent(USUAL)), words, details, readPdfFonts);
  if (made.kind === 'refused') throw new Error('refused');
  return made.bytes;
}

const ownSections = PLAN_SECTIONS.filter((section) => section !== 'longTermConcept');

describe('the plan that the app wrote itself', () => {
  test('comes back section by section, with its text as it was', async () => {
    const { parts } = reading(await ownDocx());
    expect(parts.flatMap(({ section }) => section ?? [])).toEqual(ownSections);
    const vision = parts.find(({ section }) => section === 'vision');
    const { texts } = planContent(USUAL);
    expect(vision?.blocks).toEqual(texts.vision);
  });

  test('comes back when LibreOffice has saved it anew', async () => {
    const [saved = new Uint8Array()] = await convert(
      [{ name: 'plan.docx', bytes: await ownDocx() }],
      'docx',
      'docx:MS Word 2007 XML',
    );
    const { parts } = reading(saved);
    expect(parts.flatMap(({ section }) => section ?? [])).toEqual(ownSections);
    const roles = parts.find(({ section }) => section === 'roles');
    expect(linesOf(roles?.blocks ?? [])).toEqual([
      narrativeMark('roles'),
      ...linesOf(planContent(USUAL).texts.vision ?? []).slice(1),
    ]);
  });
});

describe('a DOCX', () => {
  test('gives headings by style, also by one of its own that is based on them, and leaves its contents behind', () => {
    const { parts } = reading(
      docxOf(
        styled('Spistreci1', '1. Zasoby') +
          styled('Nagwek1', '1. Zasoby') +
          paragraph(run('sala')) +
          styled('Mj', '2. Promocja') +
          styled('Nagwek2', 'Plakaty') +
          paragraph(run('w sklepach')),
      ),
    );
    expect(parts.map(({ section, blocks }) => [section, linesOf(blocks)])).toEqual([
      ['resources', ['sala']],
      ['promotion', ['Plakaty', 'w sklepach']],
    ]);
  });

  test('gives bold, italics, breaks and links, and no link that would run something', () => {
    const body = paragraph(
      run('a ') +
        run('b', '<w:b/>') +
        run('c', '<w:b w:val="0"/><w:i/>') +
        '<w:r><w:br/><w:t>d</w:t><w:br w:type="page"/></w:r>' +
        `<w:hyperlink r:id="rId3">${run('CAL')}</w:hyperlink>` +
        `<w:hyperlink r:id="rId4">${run('zła')}</w:hyperlink>`,
    );
    expect(blocksOf(body)).toEqual([
      {
        kind: 'paragraph',
        inlines: [
          { text: 'a ' },
          { text: 'b', isBold: true },
          { text: 'c', isItalic: true },
          { text: '\nd' },
          { text: 'CAL', href: 'https://www.cal.org.pl/' },
          { text: 'zła' },
        ],
      },
    ]);
    expect(reading(docxOf(body)).leftOut.links).toBe(1);
  });

  test('gives nested lists and tables with their heads', () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc>${properties}${paragraph(run(text))}</w:tc>`;
    const plain = (text: string) => ({ kind: 'paragraph', inlines: [{ text }] });
    expect(
      blocksOf(
        `${item('jeden') + item('pod', 1) + item('dwa')}<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('A')}${cell('B')}</w:tr><w:tr>${cell('szeroka', '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>')}</w:tr></w:tbl>`,
      ),
    ).toEqual([
      {
        kind: 'list',
        isOrdered: true,
        items: [
          [plain('jeden'), { kind: 'list', isOrdered: false, items: [[plain('pod')]] }],
          [plain('dwa')],
        ],
      },
      {
        kind: 'table',
        rows: [
          { cells: ['A', 'B'].map((text) => ({ isHeader: true, blocks: [plain(text)] })) },
          {
            cells: [
              { isHeader: false, blocks: [plain('szeroka')] },
              { isHeader: false, blocks: [] },
            ],
          },
        ],
      },
    ]);
  });

  test('leaves pictures, notes and deleted text behind and counts them; text boxes and insertions come along', () => {
    const box =
      '<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>w ramce</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>';
    const result = reading(
      docxOf(
        paragraph(
          `${run('zostaje')}<w:del><w:r><w:delText>skreślone</w:delText></w:r></w:del><w:ins>${run(' wstawione')}</w:ins><w:r><w:drawing><wp:inline/></w:drawing></w:r><w:r><w:footnoteReference w:id="1"/></w:r>${box}`,
        ) + paragraph(run('ukryte', '<w:vanish/>')),
      ),
    );
    expect(result.parts.flatMap(({ blocks }) => linesOf(blocks))).toEqual(['zostaje wstawione', 'w ramce']);
    expect(result.leftOut).toEqual({ images: 1, links: 0, deletions: 1, notes: 1 });
  });
});

describe('what is no plan is refused with its reason', () => {
  const word = (name: string): Uint8Array =>
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      ...Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);
  const whole = docxOf(paragraph(run('tekst')));
  const doctype =
    '<!DOCTYPE w [<!ENTITY a "aaaa">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>';

  test.each([
    ['a picture', strToU8('\u0089PNG'), 'notADocument'],
    ['nothing', new Uint8Array(), 'notADocument'],
    ['a renamed ZIP', zipSync({ 'zdjecie.jpg': strToU8('x') }), 'otherZip'],
    [
      'a workbook',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') }),
      'otherZip',
    ],
    [
      'a document of LibreOffice',
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8('<a/>'),
      }),
      'openDocument',
    ],
    ['a document with a password', word('EncryptedPackage'), 'passwordProtected'],
    ['a document of old Word', word('WordDocument'), 'oldWord'],
    ['half a document', whole.slice(0, whole.length / 2), 'damaged'],
    ['a document of broken XML', docxOf('', '<w:document><w:body>'), 'damaged'],
    ['a document with entities', docxOf('', doctype), 'damaged'],
    ['a document without text', docxOf(paragraph('')), 'empty'],
    ['a document of a thousand pages', docxOf(paragraph(run('a'.repeat(MOST_CHARACTERS + 1)))), 'tooLong'],
  ] as const)('%s', (_what, bytes, reason) => {
    expect(read(bytes)).toEqual({ kind: 'refused', reason });
  });

  test('a file that would unpack without an end, whatever it says of its size', () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': new Uint8Array(60_000_000),
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect(read(bomb)).toEqual({ kind: 'refused', reason: 'tooLarge' });
    // Both of its headers claim ten bytes.
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at + 4 < bomb.length; at += 1) {
      if (view.getUint32(at, true) === 60_000_000) view.setUint32(at, 10, true);
    }
    expect(read(bomb)).toEqual({ kind: 'refused', reason: 'tooLarge' });
  });
});

test('what was pasted is divided in the same way', () => {
  const blocks: RichText = [
    { kind: 'heading', level: 1, inlines: [{ text: 'Zasoby' }] },
    { kind: 'paragraph', inlines: [{ text: 'sala' }] },
  ];
  const result = readPlanDocument({ kind: 'pasted', blocks, images: 2 });
  expect(result).toEqual({
    kind: 'read',
    parts: [{ section: 'resources', heading: 'Zasoby', blocks: blocks.slice(1) }],
    leftOut: { images: 2, links: 0, deletions: 0, notes: 0 },
  });
});
