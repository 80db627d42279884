// The bytes of a chosen file as text, or why they are no list. What the text says is left to parseInvitationText.ts.

import { INVITATION_FILE_MAX_BYTES } from '../../../domain/invitationList.ts';
import { type FileKind, recogniseFile } from './recogniseFile.ts';

type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1250';

export type InvitationFile =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: TextEncodingName }
  | { readonly kind: 'refused'; readonly reason: 'empty' | 'binary' | 'tooLarge' | FileKind };

/** Above this share of control characters it is no text somebody wrote. A stray NUL in an export stays below it. */
const CONTROL_SHARE_MAX = 0.02;

/**
 * Decodes UTF-8 with or without a byte order mark, UTF-16 with one, and otherwise Windows-1250, as Polish Excel saves.
 * Spreadsheets, documents, PDFs and pictures are known by their first bytes; `fileName` only decides between kinds that
 * share a container. Reading `file.slice(0, INVITATION_FILE_MAX_BYTES + 1)` is enough to have a larger file refused.
 */
export function readInvitationBytes(bytes: Uint8Array, fileName = ''): InvitationFile {
  if (bytes.length === 0) return { kind: 'refused', reason: 'empty' };
  const fileKind = recogniseFile(bytes, fileName);
  if (fileKind !== undefined) return { kind: 'refused', reason: fileKind };
  if (bytes.length > INVITATION_FILE_MAX_BYTES) return { kind: 'refused', reason: 'tooLarge' };
  const { text, encoding } = decode(bytes);
  if (text.trim() === '') return { kind: 'refused', reason: 'empty' };
  if (looksBinary(text)) return { kind: 'refused', reason: 'binary' };
  return { kind: 'text', text, encoding };
}

function decode(bytes: Uint8Array): { text: string; encoding: TextEncodingName } {
  const encoding = encodingOf(bytes);
  // The decoder leaves the byte order mark out.
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOf(bytes: Uint8Array): TextEncodingName {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1250';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    // A fatal decoder has no other way of saying no.
    return false;
  }
}

function looksBinary(text: string): boolean {
  // U+001A ends files written by very old programs. U+FFFD is what a decoder makes of broken UTF-16.
  const strange = text.match(/[\0-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f\uFFFD]/g)?.length ?? 0;
  return strange > 1 && strange > text.length * CONTROL_SHARE_MAX;
}
