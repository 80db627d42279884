// Which tick stands beside a value: what is under way in this field first, then what the query tables know.

import type { TickState } from '../../../ui/display/Tick.tsx';
import type { Saving } from '../../../ui/useSaving.ts';

export function tickOf(state: Saving, isSent: boolean): TickState {
  switch (state.kind) {
    case 'saving':
      return 'saving';
    case 'failed':
      return 'failed';
    case 'idle':
    case 'saved':
      return isSent ? 'server' : 'device';
  }
}
