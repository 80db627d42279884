// @vitest-environment jsdom
// What the clipboards of Word, LibreOffice, Google Docs, Outlook, Gmail and browsers really hold.
import { describe, expect, test } from 'vitest';
import type { Block, Inline } from '../../../../../src/domain/richText/blocks.ts';
import { cleanHtml } from '../../../../../src/rooms/plan/text/paste/cleanHtml.ts';

const blocksOf = (html: string): readonly Block[] => cleanHtml(html).blocks;

const inlinesOf = (parts: readonly (string | Inline)[]): readonly Inline[] =>
  parts.map((part) => (typeof part === 'string' ? { text: part } : part));
const p = (...parts: (string | Inline)[]): Block => ({ kind: 'paragraph', inlines: inlinesOf(parts) });
const h = (level: 1 | 2 | 3, ...parts: (string | Inline)[]): Block => ({
  kind: 'heading',
  level,
  inlines: inlinesOf(parts),
});
const bold = (text: string): Inline => ({ text, isBold: true });
const list = (isOrdered: boolean, ...items: (readonly Block[])[]): Block => ({
  kind: 'list',
  isOrdered,
  items,
});

const wordHead = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-text:"\\F0B7"} --></style></head>`;

test('Word: headings, looks and paragraphs without its styles, comments and empty lines', () => {
  const html = `${wordHead}<body lang=PL style='tab-interval:35.4pt'><!--StartFragment-->
<h1><a name="_Toc1"><b style='mso-bidi-font-weight:normal'><span style='font-size:20.0pt'>Wizja partnerstwa<o:p></o:p></span></b></a></h1>
<p class=MsoNormal style='margin-bottom:8.0pt;line-height:107%'><span style='mso-spacerun:yes'>  </span>Do czerwca <b>klub
gier</b> i&nbsp;<i style='mso-bidi-font-style:normal'>filmu</i>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h4>Szczegóły</h4>
<p class=MsoNormal><span style='font-weight:700'>Ważne</span> i <b style='font-weight:normal'>zwykłe</b>.</p>
<!--EndFragment--></body></html>`;
  expect(blocksOf(html)).toEqual([
    h(1, 'Wizja partnerstwa'),
    p('Do czerwca ', bold('klub gier'), ' i\u00a0', { text: 'filmu', isItalic: true }, '.'),
    h(3, 'Szczegóły'),
    p(bold('Ważne'), ' i zwykłe.'),
  ]);
});

test('Word: list paragraphs become lists with their levels, without the markers', () => {
  const item = (level: number, marker: string, text: string): string =>
    `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
  const html = `${wordHead}<body><p class=MsoNormal>Zadania:</p>
${item(1, '·', 'biblioteka')}
${item(2, 'o', 'kiermasz')}
${item(2, 'o', 'lekcje')}
${item(1, '·', 'szkoła')}
<p class=MsoNormal>Kolejność:</p>
${item(1, '1.', 'zapytać').replaceAll('l0 level', 'l1 level')}
${item(1, '2.', 'zrobić').replaceAll('l0 level', 'l1 level')}</body>`;
  expect(blocksOf(html)).toEqual([
    p('Zadania:'),
    list(false, [p('biblioteka'), list(false, [p('kiermasz')], [p('lekcje')])], [p('szkoła')]),
    p('Kolejność:'),
    list(true, [p('zapytać')], [p('zrobić')]),
  ]);
});

test('Word: a table with spans stays a simple table, its cells in their columns', () => {
  const html = `${wordHead}<body><table class=MsoTableGrid border=1 style='mso-yfti-tbllook:1184'>
<tr style='mso-yfti-irow:0'><td width=200 style='border:solid windowtext 1.0pt'><p class=MsoNormal><b>Kto</b></p></td><td colspan=2><p class=MsoNormal>Kiedy</p></td></tr>
<tr><td rowspan=2><p class=MsoNormal>OSP</p></td><td><p>maj</p><p>czerwiec</p></td><td><p>2027</p></td></tr>
<tr><td><p>lipiec<o:p></o:p></p></td><td><p><o:p>&nbsp;</o:p></p></td></tr>
</table><p class=MsoNormal>Po tabeli.</p></body>`;
  const cell = (...blocks: Block[]) => ({ isHeader: false, blocks });
  expect(blocksOf(html)).toEqual([
    {
      kind: 'table',
      rows: [
        { cells: [cell(p(bold('Kto'))), cell(p('Kiedy')), cell()] },
        { cells: [cell(p('OSP')), cell(p('maj'), p('czerwiec')), cell(p('2027'))] },
        { cells: [cell(), cell(p('lipiec')), cell()] },
      ],
    },
    p('Po tabeli.'),
  ]);
});

test('LibreOffice: fonts, alignment and paragraphs within items', () => {
  const html = `<html><head><meta name="generator" content="LibreOffice 24.8 (Linux)"/><style type="text/css">p { margin-bottom: 0.25cm }</style></head>
<body lang="pl-PL" link="#000080"><p align="justify" style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif, serif"><font size="3" style="font-size: 12pt">Wspólna <span style="font-weight: bold">wizja</span></font></font></p>
<ol><li><p style="margin-bottom: 0cm">pierwsza</p></li><li><p>druga</p><ul><li><p>pod drugą</p></li></ul></li></ol>
<table width="100%" cellpadding="4"><col width="128*"/><thead><tr valign="top"><th><p>Kto</p></th><th><p>Co</p></th></tr></thead><tbody><tr><td><p>GOK</p></td><td><p>scena</p></td></tr></tbody></table></body></html>`;
  expect(blocksOf(html)).toEqual([
    p('Wspólna ', bold('wizja')),
    list(true, [p('pierwsza')], [p('druga'), list(false, [p('pod drugą')])]),
    {
      kind: 'table',
      rows: [
        {
          cells: [
            { isHeader: true, blocks: [p('Kto')] },
            { isHeader: true, blocks: [p('Co')] },
          ],
        },
        {
          cells: [
            { isHeader: false, blocks: [p('GOK')] },
            { isHeader: false, blocks: [p('scena')] },
          ],
        },
      ],
    },
  ]);
});

test('Google Docs: its outer bold means nothing, looks are in styles, links lead where they say', () => {
  const html = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-size:16pt;font-weight:400;white-space:pre-wrap;">Promocja</span></h2>
<p dir="ltr" style="line-height:1.38"><span style="font-weight:400;font-style:normal;white-space:pre-wrap;">Piszemy  na </span><a href="https://www.google.com/url?q=https://gok.pl/plan&amp;sa=D"><span style="color:#1155cc;white-space:pre-wrap;">stronie</span></a><span style="font-weight:700;white-space:pre-wrap;"> co tydzień</span></p>
<ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="white-space:pre-wrap;">plakaty</span></p></li><ul><li aria-level="2"><p role="presentation"><span>w sołectwach</span></p></li></ul><li><p><span>radio</span></p></li></ul></b><br class="Apple-interchange-newline">`;
  expect(blocksOf(html)).toEqual([
    h(2, 'Promocja'),
    p('Piszemy  na ', { text: 'stronie', href: 'https://gok.pl/plan' }, bold(' co tydzień')),
    list(false, [p('plakaty'), list(false, [p('w sołectwach')])], [p('radio')]),
  ]);
});

test('e-mail: lines of divs, broken lines, quotes and tables that only lay it out', () => {
  const html = `<div dir="ltr"><div>Dzień dobry,</div><div><br></div><div>proponuję<br>dwa terminy:<br><br>wtorek albo środa.</div>
<blockquote class="gmail_quote"><div>Kiedy się spotkamy?</div></blockquote></div>
<table role="presentation" width="600"><tr><td><table><tr><td>Pozdrawiam</td><td><img src="cid:logo" width="120" height="40"><img src="https://mail.example/open.gif" width="1" height="1"></td></tr></table></td></tr></table>`;
  expect(cleanHtml(html)).toEqual({
    blocks: [
      p('Dzień dobry,'),
      p('proponuję\ndwa terminy:'),
      p('wtorek albo środa.'),
      p('Kiedy się spotkamy?'),
      p('Pozdrawiam'),
    ],
    images: 1,
  });
});

test('Outlook and Word on the web: one list of many lists of one item', () => {
  const wrapped = (text: string): string =>
    `<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1"><li data-aria-level="1"><p class="Paragraph" paraid="1"><span data-contrast="auto"><span class="NormalTextRun">${text}</span></span><span class="EOP" data-ccp-props="{}">&nbsp;</span></p></li></ul></div>`;
  expect(blocksOf(`<div class="OutlineElement">${wrapped('jeden')}${wrapped('dwa')}</div>`)).toEqual([
    list(false, [p('jeden')], [p('dwa')]),
  ]);
});

describe('of HTML with scripts', () => {
  test('only what is to be read is taken', () => {
    const html = `<p onclick="steal()">Tekst <script>alert(1)</script><img src=x onerror="alert(2)"><a href="javascript:alert(3)">kliknij</a>
<a href="java&#10;script:alert(4)">tu</a> <a href="data:text/html,x">lub tu</a> <iframe src="https://zly.pl"></iframe><svg onload="alert(5)"><text>rysunek</text></svg></p>
<style>p{}</style><template><p>szablon</p></template><p hidden>ukryte</p><p style="display: none">też</p><noscript>bez skryptów</noscript>
<form action="https://zly.pl"><label>Hasło <input value="tajne"></label><button>Wyślij</button></form>`;
    expect(cleanHtml(html)).toEqual({ blocks: [p('Tekst kliknij tu lub tu'), p('Hasło')], images: 2 });
    expect(JSON.stringify(cleanHtml(html))).not.toMatch(/alert|javascript|zly/);
  });

  test('a link keeps a safe address, with its look', () => {
    expect(
      blocksOf('<p><b><a href="mailto:gok@wilkow.pl">napisz</a></b> <a href="#dol">niżej</a></p>'),
    ).toEqual([p({ text: 'napisz', isBold: true, href: 'mailto:gok@wilkow.pl' }, ' niżej')]);
  });
});

test('what was copied from this editor comes back as it was', () => {
  const html = `<h4 data-level="2" data-pm-slice="0 0 []">Cel</h4><p>Raz <strong>dwa</strong></p><ul><li><p>trzy</p></li></ul>`;
  expect(blocksOf(html)).toEqual([h(2, 'Cel'), p('Raz ', bold('dwa')), list(false, [p('trzy')])]);
});

test('nesting without end, and text outside of everything, are read all the same', () => {
  const deep = `${'<div><span>'.repeat(400)}głęboko${'</span></div>'.repeat(400)}`;
  expect(blocksOf(`luzem${deep}`)).toEqual([p('luzem'), p('głęboko')]);
  expect(blocksOf('')).toEqual([]);
  expect(blocksOf('<table><tr><td></td><td>&nbsp;</td></tr></table><ul><li></li></ul><p> \n </p>')).toEqual(
    [],
  );
});
