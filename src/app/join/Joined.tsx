// After joining: waits for the partnership's data to arrive, and goes there.

import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/actions/Button.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { Spinner } from '../../ui/feedback/Spinner.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import { useObservable } from '../../ui/useObservable.ts';
import type { AppParts } from '../appParts.ts';
import type { JoinedTo } from './joinedTo.ts';

export interface JoinedProps {
  readonly parts: AppParts;
  readonly to: JoinedTo;
}

/** A partnership comes within a second or two; on a very slow line nobody has to stand here. */
const PATIENCE_MS = 8_000;

export function Joined({ parts, to }: JoinedProps) {
  const { device, router } = parts;
  const texts = t().identity;
  const [isSlow, setSlow] = useState(false);
  const awaited = to.kind === 'partnership' ? to.partnershipId : undefined;
  const arrived = useObservable<boolean>(
    () =>
      liveQuery(
        async () => awaited !== undefined && (await device.db.partnerships.get(awaited)) !== undefined,
      ),
    [device.db, awaited],
  );
  const isHere = arrived.kind === 'ready' && arrived.value;

  useEffect(() => {
    if (isHere) router.replace({ kind: 'today' });
  }, [isHere, router]);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);

  const goOn = (
    <Button size="small" onClick={() => router.replace({ kind: 'today' })}>
      {texts.goOn}
    </Button>
  );
  if (to.kind === 'programme')
    return (
      <Banner tone="forest" action={goOn}>
        {texts.joinedProgramme}
      </Banner>
    );
  return isSlow ? (
    <Banner tone="amber" icon="clock" action={goOn}>
      {texts.stillFetching}
    </Banner>
  ) : (
    <Spinner label={texts.joined} />
  );
}
