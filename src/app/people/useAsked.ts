// A question to the server about a scope, as a screen sees it: asked when the screen opens, when the connection comes back, and on demand.

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Scope } from '../../schema/invitation.ts';
import type { Asked, Identity } from '../../sync/identity.ts';
import { useStore } from '../../ui/useStore.ts';
import type { AppParts } from '../appParts.ts';

export interface AskedControl<Value> {
  /** `undefined` until the first answer; an older answer stays while a new one is on its way. */
  readonly asked: Asked<Value> | undefined;
  readonly askAgain: () => void;
}

export function useAsked<Value>(
  { sync, device }: AppParts,
  scope: Scope,
  question: (identity: Identity, scope: Scope) => Promise<Asked<Value>>,
): AskedControl<Value> {
  const [asked, setAsked] = useState<Asked<Value> | undefined>(undefined);
  const isOnline = useStore(sync.status, (status) => status.connection.kind === 'online');
  const turn = useRef(0);
  const latest = useRef(question);
  latest.current = question;

  const ask = useCallback((): void => {
    turn.current += 1;
    const mine = turn.current;
    sync
      .identity()
      .then((identity) => latest.current(identity, scope))
      .then((answer) => {
        if (turn.current === mine) setAsked(answer);
      })
      .catch(device.reportFailure);
  }, [sync, device, scope]);

  useEffect(() => {
    ask();
    return () => {
      // What comes after the screen has gone is nobody's.
      turn.current += 1;
    };
  }, [ask, isOnline]);

  return { asked, askAgain: ask };
}
