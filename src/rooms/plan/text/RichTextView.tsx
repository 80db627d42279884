// A rich text to be read, without the editor's code: before a section is opened for writing, in versions and previews.
import type { ComponentChildren } from 'preact';
import type { Block, Inline, RichText } from '../../../domain/richText/blocks.ts';
import { safeHref } from '../../../domain/richText/safeHref.ts';
import styles from './PlanText.module.css';

export function RichTextView({ text }: { readonly text: RichText }) {
  return <div class={styles['text']}>{drawBlocks(text)}</div>;
}

function drawBlocks(blocks: RichText): ComponentChildren {
  return blocks.map((block, index) => <BlockView key={index} block={block} />);
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{drawInlines(block.inlines)}</p>;
    case 'heading': {
      // The section's title is an h2 of the page.
      const Heading = block.level === 1 ? 'h3' : block.level === 2 ? 'h4' : 'h5';
      return <Heading data-level={block.level}>{drawInlines(block.inlines)}</Heading>;
    }
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}>{drawBlocks(item)}</li>);
      return block.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <table>
          <tbody>
            {block.rows.map(({ cells }, index) => (
              <tr key={index}>
                {cells.map(({ isHeader, blocks }, column) =>
                  isHeader ? (
                    <th key={column} scope="col">
                      {drawBlocks(blocks)}
                    </th>
                  ) : (
                    <td key={column}>{drawBlocks(blocks)}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function drawInlines(inlines: readonly Inline[]): ComponentChildren {
  return inlines.map((inline, index) => <InlineView key={index} {...inline} />);
}

function InlineView({ text, isBold, isItalic, href }: Inline) {
  const safe = href === undefined ? undefined : safeHref(href);
  const slanted = isItalic ? <em>{text}</em> : text;
  const drawn = isBold ? <strong>{slanted}</strong> : slanted;
  return safe === undefined ? (
    <>{drawn}</>
  ) : (
    <a href={safe} target="_blank" rel="noopener noreferrer">
      {drawn}
    </a>
  );
}
