// Brings in a plan that was written elsewhere: choose or paste it, see which part goes where, correct that, and only then is it
// written, as one change that can be undone.

import { useState } from 'preact/hooks';
import type { BroughtPlan } from '../../../documents/bringInPlan.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { Track } from '../../../domain/partnership.ts';
import { placeParts, type PlacedPlan } from '../../../domain/plan/importing/placeParts.ts';
import type { PlanPart } from '../../../domain/plan/importing/splitIntoSections.ts';
import { type PlanSection, sectionsOf } from '../../../domain/plan/sections.ts';
import { BENEFITS } from '../../../domain/programme/round.ts';
import { readPlan } from '../../../storage/planQueries.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { NotStored } from '../../../ui/feedback/NotStored.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { t } from '../../../ui/i18n/planOutOfTexts.ts';
import { Toolbar } from '../../../ui/layout/Toolbar.tsx';
import { useSaving } from '../../../ui/useSaving.ts';
import { BROUGHT_ROOTS, broughtPlan } from '../bringIn/broughtRows.ts';
import type { PlanWork } from '../planWork.ts';
import type { Brought, Placing } from './brought.ts';
import { BroughtParts } from './BroughtParts.tsx';
import { ChooseDocument } from './ChooseDocument.tsx';
import styles from './OutOf.module.css';

export interface BringInDialogProps {
  readonly work: PlanWork;
  readonly track: Track;
  readonly organisations: readonly PartnerOrganisation[];
  /** Resolves when it is durable here, to what takes it back. */
  readonly onStore: (plan: BroughtPlan) => Promise<() => Promise<void>>;
  readonly onClose: () => void;
}

export function BringInDialog({ work, track, organisations, onStore, onClose }: BringInDialogProps) {
  const texts = t().planOutOf;
  const [brought, setBrought] = useState<Brought | undefined>(undefined);
  const [placing, setPlacing] = useState<Placing>([]);
  const [isNothingChosen, setIsNothingChosen] = useState(false);
  const { state, save } = useSaving();
  const placed = placeParts(
    (brought?.parts ?? []).map((part, at) => ({ part, section: placing[at] })),
    {
      organisations: organisations.filter(({ isHidden }) => !isHidden),
      benefits: BENEFITS.map((id) => ({ id, name: t().plan.benefits[id] })),
      unplacedHeading: texts.broughtHeading,
    },
  );

  const begin = (read: Brought): void => {
    setBrought(read);
    setPlacing(read.parts.map((part) => sectionFor(part, track)));
  };
  const store = async (): Promise<void> => {
    const isNothing = placing.every((section) => section === undefined);
    setIsNothingChosen(isNothing);
    if (isNothing || state.kind === 'saving') return;
    if (await save(() => bringIn(work, placed, onStore))) onClose();
  };

  return (
    <Dialog open title={t().planWork.bringIn} onClose={onClose} width="wide">
      {brought === undefined ? (
        <>
          <p>{texts.bringInText}</p>
          <ChooseDocument reportFailure={work.device.reportFailure} onRead={begin} />
        </>
      ) : (
        <>
          <p>{texts.previewText}</p>
          <BroughtParts
            brought={brought}
            track={track}
            placing={placing}
            onPlace={(at, section) =>
              setPlacing((now) => now.map((each, index) => (index === at ? section : each)))
            }
          />
          {placed.unplaced.length > 0 && (
            <p class={styles['soft']}>{texts.unplacedRows(placed.unplaced.length)}</p>
          )}
          {isNothingChosen && <p role="alert">{texts.nothingChosen}</p>}
          <NotStored state={state} />
          <Toolbar>
            <Button
              variant="primary"
              icon="check"
              busy={state.kind === 'saving'}
              onClick={() => void store()}
            >
              {texts.bringInNow}
            </Button>
            <Button onClick={() => setBrought(undefined)}>{texts.otherFile}</Button>
          </Toolbar>
        </>
      )}
    </Dialog>
  );
}

/** The eighth section of the other track is this one's. */
function sectionFor({ section }: PlanPart, track: Track): PlanSection | undefined {
  if (section === undefined || sectionsOf(track).includes(section)) return section;
  return track === 'project' ? 'project' : 'longTermConcept';
}

/** Rejects with StorageFailure. */
async function bringIn(
  { device, partnershipId }: PlanWork,
  placed: PlacedPlan,
  onStore: BringInDialogProps['onStore'],
): Promise<void> {
  const texts = t().planOutOf;
  const present = await readPlan(device.db, partnershipId, BROUGHT_ROOTS);
  const takeBack = await onStore(broughtPlan(placed, present, device));
  const undo = (): void => {
    takeBack().then(() => showToast({ text: texts.broughtUndone }), device.reportFailure);
  };
  showToast({ text: texts.broughtIn, action: { label: t().common.undo, run: undo } });
}
