// Being seen at the plan while a screen of it is open, and seeing the others. What is told, and how it is decoded, is
// text/presence's, since most of it is about carets.

import { useEffect, useState } from 'preact/hooks';
import type { PlanSection } from '../../../domain/plan/sections.ts';
import {
  openPresence,
  type PlanPresence,
  type PresencePort,
  type Present,
  type PresentAs,
} from '../text/presence.ts';

/** What the app gives: the port of one screen, released with it. */
export interface HeldPresence extends PresencePort {
  readonly release: () => void;
}

export type HoldPresence = () => HeldPresence;

export interface UsePresenceOptions {
  readonly hold: HoldPresence;
  readonly me: PresentAs;
  /** The section that is open here; `undefined` at the overview. */
  readonly section: PlanSection | undefined;
}

export interface SeenPresence {
  readonly others: readonly Present[];
  /** `undefined` until the screen stands. */
  readonly presence: PlanPresence | undefined;
}

export function usePresence({ hold, me, section }: UsePresenceOptions): SeenPresence {
  const [presence, setPresence] = useState<PlanPresence | undefined>(undefined);
  const [others, setOthers] = useState<readonly Present[]>([]);
  const { name, organisationId, organisation } = me;

  useEffect(() => {
    const port = hold();
    const opened = openPresence(port, { name, organisationId, organisation });
    opened.enter(section);
    const look = (): void => setOthers(opened.others());
    const stop = opened.subscribe(look);
    look();
    setPresence(opened);
    return () => {
      stop();
      opened.leave();
      port.release();
    };
  }, [hold, name, organisationId, organisation, section]);

  return { others, presence };
}
