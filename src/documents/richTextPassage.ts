// A passage of a section's text, told by two positions that move with the text: reading it as it stands now, and putting a
// proposed text in its place. Which passage is commented on or proposed for is left to the records.

import * as Y from 'yjs';
import { deltaOf } from './richText.ts';
import { write } from './roots.ts';

/** Encoded relative positions. */
export interface PassageEnds {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

interface Found {
  readonly text: Y.XmlText;
  readonly from: number;
  readonly to: number;
}

/** What the passage reads now, '' when all of it was deleted; `undefined` when it is no longer within one paragraph. */
export function readPassage(fragment: Y.XmlFragment, ends: PassageEnds): string | undefined {
  const found = findPassage(fragment, ends);
  if (found === undefined) return undefined;
  // Whatever stands between the letters counts one place.
  const runs = deltaOf(found.text).map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC'));
  return runs.join('').slice(found.from, found.to);
}

/** Puts a text in the passage's place, in the look of its first letter. False when the passage is no longer there. */
export function replacePassage(
  doc: Y.Doc,
  fragment: Y.XmlFragment,
  ends: PassageEnds,
  proposed: string,
): boolean {
  const found = findPassage(fragment, ends);
  if (found === undefined) return false;
  const { text, from, to } = found;
  write(doc, () => {
    // Put in after the first letter and before the rest goes, it takes that letter's look.
    const isFilled = to > from;
    text.insert(isFilled ? from + 1 : from, proposed);
    if (!isFilled) return;
    text.delete(from + 1 + proposed.length, to - from - 1);
    text.delete(from, 1);
  });
  return true;
}

function findPassage(fragment: Y.XmlFragment, ends: PassageEnds): Found | undefined {
  const from = placeOf(fragment, ends.from);
  const to = placeOf(fragment, ends.to);
  if (from === undefined || to === undefined || from.text !== to.text || from.at > to.at) return undefined;
  return { text: from.text, from: from.at, to: to.at };
}

function placeOf(
  fragment: Y.XmlFragment,
  encoded: Uint8Array,
): { readonly text: Y.XmlText; readonly at: number } | undefined {
  const position = decodePosition(encoded);
  const place =
    position === undefined || fragment.doc === null
      ? null
      : Y.createAbsolutePositionFromRelativePosition(position, fragment.doc);
  if (place === null || !(place.type instanceof Y.XmlText)) return undefined;
  const isWithin = place.type._item !== null && Y.isParentOf(fragment, place.type._item);
  return isWithin && !place.type._item?.deleted ? { text: place.type, at: place.index } : undefined;
}

/** `undefined` for bytes that are no position, and for positions that name a root: they may come from a broken writer. */
function decodePosition(encoded: Uint8Array): Y.RelativePosition | undefined {
  try {
    const position = Y.decodeRelativePosition(encoded);
    return position.item === null && position.type === null ? undefined : position;
  } catch {
    return undefined;
  }
}
