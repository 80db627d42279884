// Naming a version of the plan and keeping it.

import { useState } from 'preact/hooks';
import type { OpenDocument } from '../../../storage/ledger.ts';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { Form } from '../../../ui/fields/Form.tsx';
import { SaveActions } from '../../../ui/fields/SaveActions.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { formatDate } from '../../../ui/i18n/format.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import type { PlanWork } from '../planWork.ts';
import { keepPlan } from './versionActions.ts';

const NAME_MAX = 80;

export interface KeepVersionDialogProps {
  readonly work: PlanWork;
  readonly opened: OpenDocument;
  readonly onClose: () => void;
}

export function KeepVersionDialog({ work, opened, onClose }: KeepVersionDialogProps) {
  const texts = t().planTogether.versions;
  const [name, setName] = useState(() => texts.suggestedName(formatDate(work.device.now())));
  const [wasTried, setWasTried] = useState(false);
  const { state, save } = useSaving();
  const title = name.trim().replace(/\s+/gu, ' ');
  const keep = async (): Promise<void> => {
    setWasTried(true);
    if (title === '' || state.kind === 'saving') return;
    if (!(await save(() => keepPlan(work, opened, title)))) return;
    showToast({ text: texts.kept(title) });
    onClose();
  };
  return (
    <Dialog open title={texts.keepTitle} onClose={onClose}>
      <Form onSubmit={() => void keep()}>
        <p>{texts.keepText}</p>
        <TextField
          label={texts.name}
          value={name}
          onChange={setName}
          maxLength={NAME_MAX}
          error={wasTried && title === '' ? texts.nameEmpty : undefined}
          autofocus
        />
        <SaveActions state={state} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
