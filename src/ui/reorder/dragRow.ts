// Dragging one row of a list up or down: the row follows the pointer, the others make room, the page scrolls at its edges.
// What the new place means is the caller's.

/** Marks the rows of a list that can be dragged; its value is the row's id. */
const ROW_ATTRIBUTE = 'data-row-id';

/** This near to the edge of the window the page scrolls along, in px. */
const EDGE_PX = 72;
/** Fastest scrolling, in px a frame. */
const SCROLL_PX = 14;

interface Measured {
  readonly element: HTMLElement;
  readonly top: number;
  readonly height: number;
}

export interface RowDrag {
  readonly move: (clientY: number) => void;
  /** Puts everything back and tells the place: where the row would stand among all. */
  readonly end: () => number;
}

/** `undefined` when the row is not in the list. */
export function startRowDrag(list: HTMLElement, id: string, clientY: number): RowDrag | undefined {
  const rows = measureRows(list);
  const from = rows.findIndex(({ element }) => element.getAttribute(ROW_ATTRIBUTE) === id);
  const dragged = rows[from];
  if (dragged === undefined) return undefined;
  const startY = clientY + scrollY;
  const step = (rows[1]?.top ?? 0) - (rows[0] ? rows[0].top + rows[0].height : 0);
  const room = dragged.height + Math.max(0, step);
  let pointerY = clientY;
  let to = from;
  let frame = requestAnimationFrame(scrollAtEdge);

  function draw(): void {
    const offset = pointerY + scrollY - startY;
    const middle = dragged === undefined ? 0 : dragged.top + dragged.height / 2 + offset;
    to = rows.filter(({ top, height }, at) => at !== from && top + height / 2 < middle).length;
    for (const [at, { element }] of rows.entries()) {
      const shift = at === from ? offset : shiftOf(at, from, to) * room;
      element.style.transform = shift === 0 ? '' : `translateY(${shift}px)`;
    }
  }

  function scrollAtEdge(): void {
    const above = EDGE_PX - pointerY;
    const below = pointerY - (innerHeight - EDGE_PX);
    const nearness = Math.min(1, Math.max(above, below, 0) / EDGE_PX);
    if (nearness > 0) {
      scrollBy(0, (above > below ? -1 : 1) * nearness * SCROLL_PX);
      draw();
    }
    frame = requestAnimationFrame(scrollAtEdge);
  }

  return {
    move: (y) => {
      pointerY = y;
      draw();
    },
    end: () => {
      cancelAnimationFrame(frame);
      for (const { element } of rows) element.style.transform = '';
      return to;
    },
  };
}

/** How a row beside the dragged one makes room: one place up, one down, or not at all. */
function shiftOf(at: number, from: number, to: number): -1 | 0 | 1 {
  if (at > from && at <= to) return -1;
  return at < from && at >= to ? 1 : 0;
}

function measureRows(list: HTMLElement): readonly Measured[] {
  return [...list.querySelectorAll<HTMLElement>(`[${ROW_ATTRIBUTE}]`)].map((element) => {
    const { top, height } = element.getBoundingClientRect();
    return { element, top: top + scrollY, height };
  });
}
