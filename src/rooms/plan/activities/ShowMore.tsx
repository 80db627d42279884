// The end of a list that grows, for whoever comes there by the keyboard.

import type { RefObject } from 'preact';
import { Button } from '../../../ui/actions/Button.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';

export interface ShowMoreProps {
  readonly left: number;
  readonly end: RefObject<HTMLDivElement | null>;
  readonly onMore: () => void;
}

export function ShowMore({ left, end, onMore }: ShowMoreProps) {
  if (left === 0) return null;
  return (
    <div ref={end}>
      <Button variant="quiet" icon="chevronDown" onClick={onMore}>
        {t().planWork.showMore(left)}
      </Button>
    </div>
  );
}
