// The shell with this product's places.

import type { ComponentChildren } from 'preact';
import { type Place, hrefOf } from '../../domain/places.ts';
import type { Row } from '../../storage/database.ts';
import { t } from '../../ui/i18n/catalogue.ts';
import { Shell } from '../../ui/layout/Shell.tsx';
import type { AppParts } from '../appParts.ts';
import { shellItems } from './shellItems.ts';

export interface AppShellProps {
  readonly parts: AppParts;
  readonly place: Place;
  readonly partnership: Row<'partnerships'>;
  readonly children: ComponentChildren;
}

export function AppShell({ place, partnership, children }: AppShellProps) {
  return (
    <Shell
      items={shellItems(place, t().shell)}
      owner={partnership.libraryName}
      homeHref={hrefOf({ kind: 'today' })}
    >
      {children}
    </Shell>
  );
}
