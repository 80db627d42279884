// Draws one sheet of a list on the current PDF page, with the structure that lets a screen reader read it as a table. The
// measures are sheetGeometry's, the same as on screen.

import type PDFDocument from 'pdfkit';
import type { StructureElement } from 'pdfkit';
import {
  CLAUSE_STEPS,
  FIELD_STEPS,
  type FitStep,
  fitText,
  NAME_STEPS,
  ORGANISATION_STEPS,
  PREPARER_STEPS,
  REASON_STEPS,
  STATE_STEPS,
} from '../fitText.ts';
import type { HeaderField, Sheet, SignatureCell } from '../listDocument.ts';
import { placeSignature } from '../placeSignature.ts';
import {
  CELL_PADDING,
  CONTACT_COLUMNS,
  CONTENT_WIDTH,
  type ColumnWidths,
  FIELD_BLANK,
  FIELD_LABEL,
  FIELD_LINES,
  HEIGHT,
  LETTERS,
  LINE_HEIGHT,
  LIST_COLUMNS,
  MARGIN,
  PAPER,
  SIGNATURE_AREA,
} from '../sheetGeometry.ts';
import type { Weight } from './pdfFonts.ts';
import { type PdfPen, POINTS } from './pdfPen.ts';

/** Height of the baseline below the top of a line of LINE_HEIGHT, in sizes of the letters. */
const BASELINE = 0.9;
const HAIRLINE = 0.2;

const LEFT = MARGIN.left;
const TITLE_TOP = MARGIN.top + HEIGHT.programme;
const FIELDS_TOP = TITLE_TOP + HEIGHT.title;
const TABLE_TOP = FIELDS_TOP + FIELD_LINES * HEIGHT.field + HEIGHT.gap;
const ROWS_TOP = TABLE_TOP + HEIGHT.tableHead;
const FOOT_TOP = PAPER.height - MARGIN.bottom - HEIGHT.foot;
const CLAUSE_TOP = FOOT_TOP - HEIGHT.clause;
const STATE_TOP = CLAUSE_TOP - HEIGHT.state;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Text stands in the middle of it; 0 is from the top down. */
  readonly height: number;
}

/** What a cell of the table holds: text, or a drawing with its description. */
type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly steps: readonly FitStep[] }
  | { readonly kind: 'signature'; readonly signature: SignatureCell };

export function drawSheet(pdf: PDFDocument, pen: PdfPen, root: StructureElement, sheet: Sheet): void {
  const widths = sheet.kind === 'attendance' ? LIST_COLUMNS : CONTACT_COLUMNS;
  const write = (text: string, area: Area, steps: readonly FitStep[], weight: Weight = 'regular'): void => {
    const { size, wrapped } = fitText(text, area.width, steps, pen.measure(weight));
    const height = wrapped.length * size * LINE_HEIGHT;
    const top = area.y + Math.max(0, (area.height - height) / 2);
    for (const [index, line] of wrapped.entries()) {
      pen.write(line, area.x, top + (index * LINE_HEIGHT + BASELINE) * size, size, weight);
    }
  };
  const paragraph = (type: string, draw: () => void): StructureElement => pdf.struct(type, {}, [draw]);

  pdf.markContent('Artifact', { type: 'Layout' });
  drawBlankFields(pen, sheet.fields);
  drawGrid(pen, widths, Math.max(1, sheet.lines.length));
  if (sheet.kind === 'attendance') drawSigningLine(pen);
  pdf.endMarkedContent();
  pdf.markContent('Artifact', { type: 'Pagination' });
  const pageWidth = pen.measure('regular')(sheet.page) * LETTERS.label;
  pen.write(sheet.page, LEFT + CONTENT_WIDTH - pageWidth, FOOT_TOP + HEIGHT.foot - 1, LETTERS.label);
  pdf.endMarkedContent();

  root.add(
    pdf.struct('Sect', { title: sheet.page }, [
      ...head(),
      pdf.struct('Table', {}, [
        pdf.struct('TR', {}, columnHeads()),
        ...sheet.lines.map((_line, index) => pdf.struct('TR', {}, tableRow(index))),
      ]),
      ...foot(),
    ]),
  );

  function head(): readonly StructureElement[] {
    const badgeWidth = pen.measure('bold')(sheet.badge) * LETTERS.title;
    return [
      paragraph('P', () =>
        write(sheet.programme, { x: LEFT, y: MARGIN.top, width: CONTENT_WIDTH, height: HEIGHT.programme }, [
          { size: LETTERS.small, lines: 1 },
          { size: 2, lines: 2 },
        ]),
      ),
      paragraph('H1', () => pen.write(sheet.title, LEFT, TITLE_TOP + 6.2, LETTERS.title, 'bold')),
      ...(sheet.badge === ''
        ? []
        : [
            paragraph('P', () =>
              pen.write(
                sheet.badge,
                LEFT + CONTENT_WIDTH - badgeWidth,
                TITLE_TOP + 6.2,
                LETTERS.title,
                'bold',
              ),
            ),
          ]),
      ...placeFields(sheet.fields).map(({ field, x, y, width }) =>
        paragraph('P', () => {
          pen.write(`${field.label}:`, x, y + HEIGHT.field / 2 + 1, LETTERS.label);
          const area = { x: x + FIELD_LABEL, y, width: width - FIELD_LABEL, height: HEIGHT.field };
          write(field.value, area, FIELD_STEPS, 'bold');
        }),
      ),
    ];
  }

  function columnHeads(): readonly StructureElement[] {
    return sheet.columns.map((text, column) =>
      pdf.struct('TH', { scope: 'Column' }, [
        () =>
          write(
            text,
            cellArea(widths, column, TABLE_TOP, HEIGHT.tableHead),
            [{ size: LETTERS.tableHead, lines: 1 }],
            'bold',
          ),
      ]),
    );
  }

  function tableRow(index: number): readonly StructureElement[] {
    const top = ROWS_TOP + index * HEIGHT.row;
    return cellsOf(sheet, index).map((cell, column) => {
      const area = cellArea(widths, column, top, HEIGHT.row);
      if (cell.kind === 'text') {
        return pdf.struct('TD', {}, cell.text === '' ? [] : [() => write(cell.text, area, cell.steps)]);
      }
      return pdf.struct('TD', {}, signatureContent(cell.signature, area));
    });
  }

  function signatureContent(cell: SignatureCell, area: Area): readonly (StructureElement | (() => void))[] {
    switch (cell.kind) {
      case 'empty':
        return [];
      case 'confirmed':
        return [() => write(cell.text, area, REASON_STEPS)];
      case 'drawn': {
        const placed = placeSignature(cell.strokes, SIGNATURE_AREA);
        if (placed === undefined) return [];
        const [x, y] = [
          area.x + (area.width - SIGNATURE_AREA.width) / 2,
          area.y + (area.height - SIGNATURE_AREA.height) / 2,
        ];
        const bbox = [x, y, x + SIGNATURE_AREA.width, y + SIGNATURE_AREA.height].map((mm) => mm * POINTS);
        const [left = 0, up = 0, right = 0, down = 0] = bbox;
        return [
          pdf.struct('Figure', { alt: cell.label, bbox: [left, up, right, down] }, [
            () => pen.signature(placed, x, y),
          ]),
        ];
      }
    }
  }

  function foot(): readonly StructureElement[] {
    if (sheet.kind === 'contacts') {
      return [
        paragraph('P', () =>
          write(
            sheet.warning,
            { x: LEFT, y: ROWS_TOP + sheet.lines.length * HEIGHT.row + 5, width: CONTENT_WIDTH, height: 0 },
            [{ size: 3.4, lines: 3 }],
            'bold',
          ),
        ),
      ];
    }
    const { clause, preparer } = sheet;
    const whole = clause.link === undefined ? '' : ` ${clause.link.label} ${clause.link.url}`;
    return [
      ...(sheet.emptyText === ''
        ? []
        : [
            paragraph('P', () =>
              write(sheet.emptyText, { x: LEFT + 2, y: ROWS_TOP, width: CONTENT_WIDTH, height: HEIGHT.row }, [
                { size: 3.4, lines: 1 },
              ]),
            ),
          ]),
      paragraph('P', () =>
        write(sheet.state, { x: LEFT, y: STATE_TOP, width: CONTENT_WIDTH, height: 0 }, STATE_STEPS),
      ),
      paragraph('P', () =>
        write(
          `${clause.title} ${clause.text}${whole}`,
          { x: LEFT, y: CLAUSE_TOP, width: CONTENT_WIDTH, height: 0 },
          CLAUSE_STEPS,
        ),
      ),
      paragraph('P', () =>
        write(
          `${preparer.label} ${preparer.name}`,
          { x: LEFT, y: FOOT_TOP + HEIGHT.foot - 10, width: CONTENT_WIDTH / 2 - 5, height: 7 },
          PREPARER_STEPS,
        ),
      ),
      paragraph('P', () =>
        pen.write(preparer.signature, LEFT + CONTENT_WIDTH / 2, FOOT_TOP + HEIGHT.foot - 1, LETTERS.small),
      ),
    ];
  }
}

function cellsOf(sheet: Sheet, index: number): readonly Cell[] {
  const text = (value: string, steps = ORGANISATION_STEPS): Cell => ({ kind: 'text', text: value, steps });
  if (sheet.kind === 'contacts') {
    const line = sheet.lines[index];
    if (line === undefined) return [];
    return [text(`${line.ordinal}.`), text(line.name, NAME_STEPS), text(line.phone), text(line.email)];
  }
  const line = sheet.lines[index];
  if (line === undefined) return [];
  return [
    text(`${line.ordinal}.`),
    text(line.isCorrected ? `${line.name} *` : line.name, NAME_STEPS),
    text(line.organisation),
    { kind: 'signature', signature: line.signature },
  ];
}

function cellArea(widths: ColumnWidths, column: number, y: number, height: number): Area {
  const before = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const width = (widths[column] ?? 0) - 2 * CELL_PADDING;
  return { x: LEFT + before + CELL_PADDING, y, width, height };
}

interface PlacedField {
  readonly field: HeaderField;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Wide fields take a line, two narrow ones share one. */
function placeFields(fields: readonly HeaderField[]): readonly PlacedField[] {
  let [line, half] = [0, 0];
  return fields.map((field) => {
    const width = field.isWide ? CONTENT_WIDTH : CONTENT_WIDTH / 2;
    const placed = { field, x: LEFT + half * width, y: FIELDS_TOP + line * HEIGHT.field, width };
    half = field.isWide || half === 1 ? 0 : 1;
    if (half === 0) line += 1;
    return placed;
  });
}

function drawGrid(pen: PdfPen, widths: ColumnWidths, rows: number): void {
  const bottom = ROWS_TOP + rows * HEIGHT.row;
  const right = LEFT + CONTENT_WIDTH;
  pen.line(LEFT, TABLE_TOP, right, TABLE_TOP, HAIRLINE * 2);
  for (let row = 0; row <= rows; row += 1) {
    const y = ROWS_TOP + row * HEIGHT.row;
    pen.line(LEFT, y, right, y, row === 0 ? HAIRLINE * 2 : HAIRLINE);
  }
  let x = LEFT;
  for (const width of [0, ...widths]) {
    x += width;
    pen.line(x, TABLE_TOP, x, bottom, HAIRLINE);
  }
}

/** Where a value is missing, a line to write it on. */
function drawBlankFields(pen: PdfPen, fields: readonly HeaderField[]): void {
  for (const { field, x, y } of placeFields(fields)) {
    if (field.value !== '') continue;
    const from = x + FIELD_LABEL;
    pen.line(from, y + HEIGHT.field - 1, from + FIELD_BLANK, y + HEIGHT.field - 1, HAIRLINE);
  }
}

function drawSigningLine(pen: PdfPen): void {
  const y = FOOT_TOP + HEIGHT.foot - 4;
  pen.line(LEFT + CONTENT_WIDTH / 2, y, LEFT + CONTENT_WIDTH / 2 + 55, y, HAIRLINE);
}
