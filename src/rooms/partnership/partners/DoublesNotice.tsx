// Tells of two records that are probably one person. It only proposes: merging is the person's decision.

import { useMemo, useState } from 'preact/hooks';
import type { PersonId } from '../../../domain/ids.ts';
import { listPeople, probableDoubles } from '../../../domain/partnerDirectory.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import type { PartnerRows } from './usePartners.ts';

export interface DoublesNoticeProps {
  readonly rows: PartnerRows;
  readonly onCheck: (pair: { readonly kept: PersonId; readonly double: PersonId }) => void;
}

export function DoublesNotice({ rows, onCheck }: DoublesNoticeProps) {
  const texts = t().partnership;
  const [dismissed, setDismissed] = useState<ReadonlySet<PersonId>>(new Set());
  const doubles = useMemo(() => {
    const names = new Map(rows.organisations.map(({ id, name }) => [id, name]));
    return probableDoubles(listPeople(rows), (id) => names.get(id) ?? '');
  }, [rows]);
  const first = doubles.find(({ double }) => !dismissed.has(double.id));
  if (first === undefined) return null;
  return (
    <Banner
      icon="people"
      title={texts.maybeDouble(first.double.name)}
      action={
        <Button size="small" onClick={() => onCheck({ kept: first.kept.id, double: first.double.id })}>
          {texts.check}
        </Button>
      }
      onDismiss={() => setDismissed(new Set([...dismissed, first.double.id]))}
    >
      {texts.maybeDoubleText}
    </Banner>
  );
}
