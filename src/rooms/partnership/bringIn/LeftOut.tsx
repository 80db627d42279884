// What of the source is not among the rows: told, so that nobody misses it later.

import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { Disclosure } from '../../../ui/layout/Disclosure.tsx';
import type { InvitationList } from '../importList/parseInvitationText.ts';
import styles from './BringIn.module.css';

export function LeftOut({ list }: { readonly list: InvitationList }) {
  const texts = t().importing;
  const { ignoredColumns, skippedLines } = list;
  if (ignoredColumns.length === 0 && skippedLines.length === 0) return null;
  const summary = [
    ...(ignoredColumns.length > 0 ? [texts.leftOutColumns(ignoredColumns.length)] : []),
    ...(skippedLines.length > 0 ? [texts.leftOutLines(skippedLines.length)] : []),
  ];
  return (
    <Disclosure summary={summary.join(', ')}>
      <ul class={styles['leftOut']}>
        {ignoredColumns.map((column) => (
          <li key={column.index}>{texts.ignoredColumn(column.header || String(column.index + 1))}</li>
        ))}
        {skippedLines.map(({ line, text }) => (
          <li key={`line${line}`}>{texts.skippedLine(line, text)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
