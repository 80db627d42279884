// One sheet of the list as it lies on paper. Every measure is in millimetres of the sheet (--mm), so that it is the same on a
// phone's preview and from the printer. Texts are only placed here; they come with the sheet.

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
} from '../../../../outputs/fitText.ts';
import type {
  AttendanceSheet,
  HeaderField,
  ListLine,
  Sheet as SheetContent,
} from '../../../../outputs/listDocument.ts';
import {
  CELL_PADDING,
  CONTACT_COLUMNS,
  CONTENT_WIDTH,
  FIELD_BLANK,
  FIELD_LABEL,
  HEIGHT,
  LIST_COLUMNS,
  MARGIN,
  PAPER,
} from '../../../../outputs/sheetGeometry.ts';
import { classNames } from '../../../../ui/classNames.ts';
import { PaperSignature } from './PaperSignature.tsx';
import styles from './Sheet.module.css';

/** The measures of sheetGeometry for the style sheet, which multiplies them with --mm. */
const MEASURES: Readonly<Record<string, number>> = {
  '--paper-width': PAPER.width,
  '--paper-height': PAPER.height,
  '--margin-top': MARGIN.top,
  '--margin-right': MARGIN.right,
  '--margin-bottom': MARGIN.bottom,
  '--margin-left': MARGIN.left,
  '--programme': HEIGHT.programme,
  '--title': HEIGHT.title,
  '--field': HEIGHT.field,
  '--field-label': FIELD_LABEL,
  '--field-blank': FIELD_BLANK,
  '--table-gap': HEIGHT.gap,
  '--table-head': HEIGHT.tableHead,
  '--row': HEIGHT.row,
  '--state': HEIGHT.state,
  '--clause': HEIGHT.clause,
  '--foot': HEIGHT.foot,
  '--cell-padding': CELL_PADDING,
};

export function Sheet({ sheet }: { readonly sheet: SheetContent }) {
  const widths = sheet.kind === 'attendance' ? LIST_COLUMNS : CONTACT_COLUMNS;
  return (
    <article class={styles['sheet']} style={MEASURES} aria-label={`${sheet.title}. ${sheet.page}`}>
      <p class={styles['programme']}>{sheet.programme}</p>
      <div class={styles['titleLine']}>
        <h2 class={styles['title']}>{sheet.title}</h2>
        {sheet.badge !== '' && <strong class={styles['title']}>{sheet.badge}</strong>}
      </div>
      <dl class={styles['fields']}>
        {sheet.fields.map((field) => (
          <Field key={field.label} field={field} />
        ))}
      </dl>
      <table class={styles['table']}>
        <colgroup>
          {widths.map((width, column) => (
            <col key={sheet.columns[column]} style={{ width: `${(width / CONTENT_WIDTH) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {sheet.columns.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows(sheet)}</tbody>
      </table>
      {sheet.kind === 'attendance' ? (
        <Foot sheet={sheet} />
      ) : (
        <p class={styles['warning']}>{sheet.warning}</p>
      )}
      <p class={styles['page']}>{sheet.page}</p>
    </article>
  );
}

function rows(sheet: SheetContent) {
  switch (sheet.kind) {
    case 'attendance':
      return sheet.emptyText === '' ? (
        sheet.lines.map((line) => <Row key={line.ordinal} line={line} />)
      ) : (
        <tr>
          <td colSpan={sheet.columns.length}>{sheet.emptyText}</td>
        </tr>
      );
    case 'contacts':
      return sheet.lines.map(({ ordinal, name, phone, email }) => (
        <tr key={ordinal}>
          <td>{ordinal}.</td>
          <Cell text={name} width={CONTACT_COLUMNS[1]} steps={NAME_STEPS} />
          <Cell text={phone} width={CONTACT_COLUMNS[2]} steps={ORGANISATION_STEPS} />
          <Cell text={email} width={CONTACT_COLUMNS[3]} steps={ORGANISATION_STEPS} />
        </tr>
      ));
  }
}

function Row({ line }: { readonly line: ListLine }) {
  const { ordinal, name, organisation, isCorrected, signature } = line;
  return (
    <tr>
      <td>{ordinal}.</td>
      <Cell text={isCorrected ? `${name} *` : name} width={LIST_COLUMNS[1]} steps={NAME_STEPS} />
      <Cell text={organisation} width={LIST_COLUMNS[2]} steps={ORGANISATION_STEPS} />
      {signature.kind === 'confirmed' ? (
        <Cell text={signature.text} width={LIST_COLUMNS[3]} steps={REASON_STEPS} />
      ) : (
        <td class={styles['signature']}>
          {signature.kind === 'drawn' && (
            <PaperSignature strokes={signature.strokes} label={signature.label} />
          )}
        </td>
      )}
    </tr>
  );
}

interface CellProps {
  readonly text: string;
  /** Of the column, in millimetres. */
  readonly width: number;
  readonly steps: readonly FitStep[];
}

function Cell({ text, width, steps }: CellProps) {
  return (
    <td>
      <Fitted text={text} width={width - 2 * CELL_PADDING} steps={steps} />
    </td>
  );
}

function Fitted({ text, width, steps }: CellProps) {
  const { size, lines } = fitText(text, width, steps);
  return (
    <span class={styles['fitted']} style={{ '--size': size, '--lines': lines }}>
      {text}
    </span>
  );
}

function Field({ field }: { readonly field: HeaderField }) {
  const width = (field.isWide ? CONTENT_WIDTH : CONTENT_WIDTH / 2) - FIELD_LABEL;
  return (
    <div class={classNames(styles['field'], field.isWide && styles['wide'])}>
      <dt>{field.label}:</dt>
      <dd>
        <Fitted text={field.value} width={width} steps={FIELD_STEPS} />
      </dd>
    </div>
  );
}

function Foot({ sheet }: { readonly sheet: AttendanceSheet }) {
  const { state, clause, preparer } = sheet;
  const whole = clause.link === undefined ? '' : ` ${clause.link.label} ${clause.link.url}`;
  const { size } = fitText(`${clause.title} ${clause.text}${whole}`, CONTENT_WIDTH, CLAUSE_STEPS);
  return (
    <footer class={styles['foot']}>
      <p class={styles['state']}>
        <Fitted text={state} width={CONTENT_WIDTH} steps={STATE_STEPS} />
      </p>
      <p class={styles['clause']} style={{ '--size': size }}>
        <strong>{clause.title}</strong> {clause.text}
        {clause.link !== undefined && (
          <>
            {' '}
            {clause.link.label} <a href={clause.link.url}>{clause.link.url}</a>
          </>
        )}
      </p>
      <div class={styles['preparer']}>
        <p>
          <Fitted
            text={`${preparer.label} ${preparer.name}`}
            width={CONTENT_WIDTH / 2 - 5}
            steps={PREPARER_STEPS}
          />
        </p>
        <p class={styles['signingLine']}>{preparer.signature}</p>
      </div>
    </footer>
  );
}
