// The sizes and schemes in which every screen is shown: a phone, a tablet in landscape, a desktop, each light and dark.

export interface View {
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

const SIZES = [
  [360, 740],
  [1180, 820],
  [1440, 900],
] as const;

export const VIEWS: readonly View[] = SIZES.flatMap(([width, height]) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, height, scheme })),
);

export function viewName({ width, scheme }: View): string {
  return `${width}-${scheme}`;
}
