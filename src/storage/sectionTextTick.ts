// Where a section's text is while somebody writes in it: on its way to this device's disk, on it, or on the server as well.
// Derived by comparing the document with the row that lies in the table, so that no keystroke shows a tick before it is stored.

import { liveQuery } from 'dexie';
import type { Transaction } from 'yjs';
import { type StoreApi, createStore } from 'zustand/vanilla';
import { stampOfPlan } from '../documents/planReading.ts';
import { sectionText } from '../documents/planTexts.ts';
import { isCovered } from '../documents/stamp.ts';
import type { PartnershipId } from '../domain/ids.ts';
import { planRowKey } from '../domain/plan/planRecord.ts';
import type { NarrativeSection } from '../domain/plan/sections.ts';
import type { DeviceDatabase, Row } from './database.ts';
import type { Ledger, OpenDocument } from './ledger.ts';

/** `nothing` while nobody has ever written there. */
export type SectionTextTick = 'nothing' | 'saving' | 'failed' | 'device' | 'server';

export interface SectionTextTickOptions {
  readonly db: DeviceDatabase;
  readonly ledger: Ledger;
  readonly opened: OpenDocument;
  readonly partnershipId: PartnershipId;
  readonly section: NarrativeSection;
  readonly reportFailure: (failure: unknown) => void;
}

export interface FollowedTick {
  readonly state: StoreApi<SectionTextTick>;
  readonly stop: () => void;
}

export function followSectionText(options: SectionTextTickOptions): FollowedTick {
  const { db, ledger, opened, partnershipId, section } = options;
  const { doc } = opened;
  const fragment = sectionText(doc, section);
  const state = createStore<SectionTextTick>(() => 'nothing');
  let row: Row<'plan'> | undefined;
  /** Something was written here that the row may not hold yet. */
  let isAhead = false;

  function tell(): void {
    if (isAhead) state.setState(ledger.status.getState().kind === 'failing' ? 'failed' : 'saving', true);
    else if (row === undefined) state.setState('nothing', true);
    else state.setState(row.unsent === 0 ? 'server' : 'device', true);
  }
  function compare(): void {
    if (isAhead && row !== undefined)
      isAhead = !isCovered(stampOfPlan(doc, 'sectionTexts', section), new Map(row.stamp));
    tell();
  }
  const onChange = (_events: unknown, { local }: Transaction): void => {
    if (!local) return;
    isAhead = true;
    tell();
  };
  fragment.observeDeep(onChange);
  const stopStatus = ledger.status.subscribe(tell);
  const key = planRowKey(partnershipId, 'sectionTexts', section);
  const watching = liveQuery(() => db.plan.get(key)).subscribe({
    next: (current) => {
      row = current;
      compare();
    },
    error: options.reportFailure,
  });
  return {
    state,
    stop: () => {
      fragment.unobserveDeep(onChange);
      stopStatus();
      watching.unsubscribe();
    },
  };
}
