import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INVITATION_FILE_MAX_BYTES } from '../../../../src/domain/invitationList.ts';
import { readInvitationBytes } from '../../../../src/rooms/partnership/importList/readInvitationFile.ts';

const TEXT = 'Imię;Żółć\r\nŁucja;ś';

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function utf16(text: string, isLittle: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return Uint8Array.from(
    [0xfeff, ...units].flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

describe('the bytes of a file', () => {
  it.each([
    ['utf-8', new TextEncoder().encode(TEXT)],
    ['utf-8', new TextEncoder().encode(`\uFEFF${TEXT}`)],
    ['utf-16le', utf16(TEXT, true)],
    ['utf-16be', utf16(TEXT, false)],
    ['windows-1250', latin('Imi\xea;\xaf\xf3\xb3\xe6\r\n\xa3ucja;\x9c')],
  ])('are read as %s', (encoding, bytes) => {
    expect(readInvitationBytes(bytes)).toEqual({ kind: 'text', text: TEXT, encoding });
  });

  it.each([
    ['empty', ''],
    ['empty', '\xef\xbb\xbf \r\n'],
    ['pdf', '%PDF-1.7 \0\x01'],
    ['image', '\x89PNG\r\n\x1a\n\0\0'],
    ['image', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['image', '\0\0\0\x18ftypheic\0\0'],
    ['image', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['spreadsheet', 'PK\x03\x04\x14\0\x06\0\x08\0xl/workbook.xmlPK'],
    ['document', 'PK\x03\x04\x14\0\x06\0\x08\0word/document.xmlPK'],
    ['spreadsheet', 'PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK'],
    ['document', 'PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.textPK'],
    ['spreadsheet', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0k\0b\0o\0o\0k\0'],
    ['document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0'],
    ['document', '{\\rtf1\\ansi Anna Nowak}'],
    ['binary', 'PK\x03\x04\x14\0\0\0photo.jpgPK'],
    ['binary', '\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0'],
  ])('are refused as %s: %j', (reason, content) => {
    expect(readInvitationBytes(latin(content))).toEqual({ kind: 'refused', reason });
  });

  it('of a container without telling names are judged by the name of the file', () => {
    const bytes = latin('PK\x03\x04\x14\0\0\0x');
    expect(readInvitationBytes(bytes, 'Lista.XLSX')).toEqual({ kind: 'refused', reason: 'spreadsheet' });
    expect(readInvitationBytes(bytes, 'Lista.docx')).toEqual({ kind: 'refused', reason: 'document' });
    const page = latin('<html><table><tr><td>Anna</td></tr></table></html>');
    expect(readInvitationBytes(page, 'eksport.xls')).toEqual({ kind: 'refused', reason: 'spreadsheet' });
  });

  it('are text although a stray NUL stands among them', () => {
    const result = readInvitationBytes(latin(`Anna\0 Nowak;OSP\r\n${'Jan Lis;KGW\r\n'.repeat(10)}`));
    expect(result).toMatchObject({ kind: 'text', encoding: 'utf-8' });
  });

  it('beyond the limit are refused, at the limit they are read', () => {
    const bytes = new Uint8Array(INVITATION_FILE_MAX_BYTES + 1).fill(97);
    expect(readInvitationBytes(bytes)).toEqual({ kind: 'refused', reason: 'tooLarge' });
    expect(readInvitationBytes(bytes.subarray(1))).toMatchObject({ kind: 'text' });
  });

  it('of a large spreadsheet are told as a spreadsheet, since that is what to mend', () => {
    const bytes = new Uint8Array(INVITATION_FILE_MAX_BYTES + 1);
    bytes.set(latin('PK\x03\x04\x14\0\x06\0\x08\0xl/workbook.xml'));
    expect(readInvitationBytes(bytes)).toEqual({ kind: 'refused', reason: 'spreadsheet' });
  });

  it('never throw, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(['text', 'refused']).toContain(readInvitationBytes(bytes).kind);
      }),
    );
  });
});
