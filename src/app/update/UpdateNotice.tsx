// "Jest nowa wersja": quiet, at the top of a screen, and only the person's tap switches.

import { Button } from '../../ui/actions/Button.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { t } from '../../ui/i18n/firstTexts.ts';
import { useStore } from '../../ui/useStore.ts';
import type { Updates } from './updates.ts';

export interface UpdateNoticeProps {
  readonly updates: Updates;
  readonly reportFailure: (failure: unknown) => void;
}

export function UpdateNotice({ updates, reportFailure }: UpdateNoticeProps) {
  const state = useStore(updates.state, (current) => current);
  const texts = t().shell;
  if (state.kind === 'none') return null;
  const words = {
    ready: texts.updateReady,
    heldBack: texts.updateWaits,
    switching: texts.updateReady,
    outdated: texts.updateElsewhere,
  };
  return (
    <Banner
      icon="refresh"
      action={
        <Button
          size="small"
          busy={state.kind === 'switching'}
          onClick={() => void updates.apply().catch(reportFailure)}
        >
          {state.kind === 'outdated' ? texts.reopen : texts.updateNow}
        </Button>
      }
    >
      {words[state.kind]}
    </Banner>
  );
}
