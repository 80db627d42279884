// What the editor can show of a section's text. The binding asks this schema to build nodes and deletes from the document what it
// refuses; so this one refuses nothing: what it does not know, or finds where it cannot stand, becomes a `foreign` block that keeps
// all of it and is drawn as plain text (G9).

import {
  type Attrs,
  type DOMOutputSpec,
  Fragment,
  type Mark,
  type MarkSpec,
  type MarkType,
  type Node,
  type NodeSpec,
  type NodeType,
  Schema,
} from 'prosemirror-model';
import { headingLevel, keptLines } from '../../../documents/richText.ts';
import type { ELEMENTS, MARKS } from '../../../documents/richTextNames.ts';
import { safeHref } from '../../../domain/richText/safeHref.ts';
import styles from './PlanText.module.css';

type ElementName = (typeof ELEMENTS)[keyof typeof ELEMENTS];
type MarkName = (typeof MARKS)[keyof typeof MARKS];

/** The section's title is an h2 of the page. */
const HEADING_BELOW = 2;

const textBlock = { content: 'text*', group: 'block', whitespace: 'pre' } as const;

const nodes: Record<ElementName | 'doc' | 'text', NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: { ...textBlock, parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    ...textBlock,
    defining: true,
    attrs: { level: { default: 1 } },
    parseDOM: [1, 2, 3].map((level) => ({ tag: `h${level + HEADING_BELOW}`, attrs: { level } })),
    toDOM: ({ attrs }) => {
      const level = headingLevel(attrs['level']);
      return [`h${level + HEADING_BELOW}`, { 'data-level': String(level) }, 0];
    },
  },
  bulletList: { content: 'listItem*', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
  orderedList: { content: 'listItem*', group: 'block', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
  // Merging can take the first paragraph, or all of them, out of an item: none of that is invalid here.
  listItem: { content: 'block*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  table: {
    content: 'tableRow*',
    group: 'block',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  },
  tableRow: { content: 'tableCell*', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
  tableCell: {
    content: 'block*',
    isolating: true,
    attrs: { isHeader: { default: null } },
    parseDOM: [{ tag: 'td' }, { tag: 'th', attrs: { isHeader: true } }],
    toDOM: ({ attrs }) => (attrs['isHeader'] === true ? ['th', { scope: 'col' }, 0] : ['td', 0]),
  },
  foreign: {
    group: 'block',
    atom: true,
    attrs: { name: { default: '' }, attributes: { default: null }, content: { default: null } },
    toDOM: ({ attrs }) => drawForeign(attrs),
  },
  text: { group: 'inline' },
};

const marks: Record<MarkName, MarkSpec> = {
  bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  link: {
    inclusive: false,
    attrs: { href: { default: '' } },
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = safeHref(element.getAttribute('href') ?? '');
          return href === undefined ? false : { href };
        },
      },
    ],
    toDOM: ({ attrs }) => drawLink(attrs),
  },
};

function drawLink(attrs: Attrs): DOMOutputSpec {
  const raw: unknown = attrs['href'];
  const href = typeof raw === 'string' ? safeHref(raw) : undefined;
  return href === undefined
    ? ['span', 0]
    : ['a', { href, title: href, target: '_blank', rel: 'noopener noreferrer' }, 0];
}

function drawForeign(attrs: Attrs): DOMOutputSpec {
  return ['div', { class: styles['foreign'] ?? '' }, keptLines(attrs['content']).join('\n')];
}

class PlanTextSchema extends Schema<ElementName | 'doc' | 'text', MarkName> {
  override node(
    type: string | NodeType,
    attrs?: Attrs | null,
    content?: Fragment | Node | readonly Node[],
    own?: readonly Mark[],
  ): Node {
    const children = Fragment.from(content);
    const known = typeof type === 'string' ? this.#elementType(type) : type;
    if (known?.validContent(children)) return known.create(attrs ?? null, children, own);
    const name = typeof type === 'string' ? type : type.name;
    const kept: unknown = children.toJSON();
    return this.nodes.foreign.create({ name, attributes: attrs ?? null, content: kept });
  }

  /** The binding hands over whatever stands between the letters too. */
  override text(text: string, own?: readonly Mark[] | null): Node {
    if (typeof text === 'string') return super.text(text, own);
    return this.nodes.foreign.create({ name: 'embed', content: text });
  }

  override mark(type: string | MarkType, attrs?: Attrs | null): Mark {
    if (typeof type === 'string' && !Object.hasOwn(this.marks, type)) this.#addMark(type);
    // An object of its own for each: one without attributes would be shared.
    return super.mark(type, attrs ?? {});
  }

  #elementType(name: string): NodeType | undefined {
    const isElement = name !== 'doc' && name !== 'text' && Object.hasOwn(this.nodes, name);
    return isElement ? this.nodes[name] : undefined;
  }

  /** A mark of a newer app is kept on its letters, written back under its name, and drawn as nothing. */
  #addMark(name: string): void {
    const spec: MarkSpec = { toDOM: () => ['span', 0] };
    const { marks: made } = new Schema({
      nodes: { doc: { content: 'text*' }, text: {} },
      marks: { [name]: spec },
    });
    for (const type of Object.values(made)) keepUnknownAttributes(type);
    Object.assign(this.marks, made);
  }
}

/**
 * Attributes of newer apps stay on the node or mark: the binding removes from the document those that are not there. A type
 * makes nodes in the binding and again wherever the view reads what was typed, so it is the type that has to keep them.
 */
function keepUnknownAttributes(type: NodeType | MarkType): void {
  const create: (attrs?: Attrs | null, content?: Fragment, own?: readonly Mark[]) => Node | Mark =
    type.create.bind(type);
  const keeping: typeof create = (attrs, content, own) => {
    const made = create(attrs, content, own);
    if (typeof attrs === 'object' && attrs !== null) {
      const unknown = Object.entries(attrs).filter(([key]) => !Object.hasOwn(made.attrs, key));
      Object.assign(made.attrs, Object.fromEntries(unknown));
    }
    return made;
  };
  Object.assign(type, { create: keeping });
}

function tolerantSchema(): PlanTextSchema {
  const schema = new PlanTextSchema({ nodes, marks });
  for (const type of [...Object.values(schema.nodes), ...Object.values(schema.marks)])
    keepUnknownAttributes(type);
  return schema;
}

export const planTextSchema = tolerantSchema();
