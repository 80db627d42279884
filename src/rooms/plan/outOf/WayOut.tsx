// The ways of the plan out of the app and into it: two buttons; what they open comes when it is asked for.

import { useState } from 'preact/hooks';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { Track } from '../../../domain/partnership.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { lazily, useLazy } from '../../../ui/lazily.ts';
import { Toolbar } from '../../../ui/layout/Toolbar.tsx';
import type { PlanWork } from '../planWork.ts';
import type { BringInDialogProps } from './BringInDialog.tsx';
import { readPlanFacts } from './readPlanFacts.ts';
import { storeBrought } from './storeBrought.ts';
import type { TakeOutDialogProps } from './TakeOutDialog.tsx';

const lazyTakeOut = lazily(() => import('./TakeOutDialog.tsx'));
const lazyBringIn = lazily(() => import('./BringInDialog.tsx'));

export interface WayOutProps {
  readonly work: PlanWork;
  readonly track: Track;
  readonly organisations: readonly PartnerOrganisation[];
}

export function WayOut({ work, track, organisations }: WayOutProps) {
  const texts = t().planWork;
  const [open, setOpen] = useState<'none' | 'takeOut' | 'bringIn'>('none');
  const close = (): void => setOpen('none');
  return (
    <>
      <Toolbar>
        <Button icon="download" onClick={() => setOpen('takeOut')}>
          {texts.takeOut}
        </Button>
        {work.readOnly === undefined && (
          <Button icon="upload" onClick={() => setOpen('bringIn')}>
            {texts.bringIn}
          </Button>
        )}
      </Toolbar>
      {open === 'takeOut' && (
        <TakeOut
          device={work.device}
          read={() => readPlanFacts(work.device, work.partnershipId)}
          onClose={close}
        />
      )}
      {open === 'bringIn' && (
        <BringIn
          work={work}
          track={track}
          organisations={organisations}
          onStore={(plan) => storeBrought(work, plan)}
          onClose={close}
        />
      )}
    </>
  );
}

function TakeOut(props: TakeOutDialogProps) {
  const part = useLazy(lazyTakeOut, true, props.device.reportFailure);
  return part === undefined ? null : <part.TakeOutDialog {...props} />;
}

function BringIn(props: BringInDialogProps) {
  const part = useLazy(lazyBringIn, true, props.work.device.reportFailure);
  return part === undefined ? null : <part.BringInDialog {...props} />;
}
