// How rich text lies in a document: the names of elements, attributes and marks under a section's Y.XmlFragment. The
// editor's schema and the readers share them; a name once used is never given another meaning.

export const ELEMENTS = {
  paragraph: 'paragraph',
  heading: 'heading',
  bulletList: 'bulletList',
  orderedList: 'orderedList',
  listItem: 'listItem',
  table: 'table',
  tableRow: 'tableRow',
  tableCell: 'tableCell',
  /** What an editor could not show and had to write anew somewhere else: name, attributes and content as they were. */
  foreign: 'foreign',
} as const;

export const MARKS = { bold: 'bold', italic: 'italic', link: 'link' } as const;

/** Deeper nesting is not made by any editor; readers stop there rather than run out of stack. */
export const DEPTH_MAX = 40;
