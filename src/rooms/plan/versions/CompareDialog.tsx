// Two versions side by side in words, or a version and the plan as it reads now.

import { useEffect, useState } from 'preact/hooks';
import { readVersion } from '../../../documents/planVersions.ts';
import type { PlanVersionId } from '../../../domain/ids.ts';
import type { PlanContent } from '../../../domain/plan/planContent.ts';
import type { PlanVersion } from '../../../domain/plan/planVersion.ts';
import type { OpenDocument } from '../../../storage/ledger.ts';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { FormRow } from '../../../ui/fields/Form.tsx';
import { SelectField } from '../../../ui/fields/SelectField.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { ChangeList } from '../together/ChangeList.tsx';

/** No id: an id has no colon. */
const NOW = ':now';
type Side = PlanVersionId | typeof NOW;

export interface CompareDialogProps {
  readonly opened: OpenDocument;
  readonly versions: readonly PlanVersion[];
  readonly first: PlanVersionId;
  readonly now: PlanContent;
  readonly onClose: () => void;
}

export function CompareDialog({ opened, versions, first, now, onClose }: CompareDialogProps) {
  const texts = t().planTogether.versions;
  const [from, setFrom] = useState<Side>(first);
  const [to, setTo] = useState<Side>(NOW);
  const before = useContent(opened, from, now);
  const after = useContent(opened, to, now);
  const options = [
    { value: NOW, label: texts.now } as const,
    ...versions.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Dialog open title={texts.compareTitle} width="wide" onClose={onClose}>
      <FormRow>
        <SelectField<Side> label={texts.compareFrom} value={from} onChange={setFrom} options={options} />
        <SelectField<Side> label={texts.compareTo} value={to} onChange={setTo} options={options} />
      </FormRow>
      <Difference before={before} after={after} />
    </Dialog>
  );
}

type Read = PlanContent | 'reading' | 'unreadable';

function Difference({ before, after }: { readonly before: Read; readonly after: Read }) {
  if (before === 'unreadable' || after === 'unreadable')
    return <p role="alert">{t().planTogether.versions.unreadable}</p>;
  if (before === 'reading' || after === 'reading') return <p>{t().common.loading}</p>;
  return <ChangeList before={before} after={after} />;
}

function useContent({ doc }: OpenDocument, side: Side, now: PlanContent): Read {
  const [read, setRead] = useState<{ readonly side: Side; readonly content: PlanContent | undefined }>();
  useEffect(() => {
    if (side === NOW) return undefined;
    let isOver = false;
    // Reading does not reject: what is broken reads as nothing.
    void readVersion(doc, side).then((content) => {
      if (!isOver) setRead({ side, content });
    });
    return () => {
      isOver = true;
    };
  }, [doc, side]);
  if (side === NOW) return now;
  return read?.side === side ? (read.content ?? 'unreadable') : 'reading';
}
