// An attendance list as it stands on the screen: who is on it, with what mark, how many strokes of a signature and which
// tick. Read from the document that assistive technology reads, in one go, so that all rows are of one moment.

import type { Page } from 'playwright-core';

export interface ShownRow {
  readonly name: string;
  /** The word of the mark, "Obecna"; '' while there is none. */
  readonly mark: string;
  readonly isPresent: boolean;
  readonly isWalkIn: boolean;
  /** Strokes of the drawn signature; 0 without one. */
  readonly strokes: number;
  /** The drawing itself, to be compared. */
  readonly path: string;
  /** What the tick says, "zapisane na tym urządzeniu". */
  readonly tick: string;
}

/** All rows, in their order. Waits until the list is there and drawn to its end. */
export async function readList(page: Page): Promise<readonly ShownRow[]> {
  await page.getByRole('table').waitFor();
  await page.waitForFunction(() => {
    const table = document.querySelector('[role=table]');
    const rows = table?.querySelectorAll('[data-person]').length ?? 0;
    return table?.querySelector('[aria-hidden=true][style*="--rows"]') === null && rows > 0;
  });
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-person]')].map((row) => {
      const header = row.querySelector('[role=rowheader]');
      const cells = [...row.querySelectorAll('[role=cell]')];
      const button = row.querySelector('button[aria-pressed]');
      const word = cells[2]?.textContent ?? '';
      const isPressed = button?.getAttribute('aria-pressed') === 'true';
      const isUnmarked = button === null ? word === '—' : !isPressed && word.startsWith('Obecn');
      const path = row.querySelector('[role=img][aria-label^="Podpis:"] path')?.getAttribute('d') ?? '';
      return {
        name: header?.firstChild?.textContent ?? '',
        mark: isUnmarked ? '' : word,
        isPresent: button === null ? word.startsWith('Obecn') : isPressed,
        isWalkIn: /dopisan|spoza listy/.test(header?.lastElementChild?.textContent ?? ''),
        strokes: path.split('M').length - 1,
        path,
        tick: cells.at(-1)?.querySelector('[aria-label]')?.getAttribute('aria-label') ?? '',
      };
    }),
  );
}

/** What two devices must agree on: everything but where it is stored. */
export function contentOf(rows: readonly ShownRow[]): readonly Omit<ShownRow, 'tick'>[] {
  return rows.map(({ tick: _tick, ...content }) => content);
}
