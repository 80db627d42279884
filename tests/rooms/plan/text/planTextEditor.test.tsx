// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { writeRichText } from '../../../../src/documents/writeRichText.ts';
import { PlanTextEditor, type PlanTextHandle } from '../../../../src/rooms/plan/text/PlanTextEditor.tsx';
import { sectionIn } from './typist.ts';

let host: HTMLElement;

beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  render(null, host);
  host.remove();
});

function docOf(...texts: string[]): Y.Doc {
  const doc = new Y.Doc();
  writeRichText(
    doc,
    sectionIn(doc),
    texts.map((text) => ({ kind: 'paragraph', inlines: [{ text }] })),
  );
  return doc;
}

let handle: PlanTextHandle | undefined;

async function show(doc: Y.Doc, isWritable = true): Promise<void> {
  await act(() =>
    render(
      <PlanTextEditor
        fragment={sectionIn(doc)}
        section="vision"
        label="Wizja"
        hint="Napiszcie."
        isWritable={isWritable}
        onReady={(ready) => {
          handle = ready;
        }}
      />,
      host,
    ),
  );
}

const text = (): Element | null => host.querySelector('[role="textbox"]');
const buttons = (): readonly HTMLButtonElement[] => [
  ...host.querySelectorAll<HTMLButtonElement>('[role="toolbar"] button'),
];

describe('the editor of a section', () => {
  test('has a name, a hint while it is empty, and a toolbar that is one stop for Tab', async () => {
    await show(new Y.Doc());
    expect(text()?.getAttribute('aria-label')).toBe('Wizja');
    expect(text()?.getAttribute('data-hint')).toBe('Napiszcie.');
    expect(buttons().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    buttons()[0]?.focus();
    const right = new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true });
    await act(() => void document.activeElement?.dispatchEvent(right));
    expect(document.activeElement).toBe(buttons()[1]);
    expect(buttons()[1]?.tabIndex).toBe(0);
    expect(
      buttons().every((button) => (button.getAttribute('aria-label') ?? button.textContent) !== ''),
    ).toBe(true);
  });

  test('becomes text to be read when the right to write goes, and comes back with it', async () => {
    const doc = docOf('Tekst.');
    await show(doc);
    await show(doc, false);
    expect(text()?.getAttribute('contenteditable')).toBe('false');
    expect(buttons()).toEqual([]);
    await show(doc, true);
    expect(text()?.getAttribute('contenteditable')).toBe('true');
    expect(buttons().length).toBeGreaterThan(5);
  });

  test('changes to another section’s text when that is opened in its place', async () => {
    await show(docOf('Pierwsza.'));
    await show(docOf('Druga.'));
    expect(text()?.textContent).toBe('Druga.');
    expect(handle?.passage()).toBeUndefined();
  });

  test('[G9] steps back to reading before what it cannot show, and returns when that is gone', async () => {
    const doc = docOf('Tekst.');
    await show(doc);
    await act(() => sectionIn(doc).insert(1, [new Y.XmlText('goły')]));
    expect(text()).toBeNull();
    expect(handle).toBeUndefined();
    expect(host.textContent).toContain('Tekst.goły');
    await act(() => sectionIn(doc).insert(2, [new Y.XmlText(' i dalej')]));
    expect(host.textContent).toContain('goły i dalej');
    await act(() => sectionIn(doc).delete(1, 2));
    expect(text()?.textContent).toBe('Tekst.');
    expect(handle).toBeDefined();
  });
});
