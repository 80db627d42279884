// Accepting a version: for one's own organisation, or, on the librarian's tablet, for one that says so in the hall.

import { useState } from 'preact/hooks';
import type { OrganisationId } from '../../../domain/ids.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { PlanVersion } from '../../../domain/plan/planVersion.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { NotStored } from '../../../ui/feedback/NotStored.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { Form, FormActions } from '../../../ui/fields/Form.tsx';
import { SelectField } from '../../../ui/fields/SelectField.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import { organisationName } from '../organisationName.ts';
import type { PlanWork } from '../planWork.ts';
import { confirmVersion } from './versionActions.ts';
import styles from './Versions.module.css';

export interface AcceptDialogProps {
  readonly work: PlanWork;
  readonly version: PlanVersion;
  readonly organisations: readonly PartnerOrganisation[];
  /** Those that have not accepted it yet. */
  readonly missing: readonly PartnerOrganisation[];
  readonly onClose: () => void;
}

export function AcceptDialog({ work, version, organisations, missing, onClose }: AcceptDialogProps) {
  const texts = t().planTogether.versions;
  const own = work.maySpeakForPartners ? undefined : work.me.organisationId;
  const [chosen, setChosen] = useState<OrganisationId | undefined>(own);
  const [wasTried, setWasTried] = useState(false);
  const { state, save } = useSaving();
  const confirm = async (): Promise<void> => {
    setWasTried(true);
    if (chosen === undefined || state.kind === 'saving') return;
    if (!(await save(() => confirmVersion(work, version.id, chosen)))) return;
    showToast({ text: texts.accepted(organisationName(organisations, chosen)) });
    onClose();
  };
  return (
    <Dialog open title={texts.acceptTitle} onClose={onClose}>
      <Form onSubmit={() => void confirm()}>
        <p>{texts.acceptText(version.name)}</p>
        {own === undefined ? (
          <SelectField<OrganisationId>
            label={texts.acceptFor}
            placeholder={texts.acceptWho}
            value={chosen}
            onChange={setChosen}
            error={wasTried && chosen === undefined ? texts.acceptWho : undefined}
            options={missing.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <p class={styles['for']}>{organisationName(organisations, own)}</p>
        )}
        <NotStored state={state} />
        <FormActions>
          <Button type="submit" variant="primary" icon="check" busy={state.kind === 'saving'}>
            {texts.acceptConfirm}
          </Button>
          <Button onClick={onClose}>{t().common.cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
