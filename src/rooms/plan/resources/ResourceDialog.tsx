// A resource: what it is, of which kind, whose. Its details are written in the list, together with others.

import { useState } from 'preact/hooks';
import type { OrganisationId, ResourceId } from '../../../domain/ids.ts';
import { compareOrder } from '../../../domain/order.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { type Resource, RESOURCE_KINDS } from '../../../domain/plan/resource.ts';
import { checkTitleLike } from '../../../domain/text/checkedText.ts';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { Form } from '../../../ui/fields/Form.tsx';
import { SaveActions } from '../../../ui/fields/SaveActions.tsx';
import { SelectField } from '../../../ui/fields/SelectField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import type { PlanWork } from '../planWork.ts';
import { OrganisationField } from '../rows/OrganisationField.tsx';
import { addRow, editRow } from '../rows/rowActions.ts';
import { titleProblem } from '../titleProblem.ts';

export interface ResourceDialogProps {
  readonly work: PlanWork;
  readonly organisations: readonly PartnerOrganisation[];
  readonly resources: readonly Resource[];
  /** `undefined` for a new one. */
  readonly edited: Resource | undefined;
  readonly onClose: () => void;
}

export function ResourceDialog({ work, organisations, resources, edited, onClose }: ResourceDialogProps) {
  const texts = t().plan;
  // Storing again after a failure changes the same one.
  const [id] = useState(() => edited?.id ?? work.device.newId<ResourceId>());
  const [name, setName] = useState(edited?.name ?? '');
  const [kind, setKind] = useState<Resource['kind']>(edited?.kind ?? 'place');
  const [organisationId, setOrganisationId] = useState<OrganisationId | undefined>(
    edited === undefined ? work.me.organisationId : edited.organisationId,
  );
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { state, save } = useSaving();

  const store = async (): Promise<void> => {
    const checked = checkTitleLike(name);
    setProblem(titleProblem(checked));
    if (checked.kind === 'refused') return;
    const fields = { name: checked.value, kind, organisationId };
    const list = resources.filter(({ isHidden }) => !isHidden).toSorted(compareOrder);
    const isNew = edited === undefined && !resources.some((each) => each.id === id);
    const stored = await save(() =>
      isNew
        ? addRow(work, 'resources', list, (order) => ({ ...fields, id, order, text: '' }))
        : editRow(work, 'resources', id, fields),
    );
    if (stored) onClose();
  };

  return (
    <Dialog open title={edited === undefined ? texts.addResource : texts.editResource} onClose={onClose}>
      <Form onSubmit={() => void store()}>
        <TextField
          label={texts.resourceName}
          hint={texts.resourceNameHint}
          value={name}
          onChange={setName}
          error={problem}
          autofocus
        />
        <SelectField
          label={texts.resourceKind}
          value={kind}
          onChange={setKind}
          options={RESOURCE_KINDS.map((value) => ({ value, label: texts.resourceKinds[value] }))}
        />
        <OrganisationField
          label={texts.resourceOwner}
          nobody={texts.nobodyYet}
          organisations={organisations}
          value={organisationId}
          onChange={setOrganisationId}
        />
        <SaveActions state={state} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
