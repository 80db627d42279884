// Files that are no text although people keep lists in them, told apart so that the screen can say what to do instead.

export type FileKind = 'spreadsheet' | 'document' | 'pdf' | 'image';

const IMAGES: readonly string[] = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'];

/** The kind of a file that is known by its first bytes; `undefined` for text and for what is not known. */
export function recogniseFile(bytes: Uint8Array, fileName = ''): FileKind | 'binary' | undefined {
  const head = latin(bytes.subarray(0, 64));
  if (head.startsWith('%PDF')) return 'pdf';
  if (IMAGES.some((image) => head.startsWith(image)) || isOtherImage(head)) return 'image';
  if (head.startsWith('{\\rtf')) return 'document';
  if (head.startsWith('PK\x03\x04')) return inZip(bytes) ?? byExtension(fileName) ?? 'binary';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return inCompoundFile(bytes) ?? byExtension(fileName) ?? 'binary';
  // Some office programs save a web page or XML and call it .xls.
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml)/i.test(head)) return byExtension(fileName);
  return undefined;
}

function isOtherImage(head: string): boolean {
  const isWebp = head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP';
  const isHeif = head.slice(4, 8) === 'ftyp' && /^(?:hei|hev|mif|msf|avi)/.test(head.slice(8, 12));
  const isBitmap = head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0';
  return isWebp || isHeif || isBitmap;
}

/** Excel, Word and OpenDocument files are ZIP archives; the names of their parts are not compressed. */
function inZip(bytes: Uint8Array): FileKind | undefined {
  const names = latin(bytes);
  if (
    /xl\/(?:workbook|worksheets|styles|_rels)|application\/vnd\.oasis\.opendocument\.spreadsheet/.test(names)
  ) {
    return 'spreadsheet';
  }
  if (/word\/(?:document|styles|_rels)|application\/vnd\.oasis\.opendocument\.text/.test(names))
    return 'document';
  return undefined;
}

/** Excel and Word before 2007: names of the streams in UTF-16. */
function inCompoundFile(bytes: Uint8Array): FileKind | undefined {
  const names = latin(bytes).replaceAll('\0', '');
  if (/Workbook/.test(names)) return 'spreadsheet';
  return names.includes('WordDocument') ? 'document' : undefined;
}

function byExtension(fileName: string): FileKind | undefined {
  if (/\.(?:xlsx?|xlsm|xlsb|ods|numbers)$/i.test(fileName)) return 'spreadsheet';
  return /\.(?:docx?|odt|rtf|pages)$/i.test(fileName) ? 'document' : undefined;
}

/** One character a byte, so that text patterns can look at bytes. */
function latin(bytes: Uint8Array): string {
  const parts: string[] = [];
  // In pieces: a call with a million arguments overflows the stack.
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return parts.join('');
}
