// The measures of a printed sheet, in millimetres, for the screen, the printer and the PDF alike. Left is wider, for the
// holes of a binder. Colours and lines belong to whoever draws.

export const PAPER = { width: 210, height: 297 } as const;
export const MARGIN = { top: 9, right: 12, bottom: 7, left: 20 } as const;
/** 178 mm */
export const CONTENT_WIDTH = PAPER.width - MARGIN.left - MARGIN.right;

/** Lp., name, organisation, signature. */
export const LIST_COLUMNS = [10, 49, 74, 45] as const;
/** Lp., name, telephone, e-mail. */
export const CONTACT_COLUMNS = [10, 58, 38, 72] as const;
export type ColumnWidths = readonly [number, number, number, number];

/** Heights of the parts of a sheet from top to bottom; 20 rows with all of them take 280 of the 281 mm between margins. */
export const HEIGHT = {
  programme: 4.5,
  title: 9,
  field: 5.4,
  gap: 2.5,
  tableHead: 6.5,
  row: 9,
  state: 8,
  clause: 20,
  foot: 15,
} as const;

/** Lines of header fields: four wide ones, two of two narrow ones. */
export const FIELD_LINES = 6;
export const FIELD_LABEL = 24;
/** Length of the line on which a missing value is written by hand. */
export const FIELD_BLANK = 60;

/** Room within a cell, left and right. */
export const CELL_PADDING = 1.2;
/** Height of a line of text in sizes of its letters. */
export const LINE_HEIGHT = 1.14;
/** The box within a cell that a signature is drawn in. */
export const SIGNATURE_AREA = { width: LIST_COLUMNS[3] - 2, height: HEIGHT.row - 1 } as const;

/** Sizes of letters. */
export const LETTERS = { small: 2.6, label: 2.9, title: 5.6, tableHead: 3 } as const;
