// DOCX files for the tests of reading them: as few parts as Word takes, with any body.
import { strToU8, zipSync } from 'fflate';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const NAMESPACES = `${WORD} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"`;
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

const styles = `<w:styles ${WORD}>
<w:style w:type="paragraph" w:styleId="Nagwek1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Nagwek2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Mj"><w:name w:val="Mój styl"/><w:basedOn w:val="Nagwek1"/></w:style>
<w:style w:type="paragraph" w:styleId="Spistreci1"><w:name w:val="toc 1"/></w:style>
</w:styles>`;

const numbering = `<w:numbering ${WORD}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
</w:numbering>`;

const links = `<Relationships ${PACKAGE}>
<Relationship Id="rId1" Type="${RELATION}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="${RELATION}/numbering" Target="/word/numbering.xml"/>
<Relationship Id="rId3" Type="${RELATION}/hyperlink" Target="https://www.cal.org.pl/" TargetMode="External"/>
<Relationship Id="rId4" Type="${RELATION}/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>
</Relationships>`;

const root = `<Relationships ${PACKAGE}><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`;

/** `document` stands in place of the whole document part. */
export function docxOf(body: string, document?: string): Uint8Array {
  const whole = `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(root),
    'word/_rels/document.xml.rels': strToU8(links),
    'word/styles.xml': strToU8(styles),
    'word/numbering.xml': strToU8(numbering),
    'word/document.xml': strToU8(document ?? whole),
    'word/media/image1.png': strToU8('no picture'),
  });
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

export const styled = (style: string, text: string): string =>
  paragraph(run(text), `<w:pStyle w:val="${style}"/>`);

export const item = (text: string, level = 0): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="5"/></w:numPr>`);
