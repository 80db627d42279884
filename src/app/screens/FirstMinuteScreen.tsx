// The first minute on an empty device: begin a partnership here, join one, or look at an example.

import { liveQuery } from 'dexie';
import { hrefOf } from '../../domain/places.ts';
import { t } from '../../ui/i18n/firstTexts.ts';
import { Icon } from '../../ui/icons/Icon.tsx';
import type { IconName } from '../../ui/icons/paths.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { useObservable } from '../../ui/useObservable.ts';
import { useStore } from '../../ui/useStore.ts';
import { hasJoined } from '../device/readStanding.ts';
import type { OwnScreenProps } from '../appParts.ts';
import styles from './FirstMinuteScreen.module.css';

export function FirstMinuteScreen({ parts }: OwnScreenProps) {
  const { device, example, router } = parts;
  const isOpening = useStore(example.work, (work) => work === 'opening');
  const joined = useObservable<boolean>(() => liveQuery(() => hasJoined(device.db)), [device.db]);
  const isJoined = joined.kind === 'ready' && joined.value;
  const texts = t().today;
  const openExample = (): void => {
    example.open().then(() => router.go({ kind: 'today' }), device.reportFailure);
  };
  return (
    <Page title={texts.firstTitle} subtitle={isJoined ? texts.joinedText : texts.firstText} width="text">
      <div class={styles['choices']}>
        <a class={styles['choice']} href={hrefOf({ kind: 'begin' })}>
          <Inside icon="flag" title={texts.beginHere} text={texts.beginHereText} />
        </a>
        <a class={styles['choice']} href={hrefOf({ kind: 'join' })}>
          <Inside icon="qr" title={texts.join} text={texts.joinText} />
        </a>
        {isJoined && (
          <a class={styles['choice']} href={hrefOf({ kind: 'people' })}>
            <Inside icon="personAdd" title={texts.invitePeople} text={texts.invitePeopleText} />
          </a>
        )}
        <button class={styles['choice']} type="button" aria-busy={isOpening} onClick={openExample}>
          <Inside
            icon="eye"
            title={isOpening ? t().example.opening : texts.example}
            text={texts.exampleText}
          />
        </button>
      </div>
    </Page>
  );
}

interface InsideProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}

function Inside({ icon, title, text }: InsideProps) {
  return (
    <>
      <span class={styles['sign']}>
        <Icon name={icon} size={28} />
      </span>
      <span class={styles['words']}>
        <strong>{title}</strong>
        <span class={styles['soft']}>{text}</span>
      </span>
      <Icon name="chevron" />
    </>
  );
}
