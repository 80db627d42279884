// The shell with this product's places, its sync chip, and what the device has to say above every screen.

import type { ComponentChildren } from 'preact';
import { type Place, hrefOf } from '../../domain/places.ts';
import type { Row } from '../../storage/database.ts';
import { t } from '../../ui/i18n/firstTexts.ts';
import { Shell } from '../../ui/layout/Shell.tsx';
import { useStore } from '../../ui/useStore.ts';
import type { AppParts } from '../appParts.ts';
import { SyncChip } from '../sync/SyncChip.tsx';
import { chipState } from '../sync/chipState.ts';
import type { Waiting } from '../sync/watchWaiting.ts';
import { Notices } from './Notices.tsx';
import { shellItems } from './shellItems.ts';

export interface AppShellProps {
  readonly parts: AppParts;
  readonly place: Place;
  readonly partnership: Row<'partnerships'>;
  readonly waiting: Waiting;
  readonly children: ComponentChildren;
}

export function AppShell({ parts, place, partnership, waiting, children }: AppShellProps) {
  const status = useStore(parts.sync.status, (current) => current);
  const { isExample } = partnership;
  return (
    <Shell
      items={shellItems(place, t().shell)}
      owner={partnership.libraryName}
      homeHref={hrefOf({ kind: 'today' })}
      status={<SyncChip state={chipState({ ...waiting, isExample, status })} />}
      notices={<Notices parts={parts} isExample={isExample} />}
    >
      {children}
    </Shell>
  );
}
