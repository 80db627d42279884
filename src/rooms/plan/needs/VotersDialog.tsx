// For which organisations a need matters, all in sight: for whoever writes down what was said in the hall, and for a person
// who has not said yet in whose name they write.

import { castVote } from '../../../documents/planCommands.ts';
import type { OrganisationId } from '../../../domain/ids.ts';
import { type Need, type Vote, votersOf } from '../../../domain/plan/need.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { writeOwnOrganisation } from '../../../storage/planSettings.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { NotStored } from '../../../ui/feedback/NotStored.tsx';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import { OwnOrganisationDialog } from '../OwnOrganisationDialog.tsx';
import { choosableOrganisations } from '../organisationName.ts';
import type { PlanWork } from '../planWork.ts';
import { useTapped } from '../rows/useTapped.ts';
import styles from './Needs.module.css';

export interface VotersDialogProps {
  readonly work: PlanWork;
  readonly need: Need;
  readonly votes: readonly Vote[];
  readonly organisations: readonly PartnerOrganisation[];
  readonly onClose: () => void;
}

export function VotersDialog(props: VotersDialogProps) {
  return props.work.maySpeakForPartners ? <AllVoters {...props} /> : <OwnVote {...props} />;
}

function AllVoters({ work, need, votes, organisations, onClose }: VotersDialogProps) {
  const texts = t().plan;
  const { state, save } = useSaving();
  const voters = new Set(votersOf(need.id, votes, organisations).map(({ id }) => id));
  const { isOn, tap } = useTapped<OrganisationId>(
    (id) => voters.has(id),
    (id, isImportant) =>
      void save(() => work.write((doc, hand) => castVote(doc, need.id, id, !isImportant, hand))),
  );
  return (
    <Dialog
      open
      title={texts.votesOf}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t().common.done}
        </Button>
      }
    >
      <p class={styles['about']}>{need.text}</p>
      <p class={styles['soft']}>{texts.votesHint}</p>
      <NotStored state={state} />
      {choosableOrganisations(organisations).map(({ id, name }) => (
        <Checkbox key={id} label={name} checked={isOn(id)} onChange={(isNow) => tap(id, isNow)} />
      ))}
    </Dialog>
  );
}

/** Who votes for the first time says for whom; from then on one tap is enough. */
function OwnVote({ work, need, organisations, onClose }: VotersDialogProps) {
  return (
    <OwnOrganisationDialog
      organisations={organisations}
      current={work.me.organisationId}
      onClose={onClose}
      onChoose={async (own) => {
        await writeOwnOrganisation(work.device.db, work.partnershipId, own);
        if (own !== undefined)
          await work.write((doc, { at, by }) =>
            castVote(doc, need.id, own, false, { at, by: { ...by, organisationId: own } }),
          );
      }}
    />
  );
}
