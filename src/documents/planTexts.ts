// The formatted texts of the plan's narrative sections: where they lie, and what a session owes the document while somebody
// writes in one. What is in them is the editor's and richText's.

import * as Y from 'yjs';
import type { PlanAuthor } from '../domain/plan/mergeStory.ts';
import type { NarrativeSection } from '../domain/plan/sections.ts';
import type { Instant } from '../domain/time.ts';
import { signSession } from './planAuthors.ts';
import { rootMap, write } from './roots.ts';

/** The name under which a section's text lies in the document, beside the maps: nobody has to make it. */
function textName(section: NarrativeSection): string {
  return `section:${section}`;
}

export function sectionText(doc: Y.Doc, section: NarrativeSection): Y.XmlFragment {
  return doc.getXmlFragment(textName(section));
}

export interface TextSession {
  readonly now: () => Instant;
  readonly by: Omit<PlanAuthor, 'client'>;
}

/**
 * To be held while an editor is bound to the section's text. The session's first change is signed. A change that only takes
 * away leaves a mark: a mere deletion has no clock, and would not show as waiting to be sent.
 */
export function attendSectionText(
  doc: Y.Doc,
  section: NarrativeSection,
  { now, by }: TextSession,
): () => void {
  const fragment = sectionText(doc, section);
  const onChange = (_events: unknown, transaction: Y.Transaction): void => {
    if (!transaction.local) return;
    const { beforeState, afterState } = transaction;
    const hasAdded = (afterState.get(doc.clientID) ?? 0) > (beforeState.get(doc.clientID) ?? 0);
    write(doc, () => {
      signSession(doc, by);
      if (!hasAdded) rootMap(doc, 'textEdits').set(section, now());
    });
  };
  fragment.observeDeep(onChange);
  return () => fragment.unobserveDeep(onChange);
}

/** Characters of a text, formatting aside. */
export function lengthOfText(type: Y.XmlFragment): number {
  let length = 0;
  for (const child of type.toArray()) {
    if (child instanceof Y.XmlText) length += child.length;
    else if (child instanceof Y.XmlFragment) length += lengthOfText(child);
  }
  return length;
}

/** How a text begins, in plain text: at least `most` characters where it has so many, then cut. */
export function beginningOfText(fragment: Y.XmlFragment, most: number): string {
  const parts: string[] = [];
  let left = most;
  const visit = (type: Y.XmlFragment): void => {
    for (const child of type.toArray()) {
      if (left <= 0) return;
      if (child instanceof Y.XmlText) {
        const text = plainText(child, left);
        left -= text.length + 1;
        if (text !== '') parts.push(text);
      } else if (child instanceof Y.XmlFragment) visit(child);
    }
  };
  visit(fragment);
  return parts.join(' ').slice(0, most);
}

/** Walks the items, since `toString` gives markup and `toDelta` the whole text. */
function plainText(text: Y.XmlText, most: number): string {
  let found = '';
  for (let item = text._start; item !== null && found.length < most; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString) found += item.content.str;
  }
  return found;
}
