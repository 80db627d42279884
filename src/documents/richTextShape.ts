// Whether an editor can be bound to a section's fragment. The binding meets elements and texts only, and no nesting without
// end; anything else was left by a broken writer, is shown by the reader, and is not touched.

import * as Y from 'yjs';
import { DEPTH_MAX } from './richTextNames.ts';

export function canBeBound(fragment: Y.XmlFragment): boolean {
  return fragment.toArray().every((child: unknown) => isElement(child, 0));
}

function isElement(child: unknown, depth: number): boolean {
  if (!(child instanceof Y.XmlElement) || depth > DEPTH_MAX) return false;
  return child.toArray().every((part: unknown) => isText(part) || isElement(part, depth + 1));
}

function isText(part: unknown): boolean {
  return part instanceof Y.XmlText;
}
