// Puts an open popover under its button where the browser cannot do so by itself (CSS anchor positioning).

const GAP = 4;
const EDGE = 8;

/** Right edges in line, below the button, above it when there is no room; always inside the window. */
export const placeBelow = (panel: HTMLElement, anchor: HTMLElement): void => {
  if (CSS.supports('position-area', 'block-end')) return;
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const below = at.bottom + GAP;
  const fits = below + height <= innerHeight - EDGE;
  const left = Math.min(Math.max(at.right - width, EDGE), innerWidth - width - EDGE);
  Object.assign(panel.style, {
    inset: 'auto',
    margin: '0',
    left: `${left}px`,
    top: `${fits ? below : Math.max(at.top - GAP - height, EDGE)}px`,
  });
};
