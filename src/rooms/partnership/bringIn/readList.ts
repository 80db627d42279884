// From a chosen file or pasted text to rows, or to the reason why there are none. The parser comes with the first use.

import { INVITATION_FILE_MAX_BYTES } from '../../../domain/invitationList.ts';
import type { InvitationList } from '../importList/parseInvitationText.ts';

/** A list that was read, with where it came from. */
export interface ReadList {
  readonly list: InvitationList;
  /** '' for pasted text. */
  readonly fileName: string;
}

export type ListRefusal =
  | {
      readonly reason:
        | 'empty'
        | 'binary'
        | 'spreadsheet'
        | 'document'
        | 'pdf'
        | 'image'
        | 'tooLarge'
        | 'notAList';
    }
  | { readonly reason: 'tooManyRows'; readonly rows: number; readonly limit: number }
  /** The file could not be read at all: taken away meanwhile, or no permission. */
  | { readonly reason: 'unreadable' };

export type ListReading =
  | { readonly kind: 'list'; readonly read: ReadList }
  | { readonly kind: 'refused'; readonly refusal: ListRefusal };

/** A list of more people than any meeting of a partnership has; its preview could not be checked by anybody. */
const ROWS_MAX = 1_000;

/** What is needed of a chosen file. */
export interface ChosenFile {
  readonly name: string;
  readonly slice: (from: number, to: number) => { readonly arrayBuffer: () => Promise<ArrayBuffer> };
}

export async function readFile(file: ChosenFile): Promise<ListReading> {
  const { readInvitationBytes } = await import('../importList/readInvitationFile.ts');
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.slice(0, INVITATION_FILE_MAX_BYTES + 1).arrayBuffer());
  } catch {
    // The browser has one answer for all causes, and the person one remedy: choose it again.
    return { kind: 'refused', refusal: { reason: 'unreadable' } };
  }
  const read = readInvitationBytes(bytes, file.name);
  return read.kind === 'refused' ? { kind: 'refused', refusal: read } : readText(read.text, file.name);
}

export async function readText(text: string, fileName = ''): Promise<ListReading> {
  const { parseInvitationText } = await import('../importList/parseInvitationText.ts');
  const list = parseInvitationText(text);
  if (list.kind === 'refused') return { kind: 'refused', refusal: list };
  if (list.rows.length > ROWS_MAX) {
    return {
      kind: 'refused',
      refusal: { reason: 'tooManyRows', rows: list.rows.length, limit: ROWS_MAX },
    };
  }
  return { kind: 'list', read: { list, fileName } };
}
