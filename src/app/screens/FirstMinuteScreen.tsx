// The first minute on an empty device: begin a partnership here, join one, or look at an example.

import { hrefOf } from '../../domain/places.ts';
import { t } from '../../ui/i18n/catalogue.ts';
import { Icon } from '../../ui/icons/Icon.tsx';
import type { IconName } from '../../ui/icons/paths.ts';
import { Page } from '../../ui/layout/Page.tsx';
import styles from './FirstMinuteScreen.module.css';

export interface FirstMinuteScreenProps {
  readonly onExample: () => void;
  readonly isExampleComing: boolean;
}

export function FirstMinuteScreen({ onExample, isExampleComing }: FirstMinuteScreenProps) {
  const texts = t().today;
  return (
    <div class={styles['frame']}>
      <p class={styles['brand']}>
        <Icon name="people" />
        {t().shell.brand}
      </p>
      <Page title={texts.firstTitle} subtitle={texts.firstText} width="text">
        <div class={styles['choices']}>
          <a class={styles['choice']} href={hrefOf({ kind: 'begin' })}>
            <Inside icon="flag" title={texts.beginHere} text={texts.beginHereText} />
          </a>
          <a class={styles['choice']} href={hrefOf({ kind: 'join' })}>
            <Inside icon="qr" title={texts.join} text={texts.joinText} />
          </a>
          <button class={styles['choice']} type="button" aria-busy={isExampleComing} onClick={onExample}>
            <Inside
              icon="eye"
              title={isExampleComing ? t().example.opening : texts.example}
              text={texts.exampleText}
            />
          </button>
        </div>
      </Page>
    </div>
  );
}

function Inside({
  icon,
  title,
  text,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}) {
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
