// Takes the XML parts out of a DOCX without trusting it: what it says of its sizes is not believed, unpacking stops at a limit,
// and what is no DOCX is told apart by what it is.

import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';

export type DocxRefusal =
  /** Neither a ZIP nor anything of Word's: a picture, a PDF, a text. */
  | 'notADocument'
  | 'passwordProtected'
  /** Word before 2007 (.doc). */
  | 'oldWord'
  /** LibreOffice's own format (.odt). */
  | 'openDocument'
  /** A ZIP of something else, perhaps renamed. */
  | 'otherZip'
  | 'damaged'
  | 'tooLarge'
  | 'tooLong'
  | 'empty';

export type UnpackedDocx =
  | { readonly kind: 'unpacked'; readonly parts: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'refused'; readonly reason: DocxRefusal };

/** Of the file, pictures and all. */
const MOST_FILE_BYTES = 50_000_000;
/** Of its texts, unpacked: a thousand pages have about ten million. */
const MOST_TEXT_BYTES = 40_000_000;
/** A step at which the limit is looked at: what it unpacks to is at most a thousand times as much. */
const STEP_BYTES = 8192;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The container of Word's old files and of encrypted new ones. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

export function unpackDocx(bytes: Uint8Array): UnpackedDocx {
  const refused = (reason: DocxRefusal): UnpackedDocx => ({ kind: 'refused', reason });
  if (bytes.length > MOST_FILE_BYTES) return refused('tooLarge');
  if (startsWith(bytes, COMPOUND)) {
    if (holdsName(bytes, 'EncryptedPackage')) return refused('passwordProtected');
    return refused(holdsName(bytes, 'WordDocument') ? 'oldWord' : 'notADocument');
  }
  if (!startsWith(bytes, ZIP)) return refused('notADocument');
  const unpacked = unpackTexts(bytes);
  if (typeof unpacked === 'string') return refused(unpacked);
  const { names, parts } = unpacked;
  if (names.has('[Content_Types].xml')) return { kind: 'unpacked', parts };
  return refused(names.has('content.xml') && names.has('mimetype') ? 'openDocument' : 'otherZip');
}

interface Texts {
  readonly names: ReadonlySet<string>;
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

function unpackTexts(bytes: Uint8Array): Texts | 'damaged' | 'tooLarge' {
  const names = new Set<string>();
  const chunks = new Map<string, Uint8Array[]>();
  const open = new Set<string>();
  let size = 0;
  let isDamaged = false;
  const unzip = new Unzip((file: UnzipFile) => {
    const { name } = file;
    // Of two of one name the first counts.
    if (names.has(name) || !/\.(xml|rels)$/i.test(name)) {
      names.add(name);
      return;
    }
    names.add(name);
    const own: Uint8Array[] = [];
    chunks.set(name, own);
    open.add(name);
    file.ondata = (error, chunk, isLast) => {
      if (error !== null) {
        isDamaged = true;
        return;
      }
      size += chunk.length;
      own.push(chunk);
      if (isLast) open.delete(name);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !isDamaged; at += STEP_BYTES) {
      unzip.push(bytes.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= bytes.length);
      if (size > MOST_TEXT_BYTES) return 'tooLarge';
    }
  } catch {
    return 'damaged';
  }
  if (isDamaged || open.size > 0) return 'damaged';
  return { names, parts: new Map([...chunks].map(([name, own]) => [name, concatenate(own)])) };
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}

/** Names in a compound file are UTF-16. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name, (letter) => `${letter}\0`).join('');
  return new TextDecoder('latin1').decode(bytes).includes(wanted);
}
