// Rows that one person took away while another was still writing them: nothing is lost, somebody decides.

import type { TextRoot } from '../../../domain/plan/planRow.ts';
import { hidePlanRow } from '../../../documents/planCommands.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import type { PlanWork } from '../planWork.ts';
import { showRow } from './rowActions.ts';
import type { TextRow } from './textRow.ts';
import styles from './Rows.module.css';

export interface OfferedBackProps<Row extends TextRow> {
  readonly work: PlanWork;
  readonly root: TextRoot;
  readonly rows: readonly Row[];
  readonly nameOf: (row: Row) => string;
}

export function OfferedBack<Row extends TextRow>({ work, root, rows, nameOf }: OfferedBackProps<Row>) {
  const texts = t().plan;
  const offered = rows.filter(({ isHidden, isOfferedBack }) => isHidden && isOfferedBack);
  const keepHidden = (id: string): void => {
    work.write((doc, hand) => hidePlanRow(doc, root, id, hand)).catch(work.device.reportFailure);
  };
  return (
    <>
      {offered.map((row) => (
        <Banner
          key={row.id}
          tone="amber"
          title={texts.offeredBack}
          action={
            work.readOnly === undefined && (
              <>
                <Button size="small" icon="undo" onClick={() => showRow(work, root, row.id)}>
                  {texts.restore}
                </Button>
                <Button size="small" variant="quiet" onClick={() => keepHidden(row.id)}>
                  {texts.keepRemoved}
                </Button>
              </>
            )
          }
        >
          <p class={styles['quoted']}>{nameOf(row)}</p>
          <p>{texts.offeredBackText}</p>
        </Banner>
      ))}
    </>
  );
}
