// Which of the partners' resources answer a need.

import { matchResource } from '../../../documents/planCommands.ts';
import type { ResourceId } from '../../../domain/ids.ts';
import { hrefOf } from '../../../domain/places.ts';
import { compareOrder } from '../../../domain/order.ts';
import { placeOfSection } from '../../../domain/plan/planPages.ts';
import type { Need } from '../../../domain/plan/need.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { NotStored } from '../../../ui/feedback/NotStored.tsx';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import { organisationName } from '../organisationName.ts';
import type { PlanWork } from '../planWork.ts';
import { useTapped } from '../rows/useTapped.ts';
import type { NeedFacts } from './needFacts.ts';
import styles from './Needs.module.css';

export interface MatchDialogProps {
  readonly work: PlanWork;
  readonly need: Need;
  readonly facts: NeedFacts;
  readonly onClose: () => void;
}

export function MatchDialog({ work, need, facts, onClose }: MatchDialogProps) {
  const texts = t().plan;
  const { state, save } = useSaving();
  const resources = facts.resources.filter(({ isHidden }) => !isHidden).toSorted(compareOrder);
  const isMatched = (id: ResourceId): boolean =>
    facts.matches.some((match) => match.needId === need.id && match.resourceId === id && !match.isWithdrawn);
  const { isOn, tap } = useTapped(isMatched, (id, isNow) => {
    void save(() => work.write((doc, hand) => matchResource(doc, need.id, id, !isNow, hand)));
  });
  return (
    <Dialog
      open
      title={texts.matchTitle}
      onClose={onClose}
      actions={
        resources.length === 0 ? (
          <Button variant="primary" href={hrefOf(placeOfSection('resources'))}>
            {texts.toResources}
          </Button>
        ) : (
          <Button variant="primary" onClick={onClose}>
            {t().common.done}
          </Button>
        )
      }
    >
      <p class={styles['about']}>{need.text}</p>
      <p class={styles['soft']}>{resources.length === 0 ? texts.noResourcesToMatch : texts.matchHint}</p>
      <NotStored state={state} />
      {resources.map(({ id, name, kind, organisationId }) => (
        <Checkbox
          key={id}
          label={name}
          hint={[
            texts.resourceKinds[kind],
            organisationId && organisationName(facts.organisations, organisationId),
          ]
            .filter(Boolean)
            .join(' · ')}
          checked={isOn(id)}
          onChange={(isNow) => tap(id, isNow)}
        />
      ))}
    </Dialog>
  );
}
