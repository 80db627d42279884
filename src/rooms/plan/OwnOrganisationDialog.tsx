// In whose name this device writes the plan: said once, kept on the device.

import { useState } from 'preact/hooks';
import type { OrganisationId } from '../../domain/ids.ts';
import type { PartnerOrganisation } from '../../domain/organisation.ts';
import { Dialog } from '../../ui/feedback/Dialog.tsx';
import { Form } from '../../ui/fields/Form.tsx';
import { SaveActions } from '../../ui/fields/SaveActions.tsx';
import { t } from '../../ui/i18n/planTexts.ts';
import { useSaving } from '../../ui/useSaving.ts';
import { OrganisationField } from './rows/OrganisationField.tsx';

export interface OwnOrganisationDialogProps {
  readonly organisations: readonly PartnerOrganisation[];
  readonly current: OrganisationId | undefined;
  readonly onChoose: (own: OrganisationId | undefined) => Promise<void>;
  readonly onClose: () => void;
}

export function OwnOrganisationDialog(props: OwnOrganisationDialogProps) {
  const { organisations, current, onChoose, onClose } = props;
  const texts = t().plan;
  const [chosen, setChosen] = useState(current);
  const { state, save } = useSaving();
  const choose = async (): Promise<void> => {
    if (await save(() => onChoose(chosen))) onClose();
  };
  return (
    <Dialog open title={texts.whoAmI} onClose={onClose}>
      <Form onSubmit={() => void choose()}>
        <p>{texts.whoAmIText}</p>
        <OrganisationField
          label={t().common.organisation}
          nobody={texts.writingForNobody}
          organisations={organisations}
          value={chosen}
          onChange={setChosen}
        />
        <SaveActions state={state} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
