// What a person does on a page, on any engine: finds a control by its name, presses it, types. Each waits until it is there.

import { setTimeout as wait } from 'node:timers/promises';
import { type Engine, evaluate, type Point } from './engine.ts';

const PATIENCE_MS = 20_000;
const STEP_MS = 50;

type Control = 'button' | 'link' | 'field';

export async function press(engine: Engine, kind: 'button' | 'link', name: string): Promise<void> {
  await aim(engine, kind, name);
  await engine.click();
}

/** Types into an empty field. */
export async function fill(engine: Engine, name: string, text: string): Promise<void> {
  await aim(engine, 'field', name);
  await engine.click();
  await engine.type(text);
}

/** Sets a date as the browser's own date picker does, which every engine draws in its own way. */
export async function chooseDate(engine: Engine, name: string, date: string): Promise<void> {
  await aim(engine, 'field', name);
  await evaluate(
    engine,
    (value: string) => {
      const field = document.querySelector('[data-target]');
      if (!(field instanceof HTMLInputElement)) throw new Error('no date field');
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      return null;
    },
    date,
  );
}

export async function waitForText(engine: Engine, text: string): Promise<void> {
  await until(engine, `the text "${text}"`, () =>
    evaluate(engine, (wanted: string) => document.body.innerText.includes(wanted), text),
  );
}

/** Waits until the address is such a one, and gives it. */
export async function waitForAddress(engine: Engine, pattern: RegExp): Promise<string> {
  let address = '';
  await until(engine, `an address like ${pattern.source}`, async () => {
    address = String(await evaluate(engine, () => location.href, null));
    return pattern.test(address);
  });
  return address;
}

/** Waits for something that is shown as a picture with a name: a signature, a tick. */
export async function waitForPicture(engine: Engine, name: string): Promise<void> {
  await until(engine, `the picture "${name}"`, () =>
    evaluate(
      engine,
      (wanted: string) => document.querySelector(`[role="img"][aria-label="${CSS.escape(wanted)}"]`) !== null,
      name,
    ),
  );
}

/** Draws a stroke across the pad of that name, once it stands still; ends when its ink is seen. */
export async function drawAcross(engine: Engine, name: string): Promise<void> {
  let box: readonly number[] = [];
  await until(engine, `the pad "${name}"`, async () => {
    box = numbers(await evaluate(engine, padBox, name));
    return box.length > 0;
  });
  const [left = 0, top = 0, width = 0, height = 0] = box;
  const points = Array.from({ length: 8 }, (_each, index): Point => {
    const side = index % 2 === 0 ? 0.3 : 0.7;
    return { x: Math.round(left + width * (0.2 + index * 0.08)), y: Math.round(top + height * side) };
  });
  await engine.draw(points);
  await until(engine, `ink on "${name}"`, () =>
    evaluate(
      engine,
      (pad: string) =>
        document
          .querySelector(`svg[aria-label="${CSS.escape(pad)}"] path`)
          ?.getAttribute('d')
          ?.startsWith('M') === true,
      name,
    ),
  );
}

/** Runs in the page: left, top, width and height of a pad that has its size and has not moved for two frames. */
async function padBox(name: string): Promise<readonly number[]> {
  const pad = document.querySelector(`svg[aria-label="${CSS.escape(name)}"]`);
  if (!(pad instanceof SVGSVGElement) || pad.viewBox.baseVal.width === 0) return [];
  const before = pad.getBoundingClientRect();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const { left, top, width, height } = pad.getBoundingClientRect();
  return left === before.left && top === before.top ? [left, top, width, height] : [];
}

function numbers(raw: unknown): readonly number[] {
  return Array.isArray(raw) ? raw.filter((each) => typeof each === 'number') : [];
}

/** Waits until the control is there and stands still, and marks it as the one that is meant. */
export async function aim(engine: Engine, kind: Control, name: string): Promise<void> {
  await until(engine, `${kind} "${name}"`, () =>
    evaluate(
      engine,
      ({ selector, wanted }: { readonly selector: string; readonly wanted: string }) => {
        for (const old of document.querySelectorAll('[data-target]')) old.removeAttribute('data-target');
        const scope = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
        const shown = [...scope.querySelectorAll<HTMLElement>(selector)].filter(
          (element) => element.getClientRects().length > 0 && !element.hasAttribute('disabled'),
        );
        const nameOf = (element: HTMLElement): string => {
          const labelled = element instanceof HTMLInputElement ? element.labels?.[0] : element;
          return (element.getAttribute('aria-label') ?? labelled?.textContent ?? '').trim();
        };
        // A link that is a card says more than its title.
        const found =
          shown.find((element) => nameOf(element) === wanted) ??
          shown.find((element) => nameOf(element).startsWith(wanted));
        if (found === undefined) return false;
        found.dataset['target'] = '';
        found.scrollIntoView({ block: 'center' });
        return standsStill(found);

        /** Where it was a frame ago, and nothing above it: a press would not miss it. */
        async function standsStill(element: HTMLElement): Promise<boolean> {
          const before = element.getBoundingClientRect();
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          const { left, top, width, height } = element.getBoundingClientRect();
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          const isHit = hit !== null && (element.contains(hit) || hit.contains(element));
          return left === before.left && top === before.top && isHit;
        }
      },
      { selector: SELECTORS[kind], wanted: name },
    ),
  );
}

const SELECTORS: Readonly<Record<Control, string>> = {
  button: 'button',
  link: 'a[href]',
  field: 'input, textarea',
};

async function until(engine: Engine, what: string, isSo: () => Promise<unknown>): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    // While a page gives way to the next one, nothing can be asked of it.
    if ((await isSo().catch(() => false)) === true) return;
    await wait(STEP_MS);
  }
  const shown = String(await engine.evaluate('document.body.innerText'));
  throw new Error(`${what} was not there within ${PATIENCE_MS / 1000} s, but:\n${shown}`);
}
