// Where a record is: on its way to this device's disk, on it, or on the server as well. The words are the same
// everywhere (catalogue `ticks`). Which state is true is for the ledger and the sync to say, never for the view.
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import { t } from '../i18n/firstTexts.ts';
import styles from './Tick.module.css';

export type TickState = 'saving' | 'device' | 'server' | 'failed';

const icons: Readonly<Record<TickState, IconName>> = {
  saving: 'clock',
  device: 'check',
  server: 'doubleCheck',
  failed: 'exclamation',
};

export type TickProps = {
  readonly state: TickState;
  /** Shows the words beside the mark; without them they are spoken and a tooltip. */
  readonly withText?: boolean | undefined;
};

export const Tick = ({ state, withText = false }: TickProps) => {
  const text = t().ticks[state];
  return withText ? (
    <span class={classNames(styles['tick'], styles[state])}>
      <Icon name={icons[state]} size={20} />
      <span>{text}</span>
    </span>
  ) : (
    <span class={classNames(styles['tick'], styles[state])} title={text}>
      <Icon name={icons[state]} label={text} />
    </span>
  );
};

/** What the marks mean, below a list that uses them. */
export const TickLegend = () => (
  <div class={styles['legend']} role="group" aria-label={t().ticks.legend}>
    <Tick state="device" withText />
    <Tick state="server" withText />
  </div>
);
