// Where the toasts stand: at the bottom, and at the top while they would cover there what was just pressed, so that the row
// that a toast speaks of stays in sight. Measured on the screen, since a row's and a toast's height follow from their texts.

/** Between the row and a toast; more than a toast rises by while it comes. */
const CLEARANCE_PX = 10;
/** The row around what was pressed, since its words belong to it. */
const ROW = '[role=row], li';

/** `place` is for when toasts have come; the region's `data-place` says where it stands then. */
export function keepClearOfPresses(region: HTMLElement): {
  readonly place: () => void;
  readonly dispose: () => void;
} {
  let pressed: Element | undefined;
  // Pressing by keyboard is a click as well. Noted before whoever listens to it shows a toast.
  const note = (event: MouseEvent): void => {
    if (event.target instanceof Element && !region.contains(event.target)) pressed = event.target;
  };
  document.addEventListener('click', note, { capture: true });

  const isCovering = (row: DOMRect): boolean =>
    [...region.children].some((toast) => {
      const box = toast.getBoundingClientRect();
      const isApart = box.bottom + CLEARANCE_PX <= row.top || box.top - CLEARANCE_PX >= row.bottom;
      return !isApart && box.left < row.right && box.right > row.left;
    });

  return {
    place: () => {
      region.dataset['place'] = 'bottom';
      // A dialog's button is gone with its dialog, which gave the focus back to where it was opened.
      const element = pressed?.checkVisibility() ? pressed : document.activeElement;
      const row = (element?.closest(ROW) ?? element)?.getBoundingClientRect();
      if (row === undefined || !isCovering(row)) return;
      region.dataset['place'] = 'top';
      // What fills the screen is covered either way.
      if (isCovering(row)) region.dataset['place'] = 'bottom';
    },
    dispose: () => document.removeEventListener('click', note, { capture: true }),
  };
}
